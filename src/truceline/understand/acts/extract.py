"""Acts, stances and pledges from one walk over the predicates of a report.

1. Predicates are met from the top of each sentence down, so that a governing sense can take its complement.
2. A predicate in a sense takes up the nouns that the sense asked for; those are no predicates of their own.
3. What only refers back, modifies, aims or counts is no statement (worth.py).
4. Status decides the rest: what is promised is a pledge, what is demanded or refused on a condition a stance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from truceline.model import Statement
from truceline.understand import clauses
from truceline.understand.acts import build, due, said
from truceline.understand.acts.conditions import hypothetical, marker
from truceline.understand.acts.match import Match, match
from truceline.understand.acts.operators import names_claim
from truceline.understand.acts.worth import Stated, names_beside, states_something
from truceline.understand.reading import Reading

COMPLEMENT = frozenset({"ccomp", "xcomp", "pcomp", "acl"})


def extract(reading: Reading) -> tuple[Statement, ...]:
    """The acts, stances and pledges of a report, in text order."""
    matched = list(matches(reading))
    found = [statement for one in matched for statement in build.statements(reading, one)]
    found += [*said.stances(reading, matched), *due.pledges(reading, matched)]
    return tuple(sorted(found, key=lambda statement: (statement.start, statement.end)))


def matches(reading: Reading) -> Iterator[Match]:
    """Every predicate in its sense, one a happening."""
    stated: Stated = {}
    for sentence in reading.doc.sents:
        yield from matches_in(reading, sentence, stated)


def matches_in(reading: Reading, sentence: Span, stated: Stated) -> Iterator[Match]:
    """The predicates of one sentence that state something; what they state is added to `stated`."""
    taken: set[int] = set()
    aims: dict[int, Match] = {}
    for token in top_down(sentence.root):
        found = match(reading, token) if token.i not in taken else None
        if found is None or hypothetical(token) or not states_something(reading, found, taken, stated):
            continue
        stated.setdefault((found.sense.type, found.sense.mode), set()).update(names_beside(reading, token))
        taken |= found.used - {token.i for token in wanted_besides(found)}
        if found.sense.takes_clause:
            taken |= complement(found)
        if governor := aim_over(token, aims):
            found = replace(
                found, sense=replace(found.sense, kind="stance", position="demands", actor=("aim",)), under=governor
            )
        elif found.sense.kind == "stance" and found.sense.position == "demands":
            aims[token.i] = found
        yield found


def wanted_besides(found: Match) -> list[Token]:
    """The further things that an aim wants ("achieve a truce *and the release* of prisoners"): each is one of its
    own."""
    doc = found.token.doc
    return [doc[i] for i in found.used if doc[i].dep_ == "conj" and found.sense.kind == "stance"]


def aim_over(token: Token, aims: dict[int, Match]) -> Match | None:
    """The aim that a noun is one of the objects of."""
    while token.dep_ in ("conj", "dobj") and token.pos_ in ("NOUN", "PROPN"):
        token = token.head
        if token.i in aims:
            return aims[token.i]
    return None


def top_down(root: Token) -> Iterator[Token]:
    """The tokens of a sentence, governors before what they govern, else in text order."""
    level = [root]
    while level:
        yield from level
        level = [child for token in level for child in token.children]


def complement(found: Match) -> set[int]:
    """The tokens of what a sense takes: what is asked for, refused, threatened or agreed to."""
    token = found.token
    heads: list[Token] = [
        child
        for child in token.children
        if child.i > token.i and (child.dep_ in COMPLEMENT or completes(child)) and not clauses.stands_alone(child)
    ]
    heads += [
        child
        for child in token.children
        if child.dep_ in ("prep", "dobj", "agent", "prt", "attr") and child.i > token.i
    ]
    heads += clauses.subjects(token) if clauses.is_passive(token) and token.i else []
    return {below.i for head in heads for below in reach(head) if below.i != token.i}


def completes(verb: Token) -> bool:
    """Whether an adverbial clause is part of what is asked or threatened: a purpose or a condition, no happening beside
    it."""
    return verb.dep_ == "advcl" and (clauses.is_infinitive(verb) or bool(marker(verb)))


def reach(head: Token) -> Iterable[Token]:
    """A complement's tokens, without relative clauses: those state facts of their own."""
    yield head
    for child in head.children:
        if child.dep_ != "relcl" and not is_claimed(child):
            yield from reach(child)


def is_claimed(verb: Token) -> bool:
    """Whether a clause tells what a noun of saying claims: "rejected reports *that troops had burned a village*"."""
    return verb.dep_ == "acl" and bool(clauses.own_subjects(verb)) and names_claim(verb.head)
