"""The calendar's arithmetic: intervals of days, and the choice between years, weeks and months that a name may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from truceline.understand.dates.grammar import language

Interval = tuple[date, date]
Words = dict[str, str]
UNIT_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is read against: the anchor day, the tense around it and the date named before it.

    The tense is past, future, near (the nearest day is meant) or open (no verb tells).
    """

    anchor: date | None
    tense: str = "past"
    previous: Interval | None = None


def word(kind: str, text: str) -> Any:
    """The value of a word of the language file, however it is written."""
    entries = language()["words"][kind]
    wanted = re.sub(r"\s+", " ", text.strip().rstrip(".").lower())
    return next((value for name, value in entries.items() if name.lower() == wanted), None)


def month_of(words: Words) -> int:
    """The month's number."""
    text = words.get("month") or words.get("mon") or words.get("month_short") or ""
    found = word("month", text) or word("month_short", text)
    return int(found)


def day_number(text: str) -> int:
    """The number of a day: 12, 12th, twelfth."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(word("ordinal", text))


def count_of(text: str) -> float:
    """The number of a count: 3, three, a couple of."""
    return float(text) if text.isdigit() else float(word("count", text))


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none."""
    return date(year, month, number) if 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1] else None


def whole_month(year: int, month: int) -> Interval:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def whole_year(year: int) -> Interval:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def add_months(start: date, months: int) -> date:
    """The same day some months on, the month's last day where it has none."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def shifted(start: date, count: float, unit: str) -> date:
    """The day some units on."""
    if unit in UNIT_DAYS:
        return start + timedelta(days=round(count * UNIT_DAYS[unit]))
    return add_months(start, round(count * UNIT_MONTHS[unit]))


def week_of(inside: date) -> Interval:
    """Monday to Sunday."""
    monday = inside - timedelta(days=inside.weekday())
    return monday, monday + timedelta(days=6)


def direction(words: Words, index: str = "") -> str:
    """last, this or next, whichever the words hold; "" for none."""
    return next((mark for name, mark in (("before", "last"), ("here", "this"), ("after", "next"))
                 if words.get(name + index)), "")


def named_year(words: Words, context: Context) -> int | None:
    """The year that the words give, in figures or as "last year"."""
    if words.get("year"):
        return int(words["year"])
    if context.anchor and (mark := direction(words, "2")):
        return context.anchor.year + {"last": -1, "this": 0, "next": 1}[mark]
    return None


def best(candidates: list[Interval], context: Context) -> Interval | None:
    """The candidate that the tense asks for: the last that has begun, the next that has not ended, or the nearest."""
    anchor = context.anchor
    if anchor is None:
        return None
    past = [one for one in candidates if one[0] <= anchor]
    future = [one for one in candidates if one[1] >= anchor]
    if context.tense in ("past", "open") and past:
        return max(past)
    if context.tense == "future" and future:
        return min(future)
    return min(candidates, key=lambda one: (distance(one, anchor), one[0] > anchor), default=None)


def narrated(words: Words, context: Context) -> Context:
    """The context counted from the date before, where the words ask for it: "the following week"."""
    told = any(words.get(name) and word("narrated", words[name]) for name in ("before", "after"))
    if not told or context.previous is None or context.tense == "future":
        return context
    forward = direction(words) == "next"
    return replace(context, anchor=context.previous[1 if forward else 0])


def distance(interval: Interval, anchor: date) -> int:
    """Days between a day and an interval; 0 inside."""
    return max((interval[0] - anchor).days, (anchor - interval[1]).days, 0)


def marked(words: Words, context: Context) -> Context:
    """The context with a direction from the words themselves: "last", "next"; "this" takes the nearest."""
    mark = direction(words) or direction(words, "3")
    tense = {"last": "past", "next": "future", "this": "near", "": context.tense}[mark]
    return replace(context, tense=tense)
