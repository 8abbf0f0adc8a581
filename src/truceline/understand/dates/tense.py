"""Does a date lie behind or ahead? Decided from the verb that governs it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from truceline.understand.dates.grammar import language

FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAX_CLIMB = 12


@cache
def planned() -> frozenset[str]:
    """Words that look ahead from the past: "due", "scheduled"."""
    return frozenset(language()["planned"])


def tense_at(token: Token) -> str:
    """past, future, or near where either may be meant ("was due on Thursday", "talks resume on Monday")."""
    node, ahead = token, False
    for _ in range(MAX_CLIMB):
        if node.lemma_.lower() in planned():
            ahead = True
        if node.pos_ in ("VERB", "AUX"):
            found = tense_of(node)
            if found:
                return "near" if ahead and found == "past" else found
        if node.head == node:
            break
        node = node.head
    return "near" if ahead else "past"


def tense_of(verb: Token) -> str:
    """past, future or near from the verb's own form; "" for one that borrows its tense from above."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & FUTURE_AUX or verb.lower_ in FUTURE_AUX:
        return "future"
    if words & {"had", "have", "has", "having"}:
        return "past"
    if words & {"would", "may", "might", "could", "can", "should", "must"}:
        return "near"
    if "to" in words and verb.tag_ == "VB":
        return "near" if verb.lemma_ not in planned() else "future"
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return "near" if verb.lemma_.lower() in planned() else "past"
    if verb.tag_ == "VBN" and not auxiliaries:
        return "near" if verb.lemma_.lower() in planned() else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "near"
    if any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "near"
    return ""
