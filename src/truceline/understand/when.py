"""Which date belongs to which predicate.

`date_of` gives the time of an act, `deadline_of` the day by which it is due. Both read the dates that the stage before
found; neither invents one.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from truceline.model import When
from truceline.understand.clauses import clause_tokens
from truceline.understand.dates.find import Reach, again, reach
from truceline.understand.dates.owners import DUE, dates_in, denied, depth, is_dateline, keeps, root
from truceline.understand.dates.scopes import scopes
from truceline.understand.dates.tense import tense_at
from truceline.understand.reading import Dated, Reading

NEWS_DAYS = 7  # a report's news is not older than a week
CLOCK = re.compile(r"(?i)\b\d{1,2}:\d\d\b|\b\d{1,2}(?:\.\d\d)? ?(?:a\.m|p\.m|am\b|pm\b|hrs\b|o['’]clock)|"
                   r"\b(?:at|before|after|around) (?:dawn|dusk|sunrise|sunset|noon|midday|midnight|first light)\b")


def date_of(reading: Reading, token: Token) -> When | None:
    """When the predicate's act takes place, as its own clause says, else the clause that it depends on.

    Deadlines ("by June 1") are left to deadline_of. "Since" is an interval for what lasts ("have been stalled since 27
    April") and its first day for what happens at once ("agreed on a ceasefire since February 27"). Inside reported
    speech a relative date starts from the day of speaking, where that is known.
    """
    beside = adjacent(reading, token)
    if beside:
        return settled(reading, token, narrowed(beside, dates_in(reading, token)))
    for scope in scopes(token):
        points = [one for one in dates_in(reading, scope) if reach(one.when.text) not in DUE]
        if points:
            return settled(reading, token, narrowed(closest(reading, scope, points), points))
        if scope == token and (open_end := since_clause(reading, token)):
            return open_end
    return by_the_clock(reading, token)


def narrowed(chosen: Dated, others: list[Dated]) -> Dated:
    """The date, or the shorter one inside it that says the same more exactly: "a year ago, in February 2009"."""
    inside = [one for one in others if reach(one.when.text) is Reach.AT and one.when.start >= chosen.when.start
              and one.when.end <= chosen.when.end]
    return min([chosen, *inside], key=lambda one: one.when.end - one.when.start)


def by_the_clock(reading: Reading, token: Token) -> When | None:
    """The day that the report is about, for what is told with an hour alone: "was turned back at 10:20 a.m."."""
    if token.tag_ not in ("VBD", "VBN") or tense_at(token) != "past":
        return None
    words = clause_tokens(token)
    told = CLOCK.search(reading.doc[words[0].i:words[-1].i + 1].text)
    return day_of_news(reading) if told else None


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
        if plain and near and not denied(reading, one) and not elsewhere(reading, one, token):
            return one
    return None


def elsewhere(reading: Reading, dated: Dated, verb: Token) -> bool:
    """Whether a date before a verb belongs to what the verb's subject did or is ("the truce agreed on Thursday held"),
    or the verb has another one in its own clause.
    """
    if dated.start > verb.i:
        return False
    own = dates_in(reading, verb)
    if own and dated not in own:
        return True
    node = root(reading, dated)
    while node != verb and node.head != node:
        node = node.head
        if node != verb and keeps(node):
            return True
    return False


def closest(reading: Reading, scope: Token, dates: list[Dated]) -> Dated:
    """The date that hangs nearest to the predicate; of equals the one whose words stand nearest."""
    def order(one: Dated) -> tuple[bool, int, int]:
        return reach(one.when.text) is Reach.EVENT, depth(reading, one, scope), abs(one.start - scope.i)

    return min(dates, key=order)


def settled(reading: Reading, token: Token, dated: Dated) -> When:
    """The date's days for this predicate: from the day of speaking, "since" cut to a day for what is done once."""
    found = dated.when
    frame = next((one for one in reading.frames_over(dated.start) if one.said), None)
    if frame and frame.said and frame.said.start == frame.said.end and frame.said != found:
        found = again(found, frame.said.start, tense_at(root(reading, dated)))
    if reach(found.text) is Reach.SINCE and not lasts(token):
        return When(start=found.start, end=found.start, text=found.text)
    return found


def lasts(token: Token) -> bool:
    """Whether a predicate speaks of what goes on: a perfect, a progressive or a noun."""
    if token.pos_ not in ("VERB", "AUX"):
        return True
    return any(child.dep_ == "aux" and child.lemma_.lower() in ("have", "be") for child in token.children)
