"""What others call the fields of a report in JSON: JSON Feed, ninjs of the news agencies, GDELT's article list."""

from __future__ import annotations

import re
from collections.abc import Mapping

from truceline.sources.fields import Fields
from truceline.sources.kinds.markup import plain
from truceline.sources.page import linked
from truceline.sources.page.told import as_day

FULL = 600
SEEN = re.compile(r"(\d{4})(\d\d)(\d\d)T?\d*Z?$")
# GDELT writes out the names of languages.
NAMED = {"english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "russian": "ru", "portuguese": "pt",
         "german": "de", "italian": "it", "turkish": "tr", "persian": "fa", "chinese": "zh", "ukrainian": "uk",
         "indonesian": "id", "swahili": "sw", "hindi": "hi", "urdu": "ur", "somali": "so", "armenian": "hy"}


def inside(value: object) -> tuple[Fields, list[object] | None]:
    """What all objects of a list share, and the list itself; None where the value is one object."""
    if isinstance(value, list):
        return {}, value
    if not isinstance(value, dict):
        return {}, None
    if "jsonfeed.org" in str(value.get("version")) and isinstance(value.get("items"), list):
        return {"outlet": value.get("title"), "language": _language(value.get("language"))}, value["items"]
    if isinstance(value.get("articles"), list) and "text" not in value:
        return {}, value["articles"]
    return {}, None


def renamed(value: Mapping[str, object]) -> Fields:
    """The fields of an object under this project's names; one with a `text` has them already."""
    if "text" in value:
        return value
    if "content_html" in value or "content_text" in value:
        return _feed_item(value)
    if any(name in value for name in ("body_text", "body_xhtml", "body_html", "bodies")):
        return _ninjs(value)
    if "seendate" in value:
        return _gdelt(value)
    return value


def _feed_item(value: Mapping[str, object]) -> Fields:
    html = linked.words(value.get("content_html"))
    text = linked.words(value.get("content_text")) or (plain(html) if html else None)
    url = value.get("url") or value.get("external_url")
    teaser = text is not None and len(text) < FULL and url is not None
    return {"text": None if teaser else text, "url": url, "title": value.get("title"), "published_basis": "feed",
            "byline": ", ".join(linked.names(value.get("authors") or value.get("author"))) or None,
            "language": _language(value.get("language")),
            **_days(value.get("date_published"), value.get("date_modified"))}


def _ninjs(value: Mapping[str, object]) -> Fields:
    bodies = value.get("bodies")
    body = next((one for one in bodies if isinstance(one, dict)), {}) if isinstance(bodies, list) else {}
    html = linked.words([value.get("body_xhtml"), value.get("body_html")]) or linked.words(body.get("value"))
    text = linked.words(value.get("body_text")) or (plain(html) if html else None)
    first, last = value.get("firstcreated"), value.get("versioncreated")
    source = linked.words(value.get("infosources"), "name")
    return {"text": text, "title": linked.words([value.get("headline"), value.get("headlines")], "value"),
            "outlet": linked.words(value.get("copyrightholder")) or source, "credit": source,
            "byline": linked.words(value.get("byline")), "url": linked.words(value.get("uri")),
            "language": _language(value.get("language")), "published_basis": "agency", **_days(first or last, last)}


def _gdelt(value: Mapping[str, object]) -> Fields:
    seen = SEEN.match(str(value.get("seendate")))
    spoken = str(value.get("language") or "").lower()
    return {"url": value.get("url"), "title": value.get("title"), "outlet": value.get("domain"),
            "language": NAMED.get(spoken), "seen": "-".join(seen.groups()) if seen else None}


def _days(published: object, updated: object) -> Fields:
    first, last = (as_day(day) if isinstance(day, str) else None for day in (published, updated))
    return {"published": first.isoformat() if first else None,
            "updated": last.isoformat() if first and last and last > first else None}


def _language(said: object) -> str | None:
    return re.split(r"[-_]", said)[0].lower() if isinstance(said, str) and said else None
