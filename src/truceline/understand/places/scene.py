"""Where an act takes place: the places that its own words name."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from truceline.model import Place
from truceline.understand.clauses import clause_tokens
from truceline.understand.dates.scopes import scopes
from truceline.understand.lexicon import load
from truceline.understand.places.find import head_of
from truceline.understand.reading import Placed, Reading

MAX_CLIMB = 8
SIDES = frozenset({"north", "south", "east", "west", "outskirts"})


def places_of(reading: Reading, token: Token) -> tuple[Place, ...]:
    """The places after words of place among a predicate's own words, else those of the clause that it depends on.

    "Talks in Geneva", "Geneva talks", "shelling of a market in Goma"; not whence or whither somebody came.
    """
    for scope in scopes(token):
        found = [one.place for one in within(reading, scope) if scene(reading, one, scope)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def within(reading: Reading, scope: Token) -> list[Placed]:
    """The places among the scope's own words."""
    words = clause_tokens(scope)
    inside = {word.i for word in words}
    start = bisect_left(reading.places, words[0].i, key=lambda one: one.start)
    found = []
    for one in reading.places[max(0, start - 1):]:
        if one.start > words[-1].i:
            break
        if head_of(reading.doc[one.start:one.end]).i in inside:
            found.append(one)
    return found


def scene(reading: Reading, placed: Placed, scope: Token) -> bool:
    """Whether a word of place joins the name to the predicate, or the name is part of the predicate's noun."""
    node, words = head_of(reading.doc[placed.start:placed.end]), load("places")
    if node.dep_ in ("compound", "amod", "nmod") and node.head == scope and scope.pos_ in ("NOUN", "PROPN"):
        return True
    if node.dep_ in ("compound", "amod", "nmod") and node.head.lower_ in words["meetings"]:
        return True
    if placed.place.precision == "country" and node.dep_ in ("compound", "amod", "poss"):
        return False
    for _ in range(MAX_CLIMB):
        if node == scope or node.head == node:
            return False
        if node.dep_ == "prep" and node.lower_ in words["scene"]:
            return True
        if node.dep_ == "prep" and node.lower_ == "of" and node.head.lower_ in SIDES:
            return True
        if node.head == scope and placed.place.precision != "country" and direct(node, scope, words["localities"]):
            return True
        node = node.head
    return False


def direct(node: Token, scope: Token, localities: list[str]) -> bool:
    """Whether the act befalls the place itself: "entered the village of X", "the shelling of X", "X was hit"."""
    if scope.pos_ in ("NOUN", "PROPN"):
        return node.dep_ == "prep" and node.lower_ == "of"
    return node.dep_ in ("dobj", "nsubjpass") and (node.pos_ == "PROPN" or node.lower_ in localities)
