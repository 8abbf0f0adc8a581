"""A web server on this machine that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Asked(BaseHTTPRequestHandler):
    """One request, answered by the site's route for its path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.close_connection = True
        site = self.server
        assert isinstance(site, Site)
        site.asked.append(self.path)
        site.heads.append(dict(self.headers))
        route = site.routes.get(self.path.partition("?")[0])
        try:
            if route is None:
                self.give(b"nothing here", 404)
            elif isinstance(route, bytes):
                self.give(route)
            else:
                route(self)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def give(self, body: bytes, status: int = 200, **heads: str) -> None:
        """Send an answer; underscores in the names of headers stand for hyphens."""
        self.send_response(status)
        named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)),
                 **{name.replace("_", "-"): value for name, value in heads.items()}}
        for name, value in named.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


Route = bytes | Callable[[Asked], None]


class Site(ThreadingHTTPServer):
    """A site on the loopback address; `asked` are the paths that were asked, in order."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@contextmanager
def serving() -> Iterator[Site]:
    """A site for the length of a test."""
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


def page(words: str, title: str = "Talks go on") -> bytes:
    """A page with an article of these words."""
    body = "".join(f"<p>{words} The sentence number {number} says that both delegations met again in the hall.</p>"
                   for number in range(1, 6))
    return (f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}'
            "</article></body></html>").encode()


def feed(*urls: str, title: str = "Highland Ledger", updated: str = "2014-05-03T10:00:00Z") -> bytes:
    """An Atom feed that names these addresses."""
    entry = '<entry><title>Talks</title><link href="{0}"/><id>{0}</id><updated>{1}</updated></entry>'
    entries = "".join(entry.format(url, updated) for url in urls)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>{entries}</feed>'.encode()
