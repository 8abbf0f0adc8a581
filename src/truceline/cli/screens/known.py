"""What is known of actors beforehand: the lists, the actors, what is contested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from truceline.cli.screens.base import Lines, entry, fields, heading, title
from truceline.knowledge import Dossier
from truceline.model import ActorSource, Conflict, HeldRole
from truceline.views.wording import count, day


def sources(lists: Sequence[ActorSource]) -> Lines:
    """The imported lists."""
    yield title(f"{count(len(lists), 'imported list')}" if lists else "No list is imported")
    for one in lists:
        hashed = f"  {one.format}, {day(one.imported.date())}, sha256 {one.sha256[:12]}"
        yield entry(f"{one.name}  {count(len(one.actors), 'actor')}", (hashed, "dim"))




def dossiers(found: Sequence[Dossier], limit: int) -> Lines:
    """Actors with their names and roles, and who says each."""
    for one in found[:limit]:
        first = one.said[0].actor
        yield heading(one.used.name or first.name)
        yield from fields({
            "Kind": one.used.kind.value if one.used.kind else "", "Country": ", ".join(one.used.countries),
            "From": ", ".join(dict.fromkeys(entry.source for entry in one.said)),
        })
        yield from _by_source("Names", ((name, entry.source) for entry in one.said for name in entry.actor.names))
        yield from _by_source("Shared by many", ((name, entry.source) for entry in one.said
                                                 for name in entry.actor.weak))
        yield from _by_source("Roles", ((_role(role), entry.source) for entry in one.said
                                        for role in entry.actor.roles))
        for conflict in one.conflicts:
            yield from _conflict(conflict)
    yield from _rest(len(found), limit, "actor")
    if not found:
        yield entry("Nobody of this name is known")


def conflicts(found: Sequence[Conflict], limit: int) -> Lines:
    """Conflicts with their claims, and how to settle them."""
    yield title(f"{count(len(found), 'point')} on which lists disagree" if found else "Nothing is contested")
    for one in found[:limit]:
        yield from _conflict(one)
    yield from _rest(len(found), limit, "point")
    if found:
        yield entry("\nSettle one with `truceline actors prefer NAME POINT CLAIM`")


def _conflict(one: Conflict) -> Lines:
    state = ("  settled" if one.settled else "  open, none is used", "green" if one.settled else "yellow")
    yield entry((f"{one.name}, {one.point}:", "bold"), state)
    for claim in one.claims:
        mark = "used " if claim.value == one.settled else ""
        yield entry(f"  {claim.value}", (f"  {mark}{', '.join(claim.sources)}", "dim"))


def _by_source(label: str, said: Iterable[tuple[str, str]]) -> Lines:
    """Values with the lists that say each."""
    by: dict[str, list[str]] = {}
    for value, source in said:
        by.setdefault(value, []).append(source)
    if by:
        yield entry((f"{label}:", "dim"))
    for value, lists in by.items():
        yield entry(f"  {value}", (f"  {', '.join(dict.fromkeys(lists))}", "dim"))


def _role(role: HeldRole) -> str:
    what = ", ".join(part for part in (role.title, role.organisation) if part)
    time = " ".join(part for part in (f"from {role.start}" if role.start else "",
                                      f"until {role.end}" if role.end else "") if part)
    return f"{what} ({time})" if time else what


def _rest(total: int, limit: int, what: str) -> Lines:
    if total > limit:
        yield entry((f"\nand {count(total - limit, what)} more; see --limit and --name", "dim"))
