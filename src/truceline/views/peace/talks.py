"""The board of talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model import PeaceObject, When
from truceline.views.holdings import Evidence, Holdings, interval
from truceline.views.peace.fields import Turn, name, parts, turns


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting, its days, and whether it was held, is planned, failed; `moved_from` are days that it was put off."""

    when: When | None
    status: str
    evidence: tuple[Evidence, ...]
    moved_from: When | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One who speaks or negotiates for a party."""

    party: str
    person: str
    title: str
    state: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Talks:
    """Talks at one venue: who takes part as what, the sessions, how they stand and when they go on.

    `history` holds every state that a report told, in the order of telling.
    """

    id: str
    name: str
    state: str
    next: str
    parts: Mapping[str, tuple[str, ...]]
    delegations: tuple[Member, ...]
    sessions: tuple[Session, ...]
    evidence: tuple[Evidence, ...]
    history: tuple[Turn, ...] = ()


def talks(holdings: Holdings) -> tuple[Talks, ...]:
    """All talks of the record."""
    return tuple(_talks(holdings, one) for one in holdings.record.talks)


def _talks(holdings: Holdings, one: PeaceObject) -> Talks:
    fields = one.fields
    sessions = tuple(
        Session(interval(row.get("dates")), row.get("status") or "", holdings.evidence(row["statements"]),
                interval(row.get("moved_from")))
        for row in fields.get("sessions") or ()
    )
    return Talks(
        id=one.id, name=fields.get("name") or "Talks", state=fields.get("state") or "", next=fields.get("next") or "",
        parts=parts(fields, ("parties", "mediators", "guarantors", "observers")),
        delegations=_members(holdings, fields.get("delegations") or ()),
        sessions=sessions, evidence=holdings.evidence(one.statements),
        history=turns(holdings, fields.get("history") or (), "told"),
    )


def _members(holdings: Holdings, rows: Iterable[Mapping[str, Any]]) -> tuple[Member, ...]:
    """The members of delegations by party, each office of a person once with all its words."""
    told: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        key = name(row.get("party")), name(row.get("member")), row.get("title") or "", row.get("state") or ""
        told[key].append(row["statement"])
    return tuple(Member(*key, holdings.evidence(told[key])) for key in sorted(told, key=lambda key: key[0]))
