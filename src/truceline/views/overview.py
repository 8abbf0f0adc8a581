"""The whole record at a glance: how much there is, where things stand, what is in dispute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from truceline.views import disagreements, peace
from truceline.views.disagreements import Dispute
from truceline.views.holdings import Holdings


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list; `voices` counts independent origins, `differing` its disagreements."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: int
    voices: int
    differing: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the record holds as of the day of its last report."""

    first_day: date | None
    last_day: date | None
    reports: int
    outlets: int
    statements: Mapping[str, int]
    actors: int
    facts: Mapping[str, int]
    stories: tuple[StoryLine, ...]
    talks: tuple[peace.Talks, ...]
    truces: tuple[peace.Truce, ...]
    pledges: tuple[peace.Pledge, ...]
    disagreements: tuple[Dispute, ...]


def overview(holdings: Holdings) -> Overview:
    """The record at a glance."""
    record = holdings.record
    return Overview(
        first_day=holdings.first_day, last_day=holdings.last_day, reports=len(holdings.reports),
        outlets=len({holdings.outlet(key) for key in holdings.reports}),
        statements=dict(Counter(one.kind for one in holdings.statements.values()).most_common()),
        actors=len(record.actors), facts=dict(Counter(fact.standing for fact in record.facts).most_common()),
        stories=stories(holdings), talks=peace.talks(holdings), truces=peace.truces(holdings),
        pledges=peace.pledges(holdings), disagreements=disagreements.disagreements(holdings),
    )


def stories(holdings: Holdings) -> tuple[StoryLine, ...]:
    """All stories, the first one first."""
    differing: Counter[str] = Counter()
    for one in holdings.record.disagreements:
        reports = {key for value in one.values for key in value.reports}
        differing.update({holdings.story_of[key].id for key in reports if key in holdings.story_of})
    found = [StoryLine(one.id, one.title, one.first, one.last, len(one.reports), len(one.origins), differing[one.id])
             for one in holdings.record.stories]
    return tuple(sorted(found, key=lambda one: (one.first or "9999", one.id)))
