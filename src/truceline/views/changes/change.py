"""One line of what is new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.views.holdings import Evidence


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in an entry of a board ("talks", "truces", "pledges", "positions").

    `what` is the kind of change ("session planned", "overdue, no report"), `text` its content, `evidence` the words
    that tell it, `before` the words that told it otherwise.
    """

    board: str
    id: str
    about: str
    what: str
    text: str
    evidence: tuple[Evidence, ...]
    before: tuple[Evidence, ...] = ()


def first_told(evidence: Iterable[Evidence]) -> date:
    """The day of the first report that tells something; the end of time where no report has a day."""
    return min((one.published for one in evidence if one.published), default=date.max)


def new(evidence: Iterable[Evidence], since: date) -> bool:
    """Whether words are told for the first time on a day or later."""
    return since <= first_told(evidence) < date.max
