"""Whether a predicate in its sense states something of its own, or only refers, modifies, aims or counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from truceline.understand import clauses, lexicon
from truceline.understand.acts.conditions import depends
from truceline.understand.acts.match import Match, acted_upon
from truceline.understand.acts.operators import governing, listed
from truceline.understand.acts.things import of_word
from truceline.understand.reading import Reading

NEAR = 8
"""Tokens after a noun within which its own phrase ends."""
COUNTS = frozenset({"dozen", "score", "hundred", "thousand", "million", "other"})
ANYBODY = frozenset({"those", "whoever", "anyone", "anybody", "he", "one", "everyone"})
"""Heads of a relative clause that is about nobody in particular: "those who burn schools"."""
Stated = dict[tuple[str | None, str | None], set[str]]
"""Type and mode of what the report has stated so far, with everybody and every place named there."""


def states_something(reading: Reading, found: Match, taken: set[int], stated: Stated) -> bool:
    """Whether the predicate is worth a statement, given the tokens taken by governing predicates and what was
    stated."""
    token = found.token
    if is_aside(token) or is_notice(token) or (token.pos_ == "PROPN" and is_calendar(reading, token)):
        return False
    if found.sense.kind == "stance":
        return True
    if token.pos_ in ("NOUN", "PROPN"):
        return noun_states(reading, found, stated)
    if token.pos_ == "ADJ":
        return True
    return not (is_toll(reading, found) or is_modifier(reading, found, taken) or is_purpose(reading, found))


def noun_states(reading: Reading, found: Match, stated: Stated) -> bool:
    """Whether a nominalisation says more than a reference back: it has a day, or news of a kind not yet told.

    "The talks" alone refers; "a meeting with the envoy" and "the shelling of the market" tell.
    """
    token = found.token
    if has_date(reading, token) or decided_above(token):
        return True
    known = stated.get((found.sense.type, found.sense.mode))
    if known is not None and found.sense.kind == "act" and names_beside(reading, token) <= known:
        return False
    below = list(reach(token)) + [low for prep in clauses.stray(token) for low in reach(prep)]
    named = any(low.i in reading.mention_of for low in below if low != token)
    if found.sense.type == "CONSULT" and found.sense.status is None:
        return named and any(child.lower_ in ("a", "an", "another") for child in token.children)
    if found.sense.type == "ASSAULT":
        return named and any(
            child.dep_ in ("prep", "agent", "acl") for child in [*token.children, *clauses.stray(token)]
        )
    return named or any(child.dep_ == "poss" for child in token.children)


def decided_above(noun: Token) -> bool:
    """Whether the words around a noun say whether what it names happened: "clashes *persisted*", "*no* deal"."""
    child, above = (noun.head, noun.head.head) if noun.dep_ == "pobj" else (noun, noun.head)
    if child.dep_ in clauses.SUBJECTS | {"dobj", "prep"}:
        found = governing(above, child)
        if found is not None and found.gives is not None:
            return True
    if any(low.dep_ == "amod" and low.i < noun.i and listed("before", low) for low in noun.children):
        return True
    denied = any(low.dep_ == "det" and low.lower_ == "no" for low in noun.children)
    return depends(noun) is not None or (denied and noun.dep_ in clauses.SUBJECTS | {"ROOT", "attr"})


def names_beside(reading: Reading, token: Token) -> set[str]:
    """Everybody and every place that the predicate's own words name."""
    words = reach(token) if token.pos_ in ("NOUN", "PROPN") else clauses.clause_tokens(token)
    return {reading.mention_of[low.i].name.name for low in words if low.i in reading.mention_of}


def reach(head: Token) -> Iterable[Token]:
    """A noun's tokens without relative clauses: those state facts of their own."""
    yield head
    for child in head.children:
        if child.dep_ != "relcl":
            yield from reach(child)


def has_date(reading: Reading, token: Token) -> bool:
    """Whether a date stands with the predicate itself."""
    own = {low.i for low in reach(token)} | {low.i for prep in clauses.stray(token) for low in prep.subtree}
    last = max((low.i for low in reach(token) if low.i < token.i + NEAR and low.sent == token.sent), default=token.i)
    follows = range(last + 1, min(last + 3, token.sent.end)) if token.pos_ in ("NOUN", "PROPN") else range(0)
    return not reading.date_starts.isdisjoint(own.union(follows))


def is_calendar(reading: Reading, token: Token) -> bool:
    """Whether a capitalised word is a month or part of a name: "March", "People's March"."""
    return any(dated.start <= token.i < dated.end for dated in reading.dates) or token.i in reading.mention_of


@cache
def asides() -> re.Pattern[str]:
    """The phrases in which a verb of asking or refusing says only why a source has no name."""
    return re.compile("|".join(map(re.escape, lexicon.load("asides")["anonymity"])), re.IGNORECASE)


def is_aside(token: Token) -> bool:
    """Whether the predicate only says on what terms a source spoke: "who asked not to be named"."""
    near = token.doc[max(token.i - 3, token.sent.start) : min(token.i + 12, token.sent.end)]
    asked = bool(asides().search(near.text)) and token.lemma_.lower() in lexicon.load("asides")["verbs"]
    return asked or is_comparison(token)


def is_comparison(token: Token) -> bool:
    """Whether the predicate only says how: "as planned", "than agreed"."""
    words = [low for low in token.subtree if low.is_alpha]
    return token.tag_ == "VBN" and len(words) == 2 and words[0].lower_ in ("as", "than")


def is_notice(token: Token) -> bool:
    """Whether the predicate is a legal notice in brackets: "(banned in Russia)"."""
    if token.lemma_.lower() not in lexicon.load("asides")["notices"]:
        return False
    before = token.doc[max(token.i - 6, token.sent.start) : token.i].text
    return "(" in before and ")" not in before


def is_toll(reading: Reading, found: Match) -> bool:
    """Whether a verb of killing or wounding only carries a count: that is a figure; an act needs somebody who did
    it."""
    token = found.token
    lemma = token.lemma_.lower()
    if lemma not in lexicon.load("asides")["tolls"]:
        return False
    victims = {*acted_upon(token), *clauses.own_subjects(token)}
    counted = any(is_count(low) for noun in victims for low in [noun, *noun.children])
    if not counted:
        return token.tag_ in ("VBN", "NNS", "JJ") and not victims
    if token.dep_ in ("advcl", "acl", "relcl") or (token.dep_ == "conj" and not clauses.is_passive(token)):
        return True
    doers = clauses.agents(token) if clauses.is_passive(token) else clauses.subjects(token)
    named = any(doer.i in reading.mention_of for doer in doers) and lemma not in ("die", "perish", "fall")
    if lemma == "displace" and not named:
        return True
    return not named and not any("attack" in of_word(doer) and doer.lemma_ not in ("war", "conflict") for doer in doers)


def is_count(token: Token) -> bool:
    """Whether a token is a number or a word for one: "dozens", "thousands of soldiers"."""
    return token.pos_ == "NUM" or token.lemma_.lower() in COUNTS


def is_modifier(reading: Reading, found: Match, taken: set[int]) -> bool:
    """Whether a participle or relative clause only says which thing is meant: "the talks *held* in Jeddah ended"."""
    token = found.token
    noun = clauses.antecedent(token)
    if noun is None:
        return False
    if noun.lower_ in ANYBODY:
        return True
    if token.dep_ == "acl" and clauses.own_subjects(token):
        return False
    if token.dep_ == "acl" and token.tag_ == "VBG" and noun.dep_ in clauses.SUBJECTS:
        return True
    if token.dep_ == "acl" and token.tag_ == "VBN" and not has_date(reading, token):
        return found.sense.type != "ASSAULT" or not clauses.agents(token)
    of_taken = noun.i in taken or noun.head.i in taken
    return found.sense.type == "CONSULT" and of_taken


def is_purpose(reading: Reading, found: Match) -> bool:
    """Whether an infinitive only says what something is for: "talks *to end* the war"."""
    token = found.token
    if not clauses.is_infinitive(token) or found.sense.kind != "act" or has_date(reading, token):
        return False
    if token.dep_ == "advcl":
        return governing(token.head, token) is None
    return token.dep_ == "acl" and "talks" in of_word(token.head)
