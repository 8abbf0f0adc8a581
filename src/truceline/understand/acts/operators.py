"""The words above a predicate that decide whether it happened, as languages/<iso>/status.yaml lists them by class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from truceline.model import Status
from truceline.understand import clauses, lexicon

LEADING = frozenset({"of", "from", "for", "to", "about", "on", "into", "as", "against"})
"""Prepositions that bring in what a word is about also as a noun; "in" and "at" do so before a gerund alone."""
DEPTH = 3
"""How far below a word its further words may stand."""
PLACES = ("verbs", "nouns", "adjectives", "happens", "happening", "before", "beside", "passive", "through_claims")


@dataclass(frozen=True)
class Operator:
    """What a class of words makes of the act that they govern, and what it makes of it where negated itself."""

    name: str
    gives: Status | None
    negated: Status | None


Entries = Mapping[str, list[tuple[tuple[str, ...], Operator]]]


@cache
def page() -> dict[str, Any]:
    """The lexicon of status."""
    content: dict[str, Any] = lexicon.load("status")
    return content


@cache
def operators(place: str) -> Entries:
    """The operators of one place by their first word: (the words that must stand below it, the operator)."""
    found: dict[str, list[tuple[tuple[str, ...], Operator]]] = {}
    for entry in page()["operators"]:
        gives, negated = (Status(entry[key]) if entry.get(key) else None for key in ("gives", "negated"))
        for words in entry.get(place, ()):
            first, *rest = words.split()
            found.setdefault(first, []).append((tuple(rest), Operator(entry["class"], gives, negated)))
    for listed in found.values():
        listed.sort(key=lambda one: -len(one[0]))
    return found


def listed(place: str, token: Token) -> Operator | None:
    """The operator that a word is at one place, its further words being there; the most demanding one."""
    entries = operators(place)
    known = next((form for form in forms(token) if form in entries), "")
    for rest, operator in entries.get(known, ()):
        if all(any(word in (low.lower_, low.lemma_.lower()) for low in below(token, DEPTH)) for word in rest):
            return operator
    return None


def forms(token: Token) -> tuple[str, ...]:
    """The lemma of a word, itself, and itself without an ending: the model makes "hop" of "hoped"."""
    form = token.lower_
    return token.lemma_.lower(), form, form.removesuffix("d"), form.removesuffix("ed"), form.removesuffix("s")


def below(token: Token, depth: int) -> Iterator[Token]:
    """What hangs below a word, not deeper than `depth`, subjects left out."""
    for child in token.children:
        if child.dep_ in clauses.SUBJECTS:
            continue
        yield child
        if depth > 1:
            yield from below(child, depth - 1)


def governing(word: Token, child: Token) -> Operator | None:
    """The operator that a word is over what hangs on it as `child` does."""
    if child.dep_ == "prep" and not leads_on(child):
        return None
    if child.dep_ in ("nsubj", "csubj"):
        return listed("happens", word) or (behind_copula(word, "happening") if word.lemma_ == "be" else None)
    if word.lemma_ == "be" and child.dep_ in ("ccomp", "xcomp"):
        return behind_copula(word, "adjectives") or listed("verbs", word)
    if word.pos_ in ("NOUN", "PROPN"):
        return listed("nouns", word)
    if word.pos_ == "ADJ" or (word.tag_ == "VBN" and word.dep_ == "acomp"):
        return listed("adjectives", word)
    if word.pos_ not in ("VERB", "AUX"):
        return None
    if clauses.is_passive(word) and child.dep_ in ("xcomp", "ccomp", "nsubjpass"):
        said = listed("passive", word) if child.dep_ != "nsubjpass" else None
        done = listed("passive_subject", word) if child.dep_ == "nsubjpass" else None
        if said is not None or done is not None:
            return said or done
    if names_claim(child):
        return listed("through_claims", word) or listed("verbs", word)
    return listed("verbs", word) or listed("adjectives", word)


def leads_on(prep: Token) -> bool:
    """Whether a preposition brings in what its governor is about: "succeeded *in* meeting", "plans *for* a meeting"."""
    gerund = any(child.dep_ == "pcomp" for child in prep.children)
    return prep.lower_ in (LEADING | {"in", "at"} if gerund else LEADING)


def behind_copula(copula: Token, place: str) -> Operator | None:
    """What the word behind a copula makes of its subject or clause: "it is *untrue* that …"."""
    behind = (child for child in copula.children if child.dep_ in ("acomp", "attr"))
    return next((found for word in behind if (found := listed(place, word)) is not None), None)


def names_claim(noun: Token) -> bool:
    """Whether a word is a noun of saying, or brings one in: "reports", "as fabrication reports"."""
    nouns = [noun, *(low for low in noun.children if low.dep_ == "pobj")]
    return any(low.lemma_.lower() in page()["claims"] or low.lower_ in page()["claims"] for low in nouns)
