"""The record → bytes. A format is one file and one line in FORMATS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from truceline.export import ceasefires, jsonl, pax, plover, polecat
from truceline.export.base import Format, Material
from truceline.export.files import write

__all__ = ["FORMATS", "NAMES", "Material", "pieces", "write"]

NAMES = tuple(jsonl.PARTS)
"""The parts of the record."""

FORMATS: Mapping[str, Format] = {
    "jsonl": jsonl.FORMAT,
    "plover": plover.FORMAT,
    "polecat": polecat.FORMAT,
    "ceasefires": ceasefires.FORMAT,
    "pax": pax.FORMAT,
}


def pieces(name: str, form: str, material: Material) -> Iterator[bytes]:
    """A part of the record in one of its FORMATS, piece by piece. Raises KeyError for a format without that part."""
    if name not in FORMATS[form].parts:
        raise KeyError(name)
    return FORMATS[form].pieces(name, material)
