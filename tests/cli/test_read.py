"""Reading from the command line, with the real parser."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from truceline.cli import main
from truceline.store import open_store

COAST = (
    "OLD HARBOUR, March 2 (Coast News Agency) - At least 12 people were hurt when rebels shelled Old Harbour on "
    "Monday, the mayor said.\n\n“We will not leave the talks,” Ines Vardan told reporters."
)
INLAND = "Rebels denied shelling Old Harbour on Monday. The mayor said four people were hurt."

Truceline = Callable[..., Result]


@pytest.fixture
def truceline(tmp_path: Path) -> Truceline:
    """The command line on a store of its own."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments)], env={"TRUCELINE_DB": f"sqlite:///{tmp_path}/record.db"})

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports."""
    reports = tmp_path / "reports"
    (reports / "inland").mkdir(parents=True)
    (reports / "coast.txt").write_text(COAST)
    (reports / "inland" / "1.json").write_text(json.dumps({"text": INLAND, "published": "2021-03-02"}))
    return reports


def exported(truceline: Truceline) -> dict[str, str]:
    """Everything that export writes."""
    return {name: truceline("export", name).stdout for name in ("statements", "actors", "stories", "facts")}


def test_a_folder_becomes_a_record_whose_every_word_is_found_again(truceline: Truceline, folder: Path) -> None:
    result = truceline("read", folder)
    assert result.exit_code == 0, result.output
    assert "2 reports read (2 new)" in result.stdout
    assert "The record holds 2 reports and" in result.stdout
    assert truceline("verify").exit_code == 0
    rows = [json.loads(line) for line in truceline("export", "statements").stdout.splitlines()]
    assert {row["report"] for row in rows} <= {"coast", "inland/1"}


def test_reading_again_changes_nothing(truceline: Truceline, folder: Path) -> None:
    truceline("read", folder)
    before = exported(truceline)
    result = truceline("read", folder)
    assert "2 reports read (2 unchanged)" in result.stdout
    assert exported(truceline) == before


def test_a_changed_report_is_revised(truceline: Truceline, folder: Path, tmp_path: Path) -> None:
    truceline("read", folder)
    (folder / "coast.txt").write_text(COAST.replace("12", "14"))
    assert "(1 revised, 1 unchanged)" in truceline("read", folder).stdout
    assert "12 people" not in truceline("export", "statements").stdout
    store = open_store(f"sqlite:///{tmp_path}/record.db")
    assert len(store.revisions("coast")) == 2
    store.close()


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(truceline: Truceline, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "lines.jsonl").write_text(json.dumps({"key": "good", "text": INLAND}) + "\n{broken\n")
    result = truceline("read", folder)
    assert result.exit_code == 1
    assert "3 reports read" in result.stdout
    assert "2 items could not be read" in result.stdout
    assert "empty.txt: " in result.stderr
    assert "lines.jsonl:2: " in result.stderr


def test_two_reports_under_one_key_are_not_taken_for_each_other(truceline: Truceline, folder: Path) -> None:
    lines = [json.dumps({"key": "k", "text": text}) for text in (COAST, INLAND)]
    (folder / "pair.jsonl").write_text("\n".join(lines))
    result = truceline("read", folder)
    assert result.exit_code == 1
    assert "the key k is taken" in result.stderr
    assert truceline("read", folder).stdout.count("revised") == 0


def test_nothing_to_read_is_an_error(truceline: Truceline, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = truceline("read", tmp_path / "nothing")
    assert result.exit_code == 2


def test_the_same_reports_give_the_same_bytes_anywhere(truceline: Truceline, folder: Path, tmp_path: Path) -> None:
    truceline("read", folder)
    there = CliRunner().invoke(main, ["read", str(folder), "--db", f"sqlite:///{tmp_path}/other.db"])
    assert there.exit_code == 0
    for name, text in exported(truceline).items():
        other = CliRunner().invoke(main, ["export", name, "--db", f"sqlite:///{tmp_path}/other.db"])
        assert other.stdout == text


def test_stopping_keeps_whole_reports(folder: Path, tmp_path: Path) -> None:
    lines = (json.dumps({"key": str(number), "text": f"{COAST} {number}"}) for number in range(2000))
    (folder / "many.jsonl").write_text("\n".join(lines))
    url = f"sqlite:///{tmp_path}/stopped.db"
    command = [sys.executable, "-c", "from truceline.cli import main; main()", "read", str(folder), "--db", url]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as process:
        wait_for_reports(url, tmp_path / "stopped.db")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode().startswith("truceline: stopped; ")
    store = open_store(url)
    assert 0 < store.counts().reports < 2000
    store.close()
    assert CliRunner().invoke(main, ["verify", "--db", url]).exit_code == 0


def wait_for_reports(url: str, path: Path) -> None:
    """Wait until a run has kept its first reports."""
    for _ in range(600):
        time.sleep(0.1)
        if path.exists() and path.stat().st_size:
            store = open_store(url)
            kept = store.counts().reports
            store.close()
            if kept > 3:
                return
    raise AssertionError("no report was kept")
