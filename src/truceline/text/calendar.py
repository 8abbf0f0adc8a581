"""Calendar dates as page heads and datelines write them."""

from __future__ import annotations

import re
from datetime import date

NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|" + "|".join(NAMES) + r")\b\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)"
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
DATE = (
    rf"{WEEKDAY}?(?:(?:{DAY}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{DAY}\b)(?:,?\s+(?:19|20)\d\d\b)?"
    r"|(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d\b)"
)
PARTS = re.compile(
    rf"(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})|(?P<month2>{MONTH})\s+(?P<day2>[0-3]?\d))"
    r"(?:st|nd|rd|th)?(?:,?\s+(?P<year>(?:19|20)\d\d))?"
    r"|(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>[01]?\d)[-/.](?P<day3>[0-3]?\d)",
    re.IGNORECASE,
)

MonthDay = tuple[int, int, int | None]


def month_day(text: str) -> MonthDay | None:
    """The first date in a text as month, day and year (None where the text gives none)."""
    for match in PARTS.finditer(text):
        year = match["year"] or match["year3"]
        month = int(match["month3"]) if match["month3"] else _number(match["month"] or match["month2"])
        day = int(match["day"] or match["day2"] or match["day3"])
        if _exists(int(year or 2000), month, day):
            return month, day, int(year) if year else None
    return None


def _number(name: str) -> int:
    return next(number for number, month in enumerate(NAMES, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
