"""Sitemaps and news sitemaps: links, to pages and to further sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from truceline.sources.fields import Fields, Found
from truceline.sources.kinds.base import MOST_ITEMS, Item, Kind, bare
from truceline.sources.kinds.feed import days, name, words
from truceline.sources.kinds.markup import xml
from truceline.sources.link import Link, web_address

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK = re.compile(rb"(?:<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*)*"
                  rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.DOTALL)


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """A link for each address; `sitemap` in what it tells is true where the address is a further sitemap's."""
    for count, one in enumerate(xml(found, file.read()).iter(), 1):
        if count > 20 * MOST_ITEMS:
            return
        if name(one) in ("url", "sitemap") and (url := web_address(words(one, "loc"))):
            yield Link(url, {"sitemap": True} if name(one) == "sitemap" else told(one))


def told(one: _Element) -> Fields:
    """What a news sitemap tells of an address; the last change of others is no day of publication."""
    news = next((child for child in one if name(child) == "news"), None)
    changed = {"changed": words(one, "lastmod")}
    if news is None:
        return changed
    outlet = next((child for child in news if name(child) == "publication"), None)
    spoken = words(outlet, "language") if outlet is not None else None
    named = next((child.text for child in outlet if name(child) == "name"), None) if outlet is not None else None
    return {**changed, "title": words(news, "title"), "outlet": named, "language": spoken[:2] if spoken else None,
            **days(words(news, "publication_date"), None)}


def looks(head: bytes) -> bool:
    """Whether a file begins as a sitemap does."""
    return MARK.match(bare(head)) is not None


KIND = Kind("sitemaps", looks, read)
