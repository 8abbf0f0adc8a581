"""Facts with what they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model import Fact
from truceline.views.holdings import Evidence, Holdings
from truceline.views.wording import count

ORDER = ("disputed", "corroborated", "superseded", "single")


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent root of a fact: who, why its reports count once, and how many they are."""

    root: str
    reason: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact, how it stands, and the words behind it. `tally` is as in "3 reports, 1 voice"."""

    id: str
    label: str
    kind: str
    standing: str
    tally: str
    voices: tuple[Voice, ...]
    evidence: tuple[Evidence, ...]


def line(holdings: Holdings, fact: Fact) -> FactLine:
    """One fact for a reader."""
    tally = f"{count(len(fact.reports), 'report')}, {count(len(fact.origins), 'voice')}"
    voices = tuple(Voice(origin.root, origin.reason, origin.reports) for origin in fact.origins)
    return FactLine(fact.id, fact.label, fact.kind, fact.standing, tally, voices, holdings.evidence(fact.statements))


def lines(holdings: Holdings, chosen: Iterable[Fact]) -> tuple[FactLine, ...]:
    """Facts in order of how much is said of them: disputed, corroborated, superseded, told once."""
    return tuple(line(holdings, fact) for fact in ordered(chosen))


def ordered(chosen: Iterable[Fact]) -> list[Fact]:
    """Facts in that order."""
    return sorted(chosen, key=lambda one: (ORDER.index(one.standing) if one.standing in ORDER else len(ORDER),
                                           -len(one.origins), -len(one.reports)))
