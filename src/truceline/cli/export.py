"""`truceline export`: the record out."""

from __future__ import annotations

from pathlib import Path

import click

from truceline import export as room
from truceline.cli import options


@click.command(name="export")
@click.argument("name", required=False, type=click.Choice(list(room.NAMES)))
@click.option("--format", "form", type=click.Choice(list(room.FORMATS)), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
@options.db
def command(name: str | None, form: str, output: Path | None, db: str) -> None:
    """Write one part of the record, one object a line.

    The formats plover and polecat are of acts only, ceasefires and pax of truces only: there NAME may be left out.
    """
    from truceline import pipeline
    from truceline.store import existing_store

    part = chosen(name, form)
    store = existing_store(db)
    pieces = room.pieces(part, form, room.Material(store.statements(), pipeline.record(store), store.reports()))
    if output is not None:
        room.write(output, pieces)
    else:
        with click.open_file("-", "wb") as sink:
            for piece in pieces:
                sink.write(piece)
    store.close()


def chosen(name: str | None, form: str) -> str:
    """The part to write: the one named, or the only one that a format has. Raises UsageError."""
    parts = room.FORMATS[form].parts
    if name in parts:
        return str(name)
    if name is None and len(parts) == 1:
        return parts[0]
    raise click.UsageError(f"the format {form} writes {' or '.join(parts)}: name one of them")
