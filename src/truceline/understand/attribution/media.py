"""The media that carry a voice: agencies, broadcasters, papers, platforms."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from truceline.model import Name, NameKind, Voice, VoiceClass
from truceline.understand.attribution.words import Words
from truceline.understand.clauses import phrase
from truceline.understand.reading import Reading


def is_medium(reading: Reading, token: Token, lexicon: Words) -> bool:
    """Whether the phrase at the token names or describes a medium."""
    mention = reading.mention_headed.get(token.i) or reading.mention_of.get(token.i)
    if mention is not None and mention.by == "name" and mention.name.kind is NameKind.PERSON:
        return False
    if mention is not None and mention.name.kind is NameKind.MEDIA:
        return True
    nouns = [token, *(c for c in token.children if c.dep_ in ("compound", "nmod", "appos") or c.dep_ == "punct")]
    if token.lower_ in lexicon["media_nouns"] or token.lemma_.lower() in lexicon["media_nouns"]:
        return news_agency(token, lexicon)
    if token.pos_ == "PROPN" and token.lower_ in lexicon["media_names"]:
        return True
    return token.pos_ == "PROPN" and any(
        n.lower_ in lexicon["media_nouns"] and n.lower_ not in ("bureau", "wire", "paper", "media", "network")
        for n in nouns
        if n is not token
    )


def news_agency(token: Token, lexicon: Words) -> bool:
    """Whether "agency", "bureau" … is one of the press: a UN agency is none."""
    if token.lemma_.lower() not in ("agency", "bureau", "station", "channel", "portal", "network", "outlet", "weekly"):
        return True
    near = {t.lower_ for t in phrase(token)} | {c.lower_ for c in token.children}
    return (
        bool(near & {"news", "press", "tv", "television", "radio", "telegraph", "information"})
        or any(child.dep_ == "appos" and child.lower_ in lexicon["media_names"] for child in token.children)
        or token.lemma_.lower() in ("channel", "portal", "outlet", "weekly")
    )


def medium_class(reading: Reading, token: Token, lexicon: Words) -> VoiceClass:
    """Agency or outlet."""
    near = {t.lower_ for t in phrase(token)} | {c.lower_ for c in token.children}
    mention = reading.mention_headed.get(token.i) or reading.mention_of.get(token.i)
    if mention is not None:
        near |= set(mention.name.name.lower().split())
    return VoiceClass.AGENCY if near & lexicon["agencies"] else VoiceClass.OUTLET


def medium_voice(reading: Reading, token: Token, lexicon: Words) -> Voice | None:
    """The medium at the token as a voice; None where it is the outlet itself."""
    name = named_medium(reading, token, lexicon) or medium_name(reading, token)
    own = any(child.lower_ in ("this", "our") for child in token.children)
    if own or is_outlet(reading, name):
        return None
    return Voice(name, medium_class(reading, token, lexicon))


def named_medium(reading: Reading, token: Token, lexicon: Words) -> Name | None:
    """The proper name of the medium at the token or within its phrase, as the mentions have it."""
    near = [token, *reversed(phrase(token)), *(c for c in token.children if c.dep_ == "appos")]
    for other in near:
        mention = reading.mention_of.get(other.i)
        if mention is None or mention.name.kind is not NameKind.MEDIA or mention.by not in ("name", "acronym"):
            continue
        if not set(mention.name.name.lower().split()) <= lexicon["media_nouns"]:
            return mention.name
    return None


def medium_name(reading: Reading, token: Token) -> Name:
    """The words of a medium: the proper name within the phrase where there is one."""
    span = [t for t in phrase(token) if t.dep_ != "det"] + [
        t for child in token.children if child.dep_ == "appos" for t in phrase(child)
    ]
    proper = [t for t in span if (t.pos_ == "PROPN" or t.ent_type_ == "ORG") and t.ent_type_ not in ("GPE", "NORP")]
    chosen = proper or span or [token]
    words = reading.doc[chosen[0].i : chosen[-1].i + 1].text
    return Name(words, words, NameKind.MEDIA)


def is_outlet(reading: Reading, name: Name) -> bool:
    """Whether the name is that of the outlet that the report stands in."""
    given = set(name.name.lower().replace("(", " ").replace(")", " ").split()) - {"the", "news", "agency"}
    outlet = (reading.report.outlet or "").lower().replace("(", " ").replace(")", " ").split()
    return name.name.lower().startswith("this ") or bool(given) and given <= set(outlet)


def carriers(reading: Reading, cue: Token, content: set[int], lexicon: Words) -> Iterator[Voice]:
    """The media that the words around a cue name as carrying it, in text order; `content` is what is said."""
    near = {token.i for token in around(cue, content)} | set(carried(cue, content))
    for i in sorted(near):
        voice = carrier(reading, cue.doc[i], lexicon)
        if voice is not None:
            yield voice


def around(cue: Token, content: set[int]) -> Iterator[Token]:
    """The cue's dependents outside what is said, its subject left out."""
    for child in cue.children:
        if child.dep_ in ("nsubj", "nsubjpass", "ccomp", "conj") or child.i in content:
            continue
        yield from (token for token in child.subtree if token.i not in content)


def carried(cue: Token, content: set[int]) -> Iterator[int]:
    """Tokens behind the cue, or behind a word like "quoted" in its sentence, that may name who carries the words.

    "(quoted by TASS)", "in an interview picked up by AFP", "whose words leads Agency X", "said the station X that".
    """
    sent, doc = cue.sent, cue.doc
    first = min((i for i in content if i > cue.i), default=sent.end)
    for token in doc[cue.i + 1 : min(first, cue.i + 9, sent.end)]:
        if token.text in (",", ":", ";") or token.pos_ in ("VERB", "AUX"):
            break
        yield token.i
    parts = [-1, *(token.i for token in sent if token.text == ";"), len(doc)]
    start = max(part for part in parts if part < cue.i) + 1
    end = min(part for part in parts if part > cue.i)
    for token in doc[max(start, sent.start) : min(end, sent.end)]:
        following = token.nbor(1).lower_ if token.i + 1 < sent.end else ""
        carries = token.lower_ in CARRIED and following in ("by", "up", "in", "on", "again")
        carries = carries or (token.lower_ in CONTACTS and following in ("with", "to"))
        words_of = (
            token.lower_ in ("words", "speech", "remarks") and token.i > sent.start and token.nbor(-1).lower_ == "whose"
        )
        if carries or words_of:
            yield from range(token.i + 1, min(token.i + 9, sent.end))


CONTACTS = frozenset(
    "interview interviews statement statements declaration declarations remarks comments conversation contact".split()
)
CARRIED = frozenset(
    "quoted cited carried monitored reached joined contacted picked relayed published "
    "aired broadcast reported posted taken released".split()
)


def carrier(reading: Reading, token: Token, lexicon: Words) -> Voice | None:
    """The medium or platform at a token, as a voice."""
    if token.lower_ in lexicon["platforms"] and token.pos_ in ("PROPN", "NOUN", "X", "SYM"):
        return Voice(Name(token.text, token.text, NameKind.MEDIA), VoiceClass.OUTLET)
    anybody = {token.lower_, token.lemma_.lower()} & lexicon["nobody"]
    if anybody or token.dep_ in ("compound", "nmod", "poss", "amod", "det"):
        return None
    if token.pos_ in ("NOUN", "PROPN") and (is_medium(reading, token, lexicon) or is_told(reading, token)):
        return medium_voice(reading, token, lexicon)
    return None


def is_told(reading: Reading, token: Token) -> bool:
    """Whether a proper name that nothing else is known of is whom somebody told: most likely a medium."""
    mention = reading.mention_headed.get(token.i)
    unknown = mention is not None and mention.by == "name" and mention.name.kind is NameKind.OTHER
    addressed = token.dep_ in ("dobj", "dative") and token.head.lemma_ == "tell" and token.pos_ == "PROPN"
    return (
        unknown
        and addressed
        and token.ent_type_ not in ("PERSON", "GPE")
    )
