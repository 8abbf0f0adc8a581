"""One fact: who says so, through which roots, in which words, since when, and what is said against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.model import CopyGroup, Fact
from truceline.views import facts, find
from truceline.views.disagreements import Dispute, dispute
from truceline.views.facts import FactLine
from truceline.views.holdings import Holdings
from truceline.views.passage import Passage, alike, passage
from truceline.views.story import ReportLine, report_line


@dataclass(frozen=True, slots=True)
class Branch:
    """Reports with one text: the first to carry it, and its copies; `wire` where they descend from one."""

    first: ReportLine
    copies: tuple[ReportLine, ...]
    wire: str


@dataclass(frozen=True, slots=True)
class Root:
    """An independent root of a fact, why its reports are one voice, and their texts."""

    name: str
    reason: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A day on which reports told a fact, and how many reports and independent voices had by then."""

    day: date | None
    reports: tuple[ReportLine, ...]
    so_far: int
    voices: int


@dataclass(frozen=True, slots=True)
class StoryName:
    """A story that a fact belongs to."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact for a reader; `as_of` is the day up to which reports are counted, None for all of them.

    `passages` with the same words of the same voices stand together.
    """

    line: FactLine
    as_of: date | None
    roots: tuple[Root, ...]
    passages: tuple[tuple[Passage, ...], ...]
    history: tuple[Told, ...]
    disagreements: tuple[Dispute, ...]
    stories: tuple[StoryName, ...]


def fact(holdings: Holdings, name: str, as_of: date | None = None) -> FactView:
    """The fact of an id, or of a statement's id, as reports told it up to a day. Raises UnknownName."""
    chosen = find.fact(holdings, name)
    keys = _by_then(holdings, chosen.reports, as_of)
    told = [one for key in chosen.statements if (one := holdings.statements.get(key)) and one.report in keys]
    stories = {story.id: StoryName(story.id, story.title)
               for key in keys if (story := holdings.story_of.get(key)) is not None}
    differing = [one for one in holdings.record.disagreements
                 if any(key in chosen.statements for value in one.values for key in value.statements)]
    return FactView(
        line=facts.line(holdings, chosen), as_of=as_of,
        roots=tuple(root for root in (_root(holdings, one.root, one.reason, one.reports, keys)
                                      for one in chosen.origins) if root.branches),
        passages=alike(passage(holdings, one)
                       for one in sorted(told, key=lambda one: (keys.index(one.report), one.start))),
        history=history(holdings, chosen, keys),
        disagreements=tuple(dispute(holdings, one) for one in differing), stories=tuple(stories.values()),
    )


def _by_then(holdings: Holdings, reports: Iterable[str], as_of: date | None) -> list[str]:
    """The reports that were published by a day, in order of publication; those without a day count only today."""
    wanted = set(reports)
    return [key for key, one in holdings.reports.items()
            if key in wanted and (as_of is None or (one.published is not None and one.published <= as_of))]


def _root(holdings: Holdings, name: str, reason: str, reports: Iterable[str], keys: list[str]) -> Root:
    """A root with the texts that carry it, each with its copies folded."""
    texts: dict[str, list[str]] = {}
    wires: dict[str, str] = {}
    members = set(reports)
    for key in keys:
        if key in members:
            group = _copies(holdings, key)
            lead = group.reports[0] if group else key
            texts.setdefault(lead, []).append(key)
            wires[lead] = (group.wire or "") if group else ""
    branches = (Branch(report_line(holdings, some[0]), tuple(report_line(holdings, key) for key in some[1:]),
                       wires[lead]) for lead, some in texts.items())
    return Root(name, reason, tuple(branches))


def _copies(holdings: Holdings, key: str) -> CopyGroup | None:
    story = holdings.story_of.get(key)
    return next((group for group in (story.copies if story else ()) if key in group.reports), None)


def history(holdings: Holdings, chosen: Fact, keys: Iterable[str]) -> tuple[Told, ...]:
    """How reports and voices added up, day by day."""
    days: dict[date | None, list[str]] = {}
    for key in keys:
        days.setdefault(holdings.reports[key].published, []).append(key)
    found, seen = [], set[str]()
    for day, some in days.items():
        seen.update(some)
        voices = sum(bool(seen & set(origin.reports)) for origin in chosen.origins)
        found.append(Told(day, tuple(report_line(holdings, key) for key in some), len(seen), voices))
    return tuple(found)
