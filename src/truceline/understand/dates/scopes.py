"""Whose dates a predicate may take for its own: those of its clause, of clauses beside and above it, and of what is
arranged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from truceline.understand.dates.grammar import language
from truceline.understand.dates.tense import planned

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
BORROWING = frozenset({"advcl", "xcomp", "pcomp", "acl", "relcl", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "attr",
                       "acomp", "conj", "appos", "dative", "agent", "nmod", "npadvmod", "amod", "compound", "oprd"})
SUBJECTS = ("nsubj", "nsubjpass")
MAX_CLIMB = 6
LENDING = frozenset({"have", "having", "been", "being", "were", "was", "while", "as"})
"""Auxiliaries and marks of a clause that takes its time from the one above."""


def scopes(token: Token) -> Iterator[Token]:
    """The predicates whose dates may be the token's, nearest first: its own, one coordinated with it, what is arranged,
    one above it.
    """
    yield token
    yield from followers(token)
    yield from arranged(token)
    node = token
    for _ in range(MAX_CLIMB):
        if node.head == node or node.dep_ not in BORROWING or lends_nothing(node):
            break
        node = node.head
        if node.pos_ in ("VERB", "AUX") or node.pos_ in NOMINAL:
            yield node
        if node.pos_ in ("VERB", "AUX") and node.tag_ in ("VBD", "VBZ", "VBP"):
            yield from followers(node)
            break
    yield from attributes(token)


def attributes(token: Token) -> list[Token]:
    """What says when of a noun, or of a meeting that a verb tells of: "the session *held* on May 22", "two *rounds*, in
    June and August, ended".
    """
    if token.pos_ in NOMINAL:
        return [one for one in token.children if one.dep_ in ("acl", "relcl")]
    nouns = [one for one in token.children if one.dep_ in SUBJECTS and one.lemma_.lower() in meetings()]
    return [*nouns, *(low for one in nouns for low in one.children if low.dep_ in ("acl", "relcl"))]


def arranged(token: Token) -> Iterator[Token]:
    """Clauses that set the day of what the token is or brings about: "the session, *scheduled* for May 22, will go
    ahead", "talks are due to *resume* on Monday", "to host a round *planned* for Friday".
    """
    if token.pos_ in NOMINAL:
        if token.dep_ in SUBJECTS and sets_a_day(token.head):
            yield from chained(token.head)
        nouns = [token]
    else:
        kept = (*SUBJECTS, "dobj") if token.lemma_.lower() in keeping() else SUBJECTS
        nouns = [one for one in token.children if one.dep_ in kept and one.pos_ == "NOUN" and not one.ent_type_]
        nouns += met_at(token) if token.lemma_.lower() in keeping() else []
    clauses = [one for noun in nouns for part in phrase(noun) for one in part.children if one.dep_ in ("acl", "relcl")]
    if token.lemma_.lower() in keeping():
        clauses += [one for one in token.children if one.dep_ == "advcl" and one.tag_ == "VBN"]
    for clause in clauses:
        if sets_a_day(clause):
            yield from chained(clause)


def met_at(verb: Token) -> list[Token]:
    """What one comes to or takes part in: "will not come to the *meeting*"."""
    return [one for prep in verb.children if prep.dep_ == "prep" and prep.lower_ in ("to", "in", "at", "for")
            for one in prep.children if one.dep_ == "pobj"]


def phrase(noun: Token) -> list[Token]:
    """A noun and those below it by "of": a parser often hangs a clause on the last of them."""
    found = [noun]
    for one in found:
        found += [low for prep in one.children if prep.lower_ == "of" for low in prep.children if low.dep_ == "pobj"]
    return found[:MAX_CLIMB]


def chained(clause: Token) -> list[Token]:
    """A clause's verb and what completes it, innermost first: "was *to have taken* place"."""
    found = [clause]
    for one in found:
        found += [low for low in one.children if low.dep_ in ("acomp", "xcomp", "oprd")]
    return found[MAX_CLIMB::-1]


def sets_a_day(clause: Token) -> bool:
    """Whether a clause tells of what is arranged: "due on", "planned for", "was to have taken place"."""
    below = chained(clause)
    if any(one.lemma_.lower() in planned() or one.lower_ in planned() for one in below):
        return True
    return clause.lemma_ == "be" and any(low.lower_ == "to" for one in below for low in one.children)


@cache
def meetings() -> frozenset[str]:
    """Nouns for what takes place on a day."""
    return frozenset(language()["meetings"])


@cache
def keeping() -> frozenset[str]:
    """Verbs whose day is that of the meeting that they bear on."""
    return frozenset(language()["keeping"])


def followers(token: Token) -> list[Token]:
    """Predicates after this one that share their date with it: coordinated ones that are no clause of their own ("were
    killed and seven injured on Monday"), and those after "when".
    """
    return [child for child in token.children if token.pos_ == "VERB" and child.pos_ == "VERB"
            and (child.dep_ == "conj" and not complete(child) or child.dep_ == "advcl" and same_time(child))]


def complete(verb: Token) -> bool:
    """Whether a coordinated verb has a subject and a tense of its own."""
    own = any(one.dep_ in ("nsubj", "nsubjpass") for one in verb.children)
    return own and (verb.tag_ != "VBN" or any(one.dep_ in ("aux", "auxpass") for one in verb.children))


def same_time(clause: Token) -> bool:
    """Whether a clause says when the main one took place."""
    return any(one.lower_ in ("when", "as", "while") and one.dep_ in ("advmod", "mark") for one in clause.children)


def lends_nothing(node: Token) -> bool:
    """Whether what stands above has a time of its own: a purpose, a condition, a clause with its own tense."""
    if node.dep_ in ("advcl", "acl", "relcl", "xcomp"):
        return any(child.dep_ in ("mark", "aux") and child.lower_ not in LENDING for child in node.children)
    if node.dep_ == "conj":
        return any(child.dep_ in ("nsubj", "nsubjpass") for child in node.children)
    return False
