"""Search, and a feed of what a search finds."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI, Request
from starlette.responses import Response

from truceline.export import FORMATS, NAMES
from truceline.views.search import search
from truceline.web import feed
from truceline.web.asked import Search, SearchPage
from truceline.web.pages.boards import choices
from truceline.web.render import Page, Record, page

router = APIRouter()
A_PAGE = 20


@router.get("/search")
def found(request: Request, record: Record, asked: SearchPage) -> Page:
    """What a search finds, a page at a time."""
    hits = search(record.index, asked.query, (asked.page - 1) * A_PAGE, A_PAGE)
    return page(request, "search.html.j2", hits=hits, search=asked.model_dump(exclude={"page"}), number=asked.page,
                a_page=A_PAGE, choices=choices(record.holdings))


@router.get("/search.atom")
def newest(request: Request, record: Record, asked: Search) -> Response:
    """The newest of what a search finds, for a feed reader."""
    hits = search(record.index, asked.query, 0, feed.ENTRIES)
    return Response(feed.atom(hits, asked.query, str(request.base_url)), media_type="application/atom+xml")


@router.get("/api")
def programs(request: Request) -> Page:
    """What there is for programs."""
    app: FastAPI = request.app
    paths = [(path, one["get"]["description"]) for path, one in app.openapi()["paths"].items() if "get" in one]
    return page(request, "api.html.j2", paths=paths, parts=NAMES, formats=[one for one in FORMATS if one != "jsonl"])
