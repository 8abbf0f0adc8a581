"""Dated commitments told without a word of promising: "the first 800 men would report to the camp by June 10"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from truceline.model import Name, NameKind, Pledge, When
from truceline.understand import clauses, issues, places, when
from truceline.understand.acts import naming
from truceline.understand.acts.conditions import hypothetical
from truceline.understand.acts.match import Match
from truceline.understand.acts.negation import negations
from truceline.understand.dates.find import Reach, reach
from truceline.understand.reading import Reading

COMING = frozenset({"will", "would", "shall", "'ll", "’ll"})
LAST_DAYS = frozenset({Reach.DUE, Reach.WITHIN})
"""What sets a last day for doing; "until June 1" says how long something lasts."""
MAKERS = {NameKind.PERSON, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.ORGANISATION, NameKind.BODY}


def pledges(reading: Reading, matched: Sequence[Match]) -> Iterator[Pledge]:
    """The commitments with a last day, in clauses in which no predicate was matched."""
    taken = {i for match in matched for i in {match.token.i, *match.used}}
    for token in reading.doc:
        if token.pos_ not in ("VERB", "AUX") or token.i in taken or not is_coming(token):
            continue
        due = deadline(reading, token)
        maker = who(reading, token) if due else None
        if due is not None and maker is not None and not negations(token) and not hypothetical(token):
            yield pledge(reading, token, due, maker)


def is_coming(verb: Token) -> bool:
    """Whether the verb tells what is to be done: "would report", "are to be freed"."""
    if any(child.lower_ in COMING for child in verb.children if child.dep_ == "aux"):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and clauses.is_infinitive(verb)


def deadline(reading: Reading, verb: Token) -> When | None:
    """The last day that the clause itself sets ("by June 10", "within 48 hours"), None for a mere date."""
    found = when.deadline_of(reading, verb)
    return found if found is not None and reach(found.text) in LAST_DAYS else None


def who(reading: Reading, verb: Token) -> Name | None:
    """Whose commitment it is: who does it, if that is a party, else whoever says so."""
    doing = naming.names(reading, clauses.agents(verb) if clauses.is_passive(verb) else clauses.subjects(verb))
    said = (voice.who for voice in reading.chain(verb.i))
    return next((name for name in (*doing, *said) if name.kind in MAKERS), None)


def pledge(reading: Reading, verb: Token, due: When, maker: Name) -> Pledge:
    """The commitment of one clause."""
    evidence = reading.evidence_over(clauses.clause_tokens(verb))
    return Pledge(
        **evidence,
        chain=reading.chain(verb.i),
        issue=issues.of_words(evidence["quote"]),
        where=places.places_of(reading, verb),
        by=(maker,),
        content=evidence["quote"].removeprefix("that "),
        due=due,
        extractor="acts",
        version="1",
    )
