"""Days counted from another one: from the day of writing or speaking, or from the date named before."""

from __future__ import annotations

from datetime import date, timedelta

from truceline.understand.dates.calendar import (
    Context,
    Interval,
    Words,
    add_months,
    count_of,
    direction,
    narrated,
    shifted,
    week_of,
    whole_month,
    whole_year,
    word,
)
from truceline.understand.dates.named import season


def far_day(words: Words, context: Context) -> Interval | None:
    """As in "yesterday", "tomorrow", "overnight"."""
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
    context = narrated(words, context)
    if context.anchor is None:
        return None
    count, unit = count_of(words["count2"]), word("unit", words["unit"])
    if direction(words) == "last":
        return shifted(context.anchor, -count, unit), context.anchor
    return context.anchor, shifted(context.anchor, count, unit)


def calendar_unit(words: Words, context: Context) -> Interval | None:
    """The week, month, year, weekend or season before, at or after the anchor."""
    told = narrated(words, context)
    context, mark = told, direction(words)
    anchor = context.anchor
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
        if words.get("after", "").lower() in ("following", "ensuing") and context.previous:
            return anchor, anchor + timedelta(days=7)
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
    return blurred(found, unit, count)


def blurred(found: date, unit: str, count: float = 2) -> Interval:
    """The stretch of its unit in which a day lies; about one year ago it is three months."""
    if unit == "year" and count == 1:
        return add_months(found.replace(day=1), -1), add_months(found.replace(day=1), 2) - timedelta(days=1)
    if unit in ("hour", "day"):
        return found, found
    if unit in ("week", "fortnight"):
        return found - timedelta(days=3), found + timedelta(days=3)
    return whole_month(found.year, found.month) if unit == "month" else whole_year(found.year)


def offset(words: Words, context: Context) -> Interval | None:
    """Some time before or after the date that was named last."""
    if context.previous is None:
        return None
    back = bool(words.get("back")) or words.get("side", "").lower() == "before"
    unit = word("unit", words["unit"])
    base = context.previous[0]
    count = count_of(words["count"]) if words.get("count") else 1
    return blurred(shifted(base, -count if back else count, unit), unit, count)


def lapse(words: Words, context: Context) -> Interval | None:
    """Some time on from a date in the same sentence: "a truce signed in 2011 collapsed after 17 months"."""
    if context.previous is None or context.tense == "future":
        return None
    unit, count = word("unit", words["unit"]), count_of(words["count"])
    return shifted(context.previous[0], count, unit), shifted(context.previous[1], count, unit)


def hence(words: Words, context: Context) -> Interval | None:
    """A day some time ahead: "in two weeks". In the past tense that is a length of time, and no date."""
    if context.anchor is None or context.tense != "future":
        return None
    unit = word("unit", words["unit"])
    last = shifted(context.anchor, count_of(words["count2"]), unit)
    if words.get("count"):
        return shifted(context.anchor, count_of(words["count"]), unit), last
    return (last, last) if unit in ("week", "fortnight") else blurred(last, unit)


def event(words: Words, context: Context) -> Interval | None:
    """The day of what is named next: "on Wednesday, two days after the rebels signed" is Monday."""
    base = context.previous[0] if context.previous else context.anchor
    if base is None:
        return None
    if words.get("many"):
        return base - timedelta(days=1), base
    unit = word("unit", words["unit"])
    count = count_of(words["count"]) if words.get("count") else 1
    return blurred(shifted(base, count if words["side"].lower() == "before" else -count, unit), unit, count)


def term(words: Words, context: Context) -> Interval | None:
    """The last day of a term that starts at the anchor."""
    if context.anchor is None:
        return None
    found = shifted(context.anchor, count_of(words["count"]), word("unit", words["unit"]))
    return found, found
