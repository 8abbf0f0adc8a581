"""What a page says of itself as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Thing = Mapping[str, object]
ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
            "OpinionNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "WebPage")
MOST, DEEPEST = 2_000, 12


def article(root: HtmlElement) -> Thing:
    """The object that describes the page's article, empty where there is none; news articles go before others."""
    found = [thing for thing in _things(root) if _kinds(thing) & set(ARTICLES)]
    return min(found, key=lambda thing: min(ARTICLES.index(kind) for kind in _kinds(thing) & set(ARTICLES)) // 8,
               default={})


def words(value: object, *keys: str) -> str | None:
    """The text of a value, or of the first of the keys of an object, or of the first of a list."""
    if isinstance(value, list):
        return next((said for one in value[:MOST] if (said := words(one, *keys))), None)
    if isinstance(value, dict):
        return next((said for key in keys if isinstance(said := value.get(key), str) and said.strip()), None)
    return value.strip() or None if isinstance(value, str) else None


def names(value: object, *kinds: str) -> list[str]:
    """The names of the persons or organisations in a value that are of these kinds; all where none are given."""
    items = value if isinstance(value, list) else [value]
    found = []
    for item in items[:20]:
        if not kinds or (isinstance(item, dict) and _kinds(item) & set(kinds)):
            name = words(item, "name")
            found += [name] if name and "://" not in name else []
    return found


def _kinds(thing: Thing) -> set[str]:
    kind = thing.get("@type")
    return {one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)}


def _things(root: HtmlElement) -> Iterator[Thing]:
    """All objects of the page's JSON-LD, outer before inner, so many at most."""
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _inside(value, 0):
            count += 1
            if count > MOST:
                return
            yield thing


def _inside(value: object, depth: int) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value[:MOST]:
            yield from _inside(one, depth + 1)
