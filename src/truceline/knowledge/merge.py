"""Sources laid over the shipped knowledge: what they agree on is known, where they disagree nothing is used."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from truceline.knowledge import points
from truceline.knowledge.entries import SHIPPED, Group, entries, grouped
from truceline.knowledge.fold import fold
from truceline.knowledge.points import Settled
from truceline.knowledge.shipped import shipped
from truceline.model import ActorSource, Conflict, Knowledge, KnownActor, KnownState, Settlement


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one actor: as it is used, who says what, and what they disagree on.

    The used actor has no name ("") where every name of it is contested.
    """

    used: KnownActor
    said: Group
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What all sources add up to."""

    knowledge: Knowledge
    conflicts: tuple[Conflict, ...]
    dossiers: tuple[Dossier, ...]


def merge(sources: Sequence[ActorSource], settlements: Iterable[Settlement] = ()) -> Merged:
    """The shipped knowledge and all sources as one. In which order the sources came makes no difference."""
    settled = {(fold(one.name), one.point): one.value for one in sorted(settlements, key=lambda one: one.at)}
    groups = grouped(list(entries(shipped(), sources)))
    barred, contested = _contested(groups, settled)
    dossiers = tuple(_dossier(group, barred[at], contested[at], settled) for at, group in enumerate(groups))
    listed = {(fold(one.name), one.point): one for dossier in dossiers for one in dossier.conflicts}
    states = {entry.state: at for at, group in enumerate(groups) for entry in group if entry.state}

    def with_names(state: KnownState) -> KnownState:
        at = states[state.name]
        return _state(state, groups[at], barred[at])

    return Merged(
        Knowledge(
            states=tuple(with_names(state) for state in shipped().states),
            regions=tuple(with_names(state) for state in shipped().regions),
            actors=tuple(one.used for one in dossiers if one.used.name and not any(entry.state for entry in one.said)),
        ),
        tuple(one for _, one in sorted(listed.items())),
        dossiers,
    )


def _contested(
    groups: Sequence[Group], settled: Settled
) -> tuple[defaultdict[int, set[str]], defaultdict[int, list[Conflict]]]:
    """For each group the folded names that do not stand for it, and the conflicts over its names.

    Names that the shipped knowledge itself gives to several are told apart by country, and are no conflict.
    """
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for name in frozenset[str]().union(*(entry.names for entry in group)):
            bearers[name].append(at)
    barred, conflicts = defaultdict[int, set[str]](set), defaultdict[int, list[Conflict]](list)
    for name, holders in sorted(bearers.items()):
        if len(holders) < 2 or all(_bears(groups[at], name, SHIPPED) for at in holders):
            continue
        labels = _labels(groups, holders)
        said = [(labels[at], entry.source) for at in holders for entry in groups[at] if name in entry.names]
        found = points.conflict(_written(groups[holders[0]], name), points.NAME, said, settled)
        for at in holders:
            conflicts[at].append(found)
            if labels[at] != found.settled:
                barred[at].add(name)
    return barred, conflicts


def _bears(group: Group, name: str, source: str) -> bool:
    return any(entry.source == source and name in entry.names for entry in group)


def _labels(groups: Sequence[Group], holders: Sequence[int]) -> dict[int, str]:
    """What each bearer of a name is called: its usual name, with what tells it apart where two have the same."""
    counts = Counter(groups[at][0].main for at in holders)
    return {at: first.actor.name + (f" [{first.actor.key or first.source}]" if counts[first.main] > 1 else "")
            for at in holders for first in groups[at][:1]}


def _written(group: Group, folded: str) -> str:
    return next(name for entry in group for name in entry.actor.names if fold(name) == folded)


def _dossier(group: Group, barred: set[str], contested: Sequence[Conflict], settled: Settled) -> Dossier:
    """A group as one actor, without what is contested."""
    kind, over_kind = points.kind(group, settled)
    lands, over_country = points.countries(group, settled)
    roles, over_side = points.roles(group, settled)
    names = _names((name for entry in group for name in entry.actor.names), barred)
    if over_country and not over_country.settled:  # a short name counts only beside its country, which is open
        names = [name for name in names if not any(entry.actor.needs_country(name) for entry in group)]
    weak = _names((name for entry in group for name in entry.actor.weak), {fold(name) for name in names} | barred)
    used = KnownActor(
        name=names[0] if names else "", kind=kind, also=tuple(names[1:]), weak=tuple(weak), countries=lands,
        roles=roles, key=group[0].actor.key,
    )
    open_ = [one for one in (over_kind, over_country, over_side) if one]
    return Dossier(used, group, (*contested, *open_))


def _names(written: Iterable[str], without: set[str]) -> list[str]:
    """Names as first written, those that differ in nothing but capitals or marks once."""
    kept: dict[tuple[str, bool], str] = {}
    for name in written:
        if fold(name) not in without:
            kept.setdefault((fold(name), name.isupper()), name)
    return list(kept.values())


def _state(state: KnownState, group: Group, barred: set[str]) -> KnownState:
    """A state with the names that others add, and without those that are contested."""
    own = {fold(name) for entry in group if entry.state for name in entry.actor.names}
    more = tuple(name for entry in group if not entry.state for name in entry.actor.names if fold(name) not in own)

    def kept(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if fold(name) not in barred)

    if not barred and not more:
        return state
    return replace(state, also=kept((*state.also, *more)), people=kept(state.people), seats=kept(state.seats),
                   capital="".join(kept((state.capital,))))
