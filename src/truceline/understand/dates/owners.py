"""Which of a report's dates hang on a word, and which something in between keeps for itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from spacy.tokens import Token

from truceline.understand.clauses import clause_tokens
from truceline.understand.dates.find import Reach, reach
from truceline.understand.dates.grammar import language
from truceline.understand.dates.tense import intending
from truceline.understand.reading import Dated, Reading

DUE = frozenset({Reach.DUE, Reach.WITHIN, Reach.UNTIL})
DATELINE = re.compile(r"\s{0,2}(?:\([^)\n]{1,40}\)\s{0,2}[-–—:]|[-–—]{1,2}\s|[/(])")
DATELINE_REACH = 60  # characters of a paragraph in which a dateline stands
SUPERLATIVE = re.compile(r"(?i)\b(?:first|last|only|most|worst|best|\w{3,12}est|record)\b[^.;:\n]{0,60}$")


def is_dateline(reading: Reading, dated: Dated) -> bool:
    """Whether a date belongs to a dateline: "MOKELE, May 15 (Agency) - "."""
    text, span = reading.text.reading, reading.doc[dated.start:dated.end]
    head = text[max(0, span.start_char - DATELINE_REACH):span.start_char]
    inside = span.start_char < DATELINE_REACH or "\n" in head
    return inside and "." not in head.rsplit("\n", 1)[-1][-30:-3] and bool(DATELINE.match(text, span.end_char))


def denied(reading: Reading, dated: Dated) -> bool:
    """Whether the date is the one that is not meant: "not on Saturday but on Friday"."""
    return any(word.lower_ == "not" for word in reading.doc[max(0, dated.start - 2):dated.start])


def is_comparison(reading: Reading, dated: Dated) -> bool:
    """Whether "since" says how long something had not been, or stands in brackets: "the first talks *since 2010*"."""
    first = reading.doc[dated.start:dated.end].start_char
    before = reading.text.reading[max(0, first - 80):first]
    return bool(SUPERLATIVE.search(before)) or before.rfind("(") > before.rfind(")")


def dates_in(reading: Reading, scope: Token) -> list[Dated]:
    """The dates among the scope's own words, none that a nested predicate or a dated document has for itself."""
    words = clause_tokens(scope)
    first, last = words[0].i, words[-1].i
    inside = {word.i for word in words}
    start = bisect_left(reading.dates, first, key=lambda one: one.start)
    found = []
    for one in reading.dates[max(0, start - 1):]:
        if one.start > last:
            break
        if root(reading, one).i in inside and usable(reading, one, scope):
            found.append(one)
    return found


def usable(reading: Reading, dated: Dated, scope: Token) -> bool:
    """Whether a date among the scope's words can be its own."""
    kind = reach(dated.when.text)
    if is_dateline(reading, dated) or denied(reading, dated) or owned(reading, dated, scope, kind in DUE):
        return False
    if kind is Reach.SINCE and is_comparison(reading, dated):
        return False
    if kind is not Reach.EVENT:
        return True
    link = reading.doc[dated.end - 1]
    return link.dep_ == "mark" and link.head == scope or scope in link.children


def root(reading: Reading, dated: Dated) -> Token:
    """The token of a date that hangs on what it dates."""
    span = reading.doc[dated.start:dated.end]
    return next((token for token in span if not dated.start <= token.head.i < dated.end), span[0])


def owned(reading: Reading, dated: Dated, scope: Token, due: bool) -> bool:
    """Whether something between the date and the predicate keeps the date for itself.

    What one agreed to do on a day is not agreed on that day, but due on it.
    """
    node = root(reading, dated)
    if of_noun(node, scope):
        return True
    while node != scope and node.head != node:
        node = node.head
        if node == scope:
            return False
        if keeps(node) or not due and ahead_of(node):
            return True
    return False


def of_noun(node: Token, scope: Token) -> bool:
    """Whether a date is what a noun other than the scope is "of": "claimed the blast *of 1 March*"."""
    noun = node.head.head
    if node.head.lower_ != "of" or noun == scope or noun.pos_ != "NOUN" or is_message(noun):
        return False
    return noun.lemma_.lower() not in language()["hours"]


def is_message(node: Token) -> bool:
    """Whether a noun is the message in which something is said: "announced in a *statement* of 4 March"."""
    return node.lemma_.lower() in language()["messages"] and node.head.lower_ in ("in", "by")


def keeps(node: Token) -> bool:
    """Whether a word keeps the dates below it: a dated document, a clause of its own."""
    if is_message(node) or node.lower_ == "dated" and is_message(node.head):
        return False
    return node.lemma_.lower() in own_date() or nested(node)


def nested(node: Token) -> bool:
    """Whether a node starts a clause that keeps its dates; an infinitive shares them ("a pledge to leave by May")."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)
    return node.dep_ in ("acl", "relcl", "advcl") and not infinitive


def ahead_of(node: Token) -> bool:
    """Whether a node is what somebody agreed, promised or was asked to do."""
    infinitive = node.dep_ in ("xcomp", "ccomp", "acl") and any(child.lower_ == "to" for child in node.children)
    return infinitive and (node.head.lemma_.lower() in intending() or node.head.lower_ in intending())


@cache
def own_date() -> frozenset[str]:
    """Nouns that carry a date of their own."""
    return frozenset(language()["own_date"])


def depth(reading: Reading, dated: Dated, scope: Token) -> int:
    """How many steps lie between the date and the predicate in the tree."""
    node, steps = root(reading, dated), 0
    while node != scope and node.head != node:
        node, steps = node.head, steps + 1
    return steps
