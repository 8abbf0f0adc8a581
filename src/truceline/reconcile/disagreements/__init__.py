"""Disagreements: what reports say of one thing and cannot all be true, side by side, never a verdict.

Each kind looks for its own; a difference of scope (another period, place, kind of people) is no disagreement.
"""

from __future__ import annotations

from collections.abc import Sequence

from truceline.model import Disagreement, PeaceObject
from truceline.reconcile.disagreements import dates, denials, doers, manners, numbers, outcomes, places
from truceline.reconcile.groups import Group
from truceline.reconcile.scene import Scene


def find(groups: Sequence[Group], objects: Sequence[PeaceObject], scene: Scene) -> tuple[Disagreement, ...]:
    """The disagreements of a record, in order of kind and time; `objects` are its talks, truces and pledges."""
    blamed = doers.find(groups, objects, scene)
    shown = frozenset(key for one in blamed for value in one.values for key in value.statements)
    found = [*numbers.find(groups, scene), *dates.find(groups, objects, scene), *blamed,
             *denials.find(groups, scene, shown), *outcomes.find(groups, scene), *places.find(groups, scene),
             *manners.find(groups, scene)]
    return tuple({one.id: one for one in found}.values())
