"""Whom an actor meets, agrees and works with, by what reports say was done together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model import Act, Actor, Name
from truceline.views.holdings import Evidence, Holdings

TOGETHER = {"CONSULT", "AGREE", "COOPERATE"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another actor, and the words that put both into one act."""

    id: str
    name: str
    evidence: tuple[Evidence, ...]


def meetings(holdings: Holdings, chosen: Actor) -> tuple[Meeting, ...]:
    """The other actors of the acts that this one takes part in, those met most often first."""
    found: dict[str, list[str]] = {}
    for one in holdings.statements.values():
        if isinstance(one, Act) and one.type in TOGETHER:
            present = _ids(holdings, (*one.actors, *one.recipients, *one.mediators), one.report)
            for other in present - {chosen.id} if chosen.id in present else ():
                found.setdefault(other, []).append(one.id)
    met = [Meeting(key, holdings.actors[key].name, holdings.evidence(told)) for key, told in found.items()]
    return tuple(sorted(met, key=lambda one: (-len(one.evidence), one.name)))


def _ids(holdings: Holdings, names: Iterable[Name], report: str) -> set[str]:
    return {key for name in names if (key := holdings.actor_id(name, report)) in holdings.actors and key}
