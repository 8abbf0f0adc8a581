"""What each source says of an actor, and which of it is about one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from truceline.knowledge.fold import fold
from truceline.model import ActorSource, Knowledge, KnownActor, NameKind

SHIPPED = "shipped"
"""What the shipped knowledge is called among the sources."""


@dataclass(frozen=True)
class Entry:
    """What one source says of one actor; `state` is the shipped state or region that it stands for, "" for none."""

    source: str
    actor: KnownActor
    state: str = ""

    @cached_property
    def main(self) -> str:
        """The usual name, folded."""
        return fold(self.actor.name)

    @cached_property
    def names(self) -> frozenset[str]:
        """All names that stand for the actor, folded."""
        return frozenset(map(fold, self.actor.names)) - {""}

    def differs(self, other: Entry) -> bool:
        """Whether the two disagree on kind or country, so that a shared name is no proof of one actor."""
        mine, theirs = self.actor, other.actor
        lands = bool(mine.countries and theirs.countries) and not set(mine.countries) & set(theirs.countries)
        return lands or disagree(mine.kind, theirs.kind)


Group = tuple[Entry, ...]
"""All that is said of one actor, the shipped entry first."""


def disagree(one: NameKind | None, other: NameKind | None) -> bool:
    """Whether two kinds exclude each other; "other" is any kind but a person."""
    if one is None or other is None or one is other:
        return False
    return NameKind.PERSON in (one, other) or NameKind.OTHER not in (one, other)


def entries(known: Knowledge, sources: Sequence[ActorSource]) -> Iterator[Entry]:
    """The shipped entries, then those of the sources by name of source."""
    for state in (*known.states, *known.regions):
        also = (*state.also, *state.people, *filter(None, (state.capital,)), *state.seats)
        actor = KnownActor(name=state.name, kind=NameKind.GOVERNMENT, also=also, countries=(state.name,))
        yield Entry(SHIPPED, actor, state.name)
    yield from (Entry(SHIPPED, actor) for actor in known.actors)
    for source in sorted(sources, key=lambda one: one.name):
        yield from (Entry(source.name, actor) for actor in source.actors)


def grouped(all_: Sequence[Entry]) -> list[Group]:
    """Entries that are about one actor, together.

    They are where their usual names are the same; and where the usual name of one is among the other's names, and they
    share another name or disagree on nothing. No two entries of one source are about one actor.
    """
    bearing: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(all_):
        for name in entry.names:
            bearing[name].append(at)
    groups = _Groups(all_)
    imported = [at for at, entry in enumerate(all_) if entry.source != SHIPPED]
    for at in imported:
        for other in bearing[all_[at].main]:
            if other != at and all_[other].main == all_[at].main:
                groups.join(at, other)
    for at in imported:
        for name in sorted(all_[at].names):
            for other in bearing[name]:
                if other != at and name in (all_[at].main, all_[other].main) and _one(all_[at], all_[other]):
                    groups.join(at, other)
    return groups.all()


def _one(one: Entry, other: Entry) -> bool:
    return len(one.names & other.names) > 1 or not one.differs(other)


class _Groups:
    """Entries under one roof, never two of one source."""

    def __init__(self, all_: Sequence[Entry]) -> None:
        self._all = all_
        self._roof = list(range(len(all_)))
        self._under = [[at] for at in range(len(all_))]

    def join(self, one: int, other: int) -> None:
        """Put two entries and all with them together, unless that would take two actors of one source for one."""
        keep, give = sorted((self._roof[one], self._roof[other]))
        sources = [self._all[at].source for at in (*self._under[keep], *self._under[give])]
        if keep == give or len(set(sources)) < len(sources):
            return
        for at in self._under[give]:
            self._roof[at] = keep
        self._under[keep] += self._under[give]
        self._under[give] = []

    def all(self) -> list[Group]:
        """Every group."""
        return [tuple(self._all[at] for at in sorted(under)) for under in self._under if under]
