"""The points on which sources can disagree about one actor: kind, country, side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from truceline.knowledge.entries import Group, disagree
from truceline.knowledge.fold import fold
from truceline.model import Claim, Conflict, HeldRole, NameKind

KIND, COUNTRY, SIDE, NAME = "kind", "country", "side", "name"
Settled = Mapping[tuple[str, str], str]
"""Folded name and point to the claim that a person chose."""


def conflict(name: str, point: str, said: Iterable[tuple[str, str]], settled: Settled) -> Conflict:
    """A conflict from (value, source) pairs."""
    claims: dict[str, list[str]] = {}
    for value, source in said:
        claims.setdefault(value, []).append(source)
    chosen = settled.get((fold(name), point), "")
    return Conflict(
        name=name, point=point, settled=chosen if chosen in claims else "",
        claims=tuple(Claim(value=value, sources=tuple(sorted(set(sources)))) for value, sources in
                     sorted(claims.items())),
    )


def kind(group: Group, settled: Settled) -> tuple[NameKind | None, Conflict | None]:
    """The kind that all agree on or that was chosen, and the conflict if there is one. "Other" gives way to any."""
    said = [(entry.actor.kind, entry.source) for entry in group if entry.actor.kind]
    kinds = {one for one, _ in said}
    if any(disagree(one, other) for one in kinds for other in kinds):
        found = conflict(group[0].actor.name, KIND, [(one.value, source) for one, source in said], settled)
        return (NameKind(found.settled) if found.settled else None), found
    telling = kinds - {NameKind.OTHER}
    return (min(telling) if telling else NameKind.ORGANISATION if kinds else None), None


def countries(group: Group, settled: Settled) -> tuple[tuple[str, ...], Conflict | None]:
    """The countries, put together where the sources share one; none while they disagree."""
    said = [(entry.actor.countries, entry.source) for entry in group if entry.actor.countries]
    if all(set(one) & set(other) for one, _ in said for other, _ in said):
        return tuple(dict.fromkeys(land for lands, _ in said for land in lands)), None
    found = conflict(group[0].actor.name, COUNTRY, [(", ".join(lands), source) for lands, source in said], settled)
    return next((lands for lands, _ in said if ", ".join(lands) == found.settled), ()), found


def roles(group: Group, settled: Settled) -> tuple[tuple[HeldRole, ...], Conflict | None]:
    """Offices and sides in order of time; the sides are left out while two sources give different ones at one time."""
    said = [(role, entry.source) for entry in group for role in entry.actor.roles]
    sides = [(role, source) for role, source in said if not role.title and role.organisation]
    offices = [role for role, _ in said if role.title]
    clash = any(one_source != other_source and _clash(one, other) for one, one_source in sides
                for other, other_source in sides)
    if not clash:
        return _in_time([*offices, *(role for role, _ in sides)]), None
    found = conflict(group[0].actor.name, SIDE, [(role.organisation or "", source) for role, source in sides], settled)
    return _in_time([*offices, *(role for role, _ in sides if role.organisation == found.settled)]), found


def _clash(one: HeldRole, other: HeldRole) -> bool:
    """Whether two sides are different ones held at one time."""
    apart = (one.end or "9999") <= (other.start or "") or (other.end or "9999") <= (one.start or "")
    return not apart and fold(one.organisation or "") != fold(other.organisation or "")


def _in_time(held: Iterable[HeldRole]) -> tuple[HeldRole, ...]:
    return tuple(sorted(dict.fromkeys(held), key=lambda role: (
        role.start or "", role.end or "9999", role.title, role.organisation or "")))
