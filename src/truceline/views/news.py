"""What came in since a day: reports, facts told for the first time, facts that gained a voice, disputes that opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.model import Disagreement, Fact
from truceline.views import facts
from truceline.views.disagreements import Dispute, dispute
from truceline.views.facts import FactLine
from truceline.views.holdings import Holdings
from truceline.views.story import ReportLine, report_line


@dataclass(frozen=True, slots=True)
class News:
    """What reports published on `since` or later add to the record."""

    since: date | None
    reports: tuple[ReportLine, ...]
    first_told: tuple[FactLine, ...]
    told_again: tuple[FactLine, ...]
    disagreements: tuple[Dispute, ...]


def news(holdings: Holdings, since: date | None) -> News:
    """What is new since a day, that day included; without one, since the day of the last report."""
    since = since or holdings.last_day
    new = {key for key, one in holdings.reports.items() if since and one.published and one.published >= since}
    told = [fact for fact in holdings.record.facts if fact.kind != "role" and new & set(fact.reports)]
    return News(
        since=since, reports=tuple(report_line(holdings, key) for key in holdings.reports if key in new),
        first_told=facts.lines(holdings, (fact for fact in told if new >= set(fact.reports))),
        told_again=facts.lines(holdings, (fact for fact in told if not new >= set(fact.reports)
                                          and _gained(fact, new))),
        disagreements=tuple(dispute(holdings, one) for one in holdings.record.disagreements if _opened(one, new)),
    )


def _gained(fact: Fact, new: set[str]) -> bool:
    """Whether a root of the fact is heard in new reports alone."""
    return any(new >= set(origin.reports) for origin in fact.origins)


def _opened(one: Disagreement, new: set[str]) -> bool:
    """Whether fewer than two of its values stood in reports before."""
    return sum(bool(set(value.reports) - new) for value in one.values) < 2
