"""`truceline verify`: the proof that the record stands on its evidence."""

from __future__ import annotations

import click

from truceline.cli import options
from truceline.cli.group import FAILED, printable


@click.command(name="verify")
@options.db
def command(db: str) -> int:
    """Prove that every statement's words are at their place in a report that nobody altered.

    Exit status: 0 all hold, 1 some do not, each named.
    """
    from truceline.store import existing_store, mismatches

    store = existing_store(db)
    failures = 0
    for mismatch in mismatches(store):
        failures += 1
        click.echo(f"truceline: {printable(str(mismatch))}", err=True)
    counts = store.counts()
    held = f"{failures} faults" if failures else "all hold"
    click.echo(f"{sum(counts.statements.values())} statements in {counts.reports} reports: {held}")
    store.close()
    return FAILED if failures else 0
