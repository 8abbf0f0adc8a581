"""Feeds in XML: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. An entry with its text is a report, one without is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urljoin

from truceline.errors import UnreadableFile
from truceline.sources.fields import Fields, Found, report
from truceline.sources.kinds.base import MOST_ITEMS, Item, Kind, bare, numbered
from truceline.sources.kinds.markup import plain, xml
from truceline.sources.link import Link, key_of, web_address
from truceline.sources.page.told import as_day

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK = re.compile(rb"(?:<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}>\s*)*"
                  rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)\b", re.DOTALL)
FULL = 600
"""An entry's text of so many characters is the report; a shorter one is a teaser."""
TEXTS = ("encoded", "content", "description", "summary")
PUBLISHED, UPDATED = ("pubDate", "published", "issued", "date", "created"), ("updated", "modified")


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """A report for each entry that has its text, a link for each that has not."""
    root = xml(found, file.read())
    channel = next((one for one in root if name(one) == "channel"), root)
    base = root.get("{http://www.w3.org/XML/1998/namespace}base") or link_of(channel, "") or ""
    entries = (one for one in root.iter() if name(one) in ("item", "entry"))
    shared = {"outlet": words(channel, "title"), "language": language(root, channel)}
    count = 0
    for count, entry in enumerate(entries, 1):
        if count > MOST_ITEMS:
            return
        yield from one_entry(numbered(found, count), entry, base, shared)
    if not count and name(root) not in ("rss", "RDF", "feed"):
        raise found.unreadable("XML that is no feed")


def one_entry(found: Found, entry: _Element, base: str, shared: Fields) -> Iterator[Item]:
    """What one entry gives."""
    url = web_address(link_of(entry, base))
    text = max((plain(words(entry, kind) or "") for kind in TEXTS), key=len)
    credit = words(entry, "source")
    told: Fields = {
        **shared, "title": plain(words(entry, "title") or "") or None, "url": url,
        **days(words(entry, *PUBLISHED), words(entry, *UPDATED)),
        "byline": words(entry, "creator", "author"), "credit": plain(credit) if credit else None,
    }
    if len(text) < FULL:
        if url:
            yield Link(url, told)
        return
    try:
        keyed = Found(found.path, key_of(url) if url else found.key)
        yield report(keyed, text, entry_bytes(entry), {**told, **found.told})
    except UnreadableFile as error:
        yield error


def days(published: str | None, updated: str | None) -> Fields:
    """The fields of two days as a feed writes them."""
    first, last = as_day(published or ""), as_day(updated or "")
    day = first or last
    return {"published": day.isoformat() if day else None, "published_basis": "feed" if day else None,
            "updated": last.isoformat() if last and first and last >= first else None}


def entry_bytes(entry: _Element) -> bytes:
    """The entry as it was received, but for the declarations of its names."""
    from lxml.etree import tostring

    return bytes(tostring(entry, encoding="utf-8", with_tail=False))


def name(one: _Element) -> str:
    """An element's name without the name of its space."""
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""


def words(one: _Element, *names: str) -> str | None:
    """The text of the first child with one of the names, in the order of the names."""
    for wanted in names:
        for child in one:
            if name(child) == wanted:
                said = inside(child).strip()
                if said:
                    return said
    return None


def inside(one: _Element) -> str:
    """The text of an element; of one that holds markup, as Atom's XHTML and author do, the markup."""
    if not len(one):
        return one.text or ""
    person = next((child.text for child in one if name(child) == "name"), None)
    return person or entry_bytes(one).decode("utf-8", "replace")


def link_of(one: _Element, base: str) -> str | None:
    """The address of an entry or channel: its link, Atom's alternate before others, or a guid that is an address."""
    links = [child for child in one if name(child) == "link"]
    usual = [child for child in links if child.get("rel") in (None, "alternate")]
    said = next((child.get("href") or (child.text or "").strip() for child in [*usual, *links]), None)
    if not said:
        marks = [child for child in one if name(child) in ("guid", "id") and child.get("isPermaLink") != "false"]
        said = next((child.text for child in marks if web_address(child.text)), None)
    try:
        return urljoin(base, said.strip()) if said else None
    except ValueError:
        return None


def language(root: _Element, channel: _Element) -> str | None:
    """The language that a feed declares, by its first subtag."""
    said = words(channel, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return re.split(r"[-_]", said)[0].lower() if said else None


def looks(head: bytes) -> bool:
    """Whether a file begins as a feed does."""
    return MARK.match(bare(head)) is not None


KIND = Kind("RSS and Atom feeds", looks, read)
