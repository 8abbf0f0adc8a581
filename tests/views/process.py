"""An invented process in seven reports of a month: talks put off, a truce extended, a pledge overdue and then kept."""

from __future__ import annotations

from datetime import date

from tests.reconcile.made import (
    Act,
    Issue,
    Pledge,
    Stance,
    Status,
    at,
    made,
    name,
    names,
    report,
    when,
)
from tests.samples import plain_clean
from truceline import pipeline
from truceline.model import Statement
from truceline.store import ReadReport, Store, open_store
from truceline.views import Holdings, gather
from truceline.views.past import past

DEAL = report("deal", "Osmund and the Lower Bank Front agreed on 1 May to a truce of a month. Osmund promised to free "
              "17 sailors by 10 May. Talks will open in Tavistern on 12 May. The Front rejects direct talks.",
              "2031-05-02", "Estuary Wire")
CHARGE = report("charge", "Osmund blamed the Lower Bank Front for shelling Lorvan on 5 May.", "2031-05-06",
                "Osmund Radio")
MOVED = report("moved", "The talks in Tavistern were postponed from 12 May to 19 May.", "2031-05-11", "Estuary Wire")
OPENED = report("opened", "Osmund and the Lower Bank Front met in Tavistern on 19 May. The Front would accept direct "
                "talks.", "2031-05-20", "Estuary Wire")
BROKEN = report("broken", "The Front broke off the Tavistern talks on 21 May.", "2031-05-22", "Bank Voice")
LONGER = report("longer", "Osmund and the Lower Bank Front agreed on 28 May to extend the truce.", "2031-05-29",
                "Estuary Wire")
FREED = report("freed", "Osmund freed the 17 sailors, keeping a promise of 1 May.", "2031-06-02", "Bank Voice")
REPORTS = (DEAL, CHARGE, MOVED, OPENED, BROKEN, LONGER, FREED)
BOTH = names("Osmund", "Lower Bank Front")
TALKS = {"type": "CONSULT", "issue": Issue.TALKS, "where": at("Tavistern")}
STATEMENTS: tuple[Statement, ...] = (
    made(Act, DEAL, "Osmund and the Lower Bank Front agreed on 1 May to a truce", type="AGREE", actors=BOTH,
         issue=Issue.CEASEFIRE, when=when("2031-05-01")),
    made(Pledge, DEAL, "Osmund promised to free 17 sailors by 10 May", by=names("Osmund"), content="free 17 sailors",
         due=when("2031-05-10")),
    made(Act, DEAL, "Talks will open in Tavistern on 12 May", **TALKS, when=when("2031-05-12"), status=Status.PLANNED),
    made(Stance, DEAL, "The Front rejects direct talks", holder=name("Lower Bank Front"), issue=Issue.DIRECT_TALKS,
         position="rejects"),
    made(Act, CHARGE, "Osmund blamed the Lower Bank Front for shelling Lorvan", type="ACCUSE", mode="allege",
         actors=names("Osmund"), recipients=names("Lower Bank Front"), when=when("2031-05-05")),
    made(Act, MOVED, "The talks in Tavistern were postponed from 12 May to 19 May", **TALKS, status=Status.PLANNED,
         when=when("2031-05-19", text="19 May")),
    made(Act, OPENED, "Osmund and the Lower Bank Front met in Tavistern on 19 May", **TALKS, actors=BOTH,
         when=when("2031-05-19")),
    made(Stance, OPENED, "The Front would accept direct talks", holder=name("Lower Bank Front"),
         issue=Issue.DIRECT_TALKS, position="accepts"),
    made(Act, BROKEN, "The Front broke off the Tavistern talks on 21 May", type="SANCTION", mode="discontinue",
         issue=Issue.TALKS, where=at("Tavistern"), actors=names("Lower Bank Front"), when=when("2031-05-21")),
    made(Act, LONGER, "Osmund and the Lower Bank Front agreed on 28 May to extend the truce", type="AGREE",
         actors=BOTH, issue=Issue.CEASEFIRE, when=when("2031-05-28")),
    made(Pledge, FREED, "Osmund freed the 17 sailors", by=names("Osmund"), content="free the 17 sailors", state="kept"),
)


def store() -> Store:
    """A store that holds the process."""
    kept = open_store("sqlite://")
    for one in REPORTS:
        own = tuple(told for told in STATEMENTS if told.report == one.key)
        kept.put(ReadReport(one, plain_clean(one), own, pipeline.READER))
    return kept


def holdings(day: str | None = None) -> Holdings:
    """What the process comes to, as of a day or as of the last report."""
    kept = store()
    if day is None:
        return gather(kept, pipeline.record(kept))
    asked = date.fromisoformat(day)
    return past(kept, pipeline.record_as_of(kept, asked), asked)
