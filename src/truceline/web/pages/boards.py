"""The boards: talks, truces, pledges, positions, figures; and the timeline."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request

from truceline.views import figures, peace, timeline
from truceline.views.holdings import Holdings
from truceline.web.asked import Search
from truceline.web.chart import chart
from truceline.web.render import Page, Record, page

router = APIRouter()
LATEST = 60  # claims of one measure that its chart has room for


@router.get("/talks")
def talks(request: Request, record: Record) -> Page:
    """All talks."""
    return page(request, "talks.html.j2", talks=peace.talks(record.holdings))


@router.get("/truces")
def truces(request: Request, record: Record) -> Page:
    """All truces, each with what is said to have broken it."""
    return page(request, "truces.html.j2", truces=peace.truces(record.holdings))


@router.get("/pledges")
def pledges(request: Request, record: Record) -> Page:
    """All pledges by state."""
    return page(request, "pledges.html.j2", pledges=peace.pledges(record.holdings), day=record.holdings.last_day)


@router.get("/positions")
def positions(request: Request, record: Record) -> Page:
    """Who holds what on which issue."""
    return page(request, "positions.html.j2", board=peace.positions(record.holdings))


@router.get("/figures")
def claims(request: Request, record: Record) -> Page:
    """The latest claimed values over time, by what they count."""
    latest = [(one, one.claims[-LATEST:]) for one in figures.figures(record.holdings)]
    drawn = [(one, claims, chart(claims)) for one, claims in latest]
    return page(request, "figures.html.j2", drawn=drawn)


@router.get("/timeline")
def days(request: Request, record: Record, search: Search) -> Page:
    """What happened or is planned, day by day, as far as it is asked for."""
    asked = search.query
    found = [(day, entries) for day in timeline.timeline(record.holdings)
             if (asked.start or day.day) <= day.day <= (asked.end or day.day)
             and (entries := [one for one in day.entries
                              if record.index.holds(asked, (words.statement for words in one.fact.evidence))])]
    return page(request, "timeline.html.j2", days=found, months=months([(day.day, len(some)) for day, some in found]),
                search=search.model_dump(), choices=choices(record.holdings))


@dataclass(frozen=True, slots=True)
class Month:
    """A month's first and last day, and how much it holds."""

    start: date
    end: date
    entries: int


def months(days: Sequence[tuple[date, int]]) -> list[Month]:
    """The months of some days in order, with the sum of their numbers."""
    sums: Counter[tuple[int, int]] = Counter()
    for day, number in days:
        sums[day.year, day.month] += number
    return [Month(date(*key, 1), date(*key, monthrange(*key)[1]), sums[key]) for key in sorted(sums)]


def choices(holdings: Holdings) -> dict[str, list[tuple[str, str]]]:
    """What the fields of a search can be set to: values and what to call them."""
    statements = holdings.statements.values()
    actors = sorted(holdings.record.actors, key=lambda one: one.name.casefold())
    return {
        "actor": [(one.id, one.name) for one in actors],
        "kind": _named(one.kind for one in statements),
        "type": _named(getattr(one, "type", None) or "" for one in statements),
        "status": _named(str(one.status) for one in statements),
        "issue": _named(str(one.issue or "") for one in statements),
        "standing": _named(one.standing for one in holdings.record.facts),
        "outlet": _named(map(holdings.outlet, holdings.reports)),
    }


def _named(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(one, one) for one in sorted(set(values)) if one]
