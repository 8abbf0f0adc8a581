"""Reports as weighed words: names apart from other words, rare ones heavy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, sqrt

from truceline.model import Report
from truceline.reconcile.words import stems, weak

LEAD, WEAK = 1.3, 0.5             # what a word of headline or lead weighs, and one that every report on a conflict has
LEAD_REACH, REACH = 900, 12_000   # characters
PRIOR = 20                        # reports taken as seen before the first, so that early weights are calm
TELLING = 40                      # heaviest words of a report, by which stories are found
_NAME = re.compile(r"(?<![.!?:\n“\"] )(?<![\n“\"])\b[A-ZÀ-ÞА-Я][\w’'-]{2,}")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vector:
    """The weights of a report's words and of its names, each of length 1, and its heaviest words."""

    words: Weights
    names: Weights
    telling: tuple[str, ...]


@dataclass
class Vectors:
    """Makes vectors of reports as they arrive; a word weighs by how few of the reports before had it."""

    seen: Counter[str] = field(default_factory=Counter)
    reports: int = 0

    def add(self, report: Report) -> Vector:
        """The vector of a report, by what was seen before it."""
        names, uses = _uses(report)
        weighed = {word: weight * self._rarity(word) for word, weight in uses.items()}
        self.reports += 1
        self.seen.update(uses.keys())
        telling = sorted(weighed, key=lambda word: (-weighed[word], word))[:TELLING]
        return Vector(unit({word: weight for word, weight in weighed.items() if word not in names}),
                      unit({word: weight for word, weight in weighed.items() if word in names}), tuple(telling))

    def _rarity(self, word: str) -> float:
        return log((self.reports + PRIOR + 1) / (self.seen[word] + 1))


def unit(weights: Weights) -> Weights:
    """The weights at length 1."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def cosine(one: Weights, other: Weights) -> float:
    """How alike two vectors of length 1 are, from 0 to 1."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def _uses(report: Report) -> tuple[frozenset[str], dict[str, float]]:
    """The stems that are of names, and every stem with the weight of how often and where it stands."""
    text = report.text[:REACH]
    names = frozenset(_stems(match[0] for match in _NAME.finditer(text)))
    counts = Counter(_stems(match[0] for match in _WORD.finditer(text)))
    lead = frozenset(_stems(match[0] for match in _WORD.finditer(f"{report.title or ''} {text[:LEAD_REACH]}")))
    return names, {stem: (1 + log(count)) * (LEAD if stem in lead else 1.0) * (WEAK if stem in weak() else 1.0)
                   for stem, count in counts.items()}


def _stems(words: Iterable[str]) -> Iterable[str]:
    return (stem for word in words for stem in _stem(word))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> tuple[str, ...]:
    return tuple(sorted(stem for stem in stems(word) if len(stem) > 1))
