"""The kinds of source, told by the bytes of a file. To add one: one file with its `KIND`, one line in `KINDS`."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO, cast

from truceline.sources.fields import Found
from truceline.sources.kinds import (
    addresses,
    docx,
    feed,
    html,
    mail,
    mhtml,
    objects,
    pdf,
    sitemap,
    text,
    wacz,
    warc,
)
from truceline.sources.kinds.base import HEAD, LARGEST, Item, Kind, bounded

__all__ = ["KINDS", "LARGEST", "Item", "Kind", "items", "kind_of"]

KINDS: tuple[Kind, ...] = (
    warc.KIND, pdf.KIND, wacz.KIND, docx.KIND, mhtml.KIND, mail.KIND, sitemap.KIND, feed.KIND, html.KIND, objects.KIND,
    objects.LINES, addresses.KIND, text.KIND,
)
ENDINGS: Mapping[str, Kind] = {ending: kind for kind in KINDS for ending in kind.endings}
GZIP = b"\x1f\x8b"


def items(found: Found, file: BinaryIO) -> Iterator[Item]:
    """What a file holds. Raises UnreadableFile where that is nothing known, too much, or broken."""
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(GZIP) and not warc.KIND.looks(head):
        file = BytesIO(_unpacked(found, file))
        head = file.read(HEAD)
        file.seek(0)
    kind = kind_of(head, found.path.name.removesuffix(".gz"))
    if kind is None:
        ending = found.path.suffix.lower()
        raise found.unreadable(f"{ending or 'a file without an ending'} is not read; read are "
                               f"{', '.join(kind.name for kind in KINDS)}")
    size = file.seek(0, 2)
    file.seek(0)
    if size > kind.largest:
        raise found.unreadable(f"too large ({size:,} bytes; the limit is {kind.largest:,})")
    yield from kind.read(found, file)


def kind_of(head: bytes, name: str = "") -> Kind | None:
    """The kind of a file by its first bytes, or where they tell nothing, by its name."""
    marked = next((kind for kind in KINDS if kind.looks(head)), None)
    return marked or next((kind for ending, kind in ENDINGS.items() if name.lower().endswith(ending)), None)


def _unpacked(found: Found, file: BinaryIO) -> bytes:
    try:
        whole = bounded(cast(BinaryIO, gzip.GzipFile(fileobj=file)), LARGEST)
    except (OSError, EOFError, zlib.error):
        raise found.unreadable("broken gzip") from None
    if whole is None:
        raise found.unreadable(f"too large (unpacks to more than {LARGEST:,} bytes)")
    return whole
