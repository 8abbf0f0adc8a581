"""How fast, and how surely, pages get from the web into the store; from a server on this machine.

    python benchmarks/intake.py [--pages N] [--kills N] [--data DIR]

A server on twenty loopback addresses has N pages (1,000): most of them good, some slow, behind redirects, gone,
failing, without an end, dripping byte by byte, or redirecting in a circle or to a private address that is not allowed.
A feed for each address names its pages. They are read into a store without understanding, once in one go, and once by
a process that is killed at so many random moments (20), each within two seconds of its first request, and started
again. Then exactly the good ones must be in the store, none received twice. A page that was on its way when the process
was killed has to be asked for again: those are counted apart.

At last the same pages (or those of DIR, as benchmarks/extraction.py takes it) go from bytes to stored reports, beside
the bare extraction library in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from truceline import pipeline
from truceline.model import Report
from truceline.sources.fields import Found
from truceline.sources.kinds import html
from truceline.sources.watch import Plan, Source
from truceline.sources.web import open_client
from truceline.store import Store, open_store

HOSTS = 20
SECONDS = 3.0
"""What an answer may take in this benchmark, so that the pages without an end do not take most of the time."""
FATES = ("gone", "failing", "endless", "dripping", "circle", "private")
EACH = 10
"""Of each of these fates; twice as many pages are slow, and twice as many behind a redirect."""
WORDS = ("the envoy", "both delegations", "the northern council", "the ministry", "observers", "met", "agreed",
         "denied", "said", "in the capital", "on Monday", "along the river", "after the talks", "forty prisoners",
         "the road")
ASKED: Counter[str] = Counter()


def fate(number: int, pages: int) -> str:
    """What a page is like; which page gets which fate is drawn once for all."""
    kinds = [kind for kind in FATES for _ in range(EACH)] + ["slow", "redirected"] * 2 * EACH
    kinds += ["good"] * max(0, pages - len(kinds))
    random.Random(7).shuffle(kinds)
    return kinds[number % len(kinds)]


def page(number: int) -> bytes:
    """A page with an article of its own."""
    draw = random.Random(number)
    text = "".join(f"<p>{' '.join(draw.choices(WORDS, k=40)).capitalize()}.</p>" for _ in range(8))
    links = "".join(f'<li><a href="/{one}">Report {one}</a></li>' for one in range(60))
    return (f'<!doctype html><html lang="en"><head><title>Report {number} | Ledger</title>'
            '<meta property="article:published_time" content="2014-05-03T10:00:00Z"></head>'
            f"<body><nav><ul>{links}</ul></nav><article><h1>Report {number}</h1>{text}</article>"
            f"<footer>{links}</footer></body></html>").encode()


class Site(BaseHTTPRequestHandler):
    """One address of the server."""

    protocol_version = "HTTP/1.1"
    pages = 0

    def do_GET(self) -> None:
        """Answer as the page's fate has it."""
        self.close_connection = True
        ASKED[f"{self.headers['Host']}{self.path}"] += 1
        try:
            if self.path == "/feed":
                return self.give(self.feed(), kind="application/rss+xml")
            if not self.path.strip("/").isdigit():
                return self.give(b"", 404)
            number = int(self.path.strip("/"))
            return self.page(number, fate(number, self.pages))
        except OSError:
            return None  # the asker went away

    def feed(self) -> bytes:
        """The pages of this address."""
        host = self.headers["Host"]
        ours = int(host.partition(":")[0].rpartition(".")[2]) - 1
        items = "".join(f"<item><link>http://{host}/{one}</link></item>" for one in range(ours, self.pages, HOSTS))
        return f"<rss><channel><title>Ledger</title>{items}</channel></rss>".encode()

    def page(self, number: int, like: str) -> None:
        """One page."""
        if like in ("gone", "failing"):
            self.give(b"", 404 if like == "gone" else 503)
        elif like in ("endless", "dripping"):
            self.endless(like)
        elif like in ("circle", "private") or (like == "redirected" and not self.path.endswith("/")):
            where = {"circle": self.path, "private": "http://127.0.0.99:9/"}.get(like, self.path + "/")
            self.give(b"", 302, where=where)
        else:
            time.sleep(0.3 if like == "slow" else 0.0)
            self.give(page(number))

    def endless(self, like: str) -> None:
        """A body that does not end."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(100_000):
            self.wfile.write(b"<p>more</p>" * (6_000 if like == "endless" else 1))
            self.wfile.flush()
            if like == "dripping":
                time.sleep(0.1)

    def give(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", where: str = "") -> None:
        """A whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if where:
            self.send_header("Location", where)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def serve(pages: int) -> int:
    """Start the server on all its addresses; gives the port."""
    Site.pages, port = pages, 0
    for number in range(1, HOSTS + 1):
        server = ThreadingHTTPServer((f"127.0.0.{number}", port), Site)
        port = int(server.server_address[1])
        threading.Thread(target=server.serve_forever, daemon=True).start()
    return port


def plan(port: int) -> Plan:
    """A source for each address."""
    hosts = [f"127.0.0.{number}:{port}" for number in range(1, HOSTS + 1)]
    sources = tuple(Source(name=host, outlet="Ledger", lists=(f"http://{host}/feed",)) for host in hosts)
    return Plan(sources, 0.0, tuple(hosts))


def take_all(port: int, path: Path) -> None:
    """One run of the program over the queue in a store."""
    store = open_store(f"sqlite:///{path}")
    given = plan(port)
    with open_client(given.allowed_hosts, SECONDS) as client:
        for _ in pipeline.watch(given, store, client, pipeline.take_later):
            pass
    store.close()


def good(pages: int, port: int) -> set[str]:
    """The addresses of the pages that must be in the store."""
    hosts = [f"http://127.0.0.{one % HOSTS + 1}:{port}/{one}" for one in range(pages)]
    likes = [fate(one, pages) for one in range(pages)]
    return {host + "/" * (like == "redirected") for host, like in zip(hosts, likes, strict=True) if like not in FATES}


def check(path: Path, pages: int, port: int, began: float) -> None:
    """Print what a store holds beside what it must hold."""
    seconds = time.monotonic() - began
    store = open_store(f"sqlite:///{path}")
    held = Counter(str(report.url) for report in store.reports())
    received = Counter(got.url for got in store.receptions())
    wanted = good(pages, port)
    again = sum(ASKED[url.removeprefix("http://")] - 1 for url in wanted)
    print(f"  {len(held)} reports of {len(wanted)} good pages: {len(wanted - set(held))} missing, "
          f"{len(set(held) - wanted)} should not be there, {sum(received.values()) - len(received)} received twice")
    print(f"  {seconds:.1f} s, {pages / seconds:.0f} pages a second; asked again after a kill: {again}")
    store.close()


def killed(port: int, path: Path, kills: int) -> None:
    """Start the program, kill it at a random moment, again and again, and let it end the last time."""
    draw = random.Random(11)
    for number in range(kills + 1):
        before = ASKED.total()
        process = subprocess.Popen([sys.executable, __file__, "--child", str(port), str(path)])
        if number < kills:
            while ASKED.total() == before and process.poll() is None:
                time.sleep(0.01)
            time.sleep(draw.uniform(0.0, 2.0))
            process.send_signal(signal.SIGKILL)
        process.wait()


def speed(given: list[bytes], folder: Path) -> None:
    """Print how fast bytes become stored reports, beside the bare library."""
    from trafilatura import bare_extraction

    store, by = open_store(f"sqlite:///{folder}/speed.db"), pipeline.Reader()
    bare_extraction(given[0].decode("utf-8", "replace"))
    pipeline.take_later(html.article(Found(Path("0"), "first"), given[0]), store, by)
    began = time.process_time()
    for raw in given:
        bare_extraction(raw.decode("utf-8", "replace"))
    library, began = time.process_time() - began, time.process_time()
    for number, raw in enumerate(given):
        store_one(store, by, number, raw)
    ours = time.process_time() - began
    print(f"page to stored report: {len(given) / ours:.1f} a second, the bare library {len(given) / library:.1f}: "
          f"{library / ours:.0%} of its speed")
    store.close()


def store_one(store: Store, by: pipeline.Reader, number: int, raw: bytes) -> None:
    """Bytes to a stored report."""
    made: Report = html.article(Found(Path("0"), str(number)), raw)
    pipeline.take_later(made, store, by)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description="Speed and safety of intake.")
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--data", type=Path, help="pages of benchmarks/extraction.py, for the last figure")
    options.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    given: Any = options.parse_args()
    if given.child:
        take_all(int(given.child[0]), Path(given.child[1]))
        return
    port = serve(given.pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for told, kills in (("in one go", 0), (f"killed {given.kills} times", given.kills)):
            print(f"{given.pages} pages, {told}:")
            ASKED.clear()
            began = time.monotonic()
            killed(port, folder / f"{kills}.db", kills)
            check(folder / f"{kills}.db", given.pages, port, began)
        files = sorted((given.data / "html").glob("*.gz")) if given.data else []
        speed([gzip.decompress(file.read_bytes()) for file in files] or [page(one) for one in range(200)], folder)


if __name__ == "__main__":
    main()
