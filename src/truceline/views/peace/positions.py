"""The board of positions: parties against issues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model import When
from truceline.views.holdings import Evidence, Holdings, interval
from truceline.views.peace.fields import name


@dataclass(frozen=True, slots=True)
class Position:
    """What a party has said of an issue, the latest last."""

    position: str
    when: When | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Positions of parties on issues: `cells[party, issue]` holds them in order of time."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Position, ...]]


def positions(holdings: Holdings) -> Board:
    """Who holds what on which issue; parties by how much they have said, issues likewise."""
    cells: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for one in holdings.record.stances:
        holder = name(one.fields.get("holder"))
        cells[holder, one.fields["issue"]] += [
            Position(row["position"], interval(row.get("when")), holdings.evidence([row["statement"]]))
            for row in one.fields.get("positions") or ()
        ]
    said = {key: tuple(some) for key, some in cells.items() if key[0] and some}
    return Board(_by_weight([(key[0], len(some)) for key, some in said.items()]),
                 _by_weight([(key[1], len(some)) for key, some in said.items()]), said)


def _by_weight(pairs: list[tuple[str, int]]) -> tuple[str, ...]:
    weights: dict[str, int] = defaultdict(int)
    for party, weight in pairs:
        weights[party] += weight
    return tuple(sorted(weights, key=lambda party: (-weights[party], party)))
