"""What a kind of source is. Every kind passes tests/contracts/test_kinds.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources.fields import Found
from truceline.sources.link import Link

Item = Report | Link | UnreadableFile
Reader = Callable[[Found, BinaryIO], Iterator[Item]]

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
"""A press report is some kilobytes; a larger file than this is no report, or a list of them that should be split."""
HEAD = 4096
"""So many bytes of a file tell its kind."""
MOST_ITEMS = 200_000
"""Items of one file; a sitemap may name 50,000, an archive of a year's press holds some ten thousands."""


WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source.

    `looks` tells from the first bytes whether a file is of this kind; `read` gives what is in it, item by item, raising
    UnreadableFile where it is broken as a whole. `endings` are the names' endings that decide where no bytes do.
    """

    name: str
    looks: Callable[[bytes], bool]
    read: Reader
    endings: tuple[str, ...] = ()
    largest: int = LARGEST


def never(_: bytes) -> bool:
    """The bytes of some kinds have no mark."""
    return False


def bare(head: bytes) -> bytes:
    """The first bytes without the mark of their order and white space, those of UTF-16 as UTF-8."""
    if head.startswith(WIDE):
        head = head[:len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def bounded(stream: BinaryIO, limit: int) -> bytes | None:
    """All that is left in a stream, None where that is more than a limit. Reads piece by piece."""
    kept = BytesIO()
    while piece := stream.read(min(MEGABYTE, limit + 1 - kept.tell())):
        kept.write(piece)
        if kept.tell() > limit:
            return None
    return kept.getvalue()


def numbered(found: Found, number: int) -> Found:
    """One item of a file that holds many, with a key of its own."""
    return Found(found.path, f"{found.key}/{number}", found.told)
