"""Tables of a field's data sets: comma-separated, UTF-8, a header, one row a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SEPARATOR = "; "


def line(cells: Iterable[str]) -> bytes:
    """Cells as a line; line ends within one become blanks."""
    sink = io.StringIO()
    csv.writer(sink, lineterminator="\n").writerow(" ".join(cell.split()) for cell in cells)
    return sink.getvalue().encode()


def row(columns: Sequence[str], values: Mapping[str, str]) -> bytes:
    """A line with the values under their columns, empty where there is none. Raises KeyError for another column."""
    if unknown := set(values) - set(columns):
        raise KeyError(", ".join(sorted(unknown)))
    return line(values.get(column, "") for column in columns)


def listed(rows: Any) -> str:
    """The names of actors as the contract lists them."""
    return SEPARATOR.join(str(one["name"]) for one in rows or ())


def day(when: Any) -> str:
    """An ISO day where an interval is one day; "" where it is longer or missing."""
    return str(when["start"]) if when and when["start"] == when["end"] else ""


def split(when: Any, prefix: str) -> dict[str, str]:
    """Year, month and day in columns of their own, each only where the whole interval lies in it."""
    if not when:
        return {}
    start, end = when["start"].split("-"), when["end"].split("-")
    same = next((at for at in range(3) if start[at] != end[at]), 3)
    return {f"{prefix}_{name}": str(int(start[at])) for at, name in enumerate(("yr", "month", "day")) if at < same}
