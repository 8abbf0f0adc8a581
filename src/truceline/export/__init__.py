"""The record → bytes. What can be exported is a line in NAMES, how it is written a line in FORMATS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from truceline.export import entries, jsonl, statements
from truceline.export.base import Format, Material, Rows

__all__ = ["FORMATS", "NAMES", "Material", "pieces"]

NAMES: Mapping[str, Rows] = {
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

FORMATS: Mapping[str, Format] = {
    "jsonl": jsonl.write,
}


def pieces(name: str, form: str, material: Material) -> Iterator[bytes]:
    """What NAMES and FORMATS list under these names, piece by piece."""
    return FORMATS[form](NAMES[name](material))
