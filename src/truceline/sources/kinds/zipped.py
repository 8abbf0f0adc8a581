"""Archives in ZIP, as DOCX and WACZ are: members read within bounds, never written anywhere."""

from __future__ import annotations

import zlib
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from truceline.sources.fields import Found
from truceline.sources.kinds.base import bounded

MARK = b"PK\x03\x04"
MOST_MEMBERS = 20_000
BROKEN = (BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError, KeyError)
"""What reading an archive raises where it is broken, encrypted, or packed in an unknown way."""


def opened(found: Found, file: BinaryIO) -> ZipFile:
    """The archive in a file."""
    try:
        archive = ZipFile(file)
        if len(archive.namelist()) > MOST_MEMBERS:
            raise found.unreadable(f"an archive of more than {MOST_MEMBERS:,} files")
    except BROKEN:
        raise found.unreadable("broken ZIP archive") from None
    return archive


def member(found: Found, archive: ZipFile, name: str, limit: int) -> bytes | None:
    """The bytes of a member, None where there is none; a member that unpacks to more than a limit is refused."""
    if name not in archive.namelist():
        return None
    try:
        with archive.open(name) as packed:
            whole = bounded(cast(BinaryIO, packed), limit)
    except BROKEN:
        raise found.unreadable(f"broken ZIP archive ({name[:60]})") from None
    if whole is None:
        raise found.unreadable(f"{name[:60]} unpacks to more than {limit:,} bytes")
    return whole
