"""`truceline show`: the record on the terminal."""

from __future__ import annotations

from datetime import date

import click

from truceline.cli import boards, options
from truceline.cli.held import Asked, holdings


@click.group(name="show", invoke_without_command=True)
@options.db
@options.as_of
@click.pass_context
def command(ctx: click.Context, db: str, as_of: date | None) -> None:
    """Show the record; with no further word, all of it at a glance. Every line has its words and their report."""
    ctx.obj = Asked(db, as_of)
    if ctx.invoked_subcommand is None:
        from truceline.cli.screens import base, overview
        from truceline.views import overview as view

        base.show(overview.lines(view.overview(holdings(ctx.obj))))


@command.command(name="story")
@click.argument("name", metavar="ID")
@click.pass_obj
def story(asked: Asked, name: str) -> None:
    """What the reports of a story share and where they differ. ID may be a report's key."""
    from truceline.cli.screens import base
    from truceline.cli.screens import story as screen
    from truceline.views import story as view

    base.show(screen.lines(view.story(holdings(asked), name)))


@command.command(name="actor")
@click.argument("name", metavar="NAME")
@click.pass_obj
def actor(asked: Asked, name: str) -> None:
    """An actor under all its names. NAME is any of them, a part of one, or an id."""
    from truceline.cli.screens import actor as screen
    from truceline.cli.screens import base
    from truceline.views import actor as view

    base.show(screen.lines(view.actor(holdings(asked), name)))


@command.command(name="report")
@click.argument("key", metavar="KEY")
@click.option("--revisions", is_flag=True, help="How its text changed, and which statements went or came with that.")
@click.pass_obj
def report(asked: Asked, key: str, revisions: bool) -> None:
    """A report's text with what was read in it marked."""
    if revisions:
        return show_revisions(asked.db, key)
    from truceline.cli.screens import base
    from truceline.cli.screens import report as screen
    from truceline.store import existing_store
    from truceline.views import find
    from truceline.views import report as view

    held = holdings(asked)
    find.report(held, key)
    store = existing_store(asked.db)
    regions = store.clean_text(key).regions
    store.close()
    base.show(screen.lines(view.report(held, key, regions)))
    return None


def show_revisions(db: str, key: str) -> None:
    """How a report changed. Earlier states are read anew, since only the last one's statements are kept."""
    from truceline import pipeline
    from truceline.cli.screens import base
    from truceline.cli.screens import revisions as screen
    from truceline.store import existing_store

    store = existing_store(db)
    kept, by = store.revisions(key), pipeline.reader(store)
    read = {one.ordinal: pipeline.understood(store.revision(key, one.ordinal), by).statements for one in kept}
    store.close()
    base.show(screen.lines(key, kept, read))


@command.command(name="disagreements")
@click.pass_obj
def disagreements(asked: Asked) -> None:
    """What reports cannot all be right about, value beside value."""
    from truceline.cli.screens import base
    from truceline.cli.screens import disagreements as screen
    from truceline.views import disagreements as view

    base.show(screen.lines(view.disagreements(holdings(asked))))


@command.command(name="timeline")
@click.pass_obj
def timeline(asked: Asked) -> None:
    """What happened, or is planned, day by day."""
    from truceline.cli.screens import base
    from truceline.cli.screens import timeline as screen
    from truceline.views import timeline as view

    base.show(screen.lines(view.timeline(holdings(asked))))


for board in boards.BOARDS:
    command.add_command(board)
