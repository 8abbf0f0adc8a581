"""How days, intervals and long quotations are written for a reader."""

from __future__ import annotations

import re
from datetime import date

from truceline.model import When

_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\b")


def day(one: date | None, year: bool = True) -> str:
    """A day as in "6 March 2022", or "no date"."""
    if one is None:
        return "no date"
    return f"{one.day} {one:%B}" + (f" {one.year}" if year else "")


def days(start: date | None, end: date | None) -> str:
    """An interval as in "3–5 March 2022"; both ends included."""
    if start is None or end is None or start == end:
        return day(start or end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start, year=start.year != end.year)} – {day(end)}"


def spell(when: When | None) -> str:
    """An interval of the model; "" where there is none."""
    return days(when.start, when.end) if when else ""


def short(text: str, longest: int = 140) -> str:
    """A quotation on one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + "…"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 report", "3 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def dates_in(text: str) -> str:
    """A line with the ISO days and intervals in it written for a reader."""
    return _ISO.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    try:
        return days(date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1]))
    except ValueError:  # digits in a quotation that are no day
        return found[0]
