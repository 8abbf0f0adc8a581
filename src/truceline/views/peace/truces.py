"""The board of truces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.model import PeaceObject, When
from truceline.views.holdings import Evidence, Holdings, interval, names
from truceline.views.peace.fields import parts

TOLD = ("declared", "effective", "extended", "ended")
"""What becomes of a truce, in order."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One party's word that another broke a truce, or did violence while it held (`of`: "breach", "violence").

    `answers` are the words by which the accused deny it.
    """

    accuser: str
    accused: str
    when: When | None
    where: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    of: str = "breach"
    answers: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce: its days, who is in it and who is left out, its terms, and who says that it was broken.

    `told` holds the words by which reports tell that it was declared, in effect, extended, ended.
    """

    id: str
    days: Mapping[str, When]
    parts: Mapping[str, tuple[str, ...]]
    terms: tuple[str, ...]
    monitoring: tuple[str, ...]
    violations: tuple[Violation, ...]
    evidence: tuple[Evidence, ...]
    told: Mapping[str, tuple[Evidence, ...]]


def truces(holdings: Holdings) -> tuple[Truce, ...]:
    """All truces of the record."""
    return tuple(_truce(holdings, one) for one in holdings.record.truces)


def _truce(holdings: Holdings, one: PeaceObject) -> Truce:
    fields = one.fields
    told = fields.get("told") or {}
    return Truce(
        id=one.id, days=_days(holdings, fields), parts=parts(fields, ("parties", "brokers", "guarantors", "excluded")),
        terms=tuple(dict.fromkeys(fields.get("terms") or ())),
        monitoring=tuple(dict.fromkeys(fields.get("monitoring") or ())),
        violations=tuple(_violation(holdings, row) for row in fields.get("alleged_violations") or ()),
        evidence=holdings.evidence(one.statements),
        told={part: words for part in TOLD if (words := holdings.evidence(told.get(part) or ()))},
    )


def _days(holdings: Holdings, fields: Mapping[str, Any]) -> Mapping[str, When]:
    """The days of what became of a truce; of several extensions the one that the latest report tells."""
    found = {part: when for part in TOLD if part != "extended" and (when := interval(fields.get(part)))}
    extended = [(_told(holdings, row["statement"]), -when.start.toordinal(), when)
                for row in fields.get("extended") or () if (when := interval(row.get("when")))]
    if extended:
        found["extended"] = max(extended, key=lambda entry: entry[:2])[2]
    return {part: found[part] for part in TOLD if part in found}


def _told(holdings: Holdings, statement: str) -> date:
    """The day of the report that holds a statement."""
    return next((one.published for one in holdings.evidence([statement]) if one.published), date.min)


def _violation(holdings: Holdings, row: Mapping[str, Any]) -> Violation:
    return Violation(
        accuser=", ".join(names(row.get("accuser"))), accused=", ".join(names(row.get("accused"))),
        when=interval(row.get("when")), where=tuple(row.get("where") or ()),
        evidence=holdings.evidence([row["statement"]]), of=row.get("of") or "breach",
        answers=holdings.evidence(one["statement"] for one in row.get("answers") or ()),
    )
