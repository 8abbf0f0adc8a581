"""The words that negate a predicate: on itself, its copula, its subject or its object, or shared with what it is joined
to."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from truceline.understand import clauses, lexicon


@cache
def words(key: str) -> frozenset[str]:
    """A list of words of the lexicon of status."""
    return frozenset(lexicon.load("status")[key])


def negations(token: Token) -> list[Token]:
    """The words that negate a predicate, none where nothing does."""
    found = own(token.head) if token.dep_ == "acomp" else []
    found += own(token) + [child for child in token.children if child.dep_ == "det" and child.lower_ == "no"]
    if token.pos_ in ("VERB", "AUX"):
        found += of_arguments(token)
        found += shared(token)
    return found


def own(token: Token) -> list[Token]:
    """Negations that hang on the word itself."""
    return [child for child in token.children if child.dep_ == "neg" or is_negative(child, token)]


def is_negative(child: Token, token: Token) -> bool:
    """Whether a word before a predicate negates it without being labelled so: "never", "neither", "rather than"."""
    if child.lower_ == "than":
        return child.dep_ == "mark" and child.i > 0 and child.nbor(-1).lower_ == "rather"
    known = child.lower_ in ("neither", "never", "hardly")
    return known and child.dep_ in ("preconj", "cc", "advmod") and child.i < token.i


def of_arguments(verb: Token) -> list[Token]:
    """Subjects and objects that negate, or words on them that do: "*no* deal was reached", "signed *nothing*"."""
    found: list[Token] = []
    near = [*clauses.own_subjects(verb), *clauses.objects(verb)]
    for noun in [*near, *(low for low in clauses.after(verb, ("from", "with")) if low.lower_ in words("nobody"))]:
        if noun.lower_ in words("nobody"):
            found.append(noun)
        found += [
            child
            for child in noun.children
            if child.dep_ in ("det", "neg", "preconj") and child.lower_ in ("no", "not", "neither")
        ]
    return found


def shared(verb: Token) -> list[Token]:
    """The negation of a verb that this one is joined to by "or" or "nor"."""
    if verb.dep_ != "conj" or clauses.own_subjects(verb):
        return []
    joined = [child for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i]
    last = max(joined, key=lambda word: word.i, default=None)
    if last is None or last.lower_ not in ("nor", "or"):
        return []
    return [last] if last.lower_ == "nor" else own(verb.head)
