"""What is new in positions: taken for the first time, or changed, with the words of before and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from truceline.views.changes.change import Change, first_told, new
from truceline.views.holdings import Holdings
from truceline.views.peace import Position, positions


def changes(holdings: Holdings, since: date) -> Iterator[Change]:
    """The lines of the whole board."""
    for (party, issue), held in positions(holdings).cells.items():
        if (line := _line(party, issue, held, since)) is not None:
            yield line


def _line(party: str, issue: str, held: Sequence[Position], since: date) -> Change | None:
    """What a party's latest position is, where it is new and not the one that it had before."""
    fresh = [one for one in held if new(one.evidence, since)]
    old = [one for one in held if first_told(one.evidence) < since]
    if not fresh or (old and old[-1].position == fresh[-1].position):
        return None
    now = fresh[-1]
    if not old:
        return Change("positions", "", party, "position taken", f"{now.position}: {issue}", now.evidence)
    return Change("positions", "", party, "position changed", f"{issue}: {old[-1].position}, now {now.position}",
                  now.evidence, old[-1].evidence)
