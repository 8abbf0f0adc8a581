"""What was got from an address, told by its bytes: reports of a page or a document, links of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from truceline.errors import UnreadableFile
from truceline.sources.fields import Found
from truceline.sources.kinds import docx, feed, html, pdf
from truceline.sources.kinds.base import HEAD, Item

CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
DOCUMENTS = (pdf.KIND, docx.KIND)


def charset_of(content_type: str | None) -> str | None:
    """The encoding that a content type names."""
    named = CHARSET.search(content_type or "")
    return named[1] if named else None


def content(found: Found, raw: bytes, url: str, charset: str | None) -> Iterator[Item]:
    """The reports and links of the bytes under an address; what is neither page, document nor feed gives nothing."""
    try:
        document = next((kind for kind in DOCUMENTS if kind.looks(raw[:HEAD])), None)
        if document:
            yield from document.read(Found(found.path, found.key, {"url": url, **found.told}), BytesIO(raw))
        elif feed.KIND.looks(raw[:HEAD]):
            yield from feed.KIND.read(found, BytesIO(raw))
        elif html.KIND.looks(raw[:HEAD]) or b"<p" in raw:
            yield html.article(found, raw, url, charset)
    except UnreadableFile as error:
        yield UnreadableFile(error.path, f"{url[:100]}: {error.reason}")
