"""What a store does. Every store passes tests/contracts/test_store.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from truceline.model import (
    ActorSource,
    CleanText,
    Judgement,
    Reception,
    Record,
    Report,
    Settlement,
    Stage,
    Statement,
    Task,
)


class Change(StrEnum):
    """What a report is to the store: never seen, seen as it is, seen otherwise, or read by another reader."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REVISED = "revised"
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with all that reading it gave; `reader` names the software and version that read it."""

    report: Report
    clean: CleanText
    statements: tuple[Statement, ...]
    reader: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One state in which a report was received; `ordinal` counts from 1, `sha256` is of the bytes received."""

    report: str
    ordinal: int
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A report or a statement beside the hash or id under which it was kept; unequal means that it was altered."""

    report: str
    kept_as: str
    now: str

    @property
    def intact(self) -> bool:
        """Whether the content still has the name it was kept under."""
        return self.kept_as == self.now


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds."""

    reports: int = 0
    revisions: int = 0
    judgements: int = 0
    statements: Mapping[str, int] = field(default_factory=dict)


class Store(Protocol):
    """Reports with their statements, a log of judgements, imported lists of actors, and the record computed from all.

    Everything comes in an order that depends on content alone: reports by key, statements by place. Every method
    raises StoreUnavailable where the store cannot be reached.
    """

    def compare(self, report: Report, reader: str) -> Change:
        """What putting this report would mean; decides whether it needs reading at all."""
        ...

    def put(self, read: ReadReport) -> Change:
        """Keep a report with its clean text and statements, all or nothing.

        Unchanged content changes nothing. A changed report becomes the next revision, and its statements replace those
        of the last. Whatever changes drops the computed record.
        """
        ...

    def report(self, key: str) -> Report:
        """The report as last received; raises UnknownName."""
        ...

    def reports(self) -> Iterator[Report]:
        """All reports as last received, by key."""
        ...

    def clean_text(self, key: str) -> CleanText:
        """The clean text of a report; raises UnknownName."""
        ...

    def revisions(self, key: str) -> tuple[Revision, ...]:
        """Every state in which a report was received, the first one first; raises UnknownName."""
        ...

    def revision(self, key: str, ordinal: int) -> Report:
        """A report as it was received in one of its revisions; raises UnknownName."""
        ...

    def statements(self, report: str | None = None) -> Iterator[Statement]:
        """The statements of one report or of all, by report and place."""
        ...

    def seals(self) -> Iterator[Sealed]:
        """Every report and statement with the name that it was kept under and the one that its content has now."""
        ...

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Append to the log; nothing in it is ever altered. Drops the computed record."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log in the order of writing."""
        ...

    def put_record(self, record: Record, maker: str) -> None:
        """Keep the computed record until reports or judgements change; `maker` names the software and version."""
        ...

    def record(self, maker: str) -> Record | None:
        """The computed record, None where there is none of this maker that still holds."""
        ...

    def add_actors(self, source: ActorSource) -> Change:
        """Keep an imported list whole, or not at all; the same bytes again change nothing. Drops the computed record.

        Raises NameTaken where another list has its name.
        """
        ...

    def actor_sources(self) -> tuple[ActorSource, ...]:
        """The imported lists in the order of their coming."""
        ...

    def actor_hashes(self) -> tuple[str, ...]:
        """The hashes of the imported lists, in order, without what is in them."""
        ...

    def forget_actors(self, name: str) -> None:
        """Let go of an imported list; raises UnknownName. Drops the computed record."""
        ...

    def settle(self, settlement: Settlement) -> None:
        """Append to the log of choices between conflicting sources. Drops the computed record."""
        ...

    def settlements(self) -> tuple[Settlement, ...]:
        """The whole log in the order of writing."""
        ...

    def enqueue(self, tasks: Iterable[Task]) -> int:
        """Take up addresses and say how many are to be fetched for it. One that is known stays as it is, unless its
        source now tells of another change or publication: then it waits again."""
        ...

    def task(self, url: str) -> Task | None:
        """The task of an address, None where it is not known."""
        ...

    def tasks(self, stage: Stage, due: float | None = None) -> tuple[Task, ...]:
        """The tasks at a stage, those due longest first; only those due by then, where a time is given."""
        ...

    def settle_task(self, task: Task, found: Iterable[Task] = ()) -> int:
        """Keep how far a task has come together with the tasks that it named; see `enqueue`."""
        ...

    def keep(self, reception: Reception, task: Task) -> None:
        """Keep what was received together with how far its task has come, all or nothing; equal bytes once."""
        ...

    def last_reception(self, url: str) -> tuple[Reception, ...]:
        """What was last received from an address; nothing where nothing was."""
        ...

    def receptions(self, url: str | None = None) -> Iterator[Reception]:
        """What was received from an address, or from all, in the order of receiving."""
        ...

    def receptions_of(self, hashes: Iterable[str]) -> Iterator[Reception]:
        """What was received with these hashes, in the order of receiving."""
        ...

    def add_run(self, run: Mapping[str, object]) -> None:
        """Append to the log of runs."""
        ...

    def runs(self) -> tuple[Mapping[str, object], ...]:
        """The whole log, the last run first."""
        ...

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
