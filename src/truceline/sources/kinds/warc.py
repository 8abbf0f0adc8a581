"""WARC: the pages and documents of a web archive. What only dresses a page, such as pictures, is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from truceline.sources.fields import Found
from truceline.sources.kinds.base import MEGABYTE, MOST_ITEMS, Item, Kind, bounded
from truceline.sources.kinds.got import charset_of, content
from truceline.sources.link import key_of, web_address
from truceline.sources.page import LARGEST

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

WHOLE = 4096 * MEGABYTE
TYPES = re.compile(r"text/html|application/xhtml|application/pdf|application/(?:rss|atom)|(?:text|application)/xml",
                   re.IGNORECASE)


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """A report for each page and PDF that was got whole; the key is its address, with the time for a second capture."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    seen: dict[str, str] = {}
    try:
        records = ArchiveIterator(cast(Any, file))
        for _ in range(MOST_ITEMS):
            with redirect_stderr(StringIO()):  # where the library complains of a record, in the record's words
                record = next(records, None)
            if record is None:
                return
            yield from one_record(found, record, seen)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, TypeError, LookupError,
            ArithmeticError) as error:
        raise found.unreadable(f"broken WARC ({type(error).__name__} after {len(seen)} pages)") from None


def one_record(found: Found, record: ArcWarcRecord, seen: dict[str, str]) -> Iterator[Item]:
    """What one record gives."""
    url = web_address(record.rec_headers.get_header("WARC-Target-URI"))
    heads = record.http_headers
    if record.rec_type not in ("response", "resource") or url is None:
        return
    if heads is not None and heads.get_statuscode() != "200":
        return
    sort = (heads or record.rec_headers).get_header("Content-Type") or ""
    if not TYPES.search(sort):
        return
    raw = payload(record)
    if raw is None:
        yield found.unreadable(f"{url[:100]}: too large, or packed in an unknown way")
        return
    key = key_for(url, record, seen)
    if key is not None:
        yield from content(Found(found.path, key, found.told), raw, url, charset_of(sort))


def payload(record: ArcWarcRecord) -> bytes | None:
    """The content of a record, unpacked; None where that is more than a page has or cannot be done."""
    try:
        return bounded(cast(BinaryIO, record.content_stream()), LARGEST)
    except Exception:  # whatever is wrong inside one record, the next one may be whole
        return None


def key_for(url: str, record: ArcWarcRecord, seen: dict[str, str]) -> str | None:
    """The key of a capture; None for one of the same bytes as an earlier one of its address."""
    key = key_of(url)
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
    if key not in seen:
        seen[key] = digest
        return key
    if digest and seen[key] == digest:
        return None
    return f"{key}@{re.sub(r'[^0-9]', '', record.rec_headers.get_header('WARC-Date') or '')[:14]}"


def looks(head: bytes) -> bool:
    """Whether a file begins as a WARC does, packed or not."""
    import zlib

    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith((b"WARC/1", b"WARC/0"))


KIND = Kind("WARC", looks, read, (".warc", ".warc.gz"), WHOLE)
