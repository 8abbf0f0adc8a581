"""The desk as readers meet it: a server on loopback, over the sample corpus and over a record made by hand."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import httpx
import pytest

from tests.samples import plain_clean
from tests.views.made import HOLDINGS, RECORD, REGIONS
from truceline import pipeline, sources
from truceline.errors import UnreadableFile
from truceline.store import ReadReport, open_store
from truceline.web import serve


@contextmanager
def served(url: str) -> Iterator[httpx.Client]:
    """A reader's client at a desk on the store under a URL."""
    on = serve.bound(0)
    server = serve.server(url)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [on]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    with httpx.Client(base_url=f"http://{serve.LOOPBACK}:{on.getsockname()[1]}", timeout=60) as client:
        yield client
    server.should_exit = True
    thread.join()
    on.close()


def keep_made(url: str) -> None:
    """The record made by hand, kept as if it had been read and computed."""
    store = open_store(url)
    for key, report in HOLDINGS.reports.items():
        clean = replace(plain_clean(report), regions=REGIONS.get(key, ()))
        told = tuple(one for one in HOLDINGS.statements.values() if one.report == key)
        store.put(ReadReport(report, clean, told, pipeline.READER))
    store.put_record(RECORD, pipeline.reader_name(store))
    store.close()


def keep_demo(url: str) -> None:
    """The sample corpus, read."""
    store = open_store(url)
    with as_file(files("truceline").joinpath("demo", "reports")) as corpus:
        assert not [one for one in pipeline.read(sources.read([corpus]), store) if isinstance(one, UnreadableFile)]
    pipeline.record(store)
    store.close()


@pytest.fixture(scope="session")
def made_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('made') / 'made.db'}"
    keep_made(url)
    return url


@pytest.fixture(scope="session")
def made(made_url: str) -> Iterator[httpx.Client]:
    """A desk on a small record that is full of markup."""
    with served(made_url) as client:
        yield client


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A desk on the sample corpus."""
    url = f"sqlite:///{tmp_path_factory.mktemp('desk') / 'demo.db'}"
    keep_demo(url)
    with served(url) as client:
        yield client


@pytest.fixture
def scratch(tmp_path: Path) -> str:
    """The URL of a store that a test may change."""
    url = f"sqlite:///{tmp_path / 'scratch.db'}"
    keep_made(url)
    return url
