"""A saved web page: its article, with what the page tells of itself where no manifest does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from truceline.model import Report
from truceline.sources.fields import Fields, Found, report
from truceline.sources.kinds.base import Item, Kind, bare
from truceline.sources.page import LARGEST, as_fields, page

MARK = re.compile(rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                  re.IGNORECASE | re.DOTALL)


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One report."""
    yield article(found, file.read())


def article(found: Found, raw: bytes, address: str | None = None, charset: str | None = None) -> Report:
    """The report on a page that was got from an address, in the encoding that its sender told."""
    told = found.told.get("encoding") or charset
    given = page(raw, told if isinstance(told, str) else None, address)
    if given is None:
        raise found.unreadable("no article text on the page")
    known: Fields = {name: said for name, said in found.told.items() if said is not None}
    return report(found, given.text, raw, {**as_fields(given, address), **known})


def looks(head: bytes) -> bool:
    """Whether a file begins as a page does."""
    return MARK.match(bare(head)) is not None


KIND = Kind("web pages", looks, read, (".html", ".htm", ".xhtml"), LARGEST)
