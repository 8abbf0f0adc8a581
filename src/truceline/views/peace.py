"""Talks, truces, pledges and positions as a reader asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model import PeaceObject, When
from truceline.views.holdings import Evidence, Holdings, interval, names


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting, its days, and whether it was held, is planned, failed."""

    when: When | None
    status: str
    evidence: tuple[Evidence, ...]


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
    """Talks at one venue: who takes part as what, the sessions, how they stand and when they go on."""

    id: str
    name: str
    state: str
    next: str
    parts: Mapping[str, tuple[str, ...]]
    delegations: tuple[Member, ...]
    sessions: tuple[Session, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """One party's word that another broke a truce."""

    accuser: str
    accused: str
    when: When | None
    where: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce: its days, who is in it and who is left out, its terms, and who says that it was broken."""

    id: str
    days: Mapping[str, When]
    parts: Mapping[str, tuple[str, ...]]
    terms: tuple[str, ...]
    monitoring: tuple[str, ...]
    violations: tuple[Violation, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A state that a pledge was said to be in, when that was told, and the words."""

    state: str
    when: When | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise: by whom, what, due when, on what condition, and how it stands.

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


@dataclass(frozen=True, slots=True)
class Position:
    """What a party has said of an issue, the latest last."""

    position: str
    when: When | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Positions of parties on issues: `cells[party, issue]` holds them in order of time."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Position, ...]]


def talks(holdings: Holdings) -> tuple[Talks, ...]:
    """All talks of the record."""
    return tuple(_talks(holdings, one) for one in holdings.record.talks)


def _talks(holdings: Holdings, one: PeaceObject) -> Talks:
    fields = one.fields
    sessions = tuple(Session(interval(row.get("dates")), row.get("status") or "", holdings.evidence(row["statements"]))
                     for row in fields.get("sessions") or ())
    return Talks(
        id=one.id, name=fields.get("name") or "Talks", state=fields.get("state") or "", next=fields.get("next") or "",
        parts=_parts(fields, ("parties", "mediators", "guarantors", "observers")),
        delegations=_members(holdings, fields.get("delegations") or ()),
        sessions=sessions, evidence=holdings.evidence(one.statements),
    )


def _members(holdings: Holdings, rows: Iterable[Mapping[str, Any]]) -> tuple[Member, ...]:
    """The members of delegations by party, each office of a person once with all its words."""
    told: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        key = _name(row.get("party")), _name(row.get("member")), row.get("title") or "", row.get("state") or ""
        told[key].append(row["statement"])
    return tuple(Member(*key, holdings.evidence(told[key])) for key in sorted(told, key=lambda key: key[0]))


def truces(holdings: Holdings) -> tuple[Truce, ...]:
    """All truces of the record."""
    return tuple(_truce(holdings, one) for one in holdings.record.truces)


def _truce(holdings: Holdings, one: PeaceObject) -> Truce:
    fields = one.fields
    days = {part: when for part in ("declared", "effective", "ended") if (when := interval(fields.get(part)))}
    violations = tuple(
        Violation(", ".join(names(row.get("accuser"))), ", ".join(names(row.get("accused"))), interval(row.get("when")),
                  tuple(row.get("where") or ()), holdings.evidence([row["statement"]]))
        for row in fields.get("alleged_violations") or ()
    )
    return Truce(
        id=one.id, days=days, parts=_parts(fields, ("parties", "brokers", "guarantors", "excluded")),
        terms=tuple(dict.fromkeys(fields.get("terms") or ())),
        monitoring=tuple(dict.fromkeys(fields.get("monitoring") or ())),
        violations=violations, evidence=holdings.evidence(one.statements),
    )


def pledges(holdings: Holdings) -> tuple[Pledge, ...]:
    """All pledges of the record, those with a day first, by day."""
    found = (_pledge(holdings, one) for one in holdings.record.pledges)
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due.end.isoformat() if one.due else "")))


def _pledge(holdings: Holdings, one: PeaceObject) -> Pledge:
    fields = one.fields
    due, state = interval(fields.get("due")), fields.get("state") or "pending"
    history = tuple(Turn(row["state"], interval(row.get("when")), holdings.evidence([row["statement"]]))
                    for row in fields.get("history") or ())
    past = due is not None and holdings.last_day is not None and due.end < holdings.last_day
    return Pledge(id=one.id, by=names(fields.get("by")), content=fields.get("content") or "", due=due,
                  condition=fields.get("condition") or "", state=state, overdue=state == "pending" and past,
                  history=history)


def positions(holdings: Holdings) -> Board:
    """Who holds what on which issue; parties by how much they have said, issues likewise."""
    cells: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for one in holdings.record.stances:
        holder = _name(one.fields.get("holder"))
        cells[holder, one.fields["issue"]] += [
            Position(row["position"], interval(row.get("when")), holdings.evidence([row["statement"]]))
            for row in one.fields.get("positions") or ()
        ]
    said = {key: tuple(some) for key, some in cells.items() if key[0] and some}
    return Board(_by_weight([(key[0], len(some)) for key, some in said.items()]),
                 _by_weight([(key[1], len(some)) for key, some in said.items()]), said)


def _by_weight(pairs: list[tuple[str, int]]) -> tuple[str, ...]:
    weights: dict[str, int] = defaultdict(int)
    for name, weight in pairs:
        weights[name] += weight
    return tuple(sorted(weights, key=lambda name: (-weights[name], name)))


def _parts(fields: Mapping[str, Any], wanted: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return {part: found for part in wanted if (found := names(fields.get(part)))}


def _name(row: Any) -> str:
    return str(row.get("name") or "") if row else ""
