"""`truceline serve`: the record as pages, on this machine."""

from __future__ import annotations

import click

from truceline.cli import options


@click.command(name="serve")
@click.option("--port", default=8766, show_default=True, type=click.IntRange(0, 65535),
              help="The port on this machine; 0 takes a free one.")
@options.db
def command(port: int, db: str) -> None:
    """Serve the record as pages and as an interface for programs, to readers on this machine.

    Nothing can be changed there, and nothing is fetched from elsewhere. What is read meanwhile shows on the next page.
    """
    from truceline.store import existing_store
    from truceline.web import serve

    existing_store(db).close()
    on = serve.bound(port)
    click.echo(f"The desk is at http://{serve.LOOPBACK}:{on.getsockname()[1]}/ (Ctrl-C stops)")
    serve.server(db).run(sockets=[on])
