"""Where things stand, and the stories."""

from __future__ import annotations

from datetime import date, timedelta

from fastapi import APIRouter, Request

from truceline.errors import InputError
from truceline.views import news, overview, story
from truceline.views import today as standing
from truceline.web.render import Page, Record, leaf, page

router = APIRouter()
SHOWN = 12  # entries of each part of the first page; the boards have the rest
BACK = (("the last day", 0), ("the last week", 6), ("the last 30 days", 29))


@router.get("/")
def today(request: Request, record: Record, since: str = "") -> Page:
    """Where things stand on the day of the last report, and what is new since a day."""
    holdings = record.holdings
    last = holdings.last_day
    back = [(name, last - timedelta(days=days)) for name, days in BACK] if last else []
    return page(request, "today.html.j2", view=standing.today(holdings), news=news.news(holdings, day(since)),
                overview=overview.overview(holdings), back=back, shown=SHOWN)


@router.get("/stories")
def stories(request: Request, record: Record, number: int = 1) -> Page:
    """All stories."""
    return page(request, "stories.html.j2", leaf=leaf(overview.stories(record.holdings)[::-1], number))


@router.get("/story/{name}")
def one_story(request: Request, record: Record, name: str) -> Page:
    """One story; its name may be a report's key."""
    view = story.story(record.holdings, name)
    grown = sorted(view.reports, key=lambda one: (one.published or date.max, one.key))
    return page(request, "story.html.j2", view=view, grown=grown, copied=copied(view))


def copied(view: story.StoryView) -> dict[str, tuple[str, str]]:
    """The first report and the wire of each report that copies another."""
    return {key: (group.reports[0], group.wire or "") for group in view.copies for key in group.reports[1:]}


def day(text: str) -> date | None:
    """A day from an address, None where there is none. Raises InputError."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(f"not a day: {text[:40]} (2022-04-05 is one)") from error
