"""The bytes of a page → a bounded tree. No script runs, no entity is expanded, nothing is fetched."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

LARGEST = 8 * 1024 * 1024
"""Bytes of a page; the largest of 181 real ones has under three million."""
MOST_ELEMENTS, DEEPEST = 100_000, 400
"""Real pages have some thousands of elements, nested some dozens deep; beyond these, extraction takes minutes."""
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{2,40})"
    rb"|<\?xml[^>]{0,100}encoding=[\"']([\w:.-]+)", re.IGNORECASE,
)
# What browsers read under a name that says less.
READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
           "gb2312": "gb18030", "gbk": "gb18030"}
SAMPLE = 65_536
INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def characters(raw: bytes, told: str | None = None) -> str:
    """The characters of a page: by its byte order mark, by what the sender told, by what the page declares, as UTF-8,
    or as the encoding that its bytes look like. What does not fit is replaced, as a browser would."""
    for mark, name in MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    declared = DECLARED.search(raw[:4096])
    inside = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    for name in filter(None, (told, inside)):
        try:
            return raw.decode(READ_AS.get(name.lower(), name), "replace")
        except (LookupError, ValueError, TypeError):  # no such encoding, or one that gives no characters
            continue
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(_looks_like(raw[:SAMPLE]), "replace")


def _looks_like(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def tree(html: str) -> HtmlElement | None:
    """The tree of a page, None where there is none or it is of no size that a page has."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    if len(html) > LARGEST or not html.strip():
        return None
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False)
    try:
        root = document_fromstring(INVALID.sub(" ", html).encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, RecursionError):
        return None
    if not _of_a_size(root):
        return None
    for attribute in _measures()[2](root):
        attribute.getparent().attrib.pop(attribute.attrname, None)
    return root


def _of_a_size(root: HtmlElement) -> bool:
    count, deep, _ = _measures()
    return count(root) <= MOST_ELEMENTS and not deep(root)


@cache
def _measures() -> tuple[XPath, XPath, XPath]:
    """What counts the elements of a tree, says whether one lies too deep, and finds classes and names that no page has;
    each walks the tree once."""
    from lxml.etree import XPath

    return XPath("count(//*)"), XPath(f"boolean({'/*' * (DEEPEST + 1)})"), XPath(
        "//@class[string-length() > 2000]|//@id[string-length() > 2000]|//@style[string-length() > 2000]")
