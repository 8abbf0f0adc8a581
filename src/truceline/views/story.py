"""One story: what its reports share and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.model import CopyGroup, Origin, Story
from truceline.views import facts, find
from truceline.views.disagreements import Dispute, dispute
from truceline.views.facts import FactLine
from truceline.views.holdings import Holdings


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list: its key, outlet, day, title, how many statements it gave, and its address."""

    key: str
    outlet: str
    published: date | None
    title: str
    statements: int
    translated_from: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story: its reports and their copies, the facts that several tell, what is told once, the disagreements."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: tuple[ReportLine, ...]
    copies: tuple[CopyGroup, ...]
    origins: tuple[Origin, ...]
    shared: tuple[FactLine, ...]
    alone: tuple[FactLine, ...]
    disagreements: tuple[Dispute, ...]


def report_line(holdings: Holdings, key: str) -> ReportLine:
    """One report for a list."""
    report = holdings.reports[key]
    title = report.title or next((line.strip() for line in report.text.splitlines() if line.strip()), key)
    return ReportLine(key, holdings.outlet(key), report.published, title, len(holdings.by_report.get(key, ())),
                      report.translated_from, report.url)


def story(holdings: Holdings, name: str) -> StoryView:
    """The story of an id, or that a report belongs to. Raises UnknownName."""
    return view(holdings, find.story(holdings, name))


def view(holdings: Holdings, chosen: Story) -> StoryView:
    """A story for a reader."""
    keys = set(chosen.reports)
    told = [fact for fact in holdings.record.facts if keys & set(fact.reports)]
    differing = [one for one in holdings.record.disagreements if any(keys & set(value.reports) for value in one.values)]
    return StoryView(
        id=chosen.id, title=chosen.title, first=chosen.first, last=chosen.last,
        reports=tuple(report_line(holdings, key) for key in chosen.reports if key in holdings.reports),
        copies=chosen.copies, origins=chosen.origins,
        shared=facts.lines(holdings, (fact for fact in told if len(fact.reports) > 1)),
        alone=facts.lines(holdings, (fact for fact in told if len(fact.reports) == 1)),
        disagreements=tuple(dispute(holdings, one) for one in differing),
    )
