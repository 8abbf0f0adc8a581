"""Everything that the brief page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model import Actor, Region
from truceline.views import actor, facts, overview, peace, report, timeline
from truceline.views.actor import Office
from truceline.views.facts import FactLine
from truceline.views.holdings import Holdings
from truceline.views.overview import Overview
from truceline.views.report import ReportView


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in a list: its names with the reports that use each, and its offices."""

    actor: Actor
    offices: tuple[Office, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The record as one page: `facts` are those that several reports tell, `alone` those of one; offices stand with
    their actors."""

    overview: Overview
    board: peace.Board
    facts: tuple[FactLine, ...]
    alone: tuple[FactLine, ...]
    days: tuple[timeline.Day, ...]
    actors: tuple[ActorLine, ...]
    reports: tuple[ReportView, ...]


def brief(holdings: Holdings, regions: Mapping[str, Sequence[Region]]) -> Brief:
    """The brief of a record; `regions` are those of the clean texts, by report."""
    told = [fact for fact in holdings.record.facts if fact.kind != "role" or fact.standing == "disputed"]
    several = facts.lines(holdings, (fact for fact in told if len(fact.reports) > 1))
    alone = facts.lines(holdings, (fact for fact in told if len(fact.reports) == 1))
    return Brief(
        overview=overview.overview(holdings), board=peace.positions(holdings), facts=several, alone=alone,
        days=timeline.timeline(holdings), actors=actor_lines(holdings),
        reports=tuple(report.report(holdings, key, regions.get(key, ())) for key in holdings.reports),
    )


def actor_lines(holdings: Holdings) -> tuple[ActorLine, ...]:
    """Actors by how many reports name them, then by name."""
    found = [
        ActorLine(one, actor.offices(holdings, one), len({key for spelling in one.names for key in spelling.reports}))
        for one in holdings.record.actors
    ]
    return tuple(sorted(found, key=lambda line: (-line.reports, line.actor.name)))
