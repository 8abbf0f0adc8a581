"""Reports that share passages with one that arrives; what a report costs does not grow with those before it."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from truceline.model import Report
from truceline.reconcile.passages import Passage, Words, shared

ENOUGH = 25             # words in passages of both, outside quotation marks, that make two reports copies
WHOLE = 0.5             # share of the shorter text from which a copy is one however late it comes
NEWS, OWN_NEWS = 10, 2  # days after which a shared passage is no news: in any outlet's report, in the same outlet's
FIRST, LATEST = 4, 12   # of the reports that have a mark, so many of the first and of the latest are kept
COMPARED = 24           # reports that one is laid beside
KEPT = 10_000           # latest reports among which copies are looked for
AT_HAND = 500           # reports whose words are at hand; others are taken apart again
STOCK = 200_000         # runs of words known as stock


@dataclass
class Index:
    """The latest reports by their marks.

    `stock` are runs of words that reports long apart have in common: background and page furniture, never news.
    """

    kept: OrderedDict[int, tuple[Report, frozenset[int]]] = field(default_factory=OrderedDict)
    bearers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    at_hand: OrderedDict[int, Words] = field(default_factory=OrderedDict)
    stock: OrderedDict[int, None] = field(default_factory=OrderedDict)
    number: int = 0

    def add(self, report: Report) -> dict[str, int]:
        """Take in a report; the reports before it that it shares passages with, and how many words."""
        words = Words(report.text)
        common = [(self.kept[other][0], shared(words, there), there) for other in self._near(words)
                  if (there := self._words(other))]
        for other, passages, there in common:
            if _long_apart(report, other) and _total(passages) < WHOLE * min(len(words.words), len(there.words)):
                self._learn(run for passage in passages for run in passage.runs)
        self._keep(report, words)
        counts = {other.key: sum(self._new(passage) for passage in passages) if not _whole(passages, words, there)
                  else _total(passages) for other, passages, there in common}
        return {key: count for key, count in counts.items() if count >= ENOUGH}

    def _near(self, words: Words) -> list[int]:
        """The reports that have most marks in common with a text, those of stock left out."""
        votes = Counter(other for mark in words.marks if mark not in self.stock for other in self.bearers.get(mark, ()))
        return sorted(votes, key=lambda other: (-votes[other], other))[:COMPARED]

    def _new(self, passage: Passage) -> int:
        """The words of a passage that are not stock."""
        return round(passage.words * sum(run not in self.stock for run in passage.runs) / len(passage.runs))

    def _words(self, number: int) -> Words:
        words = self.at_hand.pop(number, None) or Words(self.kept[number][0].text)
        return self._put_at_hand(number, words)

    def _put_at_hand(self, number: int, words: Words) -> Words:
        self.at_hand[number] = words
        if len(self.at_hand) > AT_HAND:
            self.at_hand.popitem(last=False)
        return words

    def _learn(self, runs: Iterable[int]) -> None:
        for run in runs:
            self.stock[run] = None
            self.stock.move_to_end(run)
        while len(self.stock) > STOCK:
            self.stock.popitem(last=False)

    def _keep(self, report: Report, words: Words) -> None:
        """Make a report one of those that later ones are laid beside; the oldest goes where there are enough."""
        self.number += 1
        self.kept[self.number] = report, words.marks
        self._put_at_hand(self.number, words)
        for mark in words.marks:
            some = self.bearers.get(mark, ())
            self.bearers[mark] = (*some[:FIRST], *some[max(FIRST, len(some) - LATEST + 1):], self.number)
        if len(self.kept) > KEPT:
            gone, (_, marks) = self.kept.popitem(last=False)
            self.at_hand.pop(gone, None)
            for mark in marks:
                if left := tuple(one for one in self.bearers.get(mark, ()) if one != gone):
                    self.bearers[mark] = left
                else:
                    self.bearers.pop(mark, None)


def _total(passages: Iterable[Passage]) -> int:
    return sum(passage.words for passage in passages)


def _whole(passages: Iterable[Passage], one: Words, other: Words) -> bool:
    """Whether passages are so much of the shorter text that all of it was taken, stock and all."""
    return _total(passages) >= WHOLE * min(len(one.words), len(other.words))


def _long_apart(one: Report, other: Report) -> bool:
    """Whether so many days lie between two reports that what they share in part is no news."""
    if one.published is None or other.published is None:
        return False
    own = one.outlet is not None and one.outlet == other.outlet
    return abs((one.published - other.published).days) > (OWN_NEWS if own else NEWS)
