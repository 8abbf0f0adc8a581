"""The stage that finds a report's dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date
from enum import StrEnum

from spacy.tokens import Doc

from truceline.model import When
from truceline.understand.dates.calendar import Context, Interval
from truceline.understand.dates.grammar import Expression, expression, expressions, starts
from truceline.understand.dates.solve import solve
from truceline.understand.dates.tense import tense_at
from truceline.understand.reading import Dated, Reading


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
    doc, found = reading.doc, list[Dated]()
    offsets = [token.idx for token in doc]
    previous: Interval | None = None
    for shape in expressions(doc.text):
        start, end = token_range(offsets, shape)
        context = Context(reading.published, tense_in(doc, start, end), previous)
        if shape.role == "event" and found and doc[found[-1].start].sent.start != doc[start].sent.start:
            context = Context(reading.published, context.tense)
        interval = solve(shape, context)
        if interval:
            previous = interval if shape.role != "event" else previous
            found.append(Dated(start, end, when(interval, doc.text[shape.start:shape.end])))
    return tuple(found)


def when(interval: Interval, text: str) -> When:
    """The interval with the report's words."""
    return When(start=interval[0], end=interval[1], text=text)


def token_range(offsets: list[int], shape: Expression) -> tuple[int, int]:
    """The tokens, end exclusive, that the characters of a shape touch."""
    start = max(0, bisect_right(offsets, shape.start) - 1)
    return start, max(start + 1, bisect_left(offsets, shape.end))


def tense_in(doc: Doc, start: int, end: int) -> str:
    """The tense that governs the tokens: that of the token whose head lies outside."""
    root = next((token for token in doc[start:end] if not start <= token.head.i < end), doc[start])
    return tense_at(root)


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


def reach(text: str) -> Reach:
    """How a date's words, as find gives them, bear on what they date."""
    shape = shape_of(text)
    return Reach(shape.role) if shape else Reach.AT


def again(dated: When, anchor: date, tense: str) -> When:
    """The date read against another day, the one of speaking; unchanged where that decides nothing."""
    found = resolve(dated.text, anchor, tense)
    return replace(found, text=dated.text) if found else dated
