"""How many predicates of invented passages get the days on which they took place or are due.

    python benchmarks/when.py [--data benchmarks/gold/dates] [--half seen|unseen] [--misses N]

Three figures for each half: `when` and `due` of the predicates, read from the passage as the extractors would read
them, and `when` of the acts of the record whose words hold the predicate (the shortest such act). Days are right where
they meet the gold's and are at most three times as many and two more; "none" is right where none is given. Misses are
shown of the half `seen` only: the other one is there to be scored.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Token

from truceline.model import Act, Report, Statement, When
from truceline.text import clean
from truceline.understand import read, understand
from truceline.understand.reading import Reading
from truceline.understand.when import date_of, deadline_of

HERE = Path(__file__).parent
HALVES = ("seen", "unseen")
TIMES, MORE = 3, 2  # how much longer than the gold an interval may be


@dataclass(frozen=True)
class Result:
    """One predicate's gold days and those given; `slot` is when, due or act."""

    slot: str
    word: str
    gold: str
    given: When | None
    text: str

    @property
    def right(self) -> bool:
        """Whether the given days agree with the gold's."""
        if self.gold == "none" or self.given is None:
            return (self.gold == "none") == (self.given is None)
        first, last = (date.fromisoformat(day) for day in (self.gold.split("/") * 2)[:2])
        longest = TIMES * ((last - first) + timedelta(days=1)) + timedelta(days=MORE)
        meets = self.given.start <= last and first <= self.given.end
        return meets and self.given.end - self.given.start + timedelta(days=1) <= longest


def nth(reading: Reading, wanted: str) -> Token | None:
    """The token that a gold word names: "said#2" is the second "said"."""
    word, _, number = wanted.partition("#")
    tokens = [token for token in reading.doc if token.lower_ == word.lower()]
    place = int(number or 1) - 1
    return tokens[place] if place < len(tokens) else None


def act_over(statements: tuple[Statement, ...], at: int, end: int) -> Act | None:
    """The shortest act whose words hold these characters."""
    over = [one for one in statements if isinstance(one, Act) and one.start <= at and end <= one.end]
    return min(over, key=lambda one: one.end - one.start, default=None)


def results(entry: dict[str, Any], key: str) -> Iterator[Result]:
    """The results of one passage."""
    text = str(entry["text"])
    report = Report(key=key, text=text, published=entry["published"])
    cleaned = clean(report)
    reading, statements = read(report, cleaned), understand(report, cleaned)
    for slot, finder in (("when", date_of), ("due", deadline_of)):
        for word, gold in entry.get(slot, {}).items():
            token = nth(reading, word)
            yield Result(slot, word, str(gold), finder(reading, token) if token is not None else None, text)
            if slot == "when" and token is not None:
                start = cleaned.origin[token.idx]
                if act := act_over(statements, start, start + len(token)):
                    yield Result("act", word, str(gold), act.when, text)


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description="Share of predicates that get the right days.")
    parser.add_argument("--data", type=Path, default=HERE / "gold" / "dates")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", type=int, default=0, help="how many misses of the seen half to show")
    options = parser.parse_args()
    for half in [options.half] if options.half else HALVES:
        entries = yaml.safe_load((options.data / f"{half}.yaml").read_text(encoding="utf-8"))
        found = [one for number, entry in enumerate(entries) for one in results(entry, f"{half}/{number}")]
        asked, right = Counter(one.slot for one in found), Counter(one.slot for one in found if one.right)
        shares = ", ".join(f"{slot} {right[slot]} of {asked[slot]} ({right[slot] / asked[slot]:.1%})" for slot in asked)
        print(f"{half}, {len(entries)} passages: {shares}")
        if half == "seen":
            show([one for one in found if not one.right][:options.misses])


def show(misses: list[Result]) -> None:
    """Print predicates with the days they were given."""
    for one in misses:
        days = f"{one.given.start}/{one.given.end} {one.given.text!r}" if one.given else "none"
        print(f"miss {one.slot} {one.word!r}: gold {one.gold}, given {days}\n     {one.text}")


if __name__ == "__main__":
    main()
