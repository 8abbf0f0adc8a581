"""Whether a whole set of real, damaged press articles can be read, and what is found in it.

    python benchmarks/fakes.py --data DIR [--limit N]

DIR holds FA-KES-Dataset.csv (804 articles on the war in Syria from many outlets, Latin-1, their punctuation damaged).
Each article is cleaned and understood; prints the articles that fail, the statements whose words are not at their
place, how many statements of each kind there are, and the time. No figure of this says that what was found is right.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from truceline.model import Report
from truceline.text import clean
from truceline.understand import understand

FILE = "FA-KES-Dataset.csv"


def articles(folder: Path) -> Iterator[Report]:
    """The articles of the set, as reports."""
    with (folder / FILE).open(encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Report(
                key=f"fa-kes/{row['unit_id']}", text=row["article_content"], outlet=row["source"] or None,
                published=day(row["date"]), title=row["article_title"] or None,
            )


def day(words: str) -> date | None:
    """A day of the set ("4/5/2017", month first), None where there is none."""
    try:
        return datetime.strptime(words, "%m/%d/%Y").date()
    except ValueError:
        return None


def main() -> None:
    """Read the articles and print the counts."""
    parser = argparse.ArgumentParser(description="Read a whole set of real articles.")
    parser.add_argument("--data", type=Path, required=True, help=f"folder with {FILE}")
    parser.add_argument("--limit", type=int, default=None, help="read no more than so many articles")
    options = parser.parse_args()
    began, kinds, read = time.perf_counter(), Counter[str](), 0
    failed: list[str] = []
    astray: list[str] = []
    for report in islice(articles(options.data), options.limit):
        read += 1
        try:
            statements = understand(report, clean(report))
        except Exception as error:  # one failure must not hide the next
            failed.append(f"{report.key}: {type(error).__name__}: {error}")
            continue
        kinds.update(statement.kind for statement in statements)
        astray += [one.id for one in statements if one.quote != report.text[one.start:one.end] or not one.quote]
    print(f"articles {read}, failed {len(failed)}, statements not at their place {len(astray)}")
    print(f"statements {kinds.total()}, {kinds.total() / max(read, 1):.1f} an article")
    for kind, count in kinds.most_common():
        print(f"  {count:>6}  {kind}")
    print(f"{time.perf_counter() - began:.0f} s")
    for line in [*failed, *astray]:
        print(line)


if __name__ == "__main__":
    main()
