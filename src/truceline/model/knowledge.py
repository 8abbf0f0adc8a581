"""What is known of actors before any report is read: it helps to read names, and is never a statement itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from truceline.model.entry import HeldRole
from truceline.model.statement import NameKind

SHORT_ACRONYM = 3
"""Letters of an acronym that many groups of the world share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownState:
    """A state, or a region named like one: its people's names, its capital, other names, ISO codes.

    `seats` are other places and houses that stand for its government.
    """

    name: str
    people: tuple[str, ...] = ()
    capital: str = ""
    also: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """A person, group, body or government under its names.

    `kind` is None where nothing says it. `weak` are names that many share: shown, never taken for this actor.
    `countries` are names of states. `roles` are offices and sides over time. `key` tells apart two actors of one name.
    """

    name: str
    kind: NameKind | None = None
    also: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    roles: tuple[HeldRole, ...] = ()
    key: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand for this actor, the usual one first."""
        return (self.name, *self.also)

    def needs_country(self, name: str) -> bool:
        """Whether a name says too little alone: a short acronym or a single word counts beside one of the countries."""
        if not self.countries or self.kind is NameKind.PERSON:
            return False
        return len(name) <= SHORT_ACRONYM if is_acronym(name) else " " not in name


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All that a run knows beforehand. Two of them are the same only if they are one object, so it can key a cache.

    `regions` are named like states and have people, but no government, army or opposition of theirs is meant. `actors`
    holds one entry an actor, with the names that nobody contests.
    """

    states: tuple[KnownState, ...] = ()
    regions: tuple[KnownState, ...] = ()
    actors: tuple[KnownActor, ...] = ()


def is_acronym(name: str) -> bool:
    """Whether the name is written in capitals throughout: "UN", "M23", "SPLA-IO"."""
    letters = [char for char in name if char.isalpha()]
    return len(name) > 1 and all(char.isupper() for char in letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSource:
    """What one file says of actors: its name among the sources, its format, the hash of its bytes, when it came in."""

    name: str
    format: str
    sha256: str
    imported: datetime
    actors: tuple[KnownActor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One side of a conflict: what is claimed, and the sources that claim it."""

    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A point on which sources disagree about a name; `settled` is the claim that a person chose, "" while none is.

    `point` is name (two actors bear it), kind, country or side.
    """

    name: str
    point: str
    claims: tuple[Claim, ...]
    settled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A person's choice between claims; `value` "" withdraws an earlier one. The latest counts."""

    name: str
    point: str
    value: str
    at: datetime
