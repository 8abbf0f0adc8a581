"""From cues, sources and quotations to the frames of a report."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from truceline.model import Name, NameKind, Voice, VoiceClass
from truceline.understand.attribution.content import Range, content_of, stands_after
from truceline.understand.attribution.direct import Direct, Spoken
from truceline.understand.attribution.hits import Hit, group_start, hits
from truceline.understand.attribution.labels import labelled
from truceline.understand.attribution.layout import marked
from truceline.understand.attribution.media import carriers, is_medium, is_outlet, medium_voice
from truceline.understand.attribution.sources import Source, owner_of, sources
from truceline.understand.attribution.speakers import voices
from truceline.understand.attribution.words import Words, words
from truceline.understand.reading import Frame, Reading

NOBODY = frozenset("nobody anyone someone everyone anybody everybody all none each who which that nothing".split())
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
        self.titles: list[frozenset[str]] = []
        self.said_at: list[int] = []
        self.quoted: set[int] = set()
        self.classes: dict[str, VoiceClass] = {}
        self.bodies: dict[str, tuple[Voice, ...]] = {}

    def frames(self) -> tuple[Frame, ...]:
        """The frames in text order."""
        phrases = sources(self.reading, self.lexicon)
        taken: set[int] = set()
        spoken: list[Spoken] = []
        self.quoted = quoted_tokens(self.reading)
        citing: dict[int, list[Source]] = {}
        for source in phrases:
            if source.beside_cue:
                citing.setdefault(source.heads[0].sent.start, []).append(source)
        for hit in hits(self.reading, self.lexicon):
            beside = citing.get(hit.token.sent.start, [])
            frame = self.frame_of(hit, beside, spoken)
            if frame is not None and frame.chain:
                spoken.append(Spoken(hit, frame))
                taken |= {s.start for s in beside}
        spoken = cut_at_outer(spoken)
        direct = Direct(self.reading.doc, spoken).frames()
        found = indirect_rest(spoken, direct) + direct
        found += [self.source_frame(s) for s in phrases if s.start not in taken]
        found += [self.label_frame(token, words) for token, words in labelled(self.reading)]
        return tuple(sorted((f for f in found if f.chain and f.content), key=lambda f: (f.content, f.cue)))

    def frame_of(self, hit: Hit, beside: list[Source], spoken: list[Spoken]) -> Frame | None:
        """The frame of a reporting verb."""
        if passes_on(spoken[-1].hit if spoken else None, hit):
            return None
        content = content_of(hit)
        speaker = self.shared(hit, spoken) or self.speaker(hit)
        if not content or not speaker:
            return None
        inside = {i for start, end in content for i in range(start, end)}
        media = list(carriers(self.reading, hit.token, inside, self.lexicon))
        cited = [v for s in beside for h in s.heads for v in self.voices_at(h)]
        cited += [v for token in told_from(hit) for v in self.voices_at(token)]
        platform = self.lexicon.platform_verbs.get(hit.cue.verb)
        if platform:
            media.append(Voice(Name(platform, platform, NameKind.MEDIA), VoiceClass.OUTLET))
        if not media and hit.speaker is not None and hit.speaker.pos_ == "PRON":
            media = self.media_before(hit, spoken)
        chain = distinct([*cited, *speaker, *media], self.reading)
        return Frame(chain, hit.token.i, content, force=hit.cue.force, status=hit.cue.status)

    def shared(self, hit: Hit, spoken: list[Spoken]) -> tuple[Voice, ...]:
        """The speaker of the cue before, where this one is only joined to it: "denied it … and confirmed that"."""
        before = spoken[-1] if spoken else None
        if before is None or hit.token.i == 0 or before.hit.token.sent != hit.token.sent:
            return ()
        word = hit.token.nbor(-1).lower_
        joined = word in ("and", "but") and hit.speaker is None
        return before.frame.chain if joined or hit.token.tag_ == "VBG" and word == "," else ()

    def media_before(self, hit: Hit, spoken: list[Spoken]) -> list[Voice]:
        """The media of the sentence before, where "he" goes on in the same paragraph."""
        before = spoken[-1] if spoken else None
        between = self.reading.doc[before.hit.token.i : hit.token.i] if before is not None else self.reading.doc[0:0]
        if before is None or len(between) > 90 or any("\n" in t.text for t in between) or sentences(between) > 2:
            return []
        return [v for v in before.frame.chain if v.cls in (VoiceClass.AGENCY, VoiceClass.OUTLET)]

    def speaker(self, hit: Hit) -> tuple[Voice, ...]:
        """The voices of who speaks; for a pronoun that no mention resolves, those who spoke last."""
        token = hit.speaker
        token = next(owner_of(token, self.lexicon), None) if token is not None and token.pos_ == "NOUN" else token
        if token is None or token.lower_ in FIRST_PERSON | NOBODY:
            return ()
        given = self.recent(token) or self.voices_at(token)
        if given and given[0].cls not in (VoiceClass.AGENCY, VoiceClass.OUTLET) and token.i not in self.quoted:
            self.speaking.append(given)
            self.titles.append(
                frozenset(t.lemma_.lower() for t in (token, *token.subtree) if t.pos_ in ("NOUN", "PROPN"))
            )
            self.said_at.append(token.i)
        return given

    def recent(self, token: Token) -> tuple[Voice, ...]:
        """Who spoke last, for "he" close by, and for "the minister" who was called so where he spoke."""
        if token.lower_ in ("he", "she") and self.speaking:
            near = self.reading.doc[self.said_at[-1] : token.i]
            if len(near) <= 120 and sentences(near) <= 3 and person(self.speaking[-1][0]):
                return self.speaking[-1]
        mention = self.reading.mention_headed.get(token.i)
        unresolved = mention is None or mention.name.name.lower().removeprefix("the ") == token.lower_
        if (
            not unresolved
            or token.pos_ not in ("NOUN", "PROPN")
            or not any(c.lower_ in ("the", "this") for c in token.children)
        ):
            return ()
        if any(c.dep_ in ("amod", "compound", "poss", "prep", "appos", "relcl", "nmod") for c in token.children):
            return ()
        lemma = token.lemma_.lower()
        return next(
            (
                given
                for given, title in zip(reversed(self.speaking), reversed(self.titles), strict=True)
                if lemma in title or lemma in given[0].who.name.lower().split()
            ),
            (),
        )

    def voices_at(self, token: Token) -> tuple[Voice, ...]:
        """The voices at a token, with the body of a spokesman named earlier."""
        mention = self.reading.mention_headed.get(token.i)
        if self.is_own_document(token, mention is not None and mention.by == "name"):
            return self.speaking[-1]
        if token.lower_ in PRONOUNS and (mention is None or not mention.by):
            return self.last_speaker(token)
        if is_medium(self.reading, token, self.lexicon):
            medium = medium_voice(self.reading, token, self.lexicon)
            return (medium,) if medium is not None else ()
        given = voices(self.reading, token, self.lexicon)
        key = given[0].who.name
        if len(given) > 1:
            self.bodies.setdefault(key, given[1:])
        first = given[0] if token.pos_ != "PRON" else Voice(given[0].who, self.classes.get(key, given[0].cls))
        self.classes.setdefault(key, first.cls)
        return (first, *self.bodies.get(key, ()))

    def is_own_document(self, token: Token, named: bool) -> bool:
        """Whether "the communiqué" is one in which the last speaker spoke: "…, the staff said in a communiqué"."""
        if named or not self.speaking or token.lemma_.lower() not in self.lexicon["documents"]:
            return False
        bare = any(c.lower_ in ("the", "its", "this") for c in token.children) and not any(
            c.dep_ in ("poss", "prep", "amod", "acl") and c.lower_ not in ("its",) for c in token.children
        )
        return bare and any(
            t.lemma_ == token.lemma_ and t.head.lower_ == "in" for t in self.reading.doc[max(0, token.i - 80) : token.i]
        )

    def last_speaker(self, token: Token) -> tuple[Voice, ...]:
        """Whom a pronoun of speech most likely stands for."""
        person = PRONOUNS[token.lower_] == "person"
        for given in reversed(self.speaking[-6:]):
            is_person = given[0].cls in (VoiceClass.NAMED, VoiceClass.UNNAMED)
            if PRONOUNS[token.lower_] == "any" or is_person == person:
                return given
        return self.speaking[-1] if self.speaking and person else ()

    def label_frame(self, token: Token, words: Range) -> Frame:
        """The frame of words that a name and a colon introduce."""
        return Frame(self.voices_at(token), -1, (words,), force="say", manner="unmarked")

    def source_frame(self, source: Source) -> Frame:
        """The frame of a source that no verb introduces: the rest of its sentence."""
        chain = distinct([v for head in source.heads for v in self.voices_at(head)], self.reading)
        return Frame(chain, source.start, source_content(source), force="report")


def source_content(source: Source) -> tuple[Range, ...]:
    """What a source without a verb tells: its sentence between semicolons, or the relative clause before it."""
    sent, doc = source.heads[0].sent, source.heads[0].doc
    start = max((t.i + 1 for t in doc[sent.start : source.start] if t.text == ";"), default=sent.start)
    end = min((t.i for t in doc[source.end : sent.end] if t.text == ";"), default=sent.end)
    relative = next(
        (t for t in reversed(doc[start : source.start]) if t.lower_ in ("which", "whom", "who", "where")), None
    )
    verb = (
        next((t for t in (relative.head, relative.head.head) if t.dep_ == "relcl"), None)
        if relative is not None
        else None
    )
    if relative is not None and verb is not None and verb.i < source.start and end - source.end <= 3:
        start = relative.i
    parts = ((start, source.start), (source.end, end))
    return tuple(part for part in parts if any(t.is_alpha for t in doc[part[0] : part[1]]))


def quoted_tokens(reading: Reading) -> set[int]:
    """The tokens inside closed quotation marks."""
    return {i for stretch, start, end in marked(reading.doc) if stretch.closed for i in range(start, end)}


def cut_at_outer(spoken: list[Spoken]) -> list[Spoken]:
    """The hits with what they report cut where a cue behind them takes up the whole: "A said that …, reported B"."""
    kept: list[Spoken] = []
    outers: dict[int, list[Spoken]] = {}
    for one in spoken:
        if stands_after(one.hit):
            outers.setdefault(one.hit.token.sent.start, []).append(one)
    for one in spoken:
        stops = [
            group_start(outer.hit.token)
            for outer in outers.get(one.hit.token.sent.start, [])
            if one.hit.token.i < outer.hit.token.i
            and outer.frame.holds(one.hit.token.i)
            and outer.frame.chain != one.frame.chain
        ]
        stop = min(stops, default=len(one.hit.token.doc))
        content = tuple((a, min(b, stop)) for a, b in one.frame.content if a < stop)
        kept.append(Spoken(one.hit, replace(one.frame, content=content)))
    return kept


def person(voice: Voice) -> bool:
    """Whether the voice is a person's."""
    return voice.cls in (VoiceClass.NAMED, VoiceClass.UNNAMED) and voice.who.kind in (NameKind.PERSON, NameKind.OTHER)


def sentences(span: Span) -> int:
    """How many sentences a span touches."""
    return 1 + sum(bool(token.is_sent_start) for token in span[1:])


def passes_on(before: Hit | None, hit: Hit) -> bool:
    """Whether the cue only belongs to "quotes a diplomat *saying*"."""
    return (
        before is not None
        and "source" in before.cue.takes
        and hit.token.tag_ == "VBG"
        and hit.token.i - before.token.i <= 14
    )


def told_from(hit: Hit) -> list[Token]:
    """Whose words a medium passes on: "quotes *a diplomat* saying", "conveyed from *a source*"."""
    if not hit.cue.medium:
        return []
    preps = [c for c in hit.token.children if c.dep_ == "prep" and c.lower_ == "from"]
    given = [c for p in preps for c in p.children if c.dep_ == "pobj"]
    if hit.cue.verb in ("quote", "cite"):
        given += [c for c in hit.token.children if c.dep_ in ("dobj", "nsubj") and c.i > hit.token.i]
        subjects = [
            c for child in hit.token.children if child.dep_ == "ccomp" for c in child.children if c.dep_ == "nsubj"
        ]
        given = given or [c for c in subjects if hit.token.i < c.i <= hit.token.i + 8]
    return given[:1]


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
    carried = any(voice.cls in (VoiceClass.AGENCY, VoiceClass.OUTLET) for voice in given)
    bare = words()["media_nouns"]
    for voice in given:
        if carried and voice.cls is VoiceClass.NAMED and voice.who.name.lower() in bare:
            continue  # "*Agency* Reuters"
        if voice.cls not in (VoiceClass.AGENCY, VoiceClass.OUTLET) or not is_outlet(reading, voice.who):
            found.setdefault(voice.who.name, voice)
    return tuple(found.values())
