"""`truceline changes`: what is new between two days."""

from __future__ import annotations

from datetime import date

import click

from truceline.cli import options
from truceline.cli.held import Asked, holdings


@click.command(name="changes")
@options.day("--since", "The first day whose reports count as new.", required=True)
@options.day("--until", "The last day, that of the last report if left out; the record is the one of that day.")
@options.db
def command(since: date, until: date | None, db: str) -> None:
    """What reports published from one day to another add: sessions, truces, violations, pledges, positions.

    A line is new where no earlier report tells it. Each has its words and their report.
    """
    from truceline.cli.screens import base
    from truceline.cli.screens import changes as screen
    from truceline.views import changes as view

    if until is not None and until < since:
        raise click.UsageError(f"--until {until} is before --since {since}")
    base.show(screen.lines(view.changes(holdings(Asked(db, until)), since)))
