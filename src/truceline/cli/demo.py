"""`truceline demo`: the sample corpus, read and shown."""

from __future__ import annotations

import os
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from truceline.cli.group import FAILED, leave

if TYPE_CHECKING:
    from truceline.store import Store

TITLE = "Marzova: truce and talks"
LOOPBACK = "127.0.0.1"


@click.command(name="demo")
@click.option("--folder", default="demo-record", show_default=True, type=click.Path(file_okay=False, path_type=Path),
              help="Where the record and the page are put.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535),
              help="The page's port on this machine; 0 takes a free one.")
@click.option("--serve/--no-serve", default=None, help="Whether to serve the page; by default where somebody is there.")
def command(folder: Path, port: int, serve: bool | None) -> None:
    """Read the sample corpus, show what is in dispute, write the page and serve it.

    The corpus is fifteen invented reports on an invented peace process. The page is served on this machine alone.
    """
    from truceline.store import open_store

    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("demo.db*"):  # what another version of the program read says nothing of this one
        left.unlink()
    url = f"sqlite:///{folder / 'demo.db'}"
    store = open_store(url)
    read(store)
    show(store)
    page = folder / "brief.html"
    write(store, page)
    store.close()
    click.echo(f"\nThe page is {page.resolve()}")
    click.echo(f"More of it: truceline show --db {url}")
    if attended() if serve is None else serve:
        serve_folder(folder, port)


def read(store: Store) -> None:
    """Read the corpus into a store; leaves where a report cannot be read."""
    from truceline import pipeline, sources
    from truceline.errors import UnreadableFile

    with as_file(files("truceline").joinpath("demo", "reports")) as corpus:
        for item in pipeline.read(sources.read([corpus]), store):
            if isinstance(item, UnreadableFile):
                leave(str(item), FAILED)
    pipeline.record(store)


def show(store: Store) -> None:
    """What is in dispute, on the terminal."""
    from truceline import pipeline
    from truceline.cli.screens import base, disagreements
    from truceline.views import disagreements as view
    from truceline.views import gather

    base.show(disagreements.lines(view.disagreements(gather(store, pipeline.record(store)))))


def write(store: Store, page: Path) -> None:
    """The page of the corpus."""
    from truceline.cli import brief

    brief.write(store, page, TITLE)


def attended() -> bool:
    """Whether somebody is there to look at a page: a terminal on both ends, and no build service."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI")


def serve_folder(folder: Path, port: int) -> None:
    """Serve a folder's page on this machine until Ctrl-C. Another port is taken where this one is not free."""
    with server(folder, port) as site:
        click.echo(f"Serving it at http://{LOOPBACK}:{site.server_address[1]}/brief.html (Ctrl-C stops)")
        try:
            site.serve_forever()
        except KeyboardInterrupt:
            click.echo("\nStopped.")


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of one page, bound and not yet running. Raises OSError where no port is free."""
    handler = partial(Page, directory=str(folder))
    try:
        return ThreadingHTTPServer((LOOPBACK, port), handler)
    except OSError:
        return ThreadingHTTPServer((LOOPBACK, 0), handler)


class Page(SimpleHTTPRequestHandler):
    """Hands out the page and nothing else of its folder."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The page for its own path and for /, else not found."""
        if self.path.split("?")[0] not in ("/", "/brief.html"):
            self.send_error(404)
            return None
        self.path = "/brief.html"
        return super().send_head()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests."""
