"""How many of a published set's dates are resolved to the gold days.

    python benchmarks/dates.py --data Specs/DateTime/English [--misses N]

Reads DateParser.json, DatePeriodParser.json and DateTimeModel.json of Recognizers-Text (MIT), past or future reading. A
case agrees where the days meet the gold's and are at most three times as many and two more, the measure by which this
project scores times; equal are those with the very same days. The two differ mostly by convention: that set leaves out
the last day of a range, halves months into early and late, and lets "two years ago" be a day. Durations are no days and
are left out. Kinds that the press of a peace process does not use are counted apart, by name: clock times, repeated
times, numbered weeks, quarters, fiscal and school years, holidays that few share, comparisons ("after 2010"), American
figures ("10/2"), glued forms ("oct2"), years in words or in two figures, and what is vague ("the week").
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from truceline.model import Report
from truceline.text import clean
from truceline.understand.dates import find, resolve
from truceline.understand.parse import parse

Interval = tuple[str, str]
ROUNDS = 6
PASSAGE = (
    "The two delegations signed a cessation of hostilities on Wednesday, ten days after negotiations opened in the "
    "capital. The rebels, who have held the northern province since 2011, said in a statement that they would pull "
    "back from the river crossings by June 1. Mediators from three neighbouring countries had proposed the plan last "
    "week, and a joint commission is to meet on the border in early April to hear complaints from both sides. People "
    "reached by telephone told the agency that shells had fallen on the market the day before, and that many had fled. "
    "The foreign minister of the republic, who is in charge of the contacts, said that the two sides were still far "
    "apart on the release of prisoners and on the command of a joint force, and that his government would insist on "
    "guarantees from abroad before it opened the roads to the mines.\n\n"
)
FILES = ("DateParser.json", "DatePeriodParser.json", "DateTimeModel.json")
OUTSIDE = {
    "clock time": r"\d\s*(?:am|pm|o'?clock)|\bnoon|\bhours?\b|\bminutes?\b|\bseconds?\b|\d:\d|\bnow\b",
    "repeated": r"\bevery\b|\beach\b|\bdaily\b|\bweekly\b|\bannual",
    "numbered week or quarter": (
        r"\bweek\s*(?:\d|one|two)|\bquarter|\bq[1-4]\b|\bh[12]\b|"
        r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th|5th)\s+(?:week|monday|tuesday|wednesday|"
        r"thursday|friday|saturday|sunday)"
    ),
    "fiscal, school or business time": (
        r"fiscal|school|business|workday|work\s*day|\bfy|\bcy\b|\bsy\b|ytd|to date|payday"
    ),
    "holiday": (
        r"(?i)\bday\b(?=.*\bof\b)?(?<!the )(?:mother|father|thanks|easter|labou?r|independence)|"
        r"halloween|juneteenth|thanksgiving|easter|carnival|ramadan|eid|lunar|chinese|martin|"
        r"groundhog|valentine|patrick|memorial|black friday"
    ),
    "comparison": (
        r"\bafter\b|\bbefore\b|\bsince\b|\buntil\b|\btill\b|\bthan\b|"
        r"\bor (?:later|earlier|greater)|<|>|\bstarting\b|\bending\b|\bas of\b|\bas late|"
        r"\bas early|\bby\b"
    ),
    "figures alone": r"^[\d\s./\\-]+$|\d\s?[-/.]\s?\d",
    "glued or hyphened": (
        r"[a-z]{3,9}[-/]\s?\d|[a-z]{3,}\d|\d[-/]?[a-z]{3,}(?<!th)(?<!st)|[a-z]{3}[-/][a-z]{3}|"
        r"\d\.\s[a-z]|\.\d"
    ),
    "number in words": (
        r"\b(?:thousand|hundred|nineteen|twenty|thirty|seventies|eighties|nineties|sixties|fifties|hundreds)\b"
    ),
    "vague": (
        r"^(?:the|my|this|that|last|past|next|the last|the next|few|a few|the past|past few|rest|"
        r"remaining)?\s?(?:of )?(?:few )?(?:the |this )?(?:day|days|week|weeks|month|months|year|years|"
        r"weekend|months ago|days ago|years ago)$"
    ),
    "ended year or decade in two figures": r"\d0'?s\b|\b[a-z]+,? (?:of )?'?\d\d$|^(?:may|dec|sep|nov)$",
    "sum of units": (
        r"\d\s?(?:years?|months?|weeks?)\b.*\b\d+\s?(?:months?|days?)|\bhence\b|"
        r"\bfrom (?:jan|today)|\d weeks from"
    ),
    "chat words": (
        r"\btmr|\btdy|\byday|\bnoughties|\bthis time|\bfrom (?:now|today|tomorrow|yesterday)|"
        r"\brest of|\bwithin\b|\bimmediate|\bsame\b|\bdecade|\bcentur"
    ),
}


@dataclass(frozen=True)
class Case:
    """A sentence's date, the day it is read on, and the intervals that count as right."""

    text: str
    anchor: date
    right: frozenset[Interval]


def last_day(day: str) -> str:
    """The last day of an interval whose end is exclusive."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def readings(value: dict[str, Any]) -> Iterator[Interval]:
    """The closed intervals of one gold value, in either of the set's notations."""
    for part in (value.get("PastResolution"), value.get("FutureResolution"), value):
        if not part:
            continue
        day, start, end = (part.get(key) for key in ("date", "startDate", "endDate"))
        day = day or (part.get("value") if part.get("type") == "date" else None)
        start, end = start or part.get("start"), end or part.get("end")
        if day:
            yield day[:10], day[:10]
        elif start and end:
            yield start[:10], last_day(end[:10])


def cases(folder: Path) -> Iterator[Case]:
    """Every case with one date or date range."""
    for name in FILES:
        for entry in json.loads((folder / name).read_text(encoding="utf-8-sig")):
            anchor = date.fromisoformat(entry.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
            for result in entry["Results"]:
                kind = result.get("Type") or result.get("TypeName", "").removeprefix("datetimeV2.")
                values = result.get("Resolution", {}).get("values") or [result.get("Value") or {}]
                try:
                    right = frozenset(one for value in values for one in readings(value))
                except ValueError:  # a year before 1, or "not resolved"
                    continue
                if kind in ("date", "daterange") and right and ("0001-01-01", "0001-01-01") not in right:
                    yield Case(result["Text"], anchor, right)


def outside(text: str) -> str:
    """The name of the kind that is out of scope, or ""."""
    return next((name for name, shape in OUTSIDE.items() if re.search(shape, text, re.IGNORECASE)), "")


def found(case: Case) -> set[Interval]:
    """The past, future and nearest reading of a case."""
    return {(when.start.isoformat(), when.end.isoformat()) for tense in ("past", "future", "near")
            if (when := resolve(capitalised(case.text), case.anchor, tense))}


def agrees(one: Interval, gold: Interval) -> bool:
    """Whether an interval meets the gold and is not much longer."""
    start, end, first, last = (date.fromisoformat(day) for day in (*one, *gold))
    return start <= last and first <= end and (end - start).days + 1 <= 3 * ((last - first).days + 1) + 2


def capitalised(text: str) -> str:
    """The set's names of months and days in small letters, as the press writes them."""
    return re.sub(r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
                  lambda match: match[0].capitalize(), text)


def parse_ratio() -> float:
    """How many times longer the parse of a report takes than finding its dates; the median of some rounds."""
    report = Report(key="dates", text=PASSAGE * 8, published=date(2021, 3, 10))
    text = clean(report)
    ratios = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        reading = parse(report, text)
        parsed = time.perf_counter()
        find(reading)
        ratios.append((parsed - started) / (time.perf_counter() - parsed))
    return median(ratios[1:])  # the first round loads the parser


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description="Share of a published set's dates that are resolved.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    started, apart, misses, equal, close = time.perf_counter(), Counter[str](), list[Case](), 0, 0
    scored = others = 0
    for case in cases(options.data):
        given = found(case)
        hit = any(agrees(one, gold) for one in given for gold in case.right)
        if kind := outside(case.text):
            apart[kind] += 1
            others += hit
            continue
        scored, close, equal = scored + 1, close + hit, equal + bool(given & case.right)
        if not hit:
            misses.append(case)
    print(f"in scope {scored}: agree {close} ({close / scored:.1%}), equal {equal} ({equal / scored:.1%})")
    print(f"all {scored + apart.total()}: agree {close + others} ({(close + others) / (scored + apart.total()):.1%})")
    print(f"out of scope {apart.total()}: agree {others}")
    for kind, count in apart.most_common():
        print(f"  {count:>4}  {kind}")
    print(f"{time.perf_counter() - started:.2f} s")
    print(f"in a passage dense with dates the parse takes {parse_ratio():.0f} times as long as finding them")
    for case in misses[:options.misses]:
        print(f"miss  {case.text!r} on {case.anchor}: {sorted(case.right)[:2]}")


if __name__ == "__main__":
    main()
