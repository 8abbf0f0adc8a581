"""The days."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.cli.screens.base import Lines, entry, heading, sources, title
from truceline.views.timeline import Day
from truceline.views.wording import dates_in, day, spell


def lines(days: Iterable[Day]) -> Lines:
    """What is said to have happened or to be planned, day by day."""
    some = tuple(days)
    yield title("Timeline", f"{len(some)} days" if some else "no dated statements")
    for one in some:
        yield heading(day(one.day))
        for told in one.entries:
            until = f"  {spell(told.when)}" if told.when.end != told.when.start else ""
            yield entry((f"{told.status:<10} ", "cyan"), dates_in(told.label),
                        (f"{until}  {told.fact.standing}, {told.fact.tally}", "dim"))
            yield from sources(told.fact.evidence, shown=2, said=told.fact.label)
