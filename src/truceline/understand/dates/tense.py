"""Does a date lie behind or ahead? Decided from the verb that governs it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from truceline.understand.dates.grammar import language

FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAX_CLIMB = 12


HAVE = frozenset({"had", "have", "has", "having", "'ve", "’ve"})
MODALS = frozenset({"would", "may", "might", "could", "can", "should", "must"})


@cache
def planned() -> frozenset[str]:
    """Words that look ahead from the past: "due", "scheduled"."""
    return frozenset(language()["planned"])


@cache
def intending() -> frozenset[str]:
    """Verbs whose infinitive lies ahead: "agreed to"."""
    return frozenset(language()["intending"])


def tense_at(token: Token) -> str:
    """past, future, near where either may be meant ("was due on Thursday"), or open where no verb tells."""
    node = token
    for _ in range(MAX_CLIMB):
        if node.lemma_.lower() in planned() or node.lower_ in planned():
            return "future" if tense_of(node) == "future" else "near"
        if node.pos_ in ("VERB", "AUX"):
            found = tense_of(node)
            if found == "past" and any(child.lower_ in planned() for child in node.children if child.dep_ == "acomp"):
                return "near"
            if found:
                return found
        if node.head == node:
            break
        node = node.head
    return "open"


def looks_ahead(token: Token) -> bool:
    """Whether a date hangs on what something is done for: "paved the way for a vote on July 28"."""
    node = token
    for _ in range(MAX_CLIMB):
        if node.pos_ in ("VERB", "AUX") or node.head == node:
            return False
        if node.pos_ == "NOUN" and node.dep_ == "pobj" and node.head.lower_ in ("for", "before", "towards"):
            return True
        node = node.head
    return False


def tense_of(verb: Token) -> str:
    """past, future or near from the verb's own form; "" for one that borrows its tense from above."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & FUTURE_AUX or verb.lower_ in FUTURE_AUX:
        return "future"
    if "to" in words:
        return infinitive(verb, words)
    if words & MODALS:
        return "near"
    if words & HAVE or verb.tag_ in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in auxiliaries):
        return past(verb, words)
    if verb.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "near"
    return ""


def past(verb: Token, words: set[str]) -> str:
    """The tense of a past form: "is to be released" and a participle that borrows look elsewhere."""
    if verb.tag_ == "VBN" and not words & HAVE and words & {"is", "are", "be"} and not words & {"was", "were", "been"}:
        return "near"
    return "past"


def infinitive(verb: Token, words: set[str]) -> str:
    """What lies ahead ("agreed to meet", "are to cease") or is left open ("was to have met"); else as its governor."""
    head = verb.head
    if words & HAVE or head.lemma_.lower() == "be":
        return "near"
    if head.lemma_.lower() in intending() or head.lower_ in intending():
        return "future"
    return "near" if head.pos_ not in ("VERB", "AUX") else ""
