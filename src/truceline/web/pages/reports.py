"""Reports."""

from __future__ import annotations

from fastapi import APIRouter, Request

from truceline.views import find, report, revisions, story
from truceline.web.desk import Desk
from truceline.web.render import Page, Record, leaf, page

router = APIRouter()


@router.get("/reports")
def reports(request: Request, record: Record, outlet: str = "", number: int = 1) -> Page:
    """All reports, the newest first."""
    lines = [story.report_line(record.holdings, key) for key in reversed(list(record.holdings.reports))]
    shown = leaf([one for one in lines if outlet in ("", one.outlet)], number)
    return page(request, "reports.html.j2", leaf=shown, outlet=outlet,
                outlets=sorted({one.outlet for one in lines}))


@router.get("/report/{key:path}")
def one_report(request: Request, record: Record, key: str) -> Page:
    """One report's text with what was read in it marked."""
    holdings = record.holdings
    find.report(holdings, key)
    desk: Desk = request.scope["state"]["desk"]
    view = report.report(holdings, key, desk.regions(key))
    facts = {one.statement: found.id for one in view.statements if (found := holdings.fact_of.get(one.statement))}
    return page(request, "report.html.j2", view=view, facts=facts, changes=revisions.changes(desk.revisions(key)))
