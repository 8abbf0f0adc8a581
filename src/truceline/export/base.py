"""What an exporter is given, and the shape of what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

from truceline.model import Record, Report, Statement

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Material:
    """What can be exported: all statements by report and place, the record computed from them, and the reports."""

    statements: Iterable[Statement]
    record: Record
    reports: Iterable[Report] = ()


Rows: TypeAlias = Callable[[Material], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing. `parts` are the parts of the record it has a shape for.

    `pieces` takes the name of such a part and the material. The same material gives the same bytes, and every line of a
    statement carries the statement's id, which leads to its words.
    """

    parts: tuple[str, ...]
    pieces: Callable[[str, Material], Iterator[bytes]]


@cache
def table(name: str) -> Row:
    """The content of data/<name>.yaml."""
    found: Row = yaml.safe_load(files("truceline.export").joinpath("data", f"{name}.yaml").read_text("utf-8"))
    return found
