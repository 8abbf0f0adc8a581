"""What kind of thing a noun stands for: talks, a truce, a deal, captives, aid … (languages/<iso>/things.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from truceline.model import NameKind
from truceline.understand import lexicon
from truceline.understand.clauses import after
from truceline.understand.reading import Reading

ACTOR_KINDS = {NameKind.PERSON, NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY}
SOMEBODY = frozenset({"he", "she", "who", "him", "her"})
"""Pronouns that stand for people alone."""
CARRIERS = frozenset({"deal", "step", "time", "part", "plan"})
"""Classes whose own class says little: what stands before or behind them decides ("end of the *truce*")."""


@cache
def classes(language: str = "en") -> Mapping[str, frozenset[str]]:
    """Noun lemma to its classes."""
    found: dict[str, set[str]] = {}
    for name, words in lexicon.load("things", language).items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def of_word(token: Token) -> frozenset[str]:
    """The classes of a word alone, by its lemma or its form."""
    table = classes()
    found = table.get(token.lemma_.lower(), frozenset()) | table.get(token.lower_, frozenset())
    return found or (table.get(token.lower_.removesuffix("s"), frozenset()) if token.pos_ == "PROPN" else found)


def of_noun(reading: Reading, token: Token) -> frozenset[str]:
    """The classes of a noun phrase by its head, and for heads that say little by their modifiers and of-phrase."""
    own = of_word(token)
    compound = [child for child in token.children if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i]
    for child in compound:
        pair = classes().get(f"{child.lower_} {token.lemma_.lower()}")
        if pair:
            own |= pair
    if not own or own & CARRIERS:
        for other in [*compound, *after(token, ("of", "on", "for", "in"))]:
            own |= of_word(other) - ({"people"} if own else set())
    if token.lower_ in SOMEBODY:
        return own | {"people", "actor"}
    mention = reading.mention_headed.get(token.i)
    if mention is not None and mention.name.kind in ACTOR_KINDS and (not own or own & {"people", "forces"}):
        own |= {"actor"}
    elif mention is not None and mention.name.kind is NameKind.PLACE:
        own |= {"place"}
    if "people" in own or "forces" in own:
        own |= {"actor"}
    return own
