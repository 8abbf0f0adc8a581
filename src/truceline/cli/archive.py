"""`truceline archive`: the evidence out, as others can check it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from truceline.export.warc import Evidence
    from truceline.model import Fact, Report
    from truceline.store import Store


@click.command(name="archive")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--fact", "facts", metavar="ID", multiple=True, help="Only what one fact rests on, with the fact itself.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.warc.gz",
              help="The archive to write.")
@options.db
def command(keys: tuple[str, ...], facts: tuple[str, ...], output: Path, db: str) -> None:
    """Write the evidence of reports as a web archive (WARC 1.1): of all, or of those under the keys.

    It holds each answer as it came with its time and headers, or the bytes of a report that came otherwise, the kept
    text to which all offsets refer, and the statements, so that every quoted word can be checked without this program.
    """
    from truceline import export
    from truceline.export import warc
    from truceline.store import existing_store

    store = existing_store(db)
    chosen = chosen_facts(store, facts)
    wanted = {*keys, *(key for fact in chosen for key in fact.reports)}
    reports = map(store.report, sorted(wanted)) if wanted else store.reports()
    made = datetime.now(UTC).replace(microsecond=0)
    export.write(output, warc.pieces(evidence(store, reports), chosen, made))
    store.close()


def chosen_facts(store: Store, ids: tuple[str, ...]) -> list[Fact]:
    """The facts of these ids. Raises UnknownName."""
    from truceline import pipeline
    from truceline.errors import UnknownName

    known = {fact.id: fact for fact in pipeline.record(store).facts} if ids else {}
    if missing := next((name for name in ids if name not in known), None):
        raise UnknownName(f"no fact {missing}")
    return [known[name] for name in ids]


def evidence(store: Store, reports: Iterator[Report]) -> Iterator[Evidence]:
    """What is kept of each report: with every answer that one of its revisions was read from."""
    from truceline.export.warc import Evidence

    for report in reports:
        hashes = {revision.sha256 for revision in store.revisions(report.key)}
        yield Evidence(report, tuple(store.receptions_of(hashes)), tuple(store.statements(report.key)))
