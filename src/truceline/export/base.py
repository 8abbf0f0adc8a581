"""What an exporter is given, and the shape of what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from truceline.model import Record, Statement

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Material:
    """What can be exported: all statements by report and place, and the record computed from them."""

    statements: Iterable[Statement]
    record: Record


Rows: TypeAlias = Callable[[Material], Iterator[Row]]
Format: TypeAlias = Callable[[Iterable[Row]], Iterator[bytes]]
