"""Days, months, seasons and years that are named: each rule turns a shape's words into an interval."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from truceline.understand.dates.calendar import (
    Context,
    Interval,
    Words,
    add_months,
    best,
    day,
    day_number,
    direction,
    marked,
    month_of,
    named_year,
    narrated,
    week_of,
    whole_month,
    whole_year,
    word,
)


def iso(words: Words, _: Context) -> Interval | None:
    """2024-11-09."""
    found = day(int(words["year"]), int(words["number"]), int(words["number2"]))
    return (found, found) if found else None


def dotted(words: Words, _: Context) -> Interval | None:
    """Day first; a slashed date only where both readings are one or only one can be."""
    first, second, year = int(words["number"]), int(words["number2"]), int(words["year"])
    if "/" in words[""] and first != second and first <= 12 and second <= 12:
        return None
    found = day(year, second, first) or day(year, first, second)
    return (found, found) if found else None


def days_of_month(words: Words, context: Context) -> Interval | None:
    """As in "14 and 15 August", "June 10-12"."""
    first = day_of_month(words, context)
    if not first:
        return None
    last = day(first[0].year, first[0].month, day_number(words["day2"]))
    return (first[0], last) if last and last >= first[0] else None


def day_of_month(words: Words, context: Context) -> Interval | None:
    """As in "27 February", "the 15 of December", "Monday, May 3, 2021"."""
    month, number, year = month_of(words), day_number(words["day"]), named_year(words, context)
    if year:
        found = day(year, month, number)
        return (found, found) if found else None
    if context.anchor is None:
        return None
    years = range(context.anchor.year - 1, context.anchor.year + 2)
    days = [found for y in years if (found := day(y, month, number))]
    return best([(one, one) for one in days], day_tense(words, context))


def day_tense(words: Words, context: Context) -> Context:
    """A day of the year is the nearest one where neither its words nor a verb say otherwise."""
    mark = marked(words, context)
    return replace(context, tense="near") if mark.tense == "open" else mark


def day_of_this_month(words: Words, context: Context) -> Interval | None:
    """As in "12 of the current month"."""
    if context.anchor is None:
        return None
    base = add_months(context.anchor.replace(day=1), {"last": -1, "next": 1}.get(direction(words), 0))
    found = day(base.year, base.month, day_number(words["day"]))
    return (found, found) if found else None


def day_of_that_month(words: Words, context: Context) -> Interval | None:
    """As in "signed on 19 September and in force on 21 of it"."""
    if context.previous is None:
        return None
    found = day(context.previous[0].year, context.previous[0].month, day_number(words["day"]))
    return (found, found) if found else None


def days_of_this_month(words: Words, context: Context) -> Interval | None:
    """As in "from 4 to 22 of this month"."""
    first = day_of_this_month(words, context)
    last = day_of_this_month({**words, "day": words["day2"]}, context)
    return (first[0], last[0]) if first and last and first <= last else None


def month(words: Words, context: Context) -> Interval | None:
    """As in "February", "last March", "September 2017"."""
    number, year = month_of(words), named_year(words, context)
    if year:
        return whole_month(year, number)
    if context.anchor is None:
        return None
    candidates = [whole_month(y, number) for y in range(context.anchor.year - 1, context.anchor.year + 2)]
    if direction(words) in ("last", "next"):
        candidates = [one for one in candidates if not one[0] <= context.anchor <= one[1]]
    return best(candidates, marked(words, context))


def weekday(words: Words, context: Context) -> Interval | None:
    """As in "Sunday", "last Tuesday", "Tuesday of last week", "the night to Saturday"."""
    context = narrated(words, context)
    anchor = context.anchor
    if anchor is None:
        return None
    text = words.get("weekday") or words.get("w") or ""
    found = word("weekday", text)
    number = int(word("weekday_short", text) if found is None else found)
    if mark := direction(words, "2"):
        chosen = week_of(anchor)[0] + timedelta(days=number + {"last": -7, "this": 0, "next": 7}[mark])
        return chosen, chosen
    back = anchor - timedelta(days=(anchor.weekday() - number) % 7)
    days = [back - timedelta(days=7), back, back + timedelta(days=7)]
    if direction(words) in ("last", "next"):
        days = [one for one in days if one != anchor]
    if direction(words) == "this" and context.tense != "past":
        days = [week_of(anchor)[0] + timedelta(days=number)]
    chosen_interval = best([(one, one) for one in days], marked(words, context))
    if chosen_interval and re.match(r"(?i)(?:the )?nights? (?:in)?to ", words[""]):
        return chosen_interval[0] - timedelta(days=1), chosen_interval[0]
    return chosen_interval


def season(words: Words, context: Context) -> Interval | None:
    """As in "the summer of 2014", "winter"."""
    first = int(word("season", words["season"]))
    if words.get("year"):
        return season_from(int(words["year"]) - (first == 12), first)
    if context.anchor is None:
        return None
    candidates = [season_from(y, first) for y in range(context.anchor.year - 2, context.anchor.year + 2)]
    if direction(words) == "last":
        candidates = [one for one in candidates if one[1] < context.anchor]
    return best(candidates, marked(words, context))


def season_from(year: int, first: int) -> Interval:
    """Three months from the first of a month."""
    start = date(year, first, 1)
    return start, add_months(start, 3) - timedelta(days=1)


def holiday(words: Words, context: Context) -> Interval | None:
    """As in "Christmas 2016"."""
    number, on = word("holiday", words["holiday"].replace("’", "'"))
    if words.get("year"):
        found = date(int(words["year"]), number, on)
        return found, found
    if context.anchor is None:
        return None
    days = [date(y, number, on) for y in range(context.anchor.year - 1, context.anchor.year + 2)]
    return best([(one, one) for one in days], day_tense(words, context))


def decade(words: Words, _: Context) -> Interval | None:
    """As in "the 1990s"."""
    first = int(words["decade"])
    return date(first, 1, 1), date(first + 9, 12, 31)


def day_alone(words: Words, context: Context) -> Interval | None:
    """As in "the 13th"."""
    anchor = context.anchor
    if anchor is None:
        return None
    firsts = [add_months(anchor.replace(day=1), step) for step in (-1, 0, 1)]
    days = [found for one in firsts if (found := day(one.year, one.month, day_number(words["nth"])))]
    return best([(one, one) for one in days], context)


def year(words: Words, _: Context) -> Interval | None:
    """As in "2011"."""
    return whole_year(int(words["year"]))


def years(words: Words, _: Context) -> Interval | None:
    """As in "2012-2013"."""
    first, last = int(words["year"]), int(words["year2"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None
