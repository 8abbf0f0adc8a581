"""Finding every name and reference of a report, and resolving the references inside it."""

from __future__ import annotations

from collections.abc import Iterator

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

ADJECTIVAL = ("an", "ian", "ese", "ish", "ic", "ern", "i")
PRONOUNS = frozenset("he she they it his her their its him them".split())


def find(reading: Reading) -> tuple[Mention, ...]:
    """The names, acting noun phrases and pronouns of a report, in text order.

    1. listed names, 2. runs of capitals cut into names, 3. their kinds, 4. nouns and pronouns, 5. references.
    """
    doc = reading.doc
    found, _ = matches(doc)
    all_segments = segments(doc, found)
    named = [s for s in all_segments if not is_common(doc, s)]
    kind_of = kinds(doc, named)
    taken = {i for s in named for i in range(s.start, s.end)}
    candidates = [name(doc, s, kind_of) for s in named if keeps(doc, s, kind_of)]
    candidates += nouns(doc, taken, found)
    candidates += pronouns(doc)
    return resolve(doc, sorted(candidates, key=lambda c: (c.start, -c.end)))


def is_common(doc: Doc, segment: Segment) -> bool:
    """Whether a capital is all that a common noun or title has of a name: "the Government", "the Minister"."""
    if segment.known is not None or segment.end - segment.start > 1 or segment.title:
        return False
    word = fold(doc[segment.start].text)
    return (
        word in noun_kinds()
        or word in head_kinds()
        or word in words_of("offices", "heads")
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
    kind = kind_of.get(key_of(doc, segment), NameKind.OTHER)
    return kind in (NameKind.ARMED_GROUP, NameKind.MEDIA) or last.pos_ != "ADJ" and not last.text.endswith(ADJECTIVAL)


def name(doc: Doc, segment: Segment, kind_of: dict[tuple[str, ...], NameKind]) -> Candidate:
    """A segment as a candidate with its kind."""
    head = head_of(doc, segment.start, segment.end)
    if segment.known is None:
        kind = kind_of.get(key_of(doc, segment), NameKind.OTHER)
    else:
        kind = state_kind(doc[head], segment.known)
    words = words_of_range(doc, segment.start, segment.end)
    return Candidate(segment.start, segment.end, head, words, kind, "name", "", "", segment.known, segment.title)


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
