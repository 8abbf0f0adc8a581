"""The record for programs: what the pages show, as JSON, and the export as it streams out of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Generic, Literal, TypeVar

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from pydantic import BaseModel
from starlette.responses import StreamingResponse

from truceline import export
from truceline.errors import UnknownName
from truceline.model import Region
from truceline.store import Store
from truceline.views import actor as actors
from truceline.views import brief, facts, find, peace
from truceline.views import disagreements as disputes
from truceline.views import fact as one_fact
from truceline.views import figures as claims
from truceline.views import meetings as met
from truceline.views import news as novel
from truceline.views import overview as counted
from truceline.views import report as one_report
from truceline.views import search as finding
from truceline.views import story as one_story
from truceline.views import timeline as days
from truceline.views import today as standing
from truceline.web.asked import Part, SearchStretch, Stretch
from truceline.web.desk import Desk
from truceline.web.render import Record

T = TypeVar("T")


class Failure(BaseModel):
    """What is wrong, in one line."""

    detail: str


class Listed(BaseModel, Generic[T]):
    """A part of a long list; `next` is the offset of what follows, None at the end."""

    items: list[T]
    total: int
    next: int | None


class Held(BaseModel):
    """What one party has said of one issue, the latest last."""

    party: str
    issue: str
    positions: list[peace.Position]


class Portrait(BaseModel):
    """An actor, and whom it meets."""

    actor: actors.ActorView
    meets: list[met.Meeting]


FAILURES = {404: {"model": Failure}, 422: {"model": Failure}, 503: {"model": Failure}, 400: {"model": Failure}}
router = APIRouter(prefix="/api", responses={status: dict(one) for status, one in FAILURES.items()})


def part_of(some: Sequence[T], part: Stretch) -> Listed[T]:
    """The stretch of a list that is asked for."""
    return listed(some[part.offset :][: part.limit], len(some), part)


def listed(items: Sequence[T], total: int, part: Stretch) -> Listed[T]:
    """A stretch of a list, with where it goes on."""
    end = part.offset + len(items)
    return Listed(items=list(items), total=total, next=end if items and end < total else None)


@router.get("/overview")
def overview(record: Record) -> counted.Overview:
    """How much the record holds, and where things stand."""
    return counted.overview(record.holdings)


@router.get("/today")
def today(record: Record) -> standing.Today:
    """Where things stand in ten lines, next dates, overdue pledges, disagreements."""
    return standing.today(record.holdings)


@router.get("/news")
def news(record: Record, since: date | None = None) -> novel.News:
    """What reports add that were published since a day."""
    return novel.news(record.holdings, since)


@router.get("/stories")
def stories(record: Record, part: Part) -> Listed[counted.StoryLine]:
    """Stories, the first one first."""
    return part_of(counted.stories(record.holdings), part)


@router.get("/stories/{name}")
def story(record: Record, name: str) -> one_story.StoryView:
    """One story, by id."""
    return one_story.story(record.holdings, name)


@router.get("/facts")
def list_of_facts(record: Record, part: Part) -> Listed[facts.FactLine]:
    """Facts, those of which most is said first."""
    chosen = facts.ordered(record.holdings.record.facts)
    shown = chosen[part.offset :][: part.limit]
    return listed([facts.line(record.holdings, one) for one in shown], len(chosen), part)


@router.get("/facts/{name}")
def fact(record: Record, name: str, on: date | None = None) -> one_fact.FactView:
    """One fact, by its id or a statement's, as reports told it up to a day."""
    return one_fact.fact(record.holdings, name, on)


@router.get("/disagreements")
def disagreements(record: Record, part: Part) -> Listed[disputes.Dispute]:
    """What reports cannot all be right about."""
    return part_of(disputes.disagreements(record.holdings), part)


@router.get("/talks")
def talks(record: Record, part: Part) -> Listed[peace.Talks]:
    """Talks."""
    return part_of(peace.talks(record.holdings), part)


@router.get("/truces")
def truces(record: Record, part: Part) -> Listed[peace.Truce]:
    """Truces with what is said to have broken them."""
    return part_of(peace.truces(record.holdings), part)


@router.get("/pledges")
def pledges(record: Record, part: Part) -> Listed[peace.Pledge]:
    """Pledges, those with a day first."""
    return part_of(peace.pledges(record.holdings), part)


@router.get("/positions")
def positions(record: Record, part: Part) -> Listed[Held]:
    """Who holds what on which issue."""
    cells = peace.positions(record.holdings).cells
    return part_of([Held(party=party, issue=issue, positions=list(some)) for (party, issue), some in cells.items()],
                   part)


@router.get("/figures")
def figures(record: Record, part: Part) -> Listed[claims.Measured]:
    """Claimed values by what they count."""
    return part_of(claims.figures(record.holdings), part)


@router.get("/timeline")
def timeline(record: Record, part: Part) -> Listed[days.Day]:
    """What happened or is planned, day by day."""
    return part_of(days.timeline(record.holdings), part)


@router.get("/actors")
def list_of_actors(record: Record, part: Part) -> Listed[brief.ActorLine]:
    """Actors, those in most reports first."""
    return part_of(brief.actor_lines(record.holdings), part)


@router.get("/actors/{name}")
def actor(record: Record, name: str) -> Portrait:
    """One actor, by id or name."""
    chosen = find.actor(record.holdings, name)
    return Portrait(actor=actors.view(record.holdings, chosen), meets=list(met.meetings(record.holdings, chosen)))


@router.get("/reports")
def reports(record: Record, part: Part) -> Listed[one_story.ReportLine]:
    """Reports in order of publication."""
    keys = list(record.holdings.reports)
    shown = keys[part.offset :][: part.limit]
    return listed([one_story.report_line(record.holdings, key) for key in shown], len(keys), part)


@router.get("/reports/{key:path}")
def report(request: Request, record: Record, key: str) -> one_report.ReportView:
    """One report: its text in pieces, with what was read in it."""
    find.report(record.holdings, key)
    return one_report.report(record.holdings, key, regions(request, key))


def regions(request: Request, key: str) -> Sequence[Region]:
    """What is furniture in a report."""
    desk: Desk = request.scope["state"]["desk"]
    return desk.regions(key)


@router.get("/search")
def search(record: Record, asked: SearchStretch) -> finding.Hits:
    """Statements by their words, actors and what they are, the newest report first."""
    return finding.search(record.index, asked.query, asked.offset, asked.limit)


@router.get("/export/{part}", response_class=StreamingResponse,
            responses={200: {"content": {"application/x-ndjson": {}}, "description": "One object a line"}})
def download(request: Request, record: Record, part: str,
             form: Annotated[Literal["jsonl", "plover", "polecat"], Parameter(alias="format")] = "jsonl",
             ) -> StreamingResponse:
    """One part of the record as `truceline export` writes it."""
    if part not in export.FORMATS[form].parts:
        there = ", ".join(export.FORMATS[form].parts)
        raise UnknownName(f"the format {form} has no part {part[:40]}; there is {there}")
    desk: Desk = request.scope["state"]["desk"]
    store = desk.store()
    material = export.Material(store.statements(), record.holdings.record, store.reports())
    named = {"Content-Disposition": f'attachment; filename="{part}.{"tsv" if form == "polecat" else "jsonl"}"'}
    return StreamingResponse(closing(export.pieces(part, form, material), store), headers=named,
                             media_type="text/tab-separated-values" if form == "polecat" else "application/x-ndjson")


def closing(pieces: Iterator[bytes], store: Store) -> Iterator[bytes]:
    """The pieces, and the store let go of once they are out or nobody waits for them."""
    try:
        yield from pieces
    finally:
        store.close()
