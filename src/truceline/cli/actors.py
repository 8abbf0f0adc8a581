"""`truceline actors`: what is known of actors before any report is read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import options
from truceline.cli.group import INTERRUPTED, leave, printable

if TYPE_CHECKING:
    from truceline.model import ActorSource
    from truceline.store import Store

FORMATS = ("ftm", "csv", "petrarch")
POINTS = ("name", "kind", "country", "side")

limit = click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Show at most so many.")


@click.group(name="actors")
def command() -> None:
    """Import lists of actors, see what is known of a name and from where, and settle what lists disagree on."""


@command.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="Told by the content unless given.")
@click.option("--as", "name", metavar="NAME", help="What to call the list; the file's name unless given.")
@options.db
def import_(file: Path, form: str | None, name: str | None, db: str) -> None:
    """Import a list of actors, whole or not at all. The same file again changes nothing.

    \b
    ftm       FollowTheMoney, an entity a line: persons, organisations, public
              bodies; Membership, Directorship, Occupancy … give roles over time
    csv       a header, then an actor a row: name (required), aliases (parted
              by |), kind, country, side or parent, title, from, until
    petrarch  dictionaries of event-data coders: NAME [CODE], +SYNONYM,
              [CODE 20120101-20150630]

    Where lists disagree, none is used on that point; `truceline actors conflicts` names them.
    """
    from truceline.store import Change, open_store

    try:
        source = _read(file, form, name)
        store = open_store(db)
        added = store.add_actors(source)
    except KeyboardInterrupt:
        leave("stopped; the list was not imported, and nothing has changed", INTERRUPTED)
    if added is Change.UNCHANGED:
        click.echo(f"{printable(str(file))} is imported already; nothing has changed")
    else:
        click.echo(f"{len(source.actors)} actors imported from {printable(source.name)} ({source.format})")
        _say_what_next(store)
    store.close()


def _read(file: Path, form: str | None, name: str | None) -> ActorSource:
    """The list in a file, with a bar while it is read."""
    from truceline.cli.read import progress
    from truceline.sources import actors

    with progress() as bar:
        task = bar.add_task("Reading (bytes)", total=file.stat().st_size)
        return actors.read(file, datetime.now(UTC), form, name, lambda done: bar.update(task, completed=done))


def _say_what_next(store: Store) -> None:
    """How many points are open, and what becomes of reports that were read before."""
    from truceline import knowledge

    merged = knowledge.merge(store.actor_sources(), store.settlements())
    if still := sum(not one.settled for one in merged.conflicts):
        click.echo(f"{still} points on which lists disagree are not used; `truceline actors conflicts` names them")
    if reports := store.counts().reports:
        click.echo(f"The record of {reports} reports joins names by it; `truceline actors apply` also reads them again")


@command.command(name="apply")
@options.db
def apply(db: str) -> int:
    """Read the kept reports again with what is now known of actors. Goes on where it was stopped."""
    from truceline import pipeline
    from truceline.cli.read import Tally, progress, show
    from truceline.store import existing_store

    store, tally = existing_store(db), Tally()
    try:
        with progress() as bar:
            task = bar.add_task("Reading", total=store.counts().reports)
            for done, item in enumerate(pipeline.read_again(store), 1):
                tally.add(item)
                bar.update(task, completed=done)
        pipeline.record(store)
    except KeyboardInterrupt:
        leave(f"stopped after {tally.changes.total()} reports; the same command goes on from there", INTERRUPTED)
    show(tally, store.counts())
    store.close()
    return tally.status


@command.command(name="list")
@click.option("--name", default="", help="A name or some words of one; all imported actors unless given.")
@limit
@options.db
def list_(name: str, limit: int, db: str) -> None:
    """The imported lists, and what is known of a name and from where."""
    from truceline import knowledge
    from truceline.cli.screens import base
    from truceline.cli.screens import known as screen

    store = _existing(db)
    sources = store.actor_sources()
    merged = knowledge.merge(sources, store.settlements())
    store.close()
    base.show(screen.sources(sources))
    base.show(screen.dossiers(knowledge.entries_of(merged, name), limit))


@command.command(name="conflicts")
@click.option("--all", "everything", is_flag=True, help="Also those that are settled.")
@limit
@options.db
def conflicts(everything: bool, limit: int, db: str) -> None:
    """The points on which lists disagree. None of the claims is used until one is preferred."""
    from truceline import knowledge
    from truceline.cli.screens import base
    from truceline.cli.screens import known as screen

    store = _existing(db)
    merged = knowledge.merge(store.actor_sources(), store.settlements())
    store.close()
    base.show(screen.conflicts([one for one in merged.conflicts if everything or not one.settled], limit))


@command.command(name="prefer")
@click.argument("name")
@click.argument("point", type=click.Choice(POINTS))
@click.argument("claim", default="")
@click.option("--undo", is_flag=True, help="Prefer none again.")
@options.db
def prefer(name: str, point: str, claim: str, undo: bool, db: str) -> None:
    """Settle a conflict: CLAIM is one of its values, or a list that claims but one of them."""
    from truceline import knowledge
    from truceline.model import Settlement

    store = _existing(db)
    found = knowledge.conflict_over(knowledge.merge(store.actor_sources(), store.settlements()), name, point)
    value = "" if undo else knowledge.claimed(found, claim)
    store.settle(Settlement(name=found.name, point=point, value=value, at=datetime.now(UTC)))
    store.close()
    said = f"{value} is used" if value else "none of the claims is used"
    click.echo(printable(f"{found.name}, {point}: {said}"))


@command.command(name="forget")
@click.argument("source")
@options.db
def forget(source: str, db: str) -> None:
    """Let go of an imported list, and of what was preferred from it alone. Importing it again brings it back."""
    store = _existing(db)
    store.forget_actors(source)
    store.close()
    click.echo(printable(f"{source} is forgotten"))


def _existing(db: str) -> Store:
    from truceline.store import existing_store

    return existing_store(db)
