"""Facts, how to cite them, and disagreements."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from truceline.errors import UnknownName
from truceline.export import cite
from truceline.model import Fact
from truceline.views import disagreements, fact, facts
from truceline.views.facts import ORDER
from truceline.web.pages.today import day
from truceline.web.render import Page, Record, at, leaf, page

router = APIRouter()
A_PAGE = 50


@router.get("/facts")
def list_of_facts(request: Request, record: Record, standing: str = "", kind: str = "", number: int = 1) -> Page:
    """Facts by standing and kind, those of which most is said first."""
    wanted = [one for one in record.holdings.record.facts if kind in ("", one.kind) and standing in ("", one.standing)]
    chosen = facts.ordered(wanted)
    first = (max(number, 1) - 1) * A_PAGE
    return page(request, "facts.html.j2", facts=[facts.line(record.holdings, one) for one in chosen[first:][:A_PAGE]],
                asked={"standing": standing, "kind": kind}, total=len(chosen), number=max(number, 1), a_page=A_PAGE,
                standings=_counted(record.holdings.record.facts, "standing", ORDER),
                kinds=_counted(record.holdings.record.facts, "kind", ()))


def _counted(all_facts: tuple[Fact, ...], name: str, order: tuple[str, ...]) -> list[str]:
    """The values that facts have, in a given order."""
    return sorted({getattr(one, name) for one in all_facts}, key=lambda one: ((*order, one).index(one), one))


@router.get("/fact/{name}")
def one_fact(request: Request, record: Record, name: str, on: str = "") -> Page:
    """One fact, as reports told it up to a day."""
    view = fact.fact(record.holdings, name, day(on))
    return page(request, "fact.html.j2", view=view, citation=cite.text(cite.of_fact(view, str(request.base_url))),
                formats=list(cite.FORMATS))


@router.get("/fact/{name}/cite.{form}")
def citation(request: Request, record: Record, name: str, form: str, on: str = "") -> Response:
    """A fact and the reports behind it, for a list of references."""
    if form not in cite.FORMATS:
        raise UnknownName(f"no citation format {form[:20]}; there are {', '.join(cite.FORMATS)}")
    media, write = cite.FORMATS[form]
    view = fact.fact(record.holdings, name, day(on))
    text = write(cite.of_fact(view, str(request.base_url)))
    named = {"Content-Disposition": f'attachment; filename="{view.line.id}.{form}"'} if form != "txt" else {}
    return Response(text.encode("utf-8", "replace"), media_type=f"{media}; charset=utf-8", headers=named)


@router.get("/statement/{name}")
def one_statement(record: Record, name: str) -> Response:
    """Where a statement stands: a permanent address, since its name depends on its content alone."""
    one = record.holdings.statements.get(name)
    if one is None:
        raise UnknownName(f"no statement {name[:40]}")
    fact_of = record.holdings.fact_of.get(name)
    return RedirectResponse(f"{at(fact_of.id, 'fact')}#{name}" if fact_of else f"{at(one.report)}#{name}")


@router.get("/disagreement/{name}")
def one_dispute(record: Record, name: str) -> Response:
    """Where a disagreement stands among all of them."""
    names = [one.id for one in record.holdings.record.disagreements]
    if name not in names:
        raise UnknownName(f"no disagreement {name[:40]}")
    return RedirectResponse(f"/disagreements?number={names.index(name) // A_PAGE + 1}#{name}")


@router.get("/disagreements")
def disputes(request: Request, record: Record, number: int = 1) -> Page:
    """All disagreements."""
    holdings = record.holdings
    shown = leaf(disagreements.disagreements(holdings), number, A_PAGE)
    facts_of = {one.id: dict.fromkeys(found.id for side in one.sides for words in side.evidence
                                      if (found := holdings.fact_of.get(words.statement)))
                for one in shown.some}
    return page(request, "disagreements.html.j2", leaf=shown, facts_of=facts_of)
