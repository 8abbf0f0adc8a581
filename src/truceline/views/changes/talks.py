"""What is new in talks: sessions planned, put off, held, failed; states told for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truceline.views.changes.change import Change, new
from truceline.views.holdings import Evidence, Holdings
from truceline.views.peace import Session, Talks, talks
from truceline.views.wording import spell

SAID = {"planned": "session planned", "conditional": "session planned on a condition", "occurred": "session held",
        "ongoing": "session under way", "claimed": "session said to have been held", "failed": "session failed"}


def changes(holdings: Holdings, since: date) -> Iterator[Change]:
    """The lines of all talks."""
    for one in talks(holdings):
        for session in one.sessions:
            if new(session.evidence, since):
                yield _session(one, session)
        yield from _states(one, since)


def _session(one: Talks, session: Session) -> Change:
    if session.moved_from is None:
        what = SAID.get(session.status, session.status)
        return Change("talks", one.id, one.name, what, spell(session.when), session.evidence)
    before = tuple(words for other in one.sessions if other.when == session.moved_from for words in other.evidence)
    text = f"from {spell(session.moved_from)} to {spell(session.when)}"
    return Change("talks", one.id, one.name, "session put off", text, session.evidence, before)


def _states(one: Talks, since: date) -> Iterator[Change]:
    """Each state that no report told before, with all its words."""
    told: dict[str, list[Evidence]] = {}
    for turn in one.history:
        told.setdefault(turn.state, []).extend(turn.evidence)
    for state, words in told.items():
        if state not in ("held", "ongoing", "failed") and new(words, since):
            yield Change("talks", one.id, one.name, "state", state, tuple(words))
