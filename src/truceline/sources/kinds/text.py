"""Plain text: the whole file is one report's text, character for character. Its bytes have no mark, its name tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from truceline.sources.fields import Found, decoded, report
from truceline.sources.kinds.base import Item, Kind, never


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One report."""
    raw = file.read()
    yield report(found, decoded(found, raw), raw, found.told)


KIND = Kind("plain text (.txt)", never, read, (".txt",))
