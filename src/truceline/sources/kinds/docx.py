"""DOCX: its paragraphs, with a form feed where the program that wrote it broke a page."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, BinaryIO

from truceline.sources.fields import Fields, Found, report
from truceline.sources.kinds import zipped
from truceline.sources.kinds.base import MEGABYTE, Item, Kind
from truceline.sources.kinds.feed import name, words
from truceline.sources.kinds.markup import xml
from truceline.sources.kinds.pdf import PAGE_END
from truceline.sources.page.told import as_day

if TYPE_CHECKING:
    from lxml.etree import _Element

UNPACKED = 32 * MEGABYTE
MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": PAGE_END}
SILENT = ("del", "moveFrom", "instrText", "Fallback")


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One report."""
    raw = file.read()
    file.seek(0)
    with zipped.opened(found, file) as archive:
        body = zipped.member(found, archive, "word/document.xml", UNPACKED)
        core = zipped.member(found, archive, "docProps/core.xml", MEGABYTE)
    if body is None:
        raise found.unreadable("no DOCX document in the archive")
    yield report(found, text(xml(found, body)), raw, {**(data(xml(found, core)) if core else {}), **found.told})


def text(root: _Element) -> str:
    """The words of the document, a blank line between its paragraphs; what was deleted in review is left out."""
    from lxml.etree import iterwalk

    written, silent = StringIO(), 0
    for event, one in iterwalk(root, events=("start", "end")):
        kind = name(one)
        if kind in SILENT:
            silent += 1 if event == "start" else -1
        elif event == "end" and kind == "p":
            written.write("\n\n")
        elif event == "start" and not silent:
            written.write(written_of(kind, one))
    return written.getvalue().strip()


def written_of(kind: str, one: _Element) -> str:
    """What an element adds to the text."""
    if kind == "t":
        return one.text or ""
    if kind == "br":
        paged = any(value == "page" for value in one.attrib.values())
        return PAGE_END if paged else "\n"
    return MARKS.get(kind, "")


def data(core: _Element) -> Fields:
    """What the document tells of itself. Its day of making is all it has for a day of publication."""
    day = as_day(words(core, "created") or "")
    return {"title": words(core, "title"), "published": day.isoformat() if day else None,
            "published_basis": "document" if day else None}


def looks(head: bytes) -> bool:
    """Whether a file is a ZIP archive that begins as documents do."""
    return head.startswith(zipped.MARK) and (b"word/" in head or b"[Content_Types].xml" in head)


KIND = Kind("DOCX", looks, read, (".docx",))
