"""Numbers: counts of one thing whose bounds exclude each other, by different owners."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from truceline.model import ClaimedValue, Disagreement
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import Group
from truceline.reconcile.quantities import BOTH, SCOPES, Quantity, comparable, exclude, raises
from truceline.reconcile.scene import Scene
from truceline.reconcile.words import mass, stems

FELLOWS = 40  # groups of one measure that a group is compared with, in one story

NOTED = 4     # counts of another scope that are named


def find(groups: Sequence[Group], scene: Scene) -> list[Disagreement]:
    """One disagreement for each quantity that reports of one story count differently."""
    found = []
    for fellows in _by_story(groups, scene).values():
        used: set[int] = set()
        for group in fellows:
            if group.number not in used:
                members = _quantity(group, [other for other in fellows if other.number not in used])
                live = [one for one in members if not any(_updates(other, one, scene) for other in members)]
                rivals = [one for one in live if any(_rivals(one, other) for other in live)]
                if rivals:
                    used |= {one.number for one in members}
                    found.append(_entry(rivals, _others(members, fellows), scene))
    return [one for one in found if one]


def _quantity(group: Group, fellows: Sequence[Group]) -> list[Group]:
    """The groups that count the same thing as a group, each compared with the first ones found."""
    members = [group]
    for other in fellows:
        if other is not group and any(_pairs(one, other) for one in members[:3]) and not any(
                _other_people(one, other) or _both_given(one, other) for one in members):
            members.append(other)
    return members


def _other_people(one: Group, other: Group) -> bool:
    """Whether two groups name different kinds of people, even where a third names none."""
    kinds = [frozenset().union(*(size.kinds for size in group.quantities)) for group in (one, other)]
    return bool(kinds[0] and kinds[1] and not kinds[0] & kinds[1])


def _both_given(one: Group, other: Group) -> bool:
    """Whether one owner gives both counts in one report, as counts of two things."""
    return any(comparable(first, second) == BOTH for first in one.quantities[:6] for second in other.quantities[:6])


def superseded(groups: Sequence[Group], scene: Scene) -> frozenset[str]:
    """The facts that a later count by the same owner replaced."""
    return frozenset(group.id for fellows in _by_story(groups, scene).values() for group in fellows
                     if any(_updates(other, group, scene) for other in fellows))


def _by_story(groups: Sequence[Group], scene: Scene) -> dict[tuple[str, str], list[Group]]:
    fellows: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        if group.quantities:
            stories = {scene.story_of.get(size.figure.report, size.figure.report) for size in group.quantities}
            for story in sorted(stories):
                if len(fellows[group.traits[0].family, story]) < FELLOWS:
                    fellows[group.traits[0].family, story].append(group)
    return fellows


def _pairs(one: Group, other: Group) -> list[tuple[Quantity, Quantity]]:
    return [(first, second) for first in one.quantities[:6] for second in other.quantities[:6]
            if not comparable(first, second)]


def _rivals(one: Group, other: Group) -> bool:
    """Whether two groups count one thing and exclude each other."""
    return one is not other and any(exclude(first, second) for first, second in _pairs(one, other))


def _updates(new: Group, old: Group, scene: Scene) -> bool:
    """Whether a count is a later, higher one of the same toll: by the same owner, or in words that say so."""
    if new is old:
        return False
    for later, earlier in _pairs(new, old):
        days = scene.published(later.figure.report), scene.published(earlier.figure.report)
        if not exclude(later, earlier) or later.low < earlier.low or days[0] < days[1]:
            continue
        if later.owner == earlier.owner != "" or raises(later.figure, earlier, scene):
            return True
    return False


def _others(members: Sequence[Group], fellows: Sequence[Group]) -> str:
    """The counts of the story that are of another scope, each with what differs, for a reader who misses them."""
    own = members[0].quantities[0]
    notes = []
    for other in fellows:
        why = comparable(own, other.quantities[0]) if other not in members else ""
        if why in SCOPES:
            figure = other.quantities[0].figure
            notes.append(f"{short(figure.quote)} ({why})")
    return f"not compared: {'; '.join(notes[:NOTED])}" if notes else ""


def _entry(members: Sequence[Group], note: str, scene: Scene) -> Disagreement | None:
    sides: list[ClaimedValue] = []
    for group in members:
        for owner in dict.fromkeys(_owner(size) for size in group.quantities):
            figures = [size.figure for size in group.quantities if _owner(size) == owner]
            sides.append(claimed(_value(figures[0].value, figures[0].comparator, figures[0].quote), figures, scene))
    first = members[0].quantities[0].figure
    clear = first.scope and mass(stems(first.scope)) >= 2
    return disagreement("number", f"{first.measure}: {first.scope if clear else scene.sentence(first)}", sides,
                        note)


def _owner(size: Quantity) -> str:
    """Whose count it is to a reader: "officials" of two reports look alike."""
    return size.owner.rsplit(":", 1)[-1]


def _value(value: float | None, comparator: str | None, quote: str) -> str:
    number = f"{value:,.0f}" if value is not None else ""
    lead = f"{comparator} " if comparator and number else ""
    plain = re.sub(r"\s+", " ", quote)
    return f"{lead}{number} ({short(plain)})" if number else short(plain)
