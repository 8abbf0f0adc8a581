"""Disagreements: the values side by side, each with its owners and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model import ClaimedValue, Disagreement
from truceline.views.holdings import Evidence, Holdings
from truceline.views.wording import dates_in

LONGEST_SUBJECT = 60
ASKED = {
    "number": "How many", "date": "When", "actor": "Who did it", "place": "Where", "manner": "How",
    "outcome": "What came of it", "polarity": "Whether it is so",
}
MEASURED = {"other": "How many", "sum of money": "How much"}
_QUOTED = re.compile(r" \(([^()]*)\)$")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Side:
    """One value, whose it is, and where it stands."""

    value: str
    owners: tuple[str, ...]
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What reports say of one thing and cannot all be right about.

    `question` asks it in general ("How many killed"), `about` says in what; `scope` how far the values are comparable.
    """

    id: str
    question: str
    about: str
    type: str
    scope: str
    sides: tuple[Side, ...]


def dispute(holdings: Holdings, one: Disagreement) -> Dispute:
    """One disagreement for a reader; counts in order of size, owners of one value together."""
    question, about = _asked(one)
    together: dict[str, list[ClaimedValue]] = {}
    for value in one.values:
        together.setdefault(_value(holdings, value), []).append(value)
    sides = [_side(holdings, value, some) for value, some in together.items()]
    if one.type == "number":
        sides.sort(key=_size)
    return Dispute(one.id, question, about, one.type, one.scope_note, tuple(sides))


def disagreements(holdings: Holdings) -> tuple[Dispute, ...]:
    """All disagreements of the record, in its order."""
    return tuple(dispute(holdings, one) for one in holdings.record.disagreements)


def _asked(one: Disagreement) -> tuple[str, str]:
    """The question and its subject, from a line such as "killed: the shelling of a market"."""
    subject, colon, rest = one.about.partition(": ")
    if not colon or len(subject) > LONGEST_SUBJECT:
        return ASKED.get(one.type, one.type), one.about
    if one.type == "number":
        return MEASURED.get(subject, f"How many {subject}"), rest
    return subject[:1].upper() + subject[1:], rest


def _value(holdings: Holdings, value: ClaimedValue) -> str:
    """The value without the quotation in brackets that its words repeat."""
    quoted = _QUOTED.search(value.value)
    words = [" ".join(one.quote.split()) for one in holdings.evidence(value.statements)]
    repeated = quoted is not None and any(quoted[1].rstrip("…") in told for told in words)
    return dates_in(value.value[: quoted.start()] if quoted and repeated else value.value)


def _side(holdings: Holdings, value: str, some: Iterable[ClaimedValue]) -> Side:
    told = tuple(some)
    owners = dict.fromkeys(one.source or holdings.outlet(one.reports[0] if one.reports else "") for one in told)
    reports = dict.fromkeys(key for one in told for key in one.reports)
    return Side(value, tuple(owners), tuple(reports), holdings.evidence(key for one in told for key in one.statements))


def _size(side: Side) -> float:
    found = _NUMBER.search(side.value)
    return float(found[0].replace(",", "")) if found else float("inf")
