"""Which date belongs to which predicate.

`date_of` gives the time of an act, `deadline_of` the day by which it is due. Both read the dates that the stage before
found; neither invents one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from truceline.model import When
from truceline.understand.clauses import clause_tokens
from truceline.understand.dates.find import Reach, again, reach
from truceline.understand.dates.grammar import language
from truceline.understand.dates.tense import intending, tense_at
from truceline.understand.reading import Dated, Reading

DUE = frozenset({Reach.DUE, Reach.WITHIN, Reach.UNTIL})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
BORROWING = frozenset({"advcl", "xcomp", "pcomp", "acl", "relcl", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "attr",
                       "acomp", "conj", "appos", "dative", "agent", "nmod", "npadvmod", "amod", "compound", "oprd"})
MAX_CLIMB = 6
TENSELESS = frozenset({"have", "having", "been", "being", "were", "was"})
NEWS_DAYS = 7  # a report's news is not older than a week
DATELINE = re.compile(r"\s{0,2}(?:\([^)\n]{1,40}\)\s{0,2}[-–—:]|[-–—]{1,2}\s|[/(])")
DATELINE_REACH = 60  # characters of a paragraph in which a dateline stands


def date_of(reading: Reading, token: Token) -> When | None:
    """When the predicate's act takes place, as its own clause says, else the clause that it depends on.

    Deadlines ("by June 1") are left to deadline_of. "Since" is an interval for what lasts ("have been stalled since 27
    April") and its first day for what happens at once ("agreed on a ceasefire since February 27"). Inside reported
    speech a relative date starts from the day of speaking, where that is known.
    """
    beside = adjacent(reading, token)
    if beside:
        return settled(reading, token, beside)
    for scope in scopes(token):
        points = [one for one in dates_in(reading, scope) if reach(one.when.text) not in DUE]
        if points:
            return settled(reading, token, closest(reading, scope, points))
        if scope == token and (open_end := since_clause(reading, token)):
            return open_end
    return None


def since_clause(reading: Reading, token: Token) -> When | None:
    """From what a clause with "since" dates up to publication: "have been killed since fighting erupted on Jan. 6"."""
    for clause in token.children:
        if clause.dep_ in ("advcl", "prep") and reading.published:
            if not any(mark.lower_ == "since" for mark in (clause, *clause.children)):
                continue
            inner = [one for one in reading.dates if clause.left_edge.i <= one.start <= clause.right_edge.i]
            if inner and inner[0].when.start <= reading.published:
                words = reading.doc[clause.left_edge.i:inner[0].end].text
                return When(start=inner[0].when.start, end=reading.published, text=words)
    return None


def deadline_of(reading: Reading, token: Token) -> When | None:
    """The day by which the predicate is due: "by June 1", "within 72 hours", "until Friday"; else a day ahead in it.

    None where none is set.
    """
    for scope in scopes(token):
        due = [one for one in dates_in(reading, scope) if reach(one.when.text) in DUE]
        if due:
            return settled(reading, token, closest(reading, scope, due))
    ahead = date_of(reading, token)
    return ahead if ahead and reading.published and ahead.end > reading.published else None


def day_of_news(reading: Reading) -> When | None:
    """The day that the report is about: the first plain date in its first sentences, at most a week old.

    For acts in the simple past that the text gives no date of their own.
    """
    for one in reading.dates[:4]:
        if reading.published is None or is_dateline(reading, one) or reach(one.when.text) is not Reach.AT:
            continue
        age = (reading.published - one.when.start).days
        if 0 <= age <= NEWS_DAYS and one.when.start == one.when.end:
            return one.when
    return None


def adjacent(reading: Reading, token: Token) -> Dated | None:
    """A plain date right beside a verb, whatever the parse: "said on Wednesday", "on Thursday said"."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    place = bisect_left(reading.dates, token.i, key=lambda one: one.start)
    for one in reading.dates[max(0, place - 1):place + 1]:
        gap = reading.doc[token.i + 1:one.start] if one.start > token.i else reading.doc[one.end:token.i]
        words = [word.lower_ for word in gap]
        plain = reach(one.when.text) in (Reach.AT, Reach.RANGE) and not is_dateline(reading, one)
        near = not words or (one.start > token.i and words in (["on"], ["late", "on"], ["in"], ["at"]))
        if plain and near and not denied(reading, one):
            return one
    return None


def is_dateline(reading: Reading, dated: Dated) -> bool:
    """Whether a date belongs to a dateline: "MOKELE, May 15 (Agency) - "."""
    text, span = reading.doc.text, reading.doc[dated.start:dated.end]
    head = text[max(0, span.start_char - DATELINE_REACH):span.start_char]
    inside = span.start_char < DATELINE_REACH or "\n" in head
    return inside and "." not in head.rsplit("\n", 1)[-1][-30:-3] and bool(DATELINE.match(text, span.end_char))


def denied(reading: Reading, dated: Dated) -> bool:
    """Whether the date is the one that is not meant: "not on Saturday but on Friday"."""
    return any(word.lower_ == "not" for word in reading.doc[max(0, dated.start - 2):dated.start])


def scopes(token: Token) -> Iterator[Token]:
    """The predicates whose dates may be the token's, nearest first: its own, one coordinated with it, one above it."""
    yield token
    yield from followers(token)
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
    """Clauses that say when of a noun, or of a verb's subject: "the session, *scheduled* for May 22, will go ahead"."""
    nouns = [token] if token.pos_ in NOMINAL else [one for one in token.children if one.dep_ in ("nsubj", "nsubjpass")]
    return [one for noun in nouns for one in noun.children if one.dep_ in ("acl", "relcl")]


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
        return any(child.dep_ in ("mark", "aux") and child.lower_ not in TENSELESS for child in node.children)
    if node.dep_ == "conj":
        return any(child.dep_ in ("nsubj", "nsubjpass") for child in node.children)
    return False


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
    while node != scope and node.head != node:
        node = node.head
        if node == scope:
            return False
        if node.lemma_.lower() in own_date() or nested(node) or not due and ahead_of(node):
            return True
    return False


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


def closest(reading: Reading, scope: Token, dates: list[Dated]) -> Dated:
    """The date that hangs nearest to the predicate; of equals the one whose words stand nearest."""
    def order(one: Dated) -> tuple[bool, int, int]:
        return reach(one.when.text) is Reach.EVENT, depth(reading, one, scope), abs(one.start - scope.i)

    return min(dates, key=order)


def settled(reading: Reading, token: Token, dated: Dated) -> When:
    """The date's days for this predicate: from the day of speaking, "since" cut to a day for what is done once."""
    found = dated.when
    frame = next((one for one in reading.frames_over(dated.start) if one.said), None)
    if frame and frame.said and frame.said.start == frame.said.end:
        found = again(found, frame.said.start, tense_at(root(reading, dated)))
    if reach(found.text) is Reach.SINCE and not lasts(token):
        return When(start=found.start, end=found.start, text=found.text)
    return found


def lasts(token: Token) -> bool:
    """Whether a predicate speaks of what goes on: a perfect, a progressive or a noun."""
    if token.pos_ not in ("VERB", "AUX"):
        return True
    return any(child.dep_ == "aux" and child.lemma_.lower() in ("have", "be") for child in token.children)
