"""The stage that finds a report's dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Doc

from truceline.model import When
from truceline.understand.dates.calendar import Context, Interval
from truceline.understand.dates.grammar import Expression, expression, expressions, starts
from truceline.understand.dates.solve import solve
from truceline.understand.dates.tense import looks_ahead, tense_at
from truceline.understand.reading import Dated, Reading

COUNTED = frozenset({"event", "lapse"})
"""Rules that count from another date of the same sentence."""


class Reach(StrEnum):
    """How a date bears on its predicate: at it, from it on, up to it, due by it, from one to another,
    or an event counted from another date ("two days after the rebels signed").
    """

    AT = "point"
    SINCE = "since"
    UNTIL = "until"
    DUE = "deadline"
    WITHIN = "within"
    RANGE = "range"
    EVENT = "event"


def find(reading: Reading) -> tuple[Dated, ...]:
    """Every date that can be resolved against the day of publication, in order; without one, absolute dates only.

    Words that bear on the meaning are inside ("since 2011", "by June 1"), others are not ("on Sunday" gives "Sunday").
    Time grows with the length of the text.
    """
    doc, text, found = reading.doc, reading.text.reading, list[Dated]()
    offsets = [token.idx for token in doc]
    previous: Interval | None = None
    shapes = list(expressions(text))
    for number, shape in enumerate(shapes):
        start, end = token_range(offsets, shape)
        context = Context(reading.published, tense_in(doc, start, end, shape.first.means), previous)
        beside = found and doc[found[-1].start].sent.start == doc[start].sent.start
        if shape.first.means == "offset" and previous is None or shape.first.means in COUNTED and not beside:
            context = replace(context, previous=ahead(doc, offsets, shapes[number:number + 2], reading.published))
        interval = solve(shape, context)
        if interval:
            previous = interval if shape.role != "event" else previous
            found.append(Dated(start, end, when(interval, text[shape.start:shape.end])))
    return tuple(found)


def ahead(doc: Doc, offsets: list[int], shapes: list[Expression], published: date | None) -> Interval | None:
    """The date behind the first of two in the same sentence: "two days after the deal was signed, the army said on
    Thursday".
    """
    if len(shapes) < 2 or shapes[0].first.means == "lapse" or shapes[1].first.means in COUNTED:
        return None
    (first, _), (start, end) = (token_range(offsets, one) for one in shapes)
    same = doc[first].sent.start == doc[start].sent.start
    return solve(shapes[1], Context(published, tense_in(doc, start, end))) if same else None


def when(interval: Interval, text: str) -> When:
    """The interval with the report's words."""
    return When(start=interval[0], end=interval[1], text=text)


def token_range(offsets: list[int], shape: Expression) -> tuple[int, int]:
    """The tokens, end exclusive, that the characters of a shape touch."""
    start = max(0, bisect_right(offsets, shape.start) - 1)
    return start, max(start + 1, bisect_left(offsets, shape.end))


def tense_in(doc: Doc, start: int, end: int, means: str = "") -> str:
    """The tense that governs the tokens: that of the token whose head lies outside; near for a day of the year that
    something is done for.
    """
    root = next((token for token in doc[start:end] if not start <= token.head.i < end), doc[start])
    found = tense_at(root)
    return "near" if found == "past" and means == "day_of_month" and looks_ahead(root) else found


def shape_of(text: str) -> Expression | None:
    """The first date in a short text."""
    start = starts().search(text)
    while start:
        if found := expression(text, start.start()):
            return found
        start = starts().search(text, start.start() + 1)
    return None


def resolve(text: str, anchor: date | None, tense: str = "past") -> When | None:
    """The first date in the text against an anchor day; tense is past, future or near (the nearest).

    None where the text holds no date or the date stays open.
    """
    shape = shape_of(text)
    interval = solve(shape, Context(anchor, tense)) if shape else None
    return when(interval, text[shape.start:shape.end]) if shape and interval else None


@lru_cache(maxsize=4096)  # the same few words are asked for by every predicate near them
def reach(text: str) -> Reach:
    """How a date's words, as find gives them, bear on what they date."""
    shape = shape_of(text)
    return Reach(shape.role) if shape else Reach.AT


def again(dated: When, anchor: date, tense: str) -> When:
    """The date read against another day, the one of speaking; unchanged where that decides nothing."""
    found = resolve(dated.text, anchor, tense)
    return replace(found, text=dated.text) if found else dated
