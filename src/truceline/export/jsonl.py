"""One JSON object a line, UTF-8: every part of the record, with all that the record holds of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from truceline.export import entries, statements
from truceline.export.base import Format, Material, Row, Rows

PARTS: Mapping[str, Rows] = {
    "statements": statements.rows,
    "actors": entries.actors,
    "stories": entries.stories,
    "facts": entries.facts,
    "disagreements": entries.disagreements,
    "talks": entries.talks,
    "truces": entries.truces,
    "pledges": entries.pledges,
    "stances": entries.stances,
}


def lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """The rows as lines, each ending in a newline."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


def pieces(part: str, material: Material) -> Iterator[bytes]:
    """One part of the record."""
    return lines(PARTS[part](material))


FORMAT = Format(tuple(PARTS), pieces)
