"""What is new in pledges: made, kept, missed, withdrawn, disputed, and days that passed without a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from truceline.views.changes.change import Change, new
from truceline.views.holdings import Evidence, Holdings
from truceline.views.peace import Pledge, pledges
from truceline.views.wording import short, spell

SAID = {"pending": "promised"}


def changes(holdings: Holdings, since: date) -> Iterator[Change]:
    """The lines of all pledges."""
    for one in pledges(holdings):
        told: dict[str, list[Evidence]] = {}
        for turn in one.history:
            told.setdefault(turn.state, []).extend(turn.evidence)
        for state, words in told.items():
            if new(words, since):
                yield _line(one, SAID.get(state, state), tuple(words))
        if one.overdue and one.due and one.due.end >= since - timedelta(days=1):
            yield _line(one, one.stands, tuple(words for turn in one.history for words in turn.evidence))


def _line(one: Pledge, what: str, words: tuple[Evidence, ...]) -> Change:
    due = f", due {spell(one.due)}" if one.due else ""
    return Change("pledges", one.id, ", ".join(one.by) or "somebody", what, short(one.content) + due, words)
