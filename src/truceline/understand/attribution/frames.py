"""From cues, sources and quotations to the frames of a report."""

from __future__ import annotations

from spacy.tokens import Token

from truceline.model import Name, NameKind, Voice, VoiceClass
from truceline.understand.attribution.content import Range, content_of, is_as
from truceline.understand.attribution.direct import Direct, Spoken
from truceline.understand.attribution.hits import Hit, group_start, hits
from truceline.understand.attribution.media import carriers, is_medium, is_outlet, medium_voice
from truceline.understand.attribution.sources import Source, sources
from truceline.understand.attribution.speakers import voices
from truceline.understand.attribution.words import Words, words
from truceline.understand.reading import Frame, Reading

FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
PRONOUNS = {"he": "person", "she": "person", "it": "body", "they": "any", "him": "person", "her": "person"}


def find(reading: Reading) -> tuple[Frame, ...]:
    """Every act of speech of the report, in text order. Mentions should have been found before."""
    return Finder(reading, words(reading.report.language if reading.report.language == "en" else "en")).frames()


class Finder:
    """Finds the frames of one report; remembers who spoke last and for whom a spokesman speaks."""

    def __init__(self, reading: Reading, lexicon: Words) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.speaking: list[tuple[Voice, ...]] = []
        self.bodies: dict[str, tuple[Voice, ...]] = {}

    def frames(self) -> tuple[Frame, ...]:
        """The frames in text order."""
        phrases = sources(self.reading, self.lexicon)
        taken: set[int] = set()
        spoken: list[Spoken] = []
        for hit in hits(self.reading, self.lexicon):
            beside = [s for s in phrases if s.beside_cue and s.start in range(hit.token.sent.start, hit.token.sent.end)]
            frame = self.frame_of(hit, beside)
            if frame is not None and frame.chain:
                spoken.append(Spoken(hit, frame))
                taken |= {s.start for s in beside}
        direct = Direct(self.reading.doc, spoken).frames()
        found = indirect_rest(spoken, direct) + direct
        found += [self.source_frame(s) for s in phrases if s.start not in taken]
        return tuple(sorted((f for f in found if f.chain and f.content), key=lambda f: (f.content, f.cue)))

    def frame_of(self, hit: Hit, beside: list[Source]) -> Frame | None:
        """The frame of a reporting verb."""
        content = content_of(hit)
        speaker = self.speaker(hit)
        if not content or not speaker:
            return None
        inside = {i for start, end in content for i in range(start, end)}
        media = list(carriers(self.reading, hit.token, inside, self.lexicon))
        cited = [v for s in beside if s.start not in inside or True for h in s.heads for v in self.voices_at(h)]
        platform = self.lexicon.platform_verbs.get(hit.cue.verb)
        if platform:
            media.append(Voice(Name(platform, platform, NameKind.MEDIA), VoiceClass.OUTLET))
        chain = distinct([*cited, *speaker, *media], self.reading)
        return Frame(chain, hit.token.i, content, force=hit.cue.force, status=hit.cue.status)

    def speaker(self, hit: Hit) -> tuple[Voice, ...]:
        """The voices of who speaks; for a pronoun that no mention resolves, those who spoke last."""
        token = hit.speaker
        if token is None or token.lower_ in FIRST_PERSON:
            return ()
        given = self.voices_at(token)
        if given and given[0].cls not in (VoiceClass.AGENCY, VoiceClass.OUTLET):
            self.speaking.append(given)
        return given

    def voices_at(self, token: Token) -> tuple[Voice, ...]:
        """The voices at a token, with the body of a spokesman named earlier."""
        mention = self.reading.mention_headed.get(token.i)
        if token.lower_ in PRONOUNS and (mention is None or not mention.by):
            return self.last_speaker(token)
        if is_medium(self.reading, token, self.lexicon):
            medium = medium_voice(self.reading, token, self.lexicon)
            return (medium,) if medium is not None else ()
        given = voices(self.reading, token, self.lexicon)
        key = given[0].who.name
        if len(given) > 1:
            self.bodies[key] = given[1:]
        return (given[0], *self.bodies.get(key, ()))

    def last_speaker(self, token: Token) -> tuple[Voice, ...]:
        """Whom a pronoun of speech most likely stands for."""
        person = PRONOUNS[token.lower_] == "person"
        for given in reversed(self.speaking[-6:]):
            is_person = given[0].cls in (VoiceClass.NAMED, VoiceClass.UNNAMED)
            if PRONOUNS[token.lower_] == "any" or is_person == person:
                return given
        return ()

    def source_frame(self, source: Source) -> Frame:
        """The frame of a source that no verb introduces: the rest of its sentence."""
        chain = distinct([v for head in source.heads for v in self.voices_at(head)], self.reading)
        sent = source.heads[0].sent
        before, after = (sent.start, source.start), (source.end, sent.end)
        content = tuple(self.within(part) for part in (before, after) if part[1] - part[0] > 1)
        return Frame(chain, source.start, content, force="report")

    def within(self, part: Range) -> Range:
        """The part without the clause beyond a semicolon."""
        return part


def indirect_rest(spoken: list[Spoken], direct: list[Frame]) -> list[Frame]:
    """The frames of the cues without those whose words all stand in a quotation of the same cue."""
    quoted: dict[int, set[int]] = {}
    for frame in direct:
        quoted.setdefault(frame.cue, set()).update(i for start, end in frame.content for i in range(start, end))
    kept: list[Frame] = []
    for one in spoken:
        inside = quoted.get(one.hit.token.i, set())
        doc = one.hit.token.doc
        rest = [i for start, end in one.frame.content for i in range(start, end) if i not in inside and doc[i].is_alpha]
        if not inside or any(doc[i].pos_ in ("VERB", "AUX") for i in rest):
            kept.append(one.frame)
    return kept


def distinct(given: list[Voice], reading: Reading) -> tuple[Voice, ...]:
    """The voices without repetition and without the outlet itself."""
    found: dict[str, Voice] = {}
    for voice in given:
        if voice.cls not in (VoiceClass.AGENCY, VoiceClass.OUTLET) or not is_outlet(reading, voice.who):
            found.setdefault(voice.who.name, voice)
    return tuple(found.values())


__all__ = ["Finder", "find", "group_start", "is_as"]
