"""`truceline export`: the record out."""

from __future__ import annotations

from pathlib import Path

import click

from truceline import export as room
from truceline.cli import options


@click.command(name="export")
@click.argument("name", type=click.Choice(list(room.NAMES)))
@click.option("--format", "form", type=click.Choice(list(room.FORMATS)), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
@options.db
def command(name: str, form: str, output: Path | None, db: str) -> None:
    """Write one part of the record, one object a line."""
    from truceline import pipeline
    from truceline.store import existing_store

    store = existing_store(db)
    material = room.Material(store.statements(), pipeline.record(store))
    with click.open_file(str(output or "-"), "wb", atomic=output is not None) as sink:
        for piece in room.pieces(name, form, material):
            sink.write(piece)
    store.close()
