"""Days as actor lists write them."""

from __future__ import annotations

import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$")


def iso_day(written: str) -> str:
    """A day, month or year in ISO form, no more exact than it is written. Raises ValueError for anything else."""
    found = _PARTIAL.match(written.strip())
    if not found:
        raise ValueError(written)
    year, month, day = (int(part) if part else None for part in found.groups())
    date(year or 0, month or 1, day or 1)
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    return "-".join(parts)


def compact_day(written: str, latest: int) -> str:
    """A day written YYYYMMDD or YYMMDD, in ISO form; of a year in two digits the last one up to `latest` is meant.

    A month or day of 00 is left out, since it is not known. Raises ValueError for anything else.
    """
    if not re.fullmatch(r"\d{6}|\d{8}", written):
        raise ValueError(written)
    year = int(written[:-4])
    if len(written) == 6:
        year += 2000 if 2000 + year <= latest else 1900
    month, day = written[-4:-2], written[-2:]
    parts = [f"{year:04}", *([month] if month != "00" else []), *([day] if month != "00" and day != "00" else [])]
    return iso_day("-".join(parts))
