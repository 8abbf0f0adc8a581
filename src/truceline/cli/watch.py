"""`truceline watch`: named sources, asked for what is new."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import options
from truceline.cli.group import FAILED, INTERRUPTED, leave, printable
from truceline.errors import UnreadableFile

if TYPE_CHECKING:
    from truceline.sources.watch import Event, Plan
    from truceline.store import Store

SILENT_DAYS = 14
"""A source that named nothing new for so many days is told of."""
COUNTED = ("listed", "kept", "unchanged", "later", "failed")


class Log:
    """What became of the addresses of a run, source by source."""

    def __init__(self) -> None:
        self.started = datetime.now(UTC).isoformat(timespec="seconds")
        self.counts: dict[str, Counter[str]] = {}
        self.problems: dict[str, list[str]] = {}
        self.changes: Counter[str] = Counter()
        self.unread: list[str] = []

    def add(self, event: Event) -> None:
        """Count one address."""
        counts = self.counts.setdefault(event.source, Counter())
        counts[event.what] += 1
        counts["named"] += event.named
        counts["new"] += event.new
        if event.problem:
            self.problems.setdefault(event.source, []).append(f"{event.url}: {event.problem}")

    def run(self) -> dict[str, object]:
        """The entry of the run log."""
        sources = {name: {**counts, "problems": self.problems.get(name, [])} for name, counts in self.counts.items()}
        return {"started": self.started, "ended": datetime.now(UTC).isoformat(timespec="seconds"), "sources": sources,
                "reports": dict(self.changes), "unread": self.unread}


@click.command(name="watch")
@click.argument("plan", metavar="SOURCES.yaml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--keep", is_flag=True, help="Keep the reports without reading them; `actors apply` reads them later.")
@click.option("--every", metavar="MINUTES", type=click.FloatRange(min=1), help="Go on until stopped, and ask so often.")
@click.option("--history", is_flag=True, help="Show the log of earlier runs; nothing is asked.")
@options.db
def command(plan: Path, keep: bool, every: float | None, history: bool, db: str) -> int:
    """Ask the sources in a file for what is new, keep what they answer, and read it.

    Each answer is kept as it came, with its time and headers, before anything else is done with it; a run that is
    stopped goes on where it was. A source that is dead, silent, moved or changed is named. Exit status: 0 all sources
    are well, 1 some are not.
    """
    from truceline.sources.watch import read_plan
    from truceline.store import open_store

    given, store = read_plan(plan), open_store(db)
    try:
        if history:
            tell_history(store)
            return 0
        status = once(given, store, keep)
        while every:
            time.sleep(every * 60)
            status = once(given, store, keep)
    except KeyboardInterrupt:
        leave("stopped; what was got is safely kept, and the same command goes on from there", INTERRUPTED)
    finally:
        store.close()
    return status


def once(plan: Plan, store: Store, keep: bool) -> int:
    """One run, its entry in the log, and what it says."""
    from truceline import pipeline
    from truceline.sources.watch import Event
    from truceline.sources.web import open_client

    log = Log()
    take = pipeline.take_later if keep else pipeline.take_in
    with open_client(plan.allowed_hosts) as client:
        for item in pipeline.watch(plan, store, client, take):
            if isinstance(item, Event):
                log.add(item)
            elif isinstance(item, UnreadableFile):
                log.unread.append(str(item))
            else:
                log.changes[item.change] += 1
    for name, since in silent(plan, store, log).items():
        log.problems.setdefault(name, []).append(f"nothing new since {since}")
    store.add_run(log.run())
    if not keep:
        pipeline.record(store)
    tell(log)
    return FAILED if log.problems else 0


def silent(plan: Plan, store: Store, log: Log) -> dict[str, str]:
    """The sources that named nothing new for long, with the day of the last run in which they did."""
    found = {}
    today = datetime.fromisoformat(log.started)
    for source in plan.sources:
        if not source.lists or log.counts.get(source.name, Counter())["new"]:
            continue
        last = next((str(run["started"]) for run in store.runs() if counted(run, source.name, "new")), None)
        if last and (today - datetime.fromisoformat(last)).days >= SILENT_DAYS:
            found[source.name] = last[:10]
    return found


def counted(run: object, name: str, what: str) -> int:
    """A number of a source in an entry of the log."""
    sources = run.get("sources") if isinstance(run, dict) else None
    counts = sources.get(name) if isinstance(sources, dict) else None
    return int(counts.get(what, 0)) if isinstance(counts, dict) else 0


def tell(log: Log) -> None:
    """Say what a run did, and what is wrong with which source."""
    for name, counts in log.counts.items():
        told = ", ".join(f"{counts[what]} {what}" for what in (*COUNTED, "new") if counts[what])
        click.echo(f"{printable(name)}: {told}")
    for name, problems in log.problems.items():
        for problem in problems:
            click.echo(f"truceline: {printable(name)}: {printable(problem)}", err=True)
    for reason in log.unread:
        click.echo(f"truceline: {printable(reason)}", err=True)
    changes = ", ".join(f"{number} {change}" for change, number in sorted(log.changes.items()))
    click.echo(f"{log.changes.total()} reports" + (f" ({changes})" if changes else ""))


def tell_history(store: Store) -> None:
    """Say what earlier runs did, the last one first."""
    for run in store.runs():
        sources = run["sources"] if isinstance(run["sources"], dict) else {}
        click.echo(f"{run['started']}  {sum(counted(run, name, 'kept') for name in sources)} pages kept")
        for name in sources:
            problems = sources[name].get("problems", [])
            told = ", ".join(f"{counted(run, name, what)} {what}" for what in COUNTED if counted(run, name, what))
            click.echo(f"  {printable(name)}: {told}")
            for problem in problems:
                click.echo(f"    {printable(str(problem))}")
