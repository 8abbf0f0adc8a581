"""Where: one violent happening put in two places, of which no report names both."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.model import Disagreement, Statement
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import MEMBERS, Group
from truceline.reconcile.scene import Scene
from truceline.reconcile.traits import VIOLENT, Trait, levels


def find(groups: Sequence[Group], scene: Scene) -> list[Disagreement]:
    """One disagreement for each violent fact whose statements name places that cannot be one.

    Only statements that are otherwise known to be of one happening are looked at: two attacks in two towns are two.
    """
    violent = [group for group in groups if group.traits[0].family in VIOLENT and group.traits[0].side == "real"]
    return [one for group in violent if (one := _sides(group, scene))]


def _sides(group: Group, scene: Scene) -> Disagreement | None:
    placed = [one for one in group.traits[:MEMBERS] if one.places and one.statement.where]
    sides: list[list[Trait]] = []
    for one in placed:
        same = next((side for side in sides if not all(_apart(one, other) for other in side)), None)
        if same is None:
            sides.append([one])
        else:
            same.append(one)
    return disagreement("place", f"where: {short(group.traits[0].statement.quote)}", [
        claimed(_value(side[0].statement), [one.statement for one in side], scene) for side in sides])


def _apart(one: Trait, other: Trait) -> bool:
    """Whether two reports name places of which neither names the other's."""
    other_report = one.statement.report != other.statement.report
    return other_report and not one.places & other.places and not levels(one, other)


def _value(one: Statement) -> str:
    return ", ".join(place.name for place in one.where)
