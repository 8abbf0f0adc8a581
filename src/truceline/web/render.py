"""A view → a page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Depends, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from truceline import __version__
from truceline.export.brief import words
from truceline.model import When
from truceline.views import Evidence
from truceline.web.desk import Held

T = TypeVar("T")
STATIC = "/static/"
A_LEAF = 100  # entries on a page of a long list
PLACES = (
    ("/", "Today"), ("/stories", "Stories"), ("/facts", "Facts"), ("/disagreements", "Disagreements"),
    ("/talks", "Talks"), ("/truces", "Truces"), ("/pledges", "Pledges"), ("/positions", "Positions"),
    ("/figures", "Figures"), ("/timeline", "Timeline"), ("/actors", "Actors"), ("/reports", "Reports"),
)


class Page(HTMLResponse):
    """A page. What UTF-8 cannot write, as half of a character in a broken text, stands as a question mark."""

    def render(self, content: Any) -> bytes:
        """The bytes of the page."""
        return str(content).encode("utf-8", "replace")


def held(request: Request) -> Held:
    """The record that this request looks at. Raises StoreUnavailable."""
    if "failure" in request.scope["state"]:
        raise request.scope["state"]["failure"]
    found: Held = request.scope["state"]["held"]
    return found


Record = Annotated[Held, Depends(held)]


def page(request: Request, template: str, status: int = 200, **values: Any) -> Page:
    """A template with the values it needs, and those that every page has."""
    text = environment().get_template(template).render(
        request=request, places=PLACES, version=__version__, assets=f"{STATIC}{assets_name()}/", **values)
    return Page(text, status_code=status)


@cache
def environment() -> Environment:
    """The templates."""
    found = Environment(loader=PackageLoader("truceline.web"), autoescape=True, undefined=StrictUndefined,
                        trim_blocks=True, lstrip_blocks=True)
    found.filters |= words.FILTERS | {"at": at, "source": source, "iso": iso, "asking": asking}
    return found


@cache
def style() -> str:
    """The desk's style, which begins with that of the brief: both are one paper."""
    brief = files("truceline.export.brief").joinpath("style.css").read_text("utf-8")
    return brief + files("truceline.web").joinpath("static", "desk.css").read_text("utf-8")


@cache
def assets_name() -> str:
    """A name that is another whenever styles or scripts are, so that browsers may keep them for good."""
    folder = files("truceline.web").joinpath("static")
    parts = [style(), *(folder.joinpath(name).read_text("utf-8") for name in ("desk.js", "htmx.min.js"))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Leaf(Generic[T]):
    """One page of a long list: what stands on it, its number, how many stand on each, and how many there are."""

    some: Sequence[T]
    number: int
    size: int
    total: int


def leaf(all_of_them: Sequence[T], number: int, size: int = A_LEAF) -> Leaf[T]:
    """The page of this number, the first for what is no page."""
    number = max(number, 1)
    return Leaf(all_of_them[(number - 1) * size : number * size], number, size, len(all_of_them))


def at(key: str, page: str = "report") -> str:
    """The path of a page on something with this key. A key can be any text; in a path it leads nowhere else."""
    dotted = any(part in ("", ".", "..") for part in key.split("/"))
    return f"/{page}/{quote(key, safe='' if dotted else '/', errors='replace')}"


def source(one: Evidence) -> str:
    """The words' own place."""
    return f"{at(one.report)}#{one.statement}"


def iso(when: When | None) -> str:
    """The first day of an interval, for machines."""
    return when.start.isoformat() if when else ""


def asking(values: dict[str, Any], path: str = "/search", **others: Any) -> str:
    """A search's address: these values with others in their place, empty ones left out."""
    wanted = {name: value for name, value in (values | others).items() if value not in ("", None)}
    return f"{path}?{urlencode(wanted, errors='replace')}" if wanted else path
