"""One JSON object a line, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from truceline.export.base import Row


def write(rows: Iterable[Row]) -> Iterator[bytes]:
    """The rows as lines, each ending in a newline."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"
