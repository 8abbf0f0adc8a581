"""Whether reports of one happening are one story.

    python benchmarks/stories.py --data DIR [--part train|val]
    python benchmarks/stories.py --fakes DIR [--show N]

The first DIR holds ecbplus_dev.tar.gz: every sub-topic of ECB+ is a story, and the reports come in order of time. Many
of its texts have lost their date, and in most topics the two sub-topics are happenings of one kind years apart, so B³
is printed twice: with the days that the texts themselves print (a text without one is near to every day), and as a
stream, where a text without a day gets the middle one of those that its sub-topic prints, or late 2008, when the first
half of the set was gathered, where it prints none. The stream leans on the gold for its days, and on nothing else. The
train part was looked at while building, the val part was not.

The second DIR holds FA-KES-Dataset.csv. Articles of one day and place are candidates for one story; prints how many of
such pairs are in one story, and how many pairs of one story are neither of one place nor within three days, and N of
each to read by eye. Of thirty-three read so, the errors in kind:

- Of one day and place, together (11): two shellings of one enclave two days apart are one story.
- Of one day and place, apart (11): eight are two happenings. A short text of a state medium and a monitor's count of
  the same raid share too few words; a report half of which is background stays apart from a short one of the same
  blast; a party's reaction to an attack stays apart from the attack.
- Of one story, days and places apart (11): an agency's daily round-ups in fixed phrases follow each other into one
  story (5), page furniture and background of one outlet hold unlike reports together (4); two are one long affair.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
import tarfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks import fakes

from truceline.model import Report, Story
from truceline.reconcile import copies, stories
from truceline.reconcile.scene import arrange

HEAD = 6   # lines of a text in which its day stands
GATHERED = date(2008, 12, 1)
SEED = 20170405
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
NAMED = rf"(?P<m>{'|'.join(MONTHS)})[a-z]*\.?"
DAYS = [re.compile(pattern, re.I) for pattern in (
    r"(?P<y>20\d\d) ?[/-] ?(?P<m>\d\d?) ?[/-] ?(?P<d>\d\d?)\b", r"\b(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)\b",
    rf"\b{NAMED} (?P<d>\d\d?)(?:st|nd|rd|th)? ?,? ?(?P<y>20\d\d)\b",
    rf"\b(?P<d>\d\d?)(?:st|nd|rd|th)? {NAMED} ?,? ?(?P<y>20\d\d)\b", rf"\b{NAMED} (?P<y>20\d\d)(?P<d>)\b")]
Gold = dict[str, str]


def printed(text: str) -> date | None:
    """The first day that a text prints; the middle of the month where it prints no more."""
    for pattern in DAYS:
        for found in pattern.finditer(text):
            month = found["m"].lower()[:3]
            number = int(month) if month.isdigit() else MONTHS.index(month) + 1
            try:
                return date(int(found["y"]), number, int(found["d"] or 15))
            except ValueError:
                continue
    return None


def documents(folder: Path, part: str) -> tuple[list[Report], Gold]:
    """The texts of a part of ECB+ with the days that they print, and the sub-topic of each."""
    reports, gold = [], {}
    with tarfile.open(folder / "ecbplus_dev.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member) if f"/{part}/" in member.name and member.isfile() else None
            if file and member.name.endswith(".xml"):
                key = Path(member.name).stem
                lines = sentences(file.read())
                text = "\n".join(lines[1:] if lines and lines[0].startswith("http") else lines)
                reports.append(Report(key=key, text=text, published=printed("\n".join(lines[:HEAD]))))
                gold[key] = key.split("_")[0] + ("plus" if key.endswith("plus") else "")
    return reports, gold


def sentences(document: bytes) -> list[str]:
    """The sentences of a document of ECB+."""
    found: dict[int, list[str]] = defaultdict(list)
    for token in ElementTree.fromstring(document).iter("token"):
        found[int(token.get("sentence", 0))].append(token.text or "")
    return [" ".join(words) for _, words in sorted(found.items())]


def as_stream(reports: Sequence[Report], gold: Gold) -> list[Report]:
    """The reports with a day each."""
    days: dict[str, list[date]] = defaultdict(list)
    for report in reports:
        if report.published:
            days[gold[report.key]].append(report.published)
    middle = {topic: sorted(some)[len(some) // 2] for topic, some in days.items()}
    return [replace(one, published=one.published or middle.get(gold[one.key], GATHERED)) for one in reports]


def grouped(reports: Sequence[Report]) -> tuple[Story, ...]:
    """The stories of reports."""
    return stories.group(arrange(reports, (), (), {}), copies.find(reports))


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1, each report counting the same."""
    sides = [defaultdict(set), defaultdict(set)]  # type: list[defaultdict[str, set[str]]]
    for side, groups in zip(sides, (gold, found), strict=True):
        for key, group in groups.items():
            side[group].add(key)
    right = {key: len(sides[0][gold[key]] & sides[1][found[key]]) for key in gold}
    precision = sum(right[key] / len(sides[1][found[key]]) for key in gold) / len(gold)
    recall = sum(right[key] / len(sides[0][gold[key]]) for key in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score(name: str, reports: Sequence[Report], gold: Gold) -> None:
    """One line of figures."""
    began = time.perf_counter()
    found = grouped(reports)
    precision, recall, both = b_cubed(gold, {key: story.id for story in found for key in story.reports})
    spent = 1000 * (time.perf_counter() - began) / len(reports)
    print(f"{name:<16} B³ precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}  "
          f"stories {len(found)} for {len(set(gold.values()))}  {spent:.1f} ms a report")


def placed(folder: Path) -> tuple[list[Report], dict[str, str]]:
    """The articles of FA-KES, and the place that the set gives each."""
    with (folder / fakes.FILE).open(encoding="latin-1", newline="") as lines:
        places = {f"fa-kes/{row['unit_id']}": row["location"].strip().lower() for row in csv.DictReader(lines)}
    return [one for one in fakes.articles(folder) if one.published], places


def candidates(folder: Path, shown: int) -> None:
    """How candidate stories fare, with some pairs to read."""
    reports, places = placed(folder)
    of = {key: story.id for story in grouped(reports) for key in story.reports}
    together: list[tuple[Report, Report]] = []
    apart: list[tuple[Report, Report]] = []
    far: list[tuple[Report, Report]] = []
    for one, other in combinations(reports, 2):
        joined, days = of[one.key] == of[other.key], distance(one, other)
        if days == 0 and places[one.key] == places[other.key]:
            (together if joined else apart).append((one, other))
        elif joined and days > 3 and places[one.key] != places[other.key]:
            far.append((one, other))
    print(f"articles {len(reports)}, stories {len(set(of.values()))}; "
          f"pairs of one day and place {len(together + apart)}, in one story {len(together)}; "
          f"pairs of one story neither of one place nor within three days {len(far)}")
    for name, pairs in (("together", together), ("apart", apart), ("far", far)):
        for one, other in random.Random(SEED).sample(pairs, min(shown, len(pairs))):
            print("", f"{name}: {places[one.key]}", *told(one), *told(other), sep="\n  ")


def distance(one: Report, other: Report) -> int:
    """Days between two dated reports."""
    return abs((one.published - other.published).days) if one.published and other.published else 0


def told(one: Report) -> Iterator[str]:
    """What of an article is shown."""
    yield f"{one.published} {one.outlet}: {one.title}"
    yield f"    {one.text[:300]}"


def main() -> None:
    """Score one set or the other."""
    parser = argparse.ArgumentParser(description="Are reports of one happening one story?")
    parser.add_argument("--data", type=Path, help="folder with ecbplus_dev.tar.gz")
    parser.add_argument("--part", choices=("train", "val"), default="train")
    parser.add_argument("--fakes", type=Path, help=f"folder with {fakes.FILE}")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    if options.data:
        reports, gold = documents(options.data, options.part)
        dated = sum(report.published is not None for report in reports)
        print(f"texts {len(reports)}, with a day {dated}")
        score("days as printed", reports, gold)
        score("as a stream", as_stream(reports, gold), gold)
    if options.fakes:
        candidates(options.fakes, options.show)


if __name__ == "__main__":
    main()
