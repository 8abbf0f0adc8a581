"""The whole path on one screen: the world → reports → clean text → statements → the store → the record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from truceline import __version__
from truceline.errors import TrucelineError, UnreadableFile
from truceline.knowledge import merge, shipped
from truceline.model import Knowledge, Record, Report, Stage, Task
from truceline.store import Change, ReadReport, Store

if TYPE_CHECKING:
    from truceline.sources.link import Link
    from truceline.sources.watch import Event, Plan
    from truceline.sources.web import Client

READER = f"truceline {__version__}"
UNREAD = "not read yet"


@dataclass(frozen=True, slots=True)
class Taken:
    """A report that was taken in, and what it was to the store."""

    report: str
    change: Change


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the software with what it knows of actors beforehand. `name` is another where either is."""

    name: str = READER
    knowledge: Knowledge | None = None


Take: TypeAlias = Callable[[Report, Store, Reader], Taken | UnreadableFile]


def reader(store: Store) -> Reader:
    """The reader that knows what is shipped and what was imported into a store."""
    sources = store.actor_sources()
    return Reader(reader_name(store), merge(sources, store.settlements()).knowledge if sources else shipped())


def reader_name(store: Store) -> str:
    """What that reader is called, by a hash over all that was imported and preferred."""
    hashes = store.actor_hashes()
    kept = repr((hashes, *map(repr, store.settlements())))
    return f"{READER} knowing {hashlib.sha256(kept.encode()).hexdigest()[:12]}" if hashes else READER


def read(items: Iterable[Report | UnreadableFile], store: Store) -> Iterator[Taken | UnreadableFile]:
    """Take in what a source yields, one transaction a report, and say of each item what became of it.

    What cannot be read is passed on, and the rest goes on. Stopping at any point leaves whole reports behind.
    """
    by = reader(store)
    for item in items:
        yield item if isinstance(item, UnreadableFile) else take_in(item, store, by)


def read_again(store: Store) -> Iterator[Taken | UnreadableFile]:
    """Read all kept reports that another reader read, as one that knows less of actors is."""
    return read(store.reports(), store)


def take_in(report: Report, store: Store, by: Reader) -> Taken | UnreadableFile:
    """Clean, understand and keep one report, unless the store has it as it is."""
    try:
        if store.compare(report, by.name) is Change.UNCHANGED:
            return Taken(report.key, Change.UNCHANGED)
        return Taken(report.key, store.put(understood(report, by)))
    except (TrucelineError, ImportError):
        raise
    except Exception as error:  # one report that defeats the reader must not cost the others
        failure = UnreadableFile(report.key, f"cannot be understood ({type(error).__name__}: {error})")
        failure.__cause__ = error
        return failure


def take_later(report: Report, store: Store, by: Reader) -> Taken | UnreadableFile:
    """Keep one report with its clean text, to be understood by `read_again`, unless the store has it as it is."""
    from truceline.text import clean

    if store.compare(report, by.name) in (Change.NEW, Change.REVISED):
        return Taken(report.key, store.put(ReadReport(report, clean(report), (), UNREAD)))
    return Taken(report.key, Change.UNCHANGED)


def watch(plan: Plan, store: Store, client: Client, take: Take = take_in) -> Iterator[Event | Taken | UnreadableFile]:
    """Ask the sources of a plan for what is due, and take in what is got; say of each address what became of it.

    What an earlier run kept and did not come to take in is taken in first, without the network.
    """
    from truceline.sources.watch import run

    by = reader(store)
    for task in store.tasks(Stage.KEPT):
        yield from take_kept(task, store, by, take)
    for event in run(plan, store, client):
        yield event
        task_kept = store.task(event.url) if event.what == "kept" else None
        if task_kept:
            yield from take_kept(task_kept, store, by, take)


def fetch(links: Iterable[Link], store: Store, hosts: Sequence[str] = ()) -> Iterator[Taken | UnreadableFile]:
    """Get what is at some addresses and take it in, got before or not; only from public hosts and `hosts`."""
    from truceline.sources.watch import Event, Plan, Source, by_hand
    from truceline.sources.web import open_client

    store.enqueue(tasks := by_hand(links))
    for task in tasks:
        store.settle_task(replace(store.task(task.url) or task, stage=Stage.WAITING, source=task.source, due=0.0))
    plan = Plan((Source(name=tasks[0].source),) if tasks else (), allowed_hosts=tuple(hosts))
    with open_client(hosts) as client:
        for item in watch(plan, store, client):
            if not isinstance(item, Event):
                yield item
            elif item.what == "unchanged":
                yield Taken(item.url, Change.UNCHANGED)
            elif item.what in ("later", "failed"):
                task_now = store.task(item.url)
                yield UnreadableFile(item.url, (task_now.reason if task_now else None) or item.what)


def take_kept(task: Task, store: Store, by: Reader, take: Take) -> Iterator[Taken | UnreadableFile]:
    """Take in the reports in what was last received from an address."""
    from truceline.sources.watch import reports

    reason = None
    for got in store.last_reception(task.url):
        for item in reports(task, got):
            taken = item if isinstance(item, UnreadableFile) else take(item, store, by)
            reason = taken.reason if isinstance(taken, UnreadableFile) else reason
            yield taken
    store.settle_task(replace(task, stage=Stage.READ, reason=reason))


def understood(report: Report, by: Reader | None = None) -> ReadReport:
    """A report with its clean text and statements."""
    from truceline.text import clean  # these load the language model, which only reading needs
    from truceline.understand import understand

    by, text = by or Reader(), clean(report)
    return ReadReport(report, text, tuple(understand(report, text, by.knowledge)), by.name)


def record(store: Store) -> Record:
    """The record as last computed, or computed now where reports, judgements or imported lists have changed since."""
    return store.record(reader_name(store)) or reconciled(store)


def record_as_of(store: Store, day: date) -> Record:
    """The record that the reports published up to a day add up to, that day included; undated reports are left out."""
    from truceline.reconcile import reconcile

    reports = tuple(one for one in store.reports() if one.published and one.published <= day)
    known = {one.key for one in reports}
    statements = tuple(one for one in store.statements() if one.report in known)
    return reconcile(reports, statements, store.judgements(), reader(store).knowledge)


def reconciled(store: Store) -> Record:
    """The record computed from all that is kept, and kept beside it."""
    from truceline.reconcile import reconcile

    by = reader(store)
    made = reconcile(tuple(store.reports()), tuple(store.statements()), store.judgements(), by.knowledge)
    store.put_record(made, by.name)
    return made
