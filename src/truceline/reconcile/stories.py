"""Stories: reports of one happening, grouped one report after the other in order of time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log

from truceline.model import CopyGroup, Origin, Report, Story
from truceline.reconcile.copies import Copies
from truceline.reconcile.scene import Scene
from truceline.reconcile.words import digest, fold, stems, weak

WINDOW = 7            # days without a report after which a story takes no more
JOIN = 0.22           # likeness from which a report tells the story
NAME, LEAD, BODY = 3.0, 1.5, 1.0   # what a shared name, a word of headline or lead, another word weighs
LEAD_REACH, REACH = 900, 12_000
PRIOR = 20            # reports taken as seen before the first, so that early weights are calm
CANDIDATES = 40       # stories looked at for one report
_NAME = re.compile(r"(?<![.!?:\n“\"] )(?<![\n“\"])\b[A-ZÀ-ÞА-Я][\w’'-]{2,}")


@dataclass
class _Open:
    """A story that still takes reports: the words of its reports and how many have each."""

    reports: list[Report]
    words: Counter[str] = field(default_factory=Counter)


@dataclass
class _Index:
    """Stories by word, and how many reports have had each word so far."""

    seen: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def rarity(self, word: str) -> float:
        """The weight of a word by how few of the reports before had it."""
        return log((self.reports + PRIOR + 1) / (self.seen[word] + 1))


def group(scene: Scene, copies: Copies) -> tuple[Story, ...]:
    """The stories of a scene. A report joins the story it is most like within the window, or opens one."""
    stories: list[_Open] = []
    index = _Index()
    for report in scene.reports.values():
        words = _weighed(report)
        found = _nearest(report, words, stories, index)
        if found is None:
            stories.append(_Open([]))
            found = len(stories) - 1
        _add(report, words, found, stories, index)
    return tuple(_story(story.reports, copies) for story in stories)


def _weighed(report: Report) -> dict[str, float]:
    """A report's stems and names with the weight of where they stand."""
    text = report.text[:REACH]
    weights = dict.fromkeys(stems(text), BODY)
    lead = stems(f"{report.title or ''} {text[:LEAD_REACH]}")
    weights |= dict.fromkeys(lead, LEAD)
    names = {word for name in _NAME.findall(text) for word in stems(name)}
    weights |= {word: weights.get(word, BODY) * NAME for word in names}
    return {word: weight * (0.25 if word in weak() else 1.0) for word, weight in weights.items()}


def _nearest(report: Report, words: dict[str, float], stories: Sequence[_Open], index: _Index) -> int | None:
    """The number of the story that a report tells, or None."""
    votes: Counter[int] = Counter()
    for word, weight in words.items():
        if weight >= LEAD:
            for number in index.by_word.get(word, ())[-CANDIDATES:]:
                votes[number] += 1
    best, found = JOIN, None
    near = [vote for vote in votes.items() if _near(report.published, stories[vote[0]].reports[-1].published)]
    for number, _ in sorted(near, key=lambda vote: (-vote[1], vote[0]))[:CANDIDATES]:
        likeness = _likeness(words, stories[number], index)
        if likeness > best:
            best, found = likeness, number
    return found


def _likeness(words: dict[str, float], story: _Open, index: _Index) -> float:
    """The share of a report's weight that the story's reports have too, from 0 to 1."""
    total = sum(weight * index.rarity(word) for word, weight in words.items())
    shared = sum(weight * index.rarity(word) for word, weight in words.items() if word in story.words)
    return shared / total if total else 0.0


def _near(one: date | None, other: date | None) -> bool:
    """Whether two days are in one window; an unknown day is near to everything."""
    return one is None or other is None or abs((one - other).days) <= WINDOW


def _add(report: Report, words: dict[str, float], number: int, stories: Sequence[_Open], index: _Index) -> None:
    stories[number].reports.append(report)
    stories[number].words.update(words.keys())
    index.reports += 1
    for word in words:
        index.seen[word] += 1
        postings = index.by_word[word]
        if not postings or postings[-1] != number:
            postings.append(number)
            del postings[:-4 * CANDIDATES]


def _story(reports: Sequence[Report], copies: Copies) -> Story:
    first = reports[0]
    keys = [report.key for report in reports]
    dated = [report.published.isoformat() for report in reports if report.published]
    groups = tuple(cut for group in copies.groups if len((cut := _cut(group, keys)).reports) > 1)
    return Story(id=digest("st", first.key), title=_title(first), reports=tuple(keys), copies=groups,
                 origins=_origins(reports, groups, copies), first=min(dated, default=None),
                 last=max(dated, default=None))


def _cut(group: CopyGroup, keys: Sequence[str]) -> CopyGroup:
    return CopyGroup(reports=tuple(key for key in group.reports if key in keys), wire=group.wire)


def _title(report: Report) -> str:
    """The headline, or the first line that says something."""
    lines = (line.strip() for line in report.text.splitlines())
    return report.title or next((line for line in lines if len(fold(line).split()) >= 4), report.key)[:160]


def _origins(reports: Sequence[Report], groups: Sequence[CopyGroup], copies: Copies) -> tuple[Origin, ...]:
    """The independent publishers of a story: copies count once, and so do reports of one wire."""
    member = {key: number for number, group in enumerate(groups) for key in group.reports}
    roots: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for report in reports:
        root, reason = _root(report, groups[member[report.key]] if report.key in member else None, copies)
        roots[root].append(report.key)
        reasons.setdefault(root, reason)
    return tuple(Origin(root=root, reason=reasons[root], reports=tuple(keys)) for root, keys in roots.items())


def _root(report: Report, group: CopyGroup | None, copies: Copies) -> tuple[str, str]:
    if group:
        return group.wire or group.reports[0], "shared passages"
    if wire := copies.wire.get(report.key):
        return wire, "credited wire"
    return report.outlet or report.key, "publisher"
