"""Truces in the making, and the shelf that finds those of a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from truceline.model import Act, Statement
from truceline.reconcile.scene import Days


@dataclass
class Truce:
    """A truce in the making, by what its statements do to it."""

    declared: list[Act] = field(default_factory=list)
    effective: list[Act] = field(default_factory=list)
    extended: list[Act] = field(default_factory=list)
    ended: list[Act] = field(default_factory=list)
    violations: list[Act] = field(default_factory=list)
    excluded: list[Statement] = field(default_factory=list)
    monitoring: list[Statement] = field(default_factory=list)
    others: list[Statement] = field(default_factory=list)
    number: int = -1

    def anchors(self) -> list[Act]:
        """What dates the truce."""
        return self.declared or self.effective

    def told(self) -> list[Act]:
        """What names the truce's sides."""
        return [*self.declared, *self.effective, *self.extended]

    def all(self) -> list[Statement]:
        """Every statement on the truce."""
        return [*self.declared, *self.effective, *self.extended, *self.ended, *self.violations, *self.excluded,
                *self.monitoring, *self.others]


@dataclass
class Shelf:
    """Truces by the months that their anchors touch, so that each act is compared with those of its time.

    `of` holds the place of a truce in `all` by the id of each statement that dates it.
    """

    all: list[Truce] = field(default_factory=list)
    of: dict[str, int] = field(default_factory=dict)
    by_month: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def file(self, truce: Truce, when: Days) -> None:
        """Keep a truce under the months of a dating."""
        if truce.number < 0:
            truce.number = len(self.all)
            self.all.append(truce)
        for month in _months(when, 0):
            if truce.number not in self.by_month[month]:
                self.by_month[month].append(truce.number)

    def near(self, when: Days, back: int) -> list[tuple[int, Truce]]:
        """The truces of the months of an interval and of some before and after it, in order."""
        found = {number for month in _months(when, back) for number in self.by_month.get(month, ())}
        return [(number, self.all[number]) for number in sorted(found)]


def _months(when: Days, back: int) -> range:
    """Months as numbers, at most thirty years of them."""
    first, last = (day.year * 12 + day.month for day in when)
    return range(first - back, min(last, first + 360) + 3)
