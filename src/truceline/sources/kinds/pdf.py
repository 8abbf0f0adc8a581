"""PDF: its text, with a form feed between pages, so that the page of any place can be counted."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, BinaryIO

from truceline.errors import UnreadableFile
from truceline.sources.fields import Fields, Found, report
from truceline.sources.kinds.base import HEAD, Item, Kind

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES, LONGEST, SECONDS = 1_000, 400_000, 30.0
"""No report has more pages or characters; reading stops after so many seconds."""
PAGE_END = "\f"


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One report."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of each fault in a file as it goes
    raw = file.read()
    file.seek(0)
    try:
        document = PdfReader(file, strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise found.unreadable("a PDF under a password")
        text, told = words(found, document), data(document)
    except UnreadableFile:
        raise
    except Exception as error:  # a broken PDF fails in any way that there is
        raise found.unreadable(f"broken PDF ({type(error).__name__})") from None
    if not text.strip():
        raise found.unreadable("no text in the PDF; its pages may be pictures")
    yield report(found, text, raw, {**told, **found.told})


def words(found: Found, document: PdfReader) -> str:
    """The text of all pages."""
    if len(document.pages) > MOST_PAGES:
        raise found.unreadable(f"{len(document.pages):,} pages are no one report; at most {MOST_PAGES:,} are read")
    kept, began = StringIO(), time.monotonic()
    for number, page in enumerate(document.pages):
        kept.write((PAGE_END if number else "") + page.extract_text().replace(PAGE_END, " ").replace("\0", ""))
        if kept.tell() > LONGEST:
            break
        if time.monotonic() - began > SECONDS:
            raise found.unreadable(f"its text takes longer than {SECONDS:.0f} seconds to read")
    return kept.getvalue().encode("utf-8", "replace").decode()


def data(document: PdfReader) -> Fields:
    """What the document tells of itself. Its day of making is all it has for a day of publication."""
    kept = document.metadata
    if kept is None:
        return {}
    title = (kept.title or "").strip()
    made = kept.creation_date
    return {"title": title or None, "published": made.date().isoformat() if made else None,
            "published_basis": "document" if made else None}


def looks(head: bytes) -> bool:
    """Whether a file is a PDF; some begin with other bytes."""
    return b"%PDF-" in head[:HEAD // 4]


KIND = Kind("PDF", looks, read, (".pdf",))
