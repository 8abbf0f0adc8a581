"""`truceline brief`: the record as one page that can be mailed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import options

if TYPE_CHECKING:
    from truceline.store import Store


@click.command(name="brief")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
              help="The page to write.")
@click.option("--title", default="The record", show_default=True, help="The headline of the page.")
@options.db
def command(output: Path, title: str, db: str) -> None:
    """Write the record as one self-contained page; every line opens its words in the reports."""
    from truceline.store import existing_store

    store = existing_store(db)
    write(store, output, title)
    store.close()
    click.echo(f"The page is {output}")


def write(store: Store, output: Path, title: str) -> None:
    """Write the page of what a store holds; the file is there whole or not at all. Raises StoreUnavailable, OSError."""
    from truceline import pipeline
    from truceline.export.brief import page
    from truceline.views import brief, gather

    holdings = gather(store, pipeline.record(store))
    regions = {key: store.clean_text(key).regions for key in holdings.reports}
    text = page(brief.brief(holdings, regions), title)
    with click.open_file(str(output), "w", encoding="utf-8", atomic=True) as sink:
        sink.write(text)
