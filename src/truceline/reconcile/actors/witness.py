"""Short forms of an actor's names that a report's own words show: a surname, an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from truceline.model import Report
from truceline.reconcile.actors.evidence import defined_acronyms
from truceline.reconcile.actors.fold import key, tokens
from truceline.reconcile.actors.form import person
from truceline.reconcile.actors.knowledge import words
from truceline.reconcile.actors.world import World


def witnessed(
    sort: str, names: Sequence[str], used: Iterable[str], reports: Mapping[str, Report], world: World
) -> Iterator[tuple[str, str]]:
    """(short form, report) for each short form of an actor's names in the text of a report that names it.

    `sort` is person, group or state; `used` the reports that name the actor.
    """
    short = {"person": _surnames, "group": _acronyms, "state": _state_acronyms}[sort](names, world)
    folded = {key(name) for name in names}
    for report in sorted(used):
        text = reports[report].text if report in reports else ""
        for form, given in sorted(short):
            if form[1:] not in text:
                continue
            before = "".join(rf"(?<!{re.escape(name)} )" for name in sorted(given))
            if re.search(rf"(?<![\w-]){before}{_either_case(form)}(?!\w)", text):
                yield form, report
        for where, full, acronym in _defined(report, text) if sort == "group" else ():
            if any(full.endswith(name) for name in folded):
                yield acronym, where


@lru_cache(maxsize=4096)
def _defined(report: str, text: str) -> tuple[tuple[str, str, str], ...]:
    """The acronyms that a text spells out."""
    return tuple(defined_acronyms([Report(key=report, text=text)]))


def _either_case(form: str) -> str:
    """The form as a pattern; a particle at its beginning may be written large."""
    first = f"[{form[0]}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])
    return first + re.escape(form[1:])


def _surnames(names: Sequence[str], _: World) -> set[tuple[str, frozenset[str]]]:
    """The last words of the full names with their particles, and the words that they must not follow."""
    found = set()
    for name in names:
        parts = [part for part in name.split() if not set(tokens(part)) <= words().honorifics]
        last = len(parts) - 1
        while last > 1 and set(tokens(parts[last - 1])) <= words().particles | {"abu", "abou"}:
            last -= 1
        surname = " ".join(parts[last:])
        if last >= 1 and len(person(name).core) > 1 and surname[:1].isalpha() and len(surname) > 2:
            found.add((surname, frozenset({parts[last - 1]})))
    return found


def _acronyms(names: Sequence[str], world: World) -> set[tuple[str, frozenset[str]]]:
    """Acronyms of a group that is known beforehand."""
    bodies = {body for name in names if (body := world.known(key(name)))}
    return {(form, frozenset[str]()) for body in bodies for form in world.actors[body].also if form.isupper()}


def _state_acronyms(names: Sequence[str], world: World) -> set[tuple[str, frozenset[str]]]:
    """Acronyms of a known state."""
    return {(form, frozenset[str]()) for name in names for form in world.state_acronyms.get(key(name), ())}
