"""Meanings to days: the calendar rules that the language files name.

Every rule takes the words of a shape and a Context and returns a closed interval of days, or None where the words do not
decide one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from truceline.understand.dates.grammar import Expression, Point, language

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


def distance(interval: Interval, anchor: date) -> int:
    """Days between a day and an interval; 0 inside."""
    return max((interval[0] - anchor).days, (anchor - interval[1]).days, 0)


def marked(words: Words, context: Context) -> Context:
    """The context with a direction from the words themselves: "last", "next"; "this" takes the nearest."""
    mark = direction(words) or direction(words, "3")
    tense = {"last": "past", "next": "future", "this": "near", "": context.tense}[mark]
    return replace(context, tense=tense)


def iso(words: Words, _: Context) -> Interval | None:
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
    first = day_of_month(words, context)
    if not first:
        return None
    last = day(first[0].year, first[0].month, day_number(words["day2"]))
    return (first[0], last) if last and last >= first[0] else None


def day_of_month(words: Words, context: Context) -> Interval | None:
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
    if context.anchor is None:
        return None
    base = add_months(context.anchor.replace(day=1), {"last": -1, "next": 1}.get(direction(words), 0))
    found = day(base.year, base.month, day_number(words["day"]))
    return (found, found) if found else None


def month(words: Words, context: Context) -> Interval | None:
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
    chosen_interval = best([(one, one) for one in days], marked(words, context))
    if chosen_interval and re.match(r"(?i)(?:the )?nights? (?:in)?to ", words[""]):
        return chosen_interval[0] - timedelta(days=1), chosen_interval[0]
    return chosen_interval


def far_day(words: Words, context: Context) -> Interval | None:
    if context.anchor is None:
        return None
    found = context.anchor + timedelta(days=int(word("far", words["far"])))
    if words["far"].lower() in ("last night", "overnight"):
        return context.anchor - timedelta(days=1), context.anchor
    return found, found


def near_day(words: Words, context: Context) -> Interval | None:
    """The day before, after or of the date that was named last."""
    if context.previous is None:
        return None
    back = direction(words) == "last" or words.get("side", "").lower() in ("before", "earlier")
    step = -1 if back else 1 if direction(words) == "next" or words.get("side") else 0
    found = context.previous[-1 if step >= 0 else 0] + timedelta(days=step)
    return found, found


def span_near(words: Words, context: Context) -> Interval | None:
    """A stretch that ends or begins at the anchor: "the past four months", "the next two or three weeks"."""
    if context.anchor is None:
        return None
    count, unit = count_of(words["count2"]), word("unit", words["unit"])
    if direction(words) == "last":
        return shifted(context.anchor, -count, unit), context.anchor
    return context.anchor, shifted(context.anchor, count, unit)


def calendar_unit(words: Words, context: Context) -> Interval | None:
    """The week, month, year, weekend or season before, at or after the anchor."""
    anchor, mark = context.anchor, direction(words)
    if anchor is None:
        return None
    if words.get("season"):
        return season(words, context)
    step = {"last": -1, "next": 1}.get(mark, 0)
    unit = word("unit", words.get("unit", "")) if words.get("unit") else "weekend"
    if unit == "weekend":
        return weekend(anchor, mark, context.tense)
    if unit == "week":
        if words.get("before", "").lower() == "past":
            return anchor - timedelta(days=7), anchor
        return so_far(week_of(anchor + timedelta(days=7 * step)), context, mark)
    if unit == "month":
        first = add_months(anchor.replace(day=1), step)
        return so_far(whole_month(first.year, first.month), context, mark)
    if unit == "year":
        return so_far(whole_year(anchor.year + step), context, mark)
    return near_day(words, context) if unit == "day" else None


def so_far(interval: Interval, context: Context, mark: str) -> Interval:
    """The current week, month or year up to the anchor, where the past is spoken of."""
    if mark == "this" and context.tense == "past" and context.anchor:
        return interval[0], min(interval[1], context.anchor)
    return interval


def weekend(anchor: date, mark: str, tense: str) -> Interval:
    """Saturday and Sunday."""
    saturday = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    if mark == "next" or (mark != "last" and tense == "future" and anchor.weekday() < 5):
        saturday += timedelta(days=7)
    if mark == "last" and anchor.weekday() >= 5:
        saturday -= timedelta(days=7)
    return saturday, saturday + timedelta(days=1)


def ago(words: Words, context: Context) -> Interval | None:
    """As exact as its unit: a day, a week, a calendar month or year."""
    if context.anchor is None:
        return None
    unit = word("unit", words["unit"])
    count = count_of(words["count"])
    found = shifted(context.anchor, -count, unit)
    if unit == "year" and count == 1:
        return add_months(found.replace(day=1), -1), add_months(found.replace(day=1), 2) - timedelta(days=1)
    return blurred(found, unit)


def blurred(found: date, unit: str) -> Interval:
    """The stretch of its unit in which a day lies."""
    if unit in ("hour", "day"):
        return found, found
    if unit in ("week", "fortnight"):
        return found - timedelta(days=3), found + timedelta(days=3)
    return whole_month(found.year, found.month) if unit == "month" else whole_year(found.year)


def offset(words: Words, context: Context) -> Interval | None:
    """Some time before or after the date that was named last."""
    if context.previous is None:
        return None
    back = words.get("side", "").lower() in ("before", "earlier")
    unit = word("unit", words["unit"])
    base = context.previous[0]
    count = count_of(words["count"]) if words.get("count") else 1
    return blurred(shifted(base, -count if back else count, unit), unit)


def hence(words: Words, context: Context) -> Interval | None:
    """A day some time ahead: "in two weeks". In the past tense that is a length of time, and no date."""
    if context.anchor is None or context.tense != "future":
        return None
    unit = word("unit", words["unit"])
    last = shifted(context.anchor, count_of(words["count2"]), unit)
    if words.get("count"):
        return shifted(context.anchor, count_of(words["count"]), unit), last
    return blurred(last, unit)


def event(words: Words, context: Context) -> Interval | None:
    """The day of what is named next: "on Wednesday, two days after the rebels signed" is Monday."""
    base = context.previous[0] if context.previous else context.anchor
    if base is None:
        return None
    if words.get("many"):
        return base - timedelta(days=1), base
    unit = word("unit", words["unit"])
    count = count_of(words["count"]) if words.get("count") else 1
    return blurred(shifted(base, count if words["side"].lower() == "before" else -count, unit), unit)


def term(words: Words, context: Context) -> Interval | None:
    """The last day of a term that starts at the anchor."""
    if context.anchor is None:
        return None
    found = shifted(context.anchor, count_of(words["count"]), word("unit", words["unit"]))
    return found, found


def season(words: Words, context: Context) -> Interval | None:
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
    number, on = word("holiday", words["holiday"].replace("’", "'"))
    if words.get("year"):
        found = date(int(words["year"]), number, on)
        return found, found
    if context.anchor is None:
        return None
    days = [date(y, number, on) for y in range(context.anchor.year - 1, context.anchor.year + 2)]
    return best([(one, one) for one in days], day_tense(words, context))


def decade(words: Words, _: Context) -> Interval | None:
    first = int(words["decade"])
    return date(first, 1, 1), date(first + 9, 12, 31)


def day_alone(words: Words, context: Context) -> Interval | None:
    anchor = context.anchor
    if anchor is None:
        return None
    firsts = [add_months(anchor.replace(day=1), step) for step in (-1, 0, 1)]
    days = [found for one in firsts if (found := day(one.year, one.month, day_number(words["nth"])))]
    return best([(one, one) for one in days], context)


def year(words: Words, _: Context) -> Interval | None:
    return whole_year(int(words["year"]))


def years(words: Words, _: Context) -> Interval | None:
    first, last = int(words["year"]), int(words["year2"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


SOLVERS: dict[str, Callable[[Words, Context], Interval | None]] = {
    "iso": iso, "dotted": dotted, "days_of_month": days_of_month, "day_of_month": day_of_month, "month": month,
    "day_of_this_month": day_of_this_month, "weekday": weekday, "far_day": far_day, "near_day": near_day,
    "span_near": span_near, "calendar_unit": calendar_unit, "ago": ago, "offset": offset, "event": event, "hence": hence, "term": term,
    "season": season, "holiday": holiday, "decade": decade, "day_alone": day_alone, "year": year, "years": years,
}


def solve_point(shape: Point, context: Context) -> Interval | None:
    """The days of one date shape, or of the part of it that is meant; None for days no calendar has."""
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
    first, last = language()["parts"][shape.part]
    if first < 0:
        return one_sided(interval, first, context)
    if 28 <= length <= 31:
        bounds = {0: 1, 3: 11, 5: 16, 6: 21}
        start = interval[0].replace(day=bounds[first])
        end = interval[1] if last == 10 else interval[0].replace(day=bounds[5 if last == 5 else 3 if last == 3 else 6] - 1)
        return start, end
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
