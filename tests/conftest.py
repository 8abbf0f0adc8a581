"""What several tests use: an invented report with its statements, and stores to keep it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.samples import TEXT, act, figure, plain_clean
from truceline.model import Report
from truceline.store import ReadReport, Store, open_store


@pytest.fixture
def report() -> Report:
    """One report, as received."""
    return Report(
        key="coast/1", text=TEXT, raw=TEXT.encode(), outlet="Coast Daily", published=date(2021, 3, 2),
        published_basis="manifest", title="Shelling in Old Harbour", url="https://coast.example/1",
    )


@pytest.fixture
def read_report(report: Report) -> ReadReport:
    """The report with its statements."""
    return ReadReport(report, plain_clean(report), (figure(report), act(report)), "reader 1")


@pytest.fixture(params=["file", "memory"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes empty stores, of every sort there is."""
    made: list[Store] = []

    def make() -> Store:
        where = f"/{tmp_path}/{len(made)}.db" if request.param == "file" else ""
        made.append(open_store(f"sqlite://{where}"))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(fresh: Callable[[], Store]) -> Store:
    """An empty store."""
    return fresh()
