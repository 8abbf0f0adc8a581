"""WACZ: a web archive with its index, packed in one file; its WARCs are read one after another."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast
from zipfile import ZipFile

from truceline.sources.fields import Found
from truceline.sources.kinds import warc, zipped
from truceline.sources.kinds.base import MEGABYTE, Item, Kind

UNPACKED = 1024 * MEGABYTE


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """What its WARCs hold."""
    with zipped.opened(found, file) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("archive/") and ".warc" in name)
        if not names:
            raise found.unreadable("no web archive in the ZIP archive")
        left = UNPACKED
        for name in names:
            with tempfile.TemporaryFile() as whole:
                left -= unpack(found, archive, name, cast(BinaryIO, whole), left)
                whole.seek(0)
                yield from warc.KIND.read(found, cast(BinaryIO, whole))


def unpack(found: Found, archive: ZipFile, name: str, whole: BinaryIO, left: int) -> int:
    """Write a member to a nameless file, so many bytes at most, and say how many it has."""
    count = 0
    try:
        with archive.open(name) as packed:
            while piece := packed.read(MEGABYTE):
                count += whole.write(piece)
                if count > left:
                    raise found.unreadable(f"unpacks to more than {UNPACKED:,} bytes")
    except zipped.BROKEN:
        raise found.unreadable("broken ZIP archive") from None
    return count


def looks(head: bytes) -> bool:
    """Whether a file is a ZIP archive that begins as web archives do."""
    marks = (b"datapackage", b"archive/", b"indexes/", b"pages/")
    return head.startswith(zipped.MARK) and any(head[30:30 + 12].startswith(mark) for mark in marks)


KIND = Kind("WACZ", looks, read, (".wacz",), warc.WHOLE)
