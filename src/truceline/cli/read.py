"""`truceline read`: reports in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import options
from truceline.cli.group import FAILED, INTERRUPTED, UNUSABLE, leave, printable
from truceline.errors import UnreadableFile

if TYPE_CHECKING:
    from rich.progress import Progress

    from truceline.pipeline import Taken
    from truceline.store import Counts


@dataclass
class Tally:
    """What became of the items of a run."""

    changes: Counter[str] = field(default_factory=Counter)
    failures: list[UnreadableFile] = field(default_factory=list)

    def add(self, item: Taken | UnreadableFile) -> None:
        """Count one."""
        if isinstance(item, UnreadableFile):
            self.failures.append(item)
        else:
            self.changes[item.change] += 1

    @property
    def status(self) -> int:
        """The exit status: 0 all read, 1 some not, 2 none."""
        if not self.changes.total():
            return UNUSABLE
        return FAILED if self.failures else 0


@click.command(name="read")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@options.db
def command(paths: tuple[Path, ...], db: str) -> int:
    """Read reports from files and folders and keep what they say.

    Takes web pages (HTML, MHTML), feeds, sitemaps, web archives (WARC, WACZ), mail (mbox), PDF, DOCX, JSON, lists of
    addresses and plain text, told by their bytes, and folders of them with or without a manifest.jsonl. Reading the
    same again changes nothing. Exit status: 0 all read, 1 some not, 2 none.
    """
    from truceline import pipeline, sources
    from truceline.store import open_store

    store, tally = open_store(db), Tally()
    try:
        with progress() as bar:
            files = sources.count(paths)
            task = bar.add_task("Reading", total=files)
            for done, item in enumerate(pipeline.read(sources.read(paths), store), 1):
                tally.add(item)
                bar.update(task, completed=done, total=files if done <= files else None)  # a file may hold many
        pipeline.reconciled(store)
    except KeyboardInterrupt:
        kept = tally.changes.total()
        leave(f"stopped; {kept} reports are safely kept, and the same command goes on from there", INTERRUPTED)
    show(tally, store.counts())
    store.close()
    return tally.status


def progress() -> Progress:
    """A bar on stderr where that is a terminal, nothing where it is not."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def show(tally: Tally, counts: Counts) -> None:
    """Say what became of the items, and each that could not be read with its reason."""
    for failure in tally.failures:
        click.echo(f"truceline: {printable(str(failure))}", err=True)
    changes = ", ".join(f"{number} {change}" for change, number in sorted(tally.changes.items()))
    click.echo(f"{tally.changes.total()} reports read" + (f" ({changes})" if changes else ""))
    if tally.failures:
        click.echo(f"{len(tally.failures)} items could not be read")
    kinds = ", ".join(f"{number} {kind}" for kind, number in counts.statements.items())
    click.echo(f"The record holds {counts.reports} reports and {sum(counts.statements.values())} statements"
               + (f": {kinds}" if kinds else ""))
