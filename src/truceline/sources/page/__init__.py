"""A web page → the text of its article and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from truceline.sources.fields import Fields
from truceline.sources.page.decode import LARGEST, characters, tree
from truceline.sources.page.told import Told

__all__ = ["LARGEST", "Page", "Told", "as_fields", "page"]


@dataclass(frozen=True, slots=True)
class Page:
    """An article: its `text` with the headline where the page has it, its `body` without, and what the page tells."""

    text: str
    body: str
    told: Told


def page(raw: bytes, encoding: str | None = None, address: str | None = None) -> Page | None:
    """The article on a page; None where none is found. `encoding` and `address` are what is known beforehand.

    Nothing is fetched. The libraries take a second to load, so only pages wait for them.
    """
    from truceline.sources.page.body import article, without_title
    from truceline.sources.page.told import told

    root = tree(characters(raw, encoding))
    if root is None:
        return None
    said = told(root, address)
    text = article(root, said.stated)
    if text is None:
        return None
    return Page(text, without_title(text, said.titles), said)


def as_fields(found: Page, address: str | None = None) -> Fields:
    """What a page tells, as fields of a report; `address` is where it was got, if that is known.

    A page that names another site's address as its own is kept under the address where it was got.
    """
    said = found.told
    elsewhere = bool(address and said.address and _site(address) != _site(said.address))
    return {
        "title": said.titles[0] if said.titles else None, "outlet": said.outlet, "language": said.language,
        "published": said.published.isoformat() if said.published else None, "published_basis": said.basis,
        "updated": said.updated.isoformat() if said.updated else None, "byline": said.byline, "credit": said.credit,
        "url": address if elsewhere else said.address or address, "canonical": said.address if elsewhere else None,
    }


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
