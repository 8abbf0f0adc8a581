"""What is new between two days: in talks, truces, pledges and positions, each line with its report and words.

A line is new where every report that tells it was published in the window; what copies repeat later is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.views.changes import pledges, positions, talks, truces
from truceline.views.changes.change import Change
from truceline.views.holdings import Holdings

__all__ = ["Change", "Changes", "changes"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What reports published from `since` to `until` add, both days included; `reports` counts them."""

    since: date
    until: date | None
    reports: int
    lines: tuple[Change, ...]


def changes(holdings: Holdings, since: date) -> Changes:
    """What is new from a day on, that day included, up to the day that the holdings are as of."""
    lines = [*talks.changes(holdings, since), *truces.changes(holdings, since), *pledges.changes(holdings, since),
             *positions.changes(holdings, since)]
    new = [one for one in holdings.reports.values() if one.published and one.published >= since]
    return Changes(since, holdings.last_day, len(new), tuple(lines))
