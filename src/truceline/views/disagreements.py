"""Disagreements: the values side by side, each with its owner and words."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.model import Disagreement
from truceline.views.holdings import Evidence, Holdings


@dataclass(frozen=True, slots=True)
class Side:
    """One value, whose it is, and where it stands."""

    value: str
    owner: str
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What reports say of one thing and cannot all be right about; `scope` says how far the values are comparable."""

    id: str
    about: str
    type: str
    scope: str
    sides: tuple[Side, ...]


def dispute(holdings: Holdings, one: Disagreement) -> Dispute:
    """One disagreement for a reader."""
    sides = tuple(
        Side(value.value, value.source or ", ".join(holdings.outlet(key) for key in value.reports[:1]), value.reports,
             holdings.evidence(value.statements))
        for value in one.values
    )
    return Dispute(one.id, one.about, one.type, one.scope_note, sides)


def disagreements(holdings: Holdings) -> tuple[Dispute, ...]:
    """All disagreements of the record, in its order."""
    return tuple(dispute(holdings, one) for one in holdings.record.disagreements)
