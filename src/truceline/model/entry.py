"""Entries: what statements and judgements add up to. Computed, never kept as truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truceline.model.statement import When


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """One spelling of an actor and the reports that use it."""

    text: str
    script: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """An office over time; `start` and `end` are ISO dates or None."""

    title: str
    organisation: str | None
    start: str | None = None
    end: str | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, armed group, government, body or other, under all its names."""

    id: str
    name: str
    kind: str
    names: tuple[ActorName, ...]
    identifiers: tuple[str, ...] = ()
    roles: tuple[HeldRole, ...] = ()
    members_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An independent root of a story or fact, and why its reports count as one voice."""

    root: str
    reason: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Near-identical reports and the wire that they descend from, where it is known."""

    reports: tuple[str, ...]
    wire: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening. `thread` is the id of the first story of those that follow each other over months."""

    id: str
    title: str
    reports: tuple[str, ...]
    copies: tuple[CopyGroup, ...] = ()
    origins: tuple[Origin, ...] = ()
    first: str | None = None
    last: str | None = None
    thread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact and all that is said of it; standing: single, corroborated, disputed, superseded."""

    id: str
    label: str
    kind: str
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[Origin, ...]
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedValue:
    """One side of a disagreement: the value, who owns it, where it stands."""

    value: str
    reports: tuple[str, ...]
    statements: tuple[str, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Values side by side. `type`: number, date, actor, place, manner, outcome, polarity."""

    id: str
    about: str
    type: str
    values: tuple[ClaimedValue, ...]
    scope_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeaceObject:
    """Talks, a truce, a pledge or a holder's stances, with the fields that the export contract names for its `kind`.

    `kind` is talks, truce, pledge or stance; `fields` is JSON-ready data.
    """

    id: str
    kind: str
    fields: dict[str, Any]
    statements: tuple[str, ...] = ()
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that reconciliation computes from the statements and judgements of a set of reports.

    `actor_of` maps (report key, name) to an actor id.
    """

    actors: tuple[Actor, ...] = ()
    stories: tuple[Story, ...] = ()
    facts: tuple[Fact, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    talks: tuple[PeaceObject, ...] = ()
    truces: tuple[PeaceObject, ...] = ()
    pledges: tuple[PeaceObject, ...] = ()
    stances: tuple[PeaceObject, ...] = ()
    actor_of: tuple[tuple[tuple[str, str], str], ...] = ()
