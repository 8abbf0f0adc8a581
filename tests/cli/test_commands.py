from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from truceline.cli import COMMANDS, main
from truceline.cli.group import printable
from truceline.model import Record
from truceline.pipeline import READER
from truceline.store import ReadReport, open_store

Truceline = Callable[..., Result]


@pytest.fixture
def truceline(tmp_path: Path) -> Truceline:
    """The command line on a store of its own."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments)], env={"TRUCELINE_DB": f"sqlite:///{tmp_path}/record.db"})

    return run


@pytest.fixture
def record(tmp_path: Path, read_report: ReadReport) -> Path:
    """A store that holds one report, and its file."""
    store = open_store(f"sqlite:///{tmp_path}/record.db")
    store.put(read_report)
    store.put_record(Record(), READER)
    store.close()
    return tmp_path / "record.db"


def test_every_command_is_there_and_says_what_it_does() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0
        assert f"Usage: truceline {name}" in result.output.replace("main", "truceline")


@pytest.mark.parametrize("heavy", ["spacy", "sqlalchemy", "rich", "truceline.model"])
def test_help_imports_nothing_heavy(heavy: str) -> None:
    code = f"import sys, truceline.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "Missing argument"),
        (["read", "/no/such/folder"], "does not exist"),
        (["export", "weather"], "is not one of"),
        (["export", "truces", "--format", "plover"], "the format plover writes statements"),
        (["export"], "the format jsonl writes statements or actors"),
        (["sing"], "No such command"),
        (["export", "statements"], "there is no record at"),
        (["verify", "--db", "oracle://x/y"], "no store for oracle://"),
        (["verify", "--db", "nonsense"], "not a store's URL"),
    ],
)
def test_errors_are_one_line(truceline: Truceline, arguments: list[str], words: str) -> None:
    result = truceline(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("truceline: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_export_writes_lines(truceline: Truceline, record: Path, tmp_path: Path) -> None:
    result = truceline("export", "statements")
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 2
    assert truceline("export", "statements", "-o", tmp_path / "out.jsonl").stdout == ""
    assert (tmp_path / "out.jsonl").read_text() == result.stdout
    assert truceline("export", "truces").stdout == ""


@pytest.mark.parametrize(("form", "lines"), [("plover", 1), ("polecat", 2)])
def test_a_format_of_acts_needs_no_name(
    truceline: Truceline, record: Path, tmp_path: Path, form: str, lines: int
) -> None:
    result = truceline("export", "--format", form)
    assert result.exit_code == 0
    assert result.stdout.count("\n") == lines
    assert truceline("export", "--format", form, "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").read_text() == result.stdout


def test_export_can_be_cut_short(record: Path) -> None:
    command = f"{sys.executable} -c 'from truceline.cli import main; main()' export statements --db sqlite:///{record}"
    result = subprocess.run(["bash", "-c", f"{command} | head -c 1"], capture_output=True, check=True)
    assert result.stderr == b""


def test_verify_proves_a_sound_record(truceline: Truceline, record: Path) -> None:
    result = truceline("verify")
    assert result.exit_code == 0
    assert result.output == "2 statements in 1 reports: all hold\n"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("update revisions set text = replace(text, 'shelling', 'bombing!')", "is not in the text"),
        ("update revisions set raw = x'00'", "was altered"),
        ("update statements set json = replace(json, 'shelling', 'bombing!')", "is not in the text"),
        ("update statements set json = replace(json, 'ASSAULT', 'AGREE')", "was altered"),
    ],
)
def test_verify_finds_what_was_altered(truceline: Truceline, record: Path, damage: str, words: str) -> None:
    database = sqlite3.connect(record)
    database.execute(damage)
    database.commit()
    database.close()
    result = truceline("verify")
    assert result.exit_code == 1
    assert words in result.stderr
    assert "coast/1" in result.stderr


def test_a_store_of_another_version_is_refused(truceline: Truceline, record: Path) -> None:
    database = sqlite3.connect(record)
    database.execute("update meta set value = '0'")
    database.commit()
    database.close()
    result = truceline("verify")
    assert result.exit_code == 2
    assert "has schema 0" in result.stderr


def test_a_file_that_is_no_store_is_refused(truceline: Truceline, tmp_path: Path) -> None:
    (tmp_path / "record.db").write_text("this is not a database, however long it may be " * 40)
    result = truceline("verify")
    assert result.exit_code == 2
    assert "not a database" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_name_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[31m\nb") == r"a\x1b[31m b"
