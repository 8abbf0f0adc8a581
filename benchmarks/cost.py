"""What understanding costs beyond the parse: its time over the bare parser's on the same texts.

    python benchmarks/cost.py [--data DIR] [--runs N]

DIR holds texts, as `truceline read` takes them; without it the sample corpus is read three times over.
Each run is a process of its own that reads every text with the parser alone and then with the whole of `understand`,
after a first reading that loads what both need; processor time, so that other work does not count.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import truceline
from truceline.model import CleanText, Report
from truceline.sources import local
from truceline.text import clean

TIMES = 3
"""How often the sample corpus is read, so that the time is long enough to be measured."""
Texts = list[tuple[Report, CleanText]]


def texts(folder: Path | None) -> Texts:
    """The reports with their clean texts."""
    sample = Path(truceline.__file__).parent / "demo"
    reports = [item for item in local.read([folder or sample]) if isinstance(item, Report)]
    return [(report, clean(report)) for report in reports] * (1 if folder else TIMES)


def seconds(work: Callable[[Report, CleanText], object], given: Texts) -> float:
    """The processor time of doing something to every text."""
    began = time.process_time()
    for report, text in given:
        work(report, text)
    return time.process_time() - began


def run(folder: Path | None) -> None:
    """One run: print the seconds of the parser alone and of understanding."""
    from truceline.understand import understand
    from truceline.understand.parse import parser

    given = texts(folder)
    for report, text in given[:len(given) // TIMES + 1]:
        understand(report, text)
    bare = seconds(lambda _, text: parser()(text.reading), given)
    print(bare, seconds(understand, given))


def main() -> None:
    """Print the ratio of each run and their median."""
    options = argparse.ArgumentParser(description="Time of understanding over the time of the bare parser.")
    options.add_argument("--data", type=Path, default=None, help="a folder of texts; else the sample corpus")
    options.add_argument("--runs", type=int, default=2, help="processes, of which the median counts")
    options.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one:
        run(given.data)
        return
    ratios: list[float] = []
    for _ in range(given.runs):
        again = [sys.executable, __file__, "--one", *(["--data", str(given.data)] if given.data else [])]
        bare, whole = map(float, subprocess.run(again, check=True, capture_output=True, text=True).stdout.split())
        ratios.append(whole / bare)
        print(f"parser {bare:.2f} s, understand {whole:.2f} s, ratio {whole / bare:.2f}")
    print(f"median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
