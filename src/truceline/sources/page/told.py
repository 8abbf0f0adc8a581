"""What a page says of itself: title, outlet, days, language, byline, who is credited, and its own address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from truceline.sources.page import linked

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EARLIEST, LATEST = 1980, 2100
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
             "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "publishdate", "publish-date", "pubdate",
             "publication_date", "date", "originalpublicationdate", "cxenseparse:recs:publishtime")
UPDATED = ("article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "lastmod",
           "dcterms.modified", "last-modified", "revised")
BYLINES = ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author", "cxenseparse:author")
CREDITS = ("syndication-source", "original-source", "source", "dc.source", "article:source", "credit",
           "news_agency", "agency")
BYLINED = ("//@itemprop[.='author']/..|//@rel[.='author']/.."
           "|//@class[contains(concat(' ',.,' '),' byline ') or contains(concat(' ',.,' '),' author ')]/..")
SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_.-]|$)")
LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_]|$)", re.IGNORECASE)
BY = re.compile(r"^\s*(?:by|from)\s*:?\s+", re.IGNORECASE)
# What stands behind the name in a byline: a day, an hour, a handle, a section.
BEHIND = re.compile(r"\s+[|•·@]|\s+\S*\d|\s+(?:published|updated|last|posted)\b|\s+\w+day,", re.IGNORECASE)
NOBODY = ("admin", "administrator", "biography", "editor", "staff", "author", "guest", "news", "webmaster")
LONGEST_BYLINE = 120


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of itself; `stated` is the text that its data gives, `titles` all forms of its title."""

    titles: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | None = None
    updated: date | None = None
    basis: str | None = None
    language: str | None = None
    byline: str | None = None
    credit: str | None = None
    address: str | None = None
    stated: str = ""


def told(root: HtmlElement, asked: str | None = None) -> Told:
    """What the page says of itself; `asked` is the address that it was asked for under."""
    metas, thing = _metas(root), linked.article(root)
    address = _address(root, metas, asked)
    published, basis = _published(root, metas, thing, address or asked)
    updated = _first_day([linked.words(thing.get("dateModified")), *_of(metas, UPDATED)])
    titles = [unescape(linked.words(thing.get("headline")) or ""), *_of(metas, TITLES)[:2], *_texts(root, ".//h1")[:2],
              *(SUFFIX.sub("", title) for title in _texts(root, ".//title")[:1])]
    order = [titles[1:], titles[:1]] if thing.get("@type") == "WebPage" else [titles]
    return Told(
        titles=tuple(dict.fromkeys(title for some in order for title in some if title)),
        outlet=_outlet(metas, thing, address or asked), published=published, basis=basis,
        updated=updated if updated and (published is None or updated >= published) else None,
        language=_language(root, metas, thing), byline=_byline(root, metas, thing), credit=_credit(metas, thing),
        address=address, stated=linked.words(thing.get("articleBody")) or "",
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    """The page's `meta` elements by name in lower case, the first of each name."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content[:1000])
    return found


def _of(metas: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [metas[name] for name in names if name in metas]


def _texts(root: HtmlElement, path: str) -> list[str]:
    return [text for one in root.iterfind(path) if (text := " ".join(one.text_content().split()))]


def _address(root: HtmlElement, metas: Mapping[str, str], asked: str | None) -> str | None:
    """The page's own address for itself, made whole; only of the web."""
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for said in [*links[:1], *_of(metas, ("og:url",))]:
        try:
            whole: str = urljoin(asked or "", (said or "").strip())
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                return whole
        except ValueError:
            continue
    return None


def _outlet(metas: Mapping[str, str], thing: linked.Thing, address: str | None) -> str | None:
    names = [*_of(metas, OUTLETS), linked.words(thing.get("publisher"), "name")]
    host = urlsplit(address).hostname if address else None
    named = (name for name in names if name and "://" not in name)
    return next(named, None) or (host.removeprefix("www.") if host else None)


def _published(
    root: HtmlElement, metas: Mapping[str, str], thing: linked.Thing, address: str | None
) -> tuple[date | None, str | None]:
    said = _first_day([linked.words(thing.get("datePublished")), *_of(metas, PUBLISHED)])
    if said is None:
        marked = [one.get("datetime") for one in root.iter("time") if one.get("datetime")]
        said = _first_day(marked[:1])
    if said:
        return said, "page metadata"
    dated = IN_ADDRESS.search(address or "")
    if dated and (day := as_day("-".join(part.zfill(2) for part in dated.groups()))):
        return day, "address"
    return _searched(root)


def _searched(root: HtmlElement) -> tuple[date | None, str | None]:
    """The day as the date library finds it in the page's markup; it is slow, so it comes last."""
    from htmldate import find_date

    found = as_day(find_date(root, original_date=True, extensive_search=False) or "")
    return found, "page metadata" if found else None


def _first_day(values: Sequence[str | None]) -> date | None:
    return next((day for value in values if value and (day := as_day(value))), None)


def as_day(words: str) -> date | None:
    """The calendar day of an ISO date, a date with a time, or the date of a mail; None for others and for days that no
    page has. The day is the one written, in the writer's own zone."""
    words = words.strip()[:60]
    try:
        day = datetime.fromisoformat(words).date()
    except ValueError:
        try:
            day = date.fromisoformat(words[:10])
        except ValueError:
            try:
                day = parsedate_to_datetime(words).date()
            except (ValueError, TypeError, IndexError, OverflowError):
                return None
    return day if EARLIEST <= day.year <= LATEST else None


def _language(root: HtmlElement, metas: Mapping[str, str], thing: linked.Thing) -> str | None:
    said = [root.get("lang"), root.get("xml:lang"), linked.words(thing.get("inLanguage"), "alternateName", "name"),
            *_of(metas, ("content-language", "dc.language", "og:locale", "language"))]
    found = (match[1].lower() for value in said if value and (match := LANGUAGE.match(value.strip())))
    return next(found, None)


def _byline(root: HtmlElement, metas: Mapping[str, str], thing: linked.Thing) -> str | None:
    """Who signs the article, as the page prints it where it does, else as its data names them."""
    printed = [" ".join(one.text_content().split()) for one in root.xpath(BYLINED)[:5]]
    data = linked.names(thing.get("author"))
    signed = [", ".join(data)] if data else [name for name in _of(metas, BYLINES) if "://" not in name]
    whole = [line for line in printed if 2 < len(line) <= LONGEST_BYLINE]
    names = (BEHIND.split(BY.sub("", line))[0].strip(" ,|-–—") for line in [*whole, *signed])
    return next((name for name in names if len(name) > 2 and name.lower() not in NOBODY), None)


def _credit(metas: Mapping[str, str], thing: linked.Thing) -> str | None:
    """The organisation beside the outlet that the article is credited to: its source, or an author not a person."""
    outlet = (linked.words(thing.get("publisher"), "name") or metas.get("og:site_name") or "").lower()
    data = [*linked.names(thing.get("sourceOrganization")), *linked.names(thing.get("provider")),
            *linked.names(thing.get("isBasedOn")), *linked.names(thing.get("creditText")),
            *linked.names(thing.get("author"), "Organization", "NewsMediaOrganization")]
    said = [*data, *_of(metas, CREDITS)]
    return next((name for name in said if name.lower() != outlet and "://" not in name and len(name) <= LONGEST_BYLINE),
                None)
