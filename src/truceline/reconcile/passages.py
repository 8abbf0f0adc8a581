"""Passages that two texts share nearly word for word, and the few numbers by which such texts are found.

Words are numbered and hashed in runs of RUN. Of every WINDOW runs in a row the one of least hash is kept (a MinHash of
each window, "winnowing": Schleimer, Wilkerson and Aiken 2003), so that a shared passage of RUN + WINDOW - 1 unbroken
words is never missed, however much stands around it. What is kept only proposes; `shared` lays the texts side by side.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from truceline.reconcile.words import fold

RUN = 5             # words in a row that are hashed together
WINDOW = 8          # runs of which one is kept
GAP = 6             # words in a row that an editor may have changed within a passage
LEAST = 12          # words that a passage has at least
PLACES = 4          # places of one run that are tried
REACH = 50_000      # characters of a text that are looked at
_WORD = re.compile(r"[^\W_]+(?:['’‘`´ʼ][^\W_]+)*")
_QUOTED = re.compile(r"“[^”\n]{0,1500}”|(?<![^\s(])\"(?=\S)[^\"\n]{0,1500}\"|«[^»\n]{0,1500}»")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in two texts: where it stands in each, in characters, and the runs that both have in it.

    `words` is how many words those runs cover.
    """

    words: int
    runs: tuple[int, ...]
    here: tuple[int, int]
    there: tuple[int, int]


class Words:
    """The words of a text outside quotation marks, and their runs."""

    def __init__(self, text: str) -> None:
        text = _QUOTED.sub(lambda match: " " * len(match[0]), text[:REACH])
        found = [(_plain(match[0]), match.span()) for match in _WORD.finditer(text)]
        self.words = [word for word, _ in found]
        self.spans = [span for _, span in found]

    @cached_property
    def runs(self) -> list[int]:
        """The hash of the run that begins at each word."""
        joined = (" ".join(self.words[at:at + RUN]) for at in range(len(self.words) - RUN + 1))
        return [zlib.crc32(run.encode("utf-8", "surrogatepass")) * 2654435761 % 2**32 for run in joined]

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Where each run begins."""
        found: dict[int, list[int]] = {}
        for at, run in enumerate(self.runs):
            if len(some := found.setdefault(run, [])) < PLACES:
                some.append(at)
        return found

    @cached_property
    def marks(self) -> frozenset[int]:
        """The runs by which other texts find this one."""
        return frozenset(_winnowed(self.runs))


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    return fold(word).replace(" ", "")


def _winnowed(runs: Sequence[int]) -> Iterator[int]:
    """The least of every WINDOW numbers in a row."""
    least: deque[int] = deque()
    for at, run in enumerate(runs):
        while least and runs[least[-1]] >= run:
            least.pop()
        least.append(at)
        if least[0] <= at - WINDOW:
            least.popleft()
        if at >= min(WINDOW, len(runs)) - 1:
            yield runs[least[0]]


def shared(here: Words, there: Words) -> tuple[Passage, ...]:
    """The passages that two texts share, in the order of the first text."""
    passages: list[Passage] = []
    chain: list[tuple[int, int]] = []
    for pair in _pairs(here, there):
        if chain and not _goes_on(chain[-1], pair):
            passages += _passage(chain, here, there)
            chain = []
        chain.append(pair)
    passages += _passage(chain, here, there)
    return tuple(one for at, one in enumerate(passages) if not any(_within(one, other) for other in passages[:at]))


def _within(one: Passage, other: Passage) -> bool:
    """Whether a passage repeats another: a headline that the first sentence says again."""
    return other.there[0] <= one.there[0] and one.there[1] <= other.there[1]


def _pairs(here: Words, there: Words) -> Iterator[tuple[int, int]]:
    """Places of runs in both texts; of several places of one run the one that goes on from the last."""
    last = -1
    for at, run in enumerate(here.runs):
        if places := there.places.get(run):
            last = min(places, key=lambda place: (abs(place - last - 1), place))
            yield at, last


def _goes_on(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a run is of one passage with the run before it."""
    return all(0 < later - earlier <= RUN + GAP for earlier, later in zip(before, after, strict=True))


def _passage(chain: Sequence[tuple[int, int]], here: Words, there: Words) -> list[Passage]:
    """The passage that runs make, if it is long enough."""
    covered = {word for at, _ in chain for word in range(at, at + RUN)}
    if len(covered) < LEAST:
        return []
    (first, start), (last, end) = chain[0], chain[-1]
    runs = tuple(here.runs[at] for at, _ in chain)
    return [Passage(len(covered), runs, (here.spans[first][0], here.spans[last + RUN - 1][1]),
                    (there.spans[start][0], there.spans[end + RUN - 1][1]))]
