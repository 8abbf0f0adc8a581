"""Whether an act happened: from tense, modality, negation, conditions, and the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from spacy.tokens import Token

from truceline.model import Status
from truceline.understand import clauses, lexicon
from truceline.understand.acts.match import Match
from truceline.understand.reading import Reading

STRENGTH = (
    Status.DENIED,
    Status.FAILED,
    Status.THREATENED,
    Status.DEMANDED,
    Status.CONDITIONAL,
    Status.CLAIMED,
    Status.PLANNED,
    Status.ONGOING,
    Status.OCCURRED,
)
"""Of several readings the first in this list wins: whoever denies having planned it denies it."""

AT_ONCE = frozenset({"resign", "discontinue", "expel", "release", "return"})
"""Modes that take no time: "he is resigning" is told as done."""

COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "csubj", "advcl"})
ARGUMENTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj"})


@cache
def table() -> Mapping[str, Any]:
    """The lexicon of status, its word lists turned into sets."""
    page = lexicon.load("status")
    above = {word: Status(status) for status, words in page["above"].items() for word in words}
    adverbs = {word: Status(status) for status, words in page["adverbs"].items() for word in words}
    modals = {word: Status(status) for word, status in page["modals"].items()}
    return {
        "above": above,
        "adverbs": adverbs,
        "modals": modals,
        "negations": frozenset(page["negations"]),
        "conditions": frozenset(page["conditions"]),
    }


def hypothetical(token: Token) -> bool:
    """Whether the predicate stands in the if-part of a condition: then nothing is stated of it."""
    return any(
        is_case(word) or (word.dep_ == "advcl" and marker(word) and not is_told_time(word))
        for word in [token, *token.ancestors]
    )


TIMED = frozenset({"until", "once", "before", "after"})
"""Conjunctions that set a condition only for what is still to come."""


def is_told_time(verb: Token) -> bool:
    """Whether a time clause tells what has been rather than what must come first."""
    return marker(verb) in TIMED and is_past(verb) and not has_modal(verb.head)


def is_past(verb: Token) -> bool:
    """Whether a verb tells what has been: "once their truce *was* in place"."""
    return any(word.tag_ == "VBD" for word in [verb, *verb.children])


def is_case(word: Token) -> bool:
    """Whether a clause hangs on "in case", "in the event" or "provided that"."""
    if (
        word.dep_ in ("ccomp", "acl")
        and word.head.lower_ in ("provided", "providing", "assuming")
        and word.i > word.head.i
    ):
        return True
    return (
        word.dep_ in ("acl", "relcl", "ccomp")
        and word.head.lower_ in ("case", "event")
        and word.head.head.lower_ == "in"
    )


def marker(verb: Token) -> str:
    """The conjunction that opens a subordinate clause, "" where there is none."""
    return next(
        (
            child.lower_
            for child in verb.children
            if child.dep_ in ("mark", "advmod", "prep") and child.i < verb.i and child.lower_ in table()["conditions"]
        ),
        "",
    )


def condition(token: Token) -> Token | None:
    """The verb of the condition that the predicate's clause, or the clause that it completes, depends on.

    "Only" before a phrase is a condition too: "will begin only with his departure".
    """
    only = next((child for child in token.children if child.dep_ == "advmod" and child.lower_ == "only"), None)
    if only is not None:
        return only
    for verb in [token, *list(token.ancestors)[:2]]:
        found = next(
            (
                child
                for child in verb.children
                if child.dep_ == "advcl" and marker(child) and not (marker(child) in TIMED and not has_modal(verb))
            ),
            None,
        )
        if found is not None:
            return found
    return None


def has_modal(verb: Token) -> bool:
    """Whether a verb is still to come: "will leave", "would leave"."""
    return any(child.tag_ == "MD" for child in verb.children)


def read(reading: Reading, match: Match) -> tuple[Status, tuple[str, ...]]:
    """The act's status and the words that decided it."""
    seen = [*([(match.sense.status, match.token.text)] if match.sense.status else []), *signs(reading, match)]
    if not seen:
        return tense(match.token), ()
    best = min((status for status, _ in seen), key=STRENGTH.index)
    if best is Status.ONGOING and match.sense.mode in AT_ONCE:
        best = Status.OCCURRED
    return best, tuple(dict.fromkeys(word for status, word in seen if status is best))


def signs(reading: Reading, match: Match) -> Iterator[tuple[Status, str]]:
    """Every sign of a status: negation, auxiliaries, adverbs, governing words, frames."""
    token = match.token
    denied = Status.DENIED if reading.frames_over(token.i) else Status.FAILED
    for word in negations(token):
        if word.i not in match.used and not (token.pos_ == "ADJ" and match.sense.status):
            yield denied, word.text
    yield from auxiliaries(token)
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in table()["adverbs"]:
            yield table()["adverbs"][child.lower_], child.text
    yield from governors(token)
    for frame in reading.frames_over(token.i)[:1]:
        if frame.status is not None:
            yield frame.status, reading.doc[frame.cue].text if frame.cue >= 0 else ""


def negations(token: Token) -> list[Token]:
    """The words that negate a predicate, on itself, its copula, its subject or its object."""
    found = [child for child in token.head.children if child.dep_ == "neg"] if token.dep_ == "acomp" else []
    found += [
        child for child in token.children if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no")
    ]
    if token.pos_ in ("VERB", "AUX"):
        found += [
            child
            for child in token.children
            if child.dep_ in ("preconj", "cc", "advmod") and child.lower_ in ("neither", "never")
        ]
        for noun in [*clauses.own_subjects(token), *clauses.objects(token)]:
            if noun.lower_ in ("none", "nobody", "nothing"):
                found.append(noun)
            found += [
                child
                for child in noun.children
                if child.dep_ in ("det", "neg") and child.lower_ in ("no", "not", "neither")
            ]
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        found.append(token.head)
    return found


def auxiliaries(token: Token) -> Iterator[tuple[Status, str]]:
    """What the auxiliaries of a verb, or of the verb that it shares them with, say of it."""
    verb = token
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not clauses.has_aux(verb)
        and verb.tag_ in ("VB", "VBN")
    ):
        verb = verb.head
    words = [child for child in verb.children if child.dep_ == "aux"]
    lower = {word.lower_ for word in words}
    for word in words:
        status = table()["modals"].get(word.lower_)
        if status is None:
            continue
        if word.lower_ in ("would", "could", "should", "might", "may") and lower & {"have", "'ve"}:
            status = Status.CLAIMED
        yield status, word.text
    if token.tag_ == "VBG" and any(word.lemma_ == "be" for word in words):
        yield Status.ONGOING, token.text
    for child in token.children:
        if child.dep_ == "amod" and child.lower_ in ("continued", "continuing", "ongoing"):
            yield Status.ONGOING, child.text


def governors(token: Token) -> Iterator[tuple[Status, str]]:
    """What the words above a predicate make of it: "failed to sign", "a plan to withdraw", "is to resume"."""
    child = token
    for word in token.ancestors:
        if not governs(word, child):
            return
        status = of_governor(word)
        if child.dep_ == "advcl" and status is None:
            return
        if child.dep_ != "conj":
            yield from made_of(word, child, status)
        child = word


def governs(word: Token, child: Token) -> bool:
    """Whether a word can decide the status of what hangs on it as `child` does."""
    if child.dep_ == "conj":
        return True
    if child.dep_ in ("nsubj", "nsubjpass"):
        return word.lemma_.lower() in ("fail", "cancel", "plan")
    return child.dep_ in COMPLEMENTS | ARGUMENTS | {"prep", "agent", "acomp"}


def of_governor(word: Token) -> Status | None:
    """The status that a governing verb, noun or adjective gives, by the lexicon."""
    if word.pos_ not in ("VERB", "NOUN", "ADJ"):
        return None
    above: Mapping[str, Status] = table()["above"]
    return above.get(word.lemma_.lower()) or above.get(word.lower_)


def made_of(word: Token, child: Token, status: Status | None) -> Iterator[tuple[Status, str]]:
    """The signs that one governing word gives: its own status, turned by a negation, and its auxiliaries."""
    if status is None:
        if word.lemma_ == "be" and child.dep_ == "xcomp" and clauses.is_infinitive(child):
            yield Status.PLANNED, f"{word.text} to"
        return
    if not any(c.dep_ == "neg" for c in word.children):
        yield status, word.text
    elif status is Status.PLANNED:
        yield Status.DENIED, word.text
    yield from (sign for sign in auxiliaries(word) if sign[0] in (Status.PLANNED, Status.CONDITIONAL))


def tense(token: Token) -> Status:
    """What the bare form of a predicate says."""
    if token.pos_ in ("NOUN", "PROPN"):
        return Status.OCCURRED
    if token.tag_ == "VB" and not clauses.has_aux(token):
        return Status.OCCURRED
    if token.tag_ == "VB" and any(child.lower_ == "to" for child in token.children if child.dep_ == "aux"):
        return Status.PLANNED
    return Status.OCCURRED
