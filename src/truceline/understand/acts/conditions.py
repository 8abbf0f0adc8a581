"""What an act that is to come depends on: if-clauses, inverted ones, "only …", "in the event of", "subject to"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Token

from truceline.understand import clauses, lexicon
from truceline.understand.acts.negation import negations

OPENING = frozenset({"mark", "advmod", "prep"})
CLAUSAL = frozenset({"acl", "relcl", "ccomp"})
NOT_UNLESS = frozenset({"until", "before", "while"})
"""Conjunctions that set a condition for what is negated; else they tell for how long or in what order."""


@cache
def table() -> dict[str, Any]:
    """The lexicon of conditions."""
    page: dict[str, Any] = lexicon.load("conditions")
    return page


def hypothetical(token: Token) -> bool:
    """Whether the predicate stands in the if-part of a condition: then nothing is stated of it."""
    below = token
    for word in [token, *token.ancestors]:
        if supposes(word) and not (below != word and is_led(below)):
            return True
        below = word
    return False


def is_led(clause: Token) -> bool:
    """Whether a clause is the main one that the parser hung on its condition: "*may reopen* should they withdraw"."""
    return clause.dep_ == "ccomp" and has_modal(clause) and clause.head.dep_ == "ROOT" and is_inverted(clause.head)


def supposes(word: Token) -> bool:
    """Whether a clause only says on what something depends."""
    if is_case(word) or is_inverted(word):
        return True
    return is_adverbial(word) and bool(marker(word)) and not is_told_time(word)


def is_adverbial(verb: Token) -> bool:
    """Whether a clause depends on another as a condition can, also joined to it by "but only"."""
    return verb.dep_ == "advcl" or (verb.dep_ in ("conj", "prep") and bool(only_on(verb)) and bool(marker(verb)))


def is_told_time(verb: Token) -> bool:
    """Whether a time clause tells what has been rather than what must come first."""
    return marker(verb) in table()["timed"] and is_past(verb) and not has_modal(main(verb)) and not only_on(verb)


def main(verb: Token) -> Token:
    """The verb that a subordinate clause depends on, through "as soon as"."""
    return verb.head.head if verb.head.pos_ == "ADV" else verb.head


def is_past(verb: Token) -> bool:
    """Whether a verb tells what has been: "once their truce *was* in place"."""
    return any(word.tag_ == "VBD" for word in [verb, *verb.children])


def is_case(word: Token) -> bool:
    """Whether a clause hangs on "in case", "on condition that" or "supposing"."""
    head = word.head
    if word.dep_ in CLAUSAL and head.lower_ in table()["supposing"] and word.i > head.i:
        return True
    if word.dep_ in ("advcl", "prep") and word.lower_ in table()["supposing"] and word.tag_.startswith("VB"):
        return True
    if any(opens_case(child) for child in word.children if child.dep_ == "prep" and child.i < word.i):
        return True
    return word.dep_ in CLAUSAL and head.dep_ == "pobj" and head.lower_ in conditional_nouns(head.head)


def opens_case(prep: Token) -> bool:
    """Whether "in case" stands right before the subject of the clause that the parser hung it on."""
    noun = next((child for child in prep.children if child.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in ("case", "event") or noun.i - prep.i != 1:
        return False
    return any(low.dep_ in ("nsubj", "nsubjpass") and low.left_edge.i == noun.i + 1 for low in prep.head.children)


def is_pending(noun: Token) -> bool:
    """Whether a phrase opens with what the parser took for an adjective: "*pending* approval, …"."""
    return any(low.lower_ in table()["prepositions"] and low.dep_ == "amod" for low in noun.children)


def conditional_nouns(prep: Token) -> list[str]:
    """The nouns that make a condition behind a preposition: "in *case*", "on *condition*"."""
    found: list[str] = table()["nouns"].get(prep.lower_, [])
    return found


def is_inverted(verb: Token) -> bool:
    """Whether a clause puts should, were or had before its subject: "should the talks fail"."""
    if verb.dep_ not in ("ROOT", "advcl", "ccomp"):
        return False
    first = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), verb)
    if first.lower_ not in ("should", "were", "had") or first.i + 1 >= len(verb.doc):
        return False
    if verb.dep_ == "ROOT" and not any(child.dep_ == "ccomp" and has_modal(child) for child in verb.children):
        return False
    if verb.doc[verb.sent.end - 1].text == "?":
        return False
    before = [child for child in verb.children if child.i < first.i and child.dep_ not in ("punct", "ccomp")]
    return not before and verb.doc[first.i + 1].pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")


def marker(verb: Token) -> str:
    """The conjunction that opens a subordinate clause, "" where there is none."""
    if verb.head.lower_ in ("soon", "long") and verb.dep_ in ("advcl", "ccomp"):
        return f"as {verb.head.lower_} as"
    known = table()["conjunctions"]
    return next(
        (low.lower_ for low in verb.children if low.dep_ in OPENING and low.i < verb.i and low.lower_ in known), ""
    )


def has_modal(verb: Token) -> bool:
    """Whether a verb is still to come: "will leave", "would leave"."""
    return any(child.tag_ == "MD" for child in verb.children)


def only_on(word: Token) -> Token | None:
    """The "only" that hangs on a word before it or beside it."""
    known = table()["only"]
    return next((child for child in word.children if child.dep_ == "advmod" and child.lower_ in known), None)


def condition(token: Token) -> Token | None:
    """What the predicate's clause, or the clause that it completes, depends on: the verb or noun of it, or "only"."""
    only = only_on(token)
    if only is not None and not is_past(token):
        return only
    if is_led(token):
        return token.head
    completing = (child for child in token.children if child.dep_ == "xcomp")
    for verb in [token, *completing, *list(token.ancestors)[:2]]:
        found = next(conditions_on(verb), None)
        if found is not None and found != token and token not in found.subtree:
            return found
    return depends(token)


def conditions_on(verb: Token) -> Iterator[Token]:
    """Every condition that hangs on a verb itself."""
    for child in verb.children:
        plain = is_inverted(child) or is_case(child) or is_pending(child)
        if plain or (is_adverbial(child) and limits(child, verb)):
            yield child
        elif child.dep_ in ("prep", "conj") and (child.pos_ == "ADP" or child.lower_ in table()["prepositions"]):
            yield from of_phrase(child)
        elif child.lower_ in table()["adjectives"] and child.dep_ in ("advcl", "acomp", "amod", "oprd"):
            yield from (child for low in child.children if low.dep_ == "prep")
        elif child.dep_ in clauses.OBJECTS:
            yield from (low for low in child.children if low.dep_ == "acl" and low.lower_ in table()["supposing"])
        elif child.lower_ in ("soon", "long") and child.dep_ == "advmod":
            yield from (low for low in child.children if low.dep_ in ("advcl", "ccomp"))


def limits(clause: Token, verb: Token) -> bool:
    """Whether a subordinate clause sets a condition for its verb rather than a time."""
    word = marker(clause)
    if not word:
        return False
    if only_on(clause):
        return True
    if word in NOT_UNLESS:
        return has_modal(verb) and bool(negations(verb))
    if word == "after":
        return False
    return word not in table()["timed"] or has_modal(verb)


def of_phrase(prep: Token) -> Iterator[Token]:
    """The condition in a prepositional phrase: "in the *event* of war", "*only* with his consent"."""
    only = only_on(prep)
    if only is not None or prep.lower_ in table()["prepositions"]:
        yield only or prep
    for noun in clauses.objects_of(prep):
        named = any(low.dep_ in ("prep", "acl", "relcl", "ccomp") for low in noun.children)
        if noun.lower_ in conditional_nouns(prep) and named:
            yield noun


def depends(token: Token) -> Token | None:
    """The verb by which the act, as its subject, hangs on something: "the release *depends* on the lists"."""
    head = token.head
    hangs = token.dep_ in clauses.SUBJECTS and head.lemma_ in table()["verbs"]
    return head if hangs and any(low.lower_ in ("on", "upon") for low in head.children) else None


def is_exclusive(token: Token, limit: Token) -> bool:
    """Whether whoever would act takes a position by the condition: only so, not unless, not before."""
    if limit.lower_ in table()["only"] or only_on(limit) is not None or marker(limit) == "unless":
        return True
    return bool(negations(token))


def suspends(limit: Token) -> bool:
    """Whether a condition leaves open even what is told as done: "signed, *subject to* approval", "agreed *if*"."""
    nouns = {noun for listed in table()["nouns"].values() for noun in listed}
    return limit.lower_ in {*table()["adjectives"], *nouns} or marker(limit) in ("if", "unless", "provided")
