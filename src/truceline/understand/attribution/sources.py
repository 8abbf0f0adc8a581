"""Sources without a verb: "according to the ministry", "by the union's count", "citing a diplomat"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from truceline.understand.attribution.subject import can_speak
from truceline.understand.attribution.words import Words
from truceline.understand.clauses import modifiers, possessors, unfold
from truceline.understand.reading import Reading

LONGEST = 400
NO_SOURCE = frozenset(
    "plan schedule agreement deal accord protocol term text timetable law constitution which what".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase at tokens start to end (exclusive) that names a source; `heads` are the sources' head tokens."""

    start: int
    end: int
    heads: tuple[Token, ...]
    beside_cue: bool = False


def joined(found: list[Source]) -> list[Source]:
    """The sources, one that stands within another's words put before it: "according to Xinhua quoting the UN"."""
    kept: list[Source] = []
    for source in found:
        outer = kept[-1] if kept else None
        if outer is not None and outer.start < source.start <= outer.end + 3 and source.beside_cue:
            own = tuple(h for h in outer.heads if h.i < source.start)
            kept[-1] = Source(outer.start, max(outer.end, source.end), source.heads + own, outer.beside_cue)
        else:
            kept.append(source)
    return kept


def sources(reading: Reading, lexicon: Words) -> list[Source]:
    """The sources of a report that no verb introduces, in text order."""
    tokens = (token for sentence in reading.doc.sents if len(sentence) <= LONGEST for token in sentence)
    found = [source for token in tokens if (source := source_at(token, lexicon)) is not None]
    return joined([source for source in found if speaks(reading, source, lexicon)])


def speaks(reading: Reading, source: Source, lexicon: Words) -> bool:
    """Whether what is cited can tell anything: "citing the ministry", but not "citing continued attacks"."""
    return not source.beside_cue or any(can_speak(reading, head, lexicon) for head in source.heads)


def source_at(token: Token, lexicon: Words) -> Source | None:
    """The source phrase that starts at a token."""
    doc = token.doc
    for phrase in lexicon.sources:
        if token.lower_ == phrase[0] and tuple(t.lower_ for t in doc[token.i : token.i + len(phrase)]) == phrase:
            last = doc[token.i + len(phrase) - 1]
            heads = owners(head_after(last, token.sent.end), lexicon)
            if heads:
                return Source(token.i, max(h.right_edge.i for h in (*heads, last)) + 1, heads, phrase[0] != "according")
    if token.lower_ == "by" and token.pos_ == "ADP":
        counts = [c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in lexicon["count_nouns"]]
        heads = tuple(h for count in counts for h in possessors(count))
        if heads:
            return Source(token.i, counts[0].right_edge.i + 1, heads)
    return counted(token, lexicon)


def counted(token: Token, lexicon: Words) -> Source | None:
    """The owner of a count that is told with "is": "the union's statistics are 61 civilians"."""
    verb = token.head
    if (
        token.dep_ != "nsubj"
        or not {token.lower_, token.lemma_.lower()} & lexicon["count_nouns"]
        or verb.lemma_ not in ("be", "show", "stand")
    ):
        return None
    if not any(t.like_num for t in verb.subtree if t.i > verb.i):
        return None
    heads = tuple(owner for owner in owner_of(token, lexicon) if owner is not token)
    return Source(token.left_edge.i, token.right_edge.i + 1, heads) if heads else None


def head_after(last: Token, end: int) -> list[Token]:
    """The heads of the noun phrase after the phrase's last word."""
    own = [c for c in last.children if c.dep_ in ("pobj", "dobj")]
    if own:
        return unfold(own)
    for token in last.doc[last.i + 1 : min(last.i + 8, end)]:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "amod", "poss"):
            return [token]
    return []


def owners(heads: list[Token], lexicon: Words) -> tuple[Token, ...]:
    """Those whose words they are: the possessor of a report or count, else the heads themselves."""
    return tuple(owner for head in heads for owner in owner_of(head, lexicon) if owner.lemma_.lower() not in NO_SOURCE)


def owner_of(head: Token, lexicon: Words) -> Iterator[Token]:
    """The owner of figures or a report ("police estimates", "the mission's report"), else the head."""
    if not {head.lower_, head.lemma_.lower()} & (lexicon["count_nouns"] | lexicon["documents"]):
        yield head
        return
    given = (
        possessors(head)
        or [
            child
            for prep in head.children
            if prep.dep_ == "prep" and prep.lower_ in ("of", "by", "from")
            for child in prep.children
            if child.dep_ == "pobj" and is_count(head, lexicon)
        ]
        or [m for m in modifiers(head) if m.pos_ in ("NOUN", "PROPN") and is_count(head, lexicon)]
    )
    yield from given[:1] or [head]


def is_count(head: Token, lexicon: Words) -> bool:
    """Whether the noun is a count."""
    return bool({head.lower_, head.lemma_.lower()} & lexicon["count_nouns"])
