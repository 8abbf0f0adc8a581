"""Actors."""

from __future__ import annotations

from fastapi import APIRouter, Request

from truceline.views import actor, brief, find, meetings
from truceline.web.render import Page, Record, leaf, page

router = APIRouter()
SHOWN = 12
PARTS = {"does": "Did, or is to do", "undergoes": "Was done to it", "mediates": "Mediated", "holds": "Holds",
         "pledges": "Pledged", "says": "Said"}


@router.get("/actors")
def actors(request: Request, record: Record, kind: str = "", number: int = 1) -> Page:
    """All actors, those in most reports first."""
    lines = brief.actor_lines(record.holdings)
    shown = leaf([one for one in lines if kind in ("", one.actor.kind)], number)
    return page(request, "actors.html.j2", leaf=shown, kind=kind,
                kinds=sorted({one.actor.kind for one in lines}))


@router.get("/actor/{name}")
def one_actor(request: Request, record: Record, name: str) -> Page:
    """One actor, by id or name."""
    chosen = find.actor(record.holdings, name)
    return page(request, "actor.html.j2", view=actor.view(record.holdings, chosen), parts=PARTS, shown=SHOWN,
                meetings=meetings.meetings(record.holdings, chosen))
