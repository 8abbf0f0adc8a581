"""Facts put together and taken apart as persons judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from truceline.model import Verdict
from truceline.reconcile.groups import Group
from truceline.reconcile.rulings import Rulings


def regroup(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """The facts in the making with every two statements that persons judged together or apart, as they judged."""
    found, ruled = list(groups), rulings.named()
    holder = {one.statement.id: group for group in groups for one in group.traits if one.statement.id in ruled}
    for key in sorted(holder):
        for other in sorted(rulings.joined_with(key)):
            if other in holder and holder[other] is not holder[key]:
                into, out = sorted((holder[key], holder[other]), key=lambda group: group.number)
                _move({one.statement.id for one in out.traits}, out, into, holder)
    for pair in rulings.different:
        one, other = sorted(pair)
        for key in sorted(rulings.joined_with(one)):
            apart = rulings.joined_with(other)
            if key in holder and any(holder.get(name) is holder[key] for name in apart):
                found.append(Group(max(group.number for group in found) + 1))
                _move(apart, holder[key], found[-1], holder)
    return [group for group in found if group.traits]


def told_apart(one: Group, other: Group, rulings: Rulings) -> bool:
    """Whether persons told a statement of one fact apart from one of another."""
    return any(rulings.verdict(left.statement.id, right.statement.id) is Verdict.DIFFERENT
               for left in one.traits for right in other.traits)


def _move(keys: Iterable[str], out: Group, into: Group, holder: dict[str, Group]) -> None:
    """Move statements from one fact to another, a figure's quantity with it."""
    moved = set(keys)
    into.traits += [one for one in out.traits if one.statement.id in moved]
    into.quantities += [one for one in out.quantities if one.figure.id in moved]
    out.traits = [one for one in out.traits if one.statement.id not in moved]
    out.quantities = [one for one in out.quantities if one.figure.id not in moved]
    holder.update({one.statement.id: into for one in into.traits if one.statement.id in holder})
