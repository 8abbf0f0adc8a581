"""Expressions to intervals: the rule of each shape, the part of it that is meant, and the word that links it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from truceline.understand.dates import counted, named
from truceline.understand.dates.calendar import Context, Interval, Words, add_months, count_of, shifted, word
from truceline.understand.dates.grammar import Expression, Point, language

SOLVERS: dict[str, Callable[[Words, Context], Interval | None]] = {
    "iso": named.iso, "dotted": named.dotted, "days_of_month": named.days_of_month,
    "day_of_month": named.day_of_month, "month": named.month, "day_of_this_month": named.day_of_this_month,
    "day_of_that_month": named.day_of_that_month, "lapse": counted.lapse,
    "days_of_this_month": named.days_of_this_month,
    "weekday": named.weekday, "far_day": counted.far_day, "near_day": counted.near_day,
    "span_near": counted.span_near, "calendar_unit": counted.calendar_unit, "ago": counted.ago,
    "offset": counted.offset, "event": counted.event, "hence": counted.hence, "term": counted.term,
    "season": named.season, "holiday": named.holiday, "decade": named.decade, "day_alone": named.day_alone,
    "year": named.year, "years": named.years,
}


def solve_point(shape: Point, context: Context) -> Interval | None:
    """The days of one date shape, or of the part of it that is meant; None for days no calendar has."""
    if shape.part and shape.words.get("here") and context.tense == "past":
        context = replace(context, tense="near")  # a part of the whole month, not of what of it has passed
    try:
        interval = SOLVERS[shape.means](shape.words, context)
    except (OverflowError, ValueError):  # a year outside what dates can hold
        return None
    return part_of(interval, shape, context) if interval and shape.part else interval


def part_of(interval: Interval, shape: Point, context: Context) -> Interval:
    """The early, middle or late share of an interval; days stay whole."""
    length = (interval[1] - interval[0]).days + 1
    if length < 5:
        return interval
    if " " in shape.part and shape.part not in language()["parts"]:
        return edge_of(interval, shape.part)
    first, last = language()["parts"][shape.part]
    if first < 0:
        return one_sided(interval, first, context)
    if 28 <= length <= 31:
        bounds = {0: 1, 3: 11, 5: 16, 6: 21}
        start = interval[0].replace(day=bounds[first])
        return start, interval[1] if last == 10 else interval[0].replace(day=bounds[last] - 1)
    if length >= 365:
        years = round(length / 365)
        months = {0: 0, 3: 4, 5: 6, 6: 9}
        stop = {3: 3, 5: 6, 6: 8, 10: 12}
        return (add_months(interval[0], years * months[first]),
                add_months(interval[0], years * stop[last]) - timedelta(days=1))
    third = length / 3
    cuts = {0: 0, 3: third, 5: length / 2, 6: 2 * third, 10: length}
    return (interval[0] + timedelta(days=round(cuts[first])),
            interval[0] + timedelta(days=round(cuts[last]) - 1))


def edge_of(interval: Interval, part: str) -> Interval:
    """The first, second … or last days, weeks, months or years: "last 2 weeks", "first days" (a few)."""
    name, *count, unit = part.split()
    number = round(count_of(count[0])) if count else 1
    few = unit == "days" and not count
    unit, number = word("unit", unit), 3 if few or unit in ("months", "years") and not count else number
    place = language()["edges"][name]
    if place < 0:
        start = shifted(interval[1] + timedelta(days=1), -number, unit)
        return max(start, interval[0]), interval[1]
    start = shifted(interval[0], place * number, unit)
    return start, min(shifted(start, number, unit) - timedelta(days=1), interval[1])


def one_sided(interval: Interval, side: int, context: Context) -> Interval:
    """"Earlier this month" ends, "later this month" begins at the anchor."""
    if context.anchor is None or not interval[0] <= context.anchor <= interval[1]:
        return interval
    return (interval[0], context.anchor) if side == -1 else (context.anchor, interval[1])


def solve(found: Expression, context: Context) -> Interval | None:
    """The days of an expression with its link: since, until, by, from … to; None where they stay open."""
    if found.last is not None:
        return solve_range(found.first, found.last, context)
    interval = solve_point(found.first, link_tense(found, context))
    if interval is None:
        return None
    if found.role == "since":
        return (interval[0], context.anchor) if context.anchor and context.anchor >= interval[0] else interval
    if found.role == "deadline" and found.first.means != "year":
        return interval[1], interval[1]
    return interval


def link_tense(found: Expression, context: Context) -> Context:
    """"Since" looks back whatever the verb; a deadline is the nearest one unless a verb says that it lies ahead."""
    if found.role == "since":
        return replace(context, tense="past")
    return replace(context, tense="near") if found.role == "deadline" and context.tense != "future" else context


def solve_range(first: Point, last: Point, context: Context) -> Interval | None:
    """From the first day of one date to the last day of another, which must not lie before it."""
    end = solve_point(last, context)
    if end is None:
        return None
    start = solve_point(first, replace(context, anchor=end[1], tense="past"))
    return (start[0], end[1]) if start and start[0] <= end[1] else None
