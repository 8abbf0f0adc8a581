from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import plain_clean
from truceline.errors import StoreUnavailable
from truceline.model import Report
from truceline.store import ReadReport, existing_store, open_store


def test_a_store_is_found_again(tmp_path: Path, read_report: ReadReport) -> None:
    url = f"sqlite:///{tmp_path}/kept.db"
    store = open_store(url)
    store.put(read_report)
    store.close()
    again = existing_store(url)
    assert again.report("coast/1") == read_report.report
    again.close()


def test_a_store_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="no folder"):
        open_store(f"sqlite:///{tmp_path}/nowhere/kept.db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    database = sqlite3.connect(tmp_path / "other.db")
    database.execute("create table recipes (name)")
    database.commit()
    database.close()
    with pytest.raises(StoreUnavailable, match="holds something else"):
        open_store(f"sqlite:///{tmp_path}/other.db")


def test_two_writers_wait_for_each_other(tmp_path: Path, report: Report) -> None:
    url = f"sqlite:///{tmp_path}/kept.db"
    open_store(url).close()

    def write(name: str) -> None:
        store = open_store(url)
        for number in range(20):
            one = replace(report, key=f"{name}/{number}")
            store.put(ReadReport(one, plain_clean(one), (), "reader 1"))
        store.close()

    writers = [threading.Thread(target=write, args=(name,)) for name in ("one", "other")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    store = open_store(url)
    assert store.counts().reports == 40
    store.close()
