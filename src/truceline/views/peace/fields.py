"""What the boards have in common: fields of the record as names, days and turns with their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model import When
from truceline.views.holdings import Evidence, Holdings, interval, names


@dataclass(frozen=True, slots=True)
class Turn:
    """A state that something was said to be in, when that was told or since when it holds, and the words."""

    state: str
    when: When | None
    evidence: tuple[Evidence, ...]


def parts(fields: Mapping[str, Any], wanted: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Names by the part that they have, parts without a name left out."""
    return {part: found for part in wanted if (found := names(fields.get(part)))}


def name(row: Any) -> str:
    """The name in a field that holds one actor as the contract writes it; "" for none."""
    return str(row.get("name") or "") if row else ""


def turns(holdings: Holdings, rows: Iterable[Mapping[str, Any]], day: str) -> tuple[Turn, ...]:
    """Rows of a history as turns; `day` names the field that dates them."""
    return tuple(Turn(row["state"], interval(row.get(day)), holdings.evidence([row["statement"]])) for row in rows)
