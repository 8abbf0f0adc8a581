"""Claimed values over time, by what they count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.model import Figure
from truceline.views.holdings import Evidence, Holdings


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimed value: the report's words for it, its bounds (None where open), whose it is, and where it stands.

    `day` is that of publication, `standing` that of the fact that it belongs to.
    """

    day: date | None
    words: str
    low: float | None
    high: float | None
    owner: str
    scope: str
    fact: str
    standing: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Measured:
    """All claims of one measure, such as "killed", in order of publication."""

    measure: str
    claims: tuple[Claim, ...]


def figures(holdings: Holdings) -> tuple[Measured, ...]:
    """The claims of every measure that the record names, the most claimed first; counts of other things last."""
    found: dict[str, list[Claim]] = {}
    for one in holdings.statements.values():
        if isinstance(one, Figure):
            found.setdefault(one.measure, []).append(claim(holdings, one))
    measured = [Measured(measure, tuple(sorted(some, key=_place))) for measure, some in found.items()]
    return tuple(sorted(measured, key=lambda one: (one.measure == "other", -len(one.claims), one.measure)))


def claim(holdings: Holdings, one: Figure) -> Claim:
    """One figure for a reader."""
    evidence = holdings.words(one)
    fact = holdings.fact_of.get(one.id)
    exact = one.low is None and one.high is None
    words = f"{one.comparator} {one.words}" if one.comparator and one.comparator not in one.words else one.words
    owner = holdings.called(one.counted_by, one.report) if one.counted_by else (*evidence.chain, evidence.outlet)[0]
    return Claim(day=evidence.published, words=words, low=one.value if exact else one.low,
                 high=one.value if exact else one.high, owner=owner, scope=one.scope or "",
                 fact=fact.id if fact else "", standing=fact.standing if fact else "single", evidence=evidence)


def _place(one: Claim) -> tuple[date, str, int]:
    return one.day or date.max, one.evidence.report, one.evidence.start
