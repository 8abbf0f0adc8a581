"""What the runner needs of whoever keeps its queue, and what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from truceline.model import Reception, Stage, Task


class Queue(Protocol):
    """Keeps tasks and receptions. Each call is kept whole, or not at all, whatever happens to the process."""

    def enqueue(self, tasks: Iterable[Task]) -> int:
        """Take up addresses, and say how many are to be fetched."""
        ...

    def task(self, url: str) -> Task | None:
        """The task of an address."""
        ...

    def tasks(self, stage: Stage, due: float | None = None) -> tuple[Task, ...]:
        """The tasks at a stage, due by then."""
        ...

    def settle_task(self, task: Task, found: Iterable[Task] = ()) -> int:
        """Keep how far a task has come, with what it named."""
        ...

    def keep(self, reception: Reception, task: Task) -> None:
        """Keep what was received, with how far its task has come."""
        ...

    def receptions(self, url: str | None = None) -> Iterator[Reception]:
        """What was received."""
        ...


@dataclass(frozen=True, slots=True)
class Event:
    """What became of one address.

    `what` is "kept", "unchanged", "listed" (with how many it named and how many of them are to be fetched), "later" (to
    be tried again) or "failed"; `problem` says what is wrong with a source, where something is.
    """

    source: str
    url: str
    what: str
    named: int = 0
    new: int = 0
    problem: str = ""
