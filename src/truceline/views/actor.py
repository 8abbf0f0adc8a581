"""One actor: its names, its offices over time, what it does and says, what is done to it."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.model import Act, Actor, ActorName, Name, Pledge, Quote, Stance, Statement
from truceline.views import find
from truceline.views.holdings import Evidence, Holdings


@dataclass(frozen=True, slots=True)
class Office:
    """An office, its days as far as reports tell, and the words."""

    title: str
    organisation: str
    start: str | None
    end: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor for a reader; `part` maps "does", "undergoes", "mediates", "says", "holds", "pledges" to the words."""

    id: str
    name: str
    kind: str
    names: tuple[ActorName, ...]
    identifiers: tuple[str, ...]
    member_of: tuple[str, ...]
    offices: tuple[Office, ...]
    parts: tuple[tuple[str, tuple[Evidence, ...]], ...]


def actor(holdings: Holdings, name: str) -> ActorView:
    """The actor of a name or id. Raises UnknownName."""
    return view(holdings, find.actor(holdings, name))


def view(holdings: Holdings, chosen: Actor) -> ActorView:
    """An actor for a reader."""
    found: dict[str, list[str]] = {part: [] for part in ("does", "undergoes", "mediates", "holds", "pledges", "says")}
    for one in holdings.statements.values():
        for part, names in _parts(one):
            if any(holdings.actor_id(name, one.report) == chosen.id for name in names):
                found[part].append(one.id)
    parts = tuple((part, holdings.evidence(ids)) for part, ids in found.items() if ids)
    member_of = tuple(holdings.actors[one].name for one in chosen.members_of if one in holdings.actors)
    return ActorView(chosen.id, chosen.name, chosen.kind, chosen.names, chosen.identifiers, member_of,
                     offices(holdings, chosen), parts)


def offices(holdings: Holdings, chosen: Actor) -> tuple[Office, ...]:
    """The offices that an actor is said to hold or to have held."""
    return tuple(Office(role.title, _organisation(holdings, role.organisation), role.start, role.end,
                        holdings.evidence(role.statements)) for role in chosen.roles)


def _organisation(holdings: Holdings, known: str | None) -> str:
    """An organisation is given by its actor id or by its name."""
    actor = holdings.actors.get(known or "")
    return actor.name if actor else known or ""


def _parts(one: Statement) -> tuple[tuple[str, tuple[Name, ...]], ...]:
    """Who has which part in a statement."""
    if isinstance(one, Act):
        return ("does", one.actors), ("undergoes", one.recipients), ("mediates", one.mediators)
    if isinstance(one, Stance):
        return (("holds", (one.holder,) if one.holder else ()),)
    if isinstance(one, Pledge):
        return (("pledges", one.by),)
    if isinstance(one, Quote):
        return (("says", (one.speaker.who,) if one.speaker else ()),)
    return ()
