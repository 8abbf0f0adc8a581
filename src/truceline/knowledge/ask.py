"""Questions to the merged knowledge: who is known by a name, which conflict is meant, which claim."""

from __future__ import annotations

from truceline.errors import UnknownName
from truceline.knowledge.entries import SHIPPED, Entry
from truceline.knowledge.fold import fold
from truceline.knowledge.merge import Dossier, Merged
from truceline.model import Conflict


def entries_of(merged: Merged, name: str) -> tuple[Dossier, ...]:
    """The dossiers in which a name, or some words of it, stands; for an empty one all that a list speaks of."""
    wanted = fold(name)
    if not wanted:
        return tuple(one for one in merged.dossiers if any(entry.source != SHIPPED for entry in one.said))
    return tuple(one for one in merged.dossiers if any(_has(entry, wanted) for entry in one.said))


def _has(entry: Entry, wanted: str) -> bool:
    return any(f" {wanted} " in f" {fold(name)} " for name in (*entry.actor.names, *entry.actor.weak))


def conflict_over(merged: Merged, name: str, point: str) -> Conflict:
    """The conflict over a point of a name; raises UnknownName."""
    found = next((one for one in merged.conflicts if fold(one.name) == fold(name) and one.point == point), None)
    if found is None:
        raise UnknownName(f"no lists disagree on the {point} of {name}; see `truceline actors conflicts --all`")
    return found


def claimed(conflict: Conflict, claim: str) -> str:
    """The value of a claim, given by its value or by a list that claims no other; raises UnknownName."""
    values = [one.value for one in conflict.claims if fold(one.value) == fold(claim) or one.value == claim]
    values = values or [one.value for one in conflict.claims if claim in one.sources]
    if len(set(values)) != 1:
        raise UnknownName(f"{claim or 'nothing'} is no claim on {conflict.name}; there are "
                          + ", ".join(one.value for one in conflict.claims))
    return values[0]
