"""`truceline show`: the record on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from truceline.cli import options

if TYPE_CHECKING:
    from truceline.views import Holdings


@click.group(name="show", invoke_without_command=True)
@options.db
@click.pass_context
def command(ctx: click.Context, db: str) -> None:
    """Show the record; with no further word, all of it at a glance. Every line has its words and their report."""
    ctx.obj = db
    if ctx.invoked_subcommand is None:
        from truceline.cli.screens import base, overview
        from truceline.views import overview as view

        base.show(overview.lines(view.overview(holdings(db))))


@command.command(name="story")
@click.argument("name", metavar="ID")
@click.pass_obj
def story(db: str, name: str) -> None:
    """What the reports of a story share and where they differ. ID may be a report's key."""
    from truceline.cli.screens import base
    from truceline.cli.screens import story as screen
    from truceline.views import story as view

    base.show(screen.lines(view.story(holdings(db), name)))


@command.command(name="actor")
@click.argument("name", metavar="NAME")
@click.pass_obj
def actor(db: str, name: str) -> None:
    """An actor under all its names. NAME is any of them, a part of one, or an id."""
    from truceline.cli.screens import actor as screen
    from truceline.cli.screens import base
    from truceline.views import actor as view

    base.show(screen.lines(view.actor(holdings(db), name)))


@command.command(name="report")
@click.argument("key", metavar="KEY")
@click.pass_obj
def report(db: str, key: str) -> None:
    """A report's text with what was read in it marked."""
    from truceline.cli.screens import base
    from truceline.cli.screens import report as screen
    from truceline.store import existing_store
    from truceline.views import find
    from truceline.views import report as view

    held = holdings(db)
    find.report(held, key)
    store = existing_store(db)
    regions = store.clean_text(key).regions
    store.close()
    base.show(screen.lines(view.report(held, key, regions)))


@command.command(name="disagreements")
@click.pass_obj
def disagreements(db: str) -> None:
    """What reports cannot all be right about, value beside value."""
    from truceline.cli.screens import base
    from truceline.cli.screens import disagreements as screen
    from truceline.views import disagreements as view

    base.show(screen.lines(view.disagreements(holdings(db))))


@command.command(name="timeline")
@click.pass_obj
def timeline(db: str) -> None:
    """What happened, or is planned, day by day."""
    from truceline.cli.screens import base
    from truceline.cli.screens import timeline as screen
    from truceline.views import timeline as view

    base.show(screen.lines(view.timeline(holdings(db))))


def holdings(db: str) -> Holdings:
    """What the store under a URL holds. Raises StoreUnavailable where there is none."""
    from truceline import pipeline
    from truceline.store import existing_store
    from truceline.views import gather

    store = existing_store(db)
    found = gather(store, pipeline.record(store))
    store.close()
    return found
