"""Whether a report costs more when there are many before it.

    python benchmarks/growth.py [--reports N]

Generates N reports (100,000 unless given) in date order, forty a day, from invented names and words: each tells one of
the happenings of its days, one in five copies a passage of an earlier one, and all of a month share some background.
They are laid beside those before them for copies, and put to stories, one after the other as they arrive; prints, for
each tenth, the processor's milliseconds a report and the most memory that the process has had, then the last tenth
beside the first. Reading and the rest of the record are not in these figures: facts and what is built on them are
computed from all statements of a record at once.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.model import Report
from truceline.reconcile.happenings import Choice, Happenings
from truceline.reconcile.overlaps import Index
from truceline.reconcile.vectors import Vectors

A_DAY, LASTS = 40, 5            # reports a day; days over which a happening is told
SEED = 20310501
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True)
class World:
    """The words that reports are made of, common ones first."""

    words: tuple[str, ...]
    chance: random.Random

    def sentence(self, names: list[str]) -> str:
        """Sixteen words by Zipf's law, with two names among them."""
        some = [self.words[int(len(self.words) ** self.chance.random())] for _ in range(14)]
        return " ".join(["The", *some[:6], self.chance.choice(names), *some[6:], self.chance.choice(names)]) + "."


def word(chance: random.Random) -> str:
    """A word that nobody knows."""
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4)))


def reports(number: int) -> Iterator[Report]:
    """Invented reports in date order."""
    chance = random.Random(SEED)
    world = World(tuple(word(chance) for _ in range(20_000)), chance)
    told: list[tuple[list[str], list[str]]] = []
    background = ""
    texts: list[list[str]] = []
    for at in range(number):
        if at % (A_DAY * 30) == 0:
            background = world.sentence([word(chance).title() for _ in range(3)])
        if at % 5 == 0:
            names = [word(chance).title() for _ in range(6)]
            told = [*told, (names, [world.sentence(names) for _ in range(6)])][-A_DAY * LASTS // 5:]
        names, seen = chance.choice(told)
        lines = [*chance.sample(seen[0].split(), 10), *(world.sentence(names) for _ in range(7))]
        if texts and chance.random() < 0.2:
            lines += chance.choice(texts)[-4:]
        texts = [*texts, lines][-200:]
        text = f"{' '.join(lines)} {background}"
        yield Report(key=f"{at:07}", text=text, published=date(2001, 1, 1) + timedelta(days=at // A_DAY),
                     outlet=f"outlet {chance.randrange(30)}", title=" ".join(chance.sample(text.split(), 8)))


def main() -> None:
    """Lay the reports beside each other, a tenth after the other."""
    parser = argparse.ArgumentParser(description="Does a report cost more when there are many before it?")
    parser.add_argument("--reports", type=int, default=100_000, metavar="N")
    options = parser.parse_args()
    index, happenings, vectors = Index(), Happenings(), Vectors()
    tenth, spent, costs, copied = max(1, options.reports // 10), 0.0, list[float](), 0
    for number, report in enumerate(reports(options.reports), 1):
        began = time.process_time()
        copied += bool(index.add(report))
        happenings.add(vectors.add(report), report.published, Choice())
        spent += time.process_time() - began
        if number % tenth == 0:
            costs.append(1000 * spent / tenth)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number:>8} reports  {costs[-1]:6.2f} ms a report  {memory:6.0f} MB  copies {copied}  "
                  f"stories {len(happenings.thread_of)}", flush=True)
            spent = 0.0
    print(f"the last tenth takes {costs[-1] / costs[0]:.2f} times as long as the first")


if __name__ == "__main__":
    main()
