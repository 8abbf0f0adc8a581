"""`truceline read`: reports in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import options
from truceline.cli.group import FAILED, INTERRUPTED, UNUSABLE, leave, printable
from truceline.errors import UnreadableFile
from truceline.settings import HOSTS_VARIABLE

if TYPE_CHECKING:
    from rich.progress import Progress

    from truceline.pipeline import Taken
    from truceline.sources.link import Link
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
@click.argument("given", metavar="PATH|ADDRESS...", nargs=-1, required=True)
@click.option("--fetch", is_flag=True, help="Also get what the files only name, as feeds, sitemaps and lists do.")
@click.option("--allow-host", "hosts", multiple=True, metavar="HOST[:PORT]", envvar=HOSTS_VARIABLE, show_envvar=True,
              help="A private host that may be asked; there are none by default.")
@options.db
def command(given: tuple[str, ...], fetch: bool, hosts: tuple[str, ...], db: str) -> int:
    """Read reports from files, folders and addresses of the web, and keep what they say.

    Takes web pages (HTML, MHTML), feeds, sitemaps, web archives (WARC, WACZ), mail (mbox), PDF, DOCX, JSON, lists of
    addresses and plain text, told by their bytes, and folders of them with or without a manifest.jsonl. Reading the
    same again changes nothing. Exit status: 0 all read, 1 some not, 2 none.
    """
    from truceline import pipeline
    from truceline.sources import read
    from truceline.store import open_store

    paths, links = parted(given)
    store, tally = open_store(db), Tally()
    try:
        follow(tally, pipeline.read(read(paths, links if fetch else None), store), paths)
        if links:
            follow(tally, pipeline.fetch(links, store, hosts), ())
        pipeline.reconciled(store)
    except KeyboardInterrupt:
        kept = tally.changes.total()
        leave(f"stopped; {kept} reports are safely kept, and the same command goes on from there", INTERRUPTED)
    show(tally, store.counts())
    store.close()
    return tally.status


def parted(given: Sequence[str]) -> tuple[list[Path], list[Link]]:
    """The paths and the addresses of a call. Raises UsageError for a path that is not there."""
    from truceline.sources.link import Link, web_address

    links = {text: Link(url) for text in given if (url := web_address(text))}
    paths = [Path(text) for text in given if text not in links]
    if missing := next((path for path in paths if not path.exists()), None):
        raise click.UsageError(f"Path '{missing}' does not exist.")
    return paths, list(links.values())


def follow(tally: Tally, items: Iterable[Taken | UnreadableFile], paths: Sequence[Path]) -> None:
    """Count what comes, with a bar on the terminal."""
    from truceline import sources

    with progress() as bar:
        files = sources.count(paths) or None
        task = bar.add_task("Reading", total=files)
        for done, item in enumerate(items, 1):
            tally.add(item)
            bar.update(task, completed=done, total=files if files and done <= files else None)  # a file may hold many


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
