"""What the benchmarks of event coding share: reading one sentence, finding the event meant, and the measures.

- A record is *coded* where some event was read whose words meet the gold's words for the event (or, where the gold
  marks no words, where any event was read). Of several, one of the gold's type is taken before others, then the one
  that shares most of the words, then the shortest.
- *Type accuracy*: records whose event has the gold's type, of all records. Stances and pledges count as the verbal acts
  that they are in PLOVER, a planned act of cooperation also as AGREE and a demanded or threatened one also as REQUEST
  or THREATEN: PLOVER takes such sentences for intentions, demands and threats.
- *Source and target F1*: overlap of the words that name the gold's actors with those of the event's actors (recipients
  for the target), each record's F1 averaged over the records whose gold has them, 0 where nothing was coded. Articles
  do not count; the name of a country and of its people are one word; of the report's words and the name behind them
  the nearer counts. Where an act is mutual, gold targets may stand among the actors, as PLOVER has it for meetings.
- *Extra events*: all events beyond the one meant, a record.
- *Halves*: by a hash of the record's id. Only the `seen` half may be looked at.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from truceline.knowledge import shipped
from truceline.model import Act, Name, Pledge, Report, Stance, Statement, Status
from truceline.text import clean
from truceline.understand import understand

POSITIONS = {"demands": "REQUEST", "rejects": "REJECT", "accepts": "AGREE", "conditional": "AGREE"}
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
SPOKEN = {Status.DEMANDED: "REQUEST", Status.THREATENED: "THREATEN"}
SMALL = frozenset("the a an of and 's s".split())


@dataclass(frozen=True)
class Gold:
    """A record to be coded: the types that count as right, the words for the event and for either side."""

    id: str
    text: str
    types: frozenset[str]
    event: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    known: frozenset[str] | None = None  # where given, only these words of the reading's actors count


@dataclass(frozen=True)
class Coded:
    """An event that was read: its types, its words, and its sides as lists of names."""

    types: frozenset[str]
    words: frozenset[str]
    actors: tuple[Name, ...]
    recipients: tuple[Name, ...]


@dataclass
class Score:
    """Sums over records."""

    records: int = 0
    coded: int = 0
    typed: int = 0
    extra: int = 0
    sides: dict[str, list[float]] = field(default_factory=lambda: {"source": [], "target": []})
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)


def half_of(key: str) -> str:
    """seen or unseen, the same on every machine."""
    return "unseen" if hashlib.sha256(key.encode()).digest()[0] % 2 else "seen"


@cache
def folded(word: str) -> str:
    """A word in small letters, without its 's, the name of a people as its country's."""
    lowered = word.lower().removesuffix("'s").removesuffix("’s")
    return peoples().get(lowered, lowered)


@cache
def peoples() -> dict[str, str]:
    """Names of peoples, and of countries in several words, to one word a country."""
    found: dict[str, str] = {}
    for state in reversed(shipped().states):
        one = state.name.lower().replace(" ", "_")
        found |= {people.lower(): one for people in state.people} | {state.name.lower(): one}
    return found


def words(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(folded(word) for word in re.findall(r"[\w’'.-]*\w", text)) - SMALL


def coded(statement: Statement) -> Coded | None:
    """A statement as an event, None for what is none."""
    if isinstance(statement, Act) and statement.type:
        types = {statement.type}
        if statement.status is Status.PLANNED and statement.type in COOPERATION:
            types.add("AGREE")
        if statement.status in SPOKEN:
            types.add(SPOKEN[statement.status])
        return Coded(frozenset(types), words(statement.quote), statement.actors, statement.recipients)
    if isinstance(statement, Stance) and statement.position in POSITIONS:
        holder = (statement.holder,) if statement.holder else ()
        return Coded(frozenset({POSITIONS[statement.position]}), words(statement.quote), holder, ())
    if isinstance(statement, Pledge):
        return Coded(frozenset({"AGREE"}), words(statement.quote), statement.by, statement.to)
    return None


def events(gold: Gold) -> list[Coded]:
    """All events that the reader finds in a record's text."""
    report = Report(key=gold.id, text=gold.text)
    return [one for statement in understand(report, clean(report)) if (one := coded(statement))]


def meant(gold: Gold, found: Iterable[Coded]) -> Coded | None:
    """The event that stands for the gold's."""
    near = [one for one in found if not gold.event or one.words & gold.event]
    return max(
        near, key=lambda one: (bool(one.types & gold.types), len(one.words & gold.event), -len(one.words)), default=None
    )


def f1(gold: frozenset[str], names: Sequence[Name], known: frozenset[str] | None) -> float:
    """Word overlap of the gold's actors with names; each name counts by its words or by what it stands for."""
    given: set[str] = set()
    for name in names:
        given |= max(words(name.words), words(name.name), key=lambda one: (len(one & gold), -len(one)))
    if known is not None:
        given &= known
    both = len(given & gold)
    return 2 * both / (len(given) + len(gold)) if both else 0.0


def score(records: Iterable[Gold], misses: int = 0) -> Score:
    """The measures over records; the first `misses` wrong ones are printed."""
    total = Score()
    for gold in records:
        found = events(gold)
        one = meant(gold, found)
        right = one is not None and bool(one.types & gold.types)
        total.records += 1
        total.coded += one is not None
        total.typed += right
        total.extra += len(found) - (one is not None)
        sides = both_sides(gold, one)
        for side, value in sides.items():
            total.sides[side].append(value)
        given = "–" if one is None else sorted(one.types & gold.types or one.types)[0]
        total.confusion["/".join(sorted(gold.types)), given] += 1
        if misses and (not right or min(sides.values(), default=1) < 0.5):
            misses -= 1
            show(gold, found)
    return total


def show(gold: Gold, found: Iterable[Coded]) -> None:
    """Print a record and what was read of it."""
    print(f"{gold.id}: {gold.text}\n  gold {sorted(gold.types)} {sorted(gold.source)} → {sorted(gold.target)}")
    for one in found:
        who, whom = ([name.words for name in names] for names in (one.actors, one.recipients))
        print(f"  read {sorted(one.types)} {who} → {whom}")


def both_sides(gold: Gold, one: Coded | None) -> dict[str, float]:
    """F1 of the sides that the gold has."""
    if one is None:
        return {side: 0.0 for side in ("source", "target") if getattr(gold, side)}
    found: dict[str, float] = {}
    if gold.source:
        found["source"] = f1(gold.source, one.actors, gold.known)
        if one.types & MUTUAL:
            found["source"] = max(found["source"], f1(gold.source | gold.target, one.actors, gold.known))
    if gold.target:
        found["target"] = f1(gold.target, one.recipients, gold.known)
        if one.types & MUTUAL:
            found["target"] = max(found["target"], f1(gold.source | gold.target, one.actors, gold.known))
    return found


def report(name: str, total: Score) -> None:
    """Print the measures of one half."""
    if not total.records:
        return
    source, target = (sum(values) / max(len(values), 1) for values in total.sides.values())
    print(
        f"{name}: {total.records} records  coded {total.coded / total.records:.2f}  type accuracy "
        f"{total.typed / total.records:.2f}  source F1 {source:.2f}  target F1 {target:.2f}  "
        f"extra events {total.extra / total.records:.2f} a record"
    )


def confusion(total: Score) -> None:
    """Print by gold type how many of what was read."""
    kinds = sorted({gold for gold, _ in total.confusion})
    for kind in kinds:
        row = Counter({given: count for (gold, given), count in total.confusion.items() if gold == kind})
        listed = "  ".join(f"{given} {count}" for given, count in row.most_common())
        print(f"  {kind:<24} {row.total():>3}  {listed}")
