"""Whether copies are found among reports, and only copies.

    python benchmarks/copies.py --data DIR [--half even|odd] [--misses N]

DIR holds FA-KES-Dataset.csv. Of every article of at least 120 words that is no copy of an earlier one reports are made:
whole; cut short; its sentences reordered; under another headline with words dropped; with other marks around what is
quoted, or none; with its names in another spelling; merged with half of another article of those days; three sentences
of it inside another article. It is known which sentences each report took. Two reports that took the same sentences of
at least 40 words are a copy, two that took none are not; what lies between is not counted. Prints precision, recall and
F1 of the pairs, how many of those that share no sentence are called copies, the recall for each kind, and the time a
report. The even half of the articles was looked at while building, the odd half was not.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.fakes import articles

from truceline.model import Report
from truceline.reconcile import copies

WORDS, RUN, COPY = 120, 10, 40
SHARED, DAYS, MERGED = 4, 14, 3
SEED = 20170405
Taken = Counter[tuple[int, int]]


@dataclass(frozen=True)
class Made:
    """A report that was made, how, and the words of each sentence (article, number) that it took."""

    report: Report
    kind: str
    took: Taken


def originals(folder: Path) -> list[Report]:
    """The dated articles that are long enough and no copies of earlier ones, by day.

    An article goes if it shares RUN words in a row, and half of its text or SHARED such runs, with an earlier one: the
    former on any day, the latter within DAYS. What is shared over longer times is stock that every report repeats.
    """
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    kept: list[Report] = []
    for one in sorted((one for one in articles(folder) if one.published), key=day):
        words = re.findall(r"\w+", one.text.lower())
        runs = {tuple(words[at:at + RUN]) for at in range(len(words) - RUN + 1)}
        alike = Counter(number for run in runs for number in seen[run])
        if len(words) < WORDS or any(taken(kept[number], one, count / len(runs)) for number, count in alike.items()
                                     if count >= SHARED):
            continue
        for run in runs:
            seen[run].append(len(kept))
        kept.append(one)
    return kept


def day(one: Report) -> int:
    """The day of a dated report, as a number."""
    return one.published.toordinal() if one.published else 0


def taken(earlier: Report, later: Report, share: float) -> bool:
    """Whether two articles that share runs may be copies."""
    return share >= 0.5 or day(later) - day(earlier) <= DAYS


def sentences(text: str) -> list[str]:
    """The sentences of an article, roughly."""
    return [one for one in re.split(r"(?<=[.!?])[\"”]?\s+", text) if one.strip()]


def made(bases: Sequence[Report], half: int) -> Iterator[Made]:
    """The reports made of every article of one half."""
    parts = [sentences(base.text) for base in bases]
    chance = random.Random(SEED)
    for number in range(half, len(bases), 2):
        other = number + 2 if number + 2 < len(bases) else number - 2
        yield from variants(number, other, parts, (bases, chance))


def variants(number: int, other: int, parts: Sequence[Sequence[str]],
             by: tuple[Sequence[Report], random.Random]) -> Iterator[Made]:
    """The eight reports of one article; `other` is the article next to it in time."""
    bases, chance = by
    own = [(number, at) for at in range(len(parts[number]))]
    alien = [(other, at) for at in range(len(parts[other]))]
    size = len(own)
    passage = chance.randrange(max(1, size - 2))
    near = abs(day(bases[number]) - day(bases[other])) <= MERGED
    orders = {
        "whole": own,
        "cut": own[:max(2, round(size * chance.uniform(0.4, 0.8)))],
        "reordered": chance.sample(own, size),
        "re-headlined": [key for key in own if chance.random() < 0.85],
        "re-quoted": own,
        "names": own,
        "merged": own[:max(2, size // 2)] + alien[:max(2, len(alien) // 2)],
        "passage": alien[: len(alien) // 2] + own[passage:passage + 3] + alien[len(alien) // 2:],
    }
    for kind, keys in list(orders.items())[:None if near else -2]:
        text = " ".join(CHANGES.get(kind, same)(parts[one][at], chance) for one, at in keys)
        took = Counter({(one, at): len(parts[one][at].split()) for one, at in keys})
        title = bases[number].title if kind == "whole" else f"{kind.title()} {chance.randrange(10**6)} reports say"
        yield Made(Report(key=f"{number:04}/{kind}", text=f"{title}\n\n{text}", title=title,
                          published=bases[number].published), kind, took)


def same(sentence: str, chance: random.Random) -> str:  # noqa: ARG001 - one signature for all changes
    """The sentence as it is."""
    return sentence


def edited(sentence: str, chance: random.Random) -> str:
    """The sentence with one word in fifteen dropped."""
    return " ".join(word for word in sentence.split() if chance.random() > 1 / 15)


def quoted(sentence: str, chance: random.Random) -> str:
    """The sentence with other marks around what it quotes, or none."""
    opening, closing = chance.choice([("“", "”"), ("«", "»"), ("", "")])
    return re.sub(r"\"([^\"]*)\"", rf"{opening}\1{closing}", sentence)


SPELLED = [("kh", "j"), ("sh", "ch"), ("ou", "u"), ("ee", "i"), ("ei", "ay"), ("q", "k"), ("dh", "d"), ("aa", "a"),
           ("ia", "iya"), ("y", "i"), ("al-", "el "), ("ss", "s"), ("o", "u"), ("e", "i")]


def spelled(sentence: str, chance: random.Random) -> str:  # noqa: ARG001
    """The sentence with every name in another spelling."""
    def other(match: re.Match[str]) -> str:
        word = match[0]
        for old, new in SPELLED:
            if old in word[1:]:
                return word[0] + word[1:].replace(old, new)
        return word + "h"
    return re.sub(r"(?<!^)\b[A-Z][\w'-]{2,}", other, sentence)


CHANGES = {"re-headlined": edited, "re-quoted": quoted, "names": spelled}


def common(one: Made, other: Made) -> int:
    """The words of the sentences that two reports both took."""
    return (one.took & other.took).total()


def truth(reports: Sequence[Made]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs that are copies, and those that lie between."""
    takers: dict[int, list[Made]] = defaultdict(list)
    for one in reports:
        for article in {key[0] for key in one.took}:
            takers[article].append(one)
    pairs = {(min(one.report.key, other.report.key), max(one.report.key, other.report.key)): common(one, other)
             for some in takers.values() for one, other in combinations(some, 2)}
    copied = {pair for pair, words in pairs.items() if words >= COPY}
    return copied, {pair for pair, words in pairs.items() if 0 < words < COPY}


def main() -> None:
    """Make the reports, find the copies, print the figures."""
    parser = argparse.ArgumentParser(description="Are copies found, and only copies?")
    parser.add_argument("--data", type=Path, required=True, help="folder with FA-KES-Dataset.csv")
    parser.add_argument("--half", choices=("even", "odd"), default="even", help="which half of the articles")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print so many errors of each kind")
    options = parser.parse_args()
    bases = originals(options.data)
    reports = list(made(bases, int(options.half == "odd")))
    copied, between = truth(reports)
    began = time.perf_counter()
    result = copies.find([one.report for one in reports])
    spent = time.perf_counter() - began
    found = {(min(pair), max(pair)) for pair in result.shared} - between
    show(reports, copied, found, between)
    print(f"time       {1000 * spent / len(reports):.1f} ms a report")
    for name, pairs in (("missed", copied - found), ("false", found - copied)):
        for pair in sorted(pairs)[:options.misses]:
            print(name, *pair)


def show(reports: Sequence[Made], copied: set[tuple[str, str]], found: set[tuple[str, str]],
         between: set[tuple[str, str]]) -> None:
    """The figures."""
    right = len(copied & found)
    precision, recall = right / max(1, len(found)), right / len(copied)
    apart = len(reports) * (len(reports) - 1) // 2 - len(copied) - len(between)
    false = len(found - copied)
    print(f"reports    {len(reports)}, pairs that are copies {len(copied)}, others {apart}, not counted {len(between)}")
    print(f"pairs      precision {precision:.4f}  recall {recall:.4f}  "
          f"F1 {2 * precision * recall / (precision + recall):.4f}")
    print(f"false      {false} of {apart} pairs ({false / apart:.5%}), {false / max(1, len(found)):.3%} of those found")
    kinds: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for pair in copied:
        for kind in {key.split("/")[1] for key in pair}:
            kinds[kind] += 1
            hits[kind] += pair in found
    for kind in kinds:
        print(f"  {kind:<13} recall {hits[kind] / kinds[kind]:.4f}")


if __name__ == "__main__":
    main()
