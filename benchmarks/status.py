"""Whether acts happened: how many acts of a gold set are found, and how often their status is the gold's.

    python benchmarks/status.py --data benchmarks/gold/status [--half seen|unseen] [--misses N]

Every item is read as a report of its own. A gold act is found where a predicted statement of an accepted kind covers
its predicate; the shortest such span is taken, then the one with an accepted type, and each prediction serves one act
only. A stance says its status by its position (demands, conditional), a pledge by its state (pending is planned). Acts
marked optional are not asked for, and a prediction on one is not extra. Misses are listed for the seen half alone.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from truceline.model import Act, Pledge, Report, Stance, Statement, Status
from truceline.pipeline import understood

HALVES = ("seen", "unseen")
PUBLISHED = date(2021, 6, 10)
KINDS = ("act", "stance", "pledge")
OF_PLEDGES = {"pending": Status.PLANNED, "kept": Status.OCCURRED, "disputed": Status.DENIED}
OF_STANCES = {"demands": Status.DEMANDED, "conditional": Status.CONDITIONAL}
MISSED = "missed"


@dataclass(frozen=True)
class GoldAct:
    """An act that a reader finds: where its predicate may stand, and the types, statuses and kinds that are right.

    The first status is the one that the table of confusions counts it under.
    """

    words: str
    places: tuple[tuple[int, int], ...]
    types: tuple[str | None, ...]
    statuses: tuple[Status, ...]
    kinds: tuple[str, ...]
    optional: bool


@dataclass(frozen=True)
class Item:
    """A text and the acts in it."""

    name: str
    text: str
    acts: tuple[GoldAct, ...]


@dataclass(frozen=True)
class Reading:
    """An item as read: what each act asked for was paired with, and the acts that nobody asked for."""

    item: Item
    pairs: tuple[tuple[GoldAct, Statement | None], ...]
    extra: int


def listed(value: Any) -> tuple[Any, ...]:
    """A value, or the values of a list."""
    return tuple(value) if isinstance(value, list) else (value,)


def place(word: str, text: str) -> tuple[int, int]:
    """Where a word stands in its text. Raises ValueError unless it stands there exactly once."""
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    if len(found) != 1:
        raise ValueError(f"{word!r} stands {len(found)} times in {text!r}")
    return found[0]


def gold_act(entry: dict[str, Any], text: str) -> GoldAct:
    """An act of the gold, checked: its predicate once in the text, its evidence verbatim."""
    for words in entry["evidence"] or ():
        if words not in text:
            raise ValueError(f"{words!r} does not stand in {text!r}")
    heads = listed(entry["head"])
    return GoldAct(
        heads[0],
        tuple(place(head, text) for head in heads),
        listed(entry["type"]),
        tuple(Status(status) for status in listed(entry["status"])),
        listed(entry.get("kinds", "act")),
        entry.get("optional", False),
    )


def items(path: Path) -> tuple[Item, ...]:
    """One half of the gold. Raises ValueError where words of the gold are not in their text."""
    return tuple(
        Item(entry["id"], entry["text"], tuple(gold_act(act, entry["text"]) for act in entry["acts"]))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def type_right(act: GoldAct, statement: Statement) -> bool:
    """Whether a predicted act has a type that is right; stances and pledges have none to be wrong."""
    return not isinstance(statement, Act) or statement.type in act.types


def status_of(statement: Statement) -> Status:
    """What a statement says of whether the act happened."""
    if isinstance(statement, Stance):
        return OF_STANCES.get(statement.position, statement.status)
    if isinstance(statement, Pledge):
        return Status.CONDITIONAL if statement.condition else OF_PLEDGES.get(statement.state, Status.FAILED)
    return statement.status


def covers(statement: Statement, act: GoldAct) -> bool:
    """Whether a statement is of an accepted kind and its span holds the act's predicate."""
    within = any(statement.start <= start and end <= statement.end for start, end in act.places)
    return statement.kind in act.kinds and within


def paired(acts: Sequence[GoldAct], statements: Sequence[Statement]) -> dict[int, int]:
    """Which act goes with which statement: shortest span first, then accepted type, then acts that are asked for."""
    candidates = sorted(
        (one.end - one.start, not type_right(act, one), act.optional, number, place_of)
        for number, act in enumerate(acts)
        for place_of, one in enumerate(statements)
        if covers(one, act)
    )
    pairs: dict[int, int] = {}
    for *_, number, place_of in candidates:
        if number not in pairs and place_of not in pairs.values():
            pairs[number] = place_of
    return pairs


def read(item: Item) -> Reading:
    """An item read as a report and compared with its gold."""
    report = Report(key=item.name, text=item.text, published=PUBLISHED)
    statements = [one for one in understood(report).statements if one.kind in KINDS]
    pairs = paired(item.acts, statements)
    used = set(pairs.values())
    return Reading(
        item,
        tuple(
            (act, statements[pairs[number]] if number in pairs else None)
            for number, act in enumerate(item.acts)
            if not act.optional
        ),
        sum(isinstance(one, Act) and number not in used for number, one in enumerate(statements)),
    )


def outcome(act: GoldAct, statement: Statement | None) -> tuple[str, str]:
    """The gold's status and the predicted one; an accepted other status counts as the gold's."""
    if statement is None:
        return act.statuses[0], MISSED
    status = status_of(statement)
    return act.statuses[0], act.statuses[0] if status in act.statuses else status


def share(part: int, whole: int) -> str:
    """A share with its counts."""
    return f"{part / whole if whole else 0:.2f}  ({part} of {whole})"


def print_shares(readings: Sequence[Reading]) -> None:
    """The shares over a half."""
    pairs = [pair for reading in readings for pair in reading.pairs]
    found = [(act, one) for act, one in pairs if one is not None]
    acts = [(act, one) for act, one in found if isinstance(one, Act)]
    right = sum(status_of(one) in act.statuses for act, one in found)
    print(f"found                      {share(len(found), len(pairs))}")
    print(f"type right, of found acts  {share(sum(type_right(act, one) for act, one in acts), len(acts))}")
    print(f"status right, of found     {share(right, len(found))}")
    print(f"status right, of all       {share(right, len(pairs))}")
    extra = sum(reading.extra for reading in readings)
    print(f"extra acts per sentence    {extra / len(readings):.2f}  ({extra} in {len(readings)})")


def print_confusion(outcomes: Iterable[tuple[str, str]]) -> None:
    """Gold statuses down, predicted ones across, the share found with the right status at the end."""
    counts = Counter(outcomes)
    columns = [*(str(status) for status in Status), MISSED]
    print(f"\n{'gold':<12}" + "".join(f"{name[:7]:>8}" for name in columns) + "   right")
    for status in Status:
        row = [counts[status, name] for name in columns]
        right = counts[status, status] / sum(row) if any(row) else 0
        print(f"{status:<12}" + "".join(f"{number or '.':>8}" for number in row) + f"{right:>8.2f}")


def misses(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each act that was not found or has another type or status."""
    for reading in readings:
        for act, one in reading.pairs:
            wanted = f"{act.words}: {act.types[0]} {act.statuses[0]}"
            if one is None:
                yield f"{reading.item.name} not found  {wanted} | {reading.item.text}"
            elif status_of(one) not in act.statuses or not type_right(act, one):
                given = f"{getattr(one, 'type', one.kind)} {status_of(one)} {list(one.cues)}"
                yield f"{reading.item.name} {wanted}, read as {given} {one.quote!r} | {reading.item.text}"


def main() -> int:
    """Read the arguments, print the figures of the halves asked for."""
    parser = argparse.ArgumentParser(description="Whether acts happened: found and judged as in a gold set.")
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "gold" / "status")
    parser.add_argument("--half", choices=HALVES, help="one half instead of both")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N misses of the seen half")
    options = parser.parse_args()
    if options.misses and options.half != "seen":
        parser.error("misses are listed with --half seen only: nobody looks into the unseen half")
    for half in (options.half,) if options.half else HALVES:
        started = time.perf_counter()
        readings = [read(item) for item in items(options.data / f"{half}.yaml")]
        print(f"== {half}: {len(readings)} items read in {time.perf_counter() - started:.1f} s")
        print_shares(readings)
        print_confusion(outcome(*pair) for reading in readings for pair in reading.pairs)
        print(*list(misses(readings))[: options.misses], sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
