"""What is new in truces: declared, in effect, extended, ended; violations alleged; whom a truce leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truceline.views.changes.change import Change, new
from truceline.views.holdings import Evidence, Holdings
from truceline.views.peace import Truce, truces
from truceline.views.wording import spell


def changes(holdings: Holdings, since: date) -> Iterator[Change]:
    """The lines of all truces."""
    for one in truces(holdings):
        about = " and ".join(one.parts.get("parties", ())) or "Parties not named"
        for part, words in one.told.items():
            if new(words, since):
                yield Change("truces", one.id, about, part, spell(one.days.get(part)), words)
        yield from _violations(one, about, since)


def _violations(one: Truce, about: str, since: date) -> Iterator[Change]:
    """Each accuser and accused once, with all the new words."""
    told: dict[tuple[str, str, str], list[Evidence]] = {}
    answered: dict[tuple[str, str, str], list[Evidence]] = {}
    for row in one.violations:
        key = row.of, row.accuser or "a voice not named", row.accused or "a party not named"
        if new(row.evidence, since):
            told.setdefault(key, []).extend(row.evidence)
            answered.setdefault(key, []).extend(row.answers)
    for key, words in told.items():
        of, accuser, accused = key
        denied = ", who denies it" if answered[key] else ""
        yield Change("truces", one.id, about, f"alleged {'violation' if of == 'breach' else 'violence'}",
                     f"{accuser} accuses {accused}{denied}", tuple(dict.fromkeys((*words, *answered[key]))))
