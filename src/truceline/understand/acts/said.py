"""Positions that a party states in plain words, with no predicate that the lexicon knows.

"The truce still needs approval, the delegate said" asserts; "we return only if the siege is lifted" sets a condition.
Only parties and their people have positions here, and only on what the parties negotiate about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from truceline.model import Name, NameKind, Stance, Status
from truceline.understand import clauses, issues, when
from truceline.understand.acts import naming
from truceline.understand.acts.conditions import condition, hypothetical, marker
from truceline.understand.acts.match import PARTISAN, Match
from truceline.understand.reading import Frame, Reading

STATING = frozenset({"say", "stress", "claim", "confirm", "insist"})
PARTIES = {NameKind.PERSON, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.ORGANISATION}
OBLIGING = frozenset({"must", "should", "ought", "shall"})
SHORTEST = 5  # tokens: less is a fragment


def stances(reading: Reading, matched: Sequence[Match]) -> Iterator[Stance]:
    """The positions in reported clauses in which no predicate was matched."""
    known = {match.token.i for match in matched}
    seen: set[int] = set()
    for frame in reading.frames:
        if frame.force not in STATING or not frame.chain or frame.chain[0].cls not in PARTISAN:
            continue
        if frame.chain[0].who.kind not in PARTIES:
            continue
        for head in heads(reading, frame):
            if head.i not in seen:
                seen.add(head.i)
                yield from stance(reading, frame, head, known)


def heads(reading: Reading, frame: Frame) -> Iterator[Token]:
    """The main verbs of what is said."""
    for start, end in frame.content:
        for token in reading.doc[start:end]:
            outside = not (start <= token.head.i < end) or token.head.i == frame.cue or token.dep_ == "ROOT"
            if outside and token.pos_ in ("VERB", "AUX"):
                yield token


def stance(reading: Reading, frame: Frame, head: Token, known: set[int]) -> Iterator[Stance]:
    """The position of one clause: conditional where it hangs on a condition, else an assertion on an issue."""
    words = [token for token in clauses.clause_tokens(head) if frame.holds(token.i)]
    limit = condition(head)
    if (limit is None and len(words) < SHORTEST) or hypothetical(head):
        return
    if limit is not None and (head.i in known or marker(limit) == ""):
        return
    if limit is None and known & {token.i for token in words}:
        return
    text = " ".join(token.text for token in words)
    issue = issues.of_words(text)
    if limit is None and (issue is None or frame.manner == "direct"):
        return
    if limit is not None:
        words += [token for token in limit.subtree if frame.holds(token.i)]
    yield Stance(
        **reading.evidence_over(words),
        chain=reading.chain(head.i),
        issue=issue or issues.of_words(" ".join(t.text for t in words)),
        when=when.date_of(reading, head),
        status=Status.OCCURRED if limit is None else Status.CONDITIONAL,
        holder=holder(reading, frame, head, limit is not None),
        position=position(head, limit),
        extractor="acts",
        version="1",
    )


def position(head: Token, limit: Token | None) -> str:
    """What a clause takes: a condition, a demand ("must", "should", "has to"), else an assertion."""
    if limit is not None:
        return "conditional"
    obliged = any(child.dep_ == "aux" and child.lower_ in OBLIGING for child in head.children)
    return (
        "demands"
        if obliged or (head.lemma_ in ("need", "have") and any(c.dep_ == "xcomp" for c in head.children))
        else "asserts"
    )


def holder(reading: Reading, frame: Frame, head: Token, acts: bool) -> Name:
    """Who holds it: for a condition whoever would act, else whoever speaks."""
    doing = naming.names(reading, clauses.subjects(head)) if acts else ()
    return next((name for name in doing if name.kind in PARTIES), frame.chain[0].who)
