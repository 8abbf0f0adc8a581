"""Markup of others made safe: XML without document types, and pieces of HTML as plain text."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from truceline.sources.fields import Found
from truceline.sources.page.decode import tree

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset("address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header "
                   "hr li main nav ol p pre section table td th tr ul".split())
SILENT = frozenset("script style template noscript iframe object svg head title".split())
GAPS = re.compile(r"[^\S\n]*\n[^\S\n]*(?:\n\s*)?")
DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE\s[^>]*\[|ENTITY)", re.IGNORECASE)
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def xml(found: Found, raw: bytes) -> _Element:
    """The root of an XML document. One that declares entities is refused, and nothing outside it is ever loaded.

    Small faults are passed over, as feeds have many.
    """
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    narrow = raw.decode("utf-16", "replace").encode() if raw.startswith(UTF16_MARKS) else raw
    if DOCTYPE.search(narrow):
        raise found.unreadable("XML that declares entities is not read")
    parser = XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=True,
                       remove_comments=True, remove_pis=True)
    try:
        root = fromstring(raw.lstrip() if raw is narrow else raw, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise found.unreadable(f"broken XML ({str(error)[:80]})") from None
    if root is None:
        raise found.unreadable("broken XML")
    return root


def plain(html: str) -> str:
    """The words of a piece of HTML, a blank line between its blocks; nothing of scripts and styles."""
    root = tree(f"<div>{html}</div>")
    if root is None:
        return ""
    from lxml.etree import iterwalk

    written, silent = StringIO(), 0
    for event, one in iterwalk(root, events=("start", "end")):
        begins = event == "start"
        silent += (1 if begins else -1) if one.tag in SILENT else 0
        if one.tag in BLOCKS:
            written.write("\n")
        words = one.text if begins else one.tail
        if words and (not silent or (not begins and silent == 0)):
            written.write(re.sub(r"\s+", " ", words))
    return GAPS.sub("\n\n", written.getvalue()).strip()
