"""The board of pledges."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.model import PeaceObject, When
from truceline.views.holdings import Holdings, interval, names
from truceline.views.peace.fields import Turn, turns

__all__ = ["Pledge", "Turn", "pledges"]


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise: by whom, to whom, what, due when, on what condition, and how it stands.

    `overdue` says that its day has passed and no report says what became of it.
    """

    id: str
    by: tuple[str, ...]
    content: str
    due: When | None
    condition: str
    state: str
    overdue: bool
    history: tuple[Turn, ...]
    to: tuple[str, ...] = ()

    @property
    def stands(self) -> str:
        """The state in words: one that is overdue is not missed unless a report says so."""
        return "overdue, no report" if self.overdue else self.state


def pledges(holdings: Holdings) -> tuple[Pledge, ...]:
    """All pledges of the record, those with a day first, by day."""
    found = (_pledge(holdings, one) for one in holdings.record.pledges)
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due.end.isoformat() if one.due else "")))


def _pledge(holdings: Holdings, one: PeaceObject) -> Pledge:
    fields = one.fields
    due, state = interval(fields.get("due")), fields.get("state") or "pending"
    past = due is not None and holdings.last_day is not None and due.end < holdings.last_day
    return Pledge(id=one.id, by=names(fields.get("by")), to=names(fields.get("to")),
                  content=fields.get("content") or "", due=due, condition=fields.get("condition") or "", state=state,
                  overdue=state == "pending" and past, history=turns(holdings, fields.get("history") or (), "when"))
