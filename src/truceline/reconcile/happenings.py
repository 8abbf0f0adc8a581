"""Happenings as reports of them arrive: which story a report tells, and which thread that story carries on."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from datetime import date

from truceline.reconcile.vectors import Vector, Weights, cosine, unit

WINDOW = 14           # days without a report after which a story takes no more
JOIN = 0.19           # likeness from which a report tells the story
OTHER_WORDS = 0.6     # what the likeness of the other words counts for; the rest is that of the names
FRESH, FADE = 1, 0.03   # days after which a story's last report is older, and what each day more takes from likeness
LINK, MONTHS = 0.25, 400   # likeness of names, and days at most, to a story whose thread another carries on
CANDIDATES = 12       # stories that one report is compared with
LATEST = 30           # the latest stories kept under one word
KEPT = 3_000          # stories that may take reports or be carried on
BROAD = 1_500         # words kept of one story


@dataclass
class _Story:
    """The summed vectors of a story's reports, and the day of the last."""

    words: dict[str, float] = field(default_factory=dict)
    names: dict[str, float] = field(default_factory=dict)
    middle: tuple[Weights, Weights] = ({}, {})
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What persons said of a report: the story that it tells, or stories that it does not tell."""

    only: int | None = None
    never: frozenset[int] = frozenset()


@dataclass
class Happenings:
    """Stories by number; `thread_of` has the number of the first story of each one's thread.

    `compared` are the stories that the last report was compared with, each with its likeness.
    """

    kept: OrderedDict[int, _Story] = field(default_factory=OrderedDict)
    by_word: dict[str, list[int]] = field(default_factory=dict)
    thread_of: dict[int, int] = field(default_factory=dict)
    compared: tuple[tuple[float, int], ...] = ()

    def add(self, report: Vector, day: date | None, choice: Choice) -> int:
        """The number of the story that a report tells; a new one where it tells none that is kept."""
        near = [number for number in self._near(report) if number not in choice.never]
        self.compared = tuple((self._likeness(report, day, number), number) for number in near)
        likeness, other = max(((likeness, -number) for likeness, number in self.compared), default=(0.0, 0))
        number = -other if likeness >= JOIN else len(self.thread_of)
        number = number if choice.only is None else choice.only
        if number not in self.kept:
            self.kept[number] = _Story()
        if number not in self.thread_of:
            self.thread_of[number] = self._thread(report, day, near, number)
        self._grow(number, report, day)
        return number

    def _near(self, report: Vector) -> list[int]:
        """The stories that share most of a report's telling words."""
        votes: Counter[int] = Counter()
        for place, word in enumerate(report.telling):
            for number in self.by_word.get(word, ()):
                votes[number] += 2 * len(report.telling) - place
        alive = [number for number in votes if number in self.kept]
        return sorted(alive, key=lambda number: (-votes[number], number))[:CANDIDATES]

    def _likeness(self, report: Vector, day: date | None, number: int) -> float:
        """How alike a report and a story are, less for every day that lies between; 0 out of the window."""
        story = self.kept[number]
        days = abs((day - story.last).days) if day and story.last else 0
        if days > WINDOW:
            return 0.0
        words = cosine(report.words, story.middle[0])
        names = cosine(report.names, story.middle[1]) if report.names and story.names else words
        return OTHER_WORDS * words + (1 - OTHER_WORDS) * names - FADE * max(0, days - FRESH)

    def _thread(self, report: Vector, day: date | None, near: list[int], number: int) -> int:
        """The thread of the story that a report which opens one shares most names with, or one of its own."""
        linked = [(cosine(report.names, story.middle[1]), -other) for other in near
                  if (story := self.kept[other]) and (not day or not story.last or (day - story.last).days <= MONTHS)]
        likeness, other = max(linked, default=(0.0, 0))
        return self.thread_of[-other] if likeness >= LINK else number

    def _grow(self, number: int, report: Vector, day: date | None) -> None:
        """Add a report to a story; the story touched longest ago goes where there are enough."""
        story = self.kept[number]
        story.words, story.names = _sum(story.words, report.words), _sum(story.names, report.names)
        story.middle = unit(story.words), unit(story.names)
        story.last = day or story.last
        for word in report.telling:
            some = self.by_word.setdefault(word, [])
            if number not in some:
                some.append(number)
                del some[:-LATEST]
        self.kept.move_to_end(number)
        if len(self.kept) > KEPT:
            self.kept.popitem(last=False)


def _sum(sums: dict[str, float], weights: Weights) -> dict[str, float]:
    """Sums with weights added, the lightest left out where they are many."""
    for word, weight in weights.items():
        sums[word] = sums.get(word, 0.0) + weight
    if len(sums) <= BROAD:
        return sums
    return {word: sums[word] for word in sorted(sums, key=lambda word: (-sums[word], word))[:BROAD * 2 // 3]}
