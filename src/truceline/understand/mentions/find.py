"""Finding every name and reference of a report, and resolving the references inside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from truceline.model import NameKind
from truceline.understand.mentions.candidate import Candidate, head_of, words_of_range
from truceline.understand.mentions.cutting import segments
from truceline.understand.mentions.gazetteer import fold, head_kinds, is_acronym, matches, words_of
from truceline.understand.mentions.kinds import key_of, kinds
from truceline.understand.mentions.nouns import noun_kinds, nouns
from truceline.understand.mentions.runs import Segment
from truceline.understand.mentions.states import state_kind
from truceline.understand.reading import Mention, Reading
from truceline.understand.references import resolve

ADJECTIVAL = ("an", "ian", "ese", "ish", "ic", "ern", "i", "ist")
PRONOUNS = frozenset("he she they it his her their its him them".split())


def find(reading: Reading) -> tuple[Mention, ...]:
    """The names, acting noun phrases and pronouns of a report, in text order.

    1. listed names, 2. runs of capitals cut into names, 3. their kinds, 4. nouns and pronouns, 5. references.
    """
    doc = reading.doc
    found, _ = matches(doc, reading.knowledge)
    all_segments = segments(doc, found)
    named = [s for s in all_segments if not is_common(doc, s)]
    kind_of = kinds(doc, named, reading.knowledge)
    taken = {i: kind for s in named for kind in [kind_at(doc, s, kind_of)] for i in range(s.start, s.end)}
    candidates = [name(doc, s, kind_of) for s in named if keeps(doc, s, kind_of)]
    candidates += [with_whole_name(doc, c, named) for c in nouns(doc, taken, found)]
    candidates += pronouns(doc)
    return resolve(doc, sorted(candidates, key=lambda c: (c.start, -c.end)))


def with_whole_name(doc: Doc, c: Candidate, named: list[Segment]) -> Candidate:
    """A noun phrase whose last name the parse has torn, with all of that name."""
    at = bisect_left(named, c.end, key=lambda s: s.end)
    torn = at < len(named) and c.start < named[at].start < c.end < named[at].end
    end = named[at].end if torn else c.end
    return replace(c, end=end, words=words_of_range(doc, c.start, end)) if torn else c


def is_common(doc: Doc, segment: Segment) -> bool:
    """Whether a capital is all that a common noun or title has of a name: "the Government", "the Minister"."""
    if segment.known is not None or segment.end - segment.start > 1 or segment.title:
        return False
    word = fold(doc[segment.start].text)
    return (
        word in noun_kinds()
        or word in head_kinds()
        or word in words_of("offices", "heads")
        or word in words_of("names", "place context")
        or word in words_of("names", "place heads")
        or word in words_of("names", "documents")
        or word in words_of("names", "alone")
        or word in ("general", "secretary")
    )


def keeps(doc: Doc, segment: Segment, kind_of: dict[tuple[str, ...], NameKind]) -> bool:
    """Whether the name stands for somebody: a people's name before a noun ("Syrian army") does not."""
    last = doc[segment.end - 1]
    describes = last.dep_ in ("amod", "compound", "nmod")
    if segment.known is not None:
        return segment.known.sort != "people" or not describes and last.tag_ in ("NNPS", "NNS")
    if not describes or segment.end - segment.start > 1 or is_acronym(last.text) or not last.head.is_lower:
        return True
    if last.text.endswith("ist"):
        return False
    kind = kind_of.get(key_of(doc, segment), NameKind.OTHER)
    return kind in (NameKind.ARMED_GROUP, NameKind.MEDIA) or last.pos_ != "ADJ" and not last.text.endswith(ADJECTIVAL)


def kind_at(doc: Doc, segment: Segment, kind_of: dict[tuple[str, ...], NameKind]) -> NameKind:
    """What a segment stands for where it stands."""
    if segment.known is None:
        return kind_of.get(key_of(doc, segment), NameKind.OTHER)
    return state_kind(doc[head_of(doc, segment.start, segment.end)], segment.known)


def name(doc: Doc, segment: Segment, kind_of: dict[tuple[str, ...], NameKind]) -> Candidate:
    """A segment as a candidate with its kind."""
    head = head_of(doc, segment.start, segment.end)
    kind = kind_at(doc, segment, kind_of)
    land = segment.known is not None and segment.known.sort in ("state", "metonym")
    start = segment.start - (land and segment.start > 0 and doc[segment.start - 1].lower_ == "official")
    start = owned_from(doc, segment) if segment.known is None else start
    words = words_of_range(doc, start, segment.end)
    return Candidate(start, segment.end, head, words, kind, "name", "", "", segment.known, segment.title)


def owned_from(doc: Doc, segment: Segment) -> int:
    """Where the name of a state's organ starts: with the state that owns it, as others have one too."""
    start = segment.start
    organ = all(fold(t.text) in words_of("names", "state organs") for t in doc[start : segment.end] if t.is_alpha)
    if not organ or start < 2 or doc[start - 1].lower_ not in ("'s", "’s"):
        return start
    owner = start - 2
    return owner if doc[owner].pos_ == "PROPN" and doc[owner].ent_type_ in ("GPE", "ORG", "NORP") else start


def pronouns(doc: Doc) -> Iterator[Candidate]:
    """Pronouns of the third person."""
    for token in doc:
        if token.lower_ in PRONOUNS and token.tag_ in ("PRP", "PRP$") and not expletive(token):
            plural = token.lower_ in ("they", "their", "them")
            yield Candidate(
                token.i, token.i + 1, token.i, token.text, NameKind.OTHER, "pronoun", token.lower_, "", plural=plural
            )


def expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it remains"."""
    return token.lower_ == "it" and (
        token.dep_ == "expl"
        or token.dep_ != "nsubj"
        or token.head.lemma_ in ("be", "seem", "appear", "remain", "take", "become")
    )
