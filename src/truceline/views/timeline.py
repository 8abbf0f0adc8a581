"""What happened, is planned or due, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.model import Act, Fact, Role, Statement, Status, When
from truceline.views import facts
from truceline.views.facts import FactLine
from truceline.views.holdings import Holdings

LONGEST = 10  # days that a happening may be uncertain by and still have a place in the row of days
TOLD = {Status.OCCURRED, Status.ONGOING, Status.FAILED, Status.PLANNED, Status.CLAIMED, Status.DENIED}
# Speech is everywhere in press reports; a row of days that holds it all shows nothing.
SPEECH = {"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", None}


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact on its days; `status` as its first report has it: occurred, planned, failed …

    `label` is the fact's without the day, which the row of days says.
    """

    when: When
    status: str
    label: str
    fact: FactLine


@dataclass(frozen=True, slots=True)
class Day:
    """All entries that begin on one day."""

    day: date
    entries: tuple[Entry, ...]


def timeline(holdings: Holdings) -> tuple[Day, ...]:
    """The days on which something is said to have happened or to be planned, in order."""
    days: dict[date, list[Entry]] = {}
    for fact in holdings.record.facts:
        entry = _entry(holdings, fact)
        if entry is not None:
            days.setdefault(entry.when.start, []).append(entry)
    return tuple(Day(day, tuple(sorted(days[day], key=lambda one: (-len(one.fact.voices), one.label))))
                 for day in sorted(days))


def _entry(holdings: Holdings, fact: Fact) -> Entry | None:
    """The place of a fact, by the narrowest dating that its reports give."""
    told = [one for key in fact.statements if (one := holdings.statements.get(key)) and _shown(one)]
    dated = [(one.when, one) for one in told if one.when and (one.when.end - one.when.start).days <= LONGEST]
    if not dated:
        return None
    when, first = min(dated, key=lambda pair: (pair[0].end - pair[0].start, pair[0].start))
    line = facts.line(holdings, fact)
    return Entry(when, str(first.status), line.label.removesuffix(f" ({when.start.isoformat()})"), line)


def _shown(one: Statement) -> bool:
    if isinstance(one, Act):
        return one.status in TOLD and one.type not in SPEECH
    return isinstance(one, Role) and one.state != "holds"
