"""How the page writes days, addresses and marked text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from truceline.views import wording
from truceline.views.holdings import Evidence, alike, interval
from truceline.views.report import Piece


def policy(style: str) -> str:
    """What the page may load: its own style, known by its hash, and nothing else."""
    return f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def address(url: str | None) -> str:
    """An address that may be linked, or ""."""
    try:
        return url if url and urlsplit(url).scheme.lower() in ("http", "https") else ""
    except ValueError:
        return ""


def marked(pieces: Iterable[Piece]) -> Markup:
    """A report's text with its marks; each statement's first mark carries its id."""
    parts = [Markup(_OPEN[piece.what, piece.kind == "furniture"](piece)) for piece in pieces]
    return Markup("").join(parts)


def _mark(piece: Piece) -> Markup:
    identity = "" if piece.again else Markup(' id="{}"').format(piece.statement)
    return Markup('<mark class="{}"{} title="{}">').format(piece.kind, identity, piece.kind)


_OPEN: Mapping[tuple[str, bool], Callable[[Piece], str]] = {
    ("open", False): _mark,
    ("close", False): lambda _: "</mark>",
    ("open", True): lambda _: '<span class="furniture" title="not part of the body">',
    ("close", True): lambda _: "</span>",
    ("text", False): lambda piece: escape(piece.text),
    ("text", True): lambda piece: escape(piece.text),
}


def via(one: Evidence) -> str:
    """The voices before the outlet, as in "Nino Vashal → Corran Wire → "."""
    return "".join(f"{name} → " for name in one.chain)


def tenure(office: Any) -> str:
    """The days of an office, as far as they are known."""
    first, last = interval(office.start), interval(office.end)
    if first and last:
        return wording.days(first.start, last.end)
    if first:
        return f"from {wording.spell(first)}"
    return f"until {wording.spell(last)}" if last else ""


FILTERS: dict[str, Callable[..., Any]] = {
    "address": address, "marked": marked, "via": via, "tenure": tenure, "day": wording.day, "spell": wording.spell,
    "dates": wording.dates_in, "short": wording.short, "count": wording.count, "days": wording.days, "alike": alike,
}
