"""A search as an Atom feed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from truceline.views.search import Hit, Hits, Query
from truceline.views.wording import count, short
from truceline.web.render import asking, source

ENTRIES = 50
SPACE = "http://www.w3.org/2005/Atom"
NO_DAY = date(1970, 1, 1)


def atom(hits: Hits, query: Query, base: str) -> bytes:
    """The hits as a feed; `base` is the desk's own address. Entries are named by their statements for good."""
    root, asked = base.rstrip("/"), asdict(query)
    top = Element("feed", xmlns=SPACE)
    _add(top, "title", f"Truceline: {query.q}" if query.q else "Truceline: a saved search")
    _add(top, "id", root + asking(asked, "/search.atom"))
    _add(top, "updated", _moment(max((day(hit) for hit in hits.hits), default=NO_DAY)))
    SubElement(top, "link", rel="self", href=root + asking(asked, "/search.atom"))
    SubElement(top, "link", rel="alternate", href=root + asking(asked))
    _add(SubElement(top, "author"), "name", "Truceline")
    _add(top, "subtitle", count(hits.total, "statement"))
    for hit in hits.hits:
        _entry(SubElement(top, "entry"), hit, root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(top)


def _entry(entry: Element, hit: Hit, root: str) -> None:
    one = hit.passage.evidence
    _add(entry, "title", f"{one.outlet}: {short(one.quote)}")
    _add(entry, "id", f"urn:truceline:statement:{one.statement}")
    _add(entry, "updated", _moment(day(hit)))
    SubElement(entry, "link", rel="alternate", href=root + source(one))
    _add(entry, "summary", f"{hit.passage.before}{one.quote}{hit.passage.after}")
    SubElement(entry, "category", term=one.kind)
    SubElement(entry, "category", term=hit.standing)


def day(hit: Hit) -> date:
    """The day that a hit came out."""
    return hit.passage.evidence.published or NO_DAY


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    """A child with text, without the characters that XML cannot hold."""
    SubElement(parent, name).text = "".join(char if char.isprintable() else " " for char in text)
