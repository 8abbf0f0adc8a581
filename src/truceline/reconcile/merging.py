"""Facts in the making that turn out to be one, once every statement has its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from truceline.model import Act
from truceline.reconcile.groups import MEMBERS, Group, Groups
from truceline.reconcile.scene import names_of, vague, width
from truceline.reconcile.traits import ACT_JOIN, Trait, days_apart, score
from truceline.reconcile.words import fold, stems, weak

COMPARED = 4      # members of a group that are compared one by one
RETOLD = 1500     # characters within which a report comes back to what it has told


def settle(groups: Groups) -> None:
    """Put groups of acts together whose statements, taken together, speak of one happening."""
    for one, other in list(_again(groups)):
        if one.traits and other.traits and not _apart(one.traits, other.traits):
            _unite(one, other, groups)
    whole = {group.number: _whole(group) for group in groups.all if group.traits}
    for group in groups.all:
        if group.traits and isinstance(group.traits[0].statement, Act):
            for other in groups.near(whole[group.number]):
                if other is not group and group.traits and other.traits and _one(group, other, whole):
                    kept = _unite(group, other, groups)
                    whole[kept.number] = _whole(kept)
                    if kept is other:
                        break


def _unite(one: Group, other: Group, groups: Groups) -> Group:
    """Move the statements of the later group into the earlier one, which is returned."""
    if one is other:
        return one
    first, second = sorted((one, other), key=lambda group: group.number)
    first.key = first.key or second.key
    moved, second.traits = second.traits, []
    for one_moved in moved:
        groups.add(one_moved, first)
    return first


def _one(one: Group, other: Group, whole: dict[int, Trait]) -> bool:
    """Whether two groups speak of one happening: some of their statements do, and no two are of days apart."""
    if one.key and other.key:
        return False
    mine = [whole[one.number], *one.traits[:COMPARED]]
    theirs = [whole[other.number], *other.traits[:COMPARED]]
    if _apart(mine, theirs):
        return False
    return any(score(first, second) >= ACT_JOIN for first in mine for second in theirs)


def _apart(mine: Sequence[Trait], theirs: Sequence[Trait]) -> bool:
    """Whether some of the first statements of two groups are of days that rule out one happening."""
    return any(days_apart(one, other) for one in mine[:MEMBERS] for other in theirs[:MEMBERS])


def _whole(group: Group) -> Trait:
    """What a group's statements say together."""
    if len(group.traits) < 2:
        return group.traits[0]
    some = group.traits[:MEMBERS]
    dated = min((one.when for one in some if one.when), key=width, default=None)
    return replace(
        some[0], doers=_union([one.doers for one in some]), targets=_union([one.targets for one in some]),
        places=_union([one.places for one in some]), when=dated, known=_union([one.known for one in some]),
        words=_union([one.words for one in some]), context=_union([one.context for one in some]))


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _again(groups: Groups) -> Iterator[tuple[Group, Group]]:
    """Groups of violent acts to which one report comes back: "an army convoy was ambushed … The convoy was hit"."""
    told: dict[str, list[tuple[Trait, Group]]] = defaultdict(list)
    for group in groups.all:
        for one in group.traits:
            if one.family == "ASSAULT" and one.side == "real":
                told[one.statement.report].append((one, group))
    for acts in told.values():
        ordered = sorted(acts, key=lambda entry: entry[0].statement.start)
        for at, (one, group) in enumerate(ordered):
            back = _retold(one, ordered[:at]) if one.when is None else None
            if back := back or _summed_up(one, ordered[:at]):
                yield back, group


def _retold(one: Trait, before: Sequence[tuple[Trait, Group]]) -> Group | None:
    """The group of the act before that names what an act calls by "the"."""
    known = _definite(one)
    for other, group in reversed(before[-6:]):
        near = one.statement.start - other.statement.end <= RETOLD
        if near and known & other.words and other.family == one.family and not _others(one, other):
            return group
    return None


def _summed_up(one: Trait, before: Sequence[tuple[Trait, Group]]) -> Group | None:
    """The group of an act before of the same day, where one of the two only says that there was violence."""
    for other, group in reversed(before[-6:]):
        same = one.when is not None and one.when == other.when and width(one.when) == 1
        levels = not one.places or not other.places or one.places & other.places
        if same and levels and (_bare(one) or _bare(other)) and not _others(one, other):
            return group
    return None


def _bare(one: Trait) -> bool:
    """Whether an act is "a clash" or "the explosion", and says of nobody what he did to whom."""
    act = one.statement
    return isinstance(act, Act) and not act.recipients and not act.actors and bool(one.words & _general())


@cache
def _general() -> frozenset[str]:
    return stems("clash attack violence explosion shelling")


def _others(one: Trait, other: Trait) -> bool:
    """Whether two acts are known to have other doers."""
    return bool(one.doers & one.known and other.doers & other.known and not one.doers & other.doers)


def _definite(one: Trait) -> frozenset[str]:
    """The stems of what an act names with "the" and nothing more: "the convoy", "the hospital"."""
    quote = f" {fold(one.statement.quote)} "
    found = [words for name in names_of(one.statement)[:4] if not vague(name)
             and len(words := fold(name.words).removeprefix("the ").split()) == 1 and f" the {words[0]} " in quote]
    return frozenset(stem for words in found for stem in stems(words[0])) - weak()
