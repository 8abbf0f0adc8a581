"""The record as it stood at the end of a past day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from truceline.model import Record
from truceline.store import Store
from truceline.views.holdings import Holdings


@dataclass(frozen=True)
class Past(Holdings):
    """Holdings of the reports published up to `day`, which is the day that the record is as of."""

    day: date = date.max

    @cached_property
    def last_day(self) -> date | None:
        """The day asked for: a pledge that fell due before it is overdue, whether or not a report came since."""
        return self.day


def past(store: Store, record: Record, day: date) -> Past:
    """The holdings of a store as of a day; `record` is the one of its reports up to then. Raises StoreUnavailable."""
    dated = [(one.published, one) for one in store.reports() if one.published and one.published <= day]
    reports = {one.key: one for _, one in sorted(dated, key=lambda pair: (pair[0], pair[1].key))}
    statements = {one.id: one for one in store.statements() if one.report in reports}
    return Past(reports, statements, record, day)
