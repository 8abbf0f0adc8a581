"""Lists of actors from the command line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from truceline.cli import main
from truceline.store import ReadReport, open_store, serial

Actors = Callable[..., Result]
FIRST = "name,aliases,kind,country\nDelta Unity Front,Frente Unido,armed group,Mali\nIssa Keranou,,person,Mali\n"
SECOND = "name;kind;country\nDelta Unity Front;organisation;Chad\n"


@pytest.fixture
def actors(tmp_path: Path) -> Actors:
    """`truceline actors` on a store of its own."""
    (tmp_path / "first.csv").write_text(FIRST)
    (tmp_path / "second.csv").write_text(SECOND)

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, ["actors", *map(str, arguments)],
                                  env={"TRUCELINE_DB": f"sqlite:///{tmp_path}/record.db"})

    return run


def test_a_list_is_imported_once(actors: Actors, tmp_path: Path) -> None:
    assert actors("import", tmp_path / "first.csv").output == "2 actors imported from first.csv (csv)\n"
    again = actors("import", tmp_path / "first.csv")
    assert again.exit_code == 0
    assert "imported already; nothing has changed" in again.output


def test_a_changed_list_needs_a_name_of_its_own(actors: Actors, tmp_path: Path) -> None:
    actors("import", tmp_path / "first.csv")
    (tmp_path / "first.csv").write_text(FIRST + "Northern Hunters,,armed group,Mali\n")
    refused = actors("import", tmp_path / "first.csv")
    assert refused.exit_code == 2
    assert "another list is kept as first.csv" in refused.stderr
    assert actors("import", tmp_path / "first.csv", "--as", "later").exit_code == 0


def test_a_broken_list_leaves_nothing_behind(actors: Actors, tmp_path: Path) -> None:
    (tmp_path / "first.csv").write_text(FIRST + "Nobody,,wizard,\n")
    refused = actors("import", tmp_path / "first.csv")
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1
    assert "first.csv:4: no such kind: wizard" in refused.stderr
    assert not (tmp_path / "record.db").exists()


def test_what_is_known_of_a_name_is_shown_with_its_lists(actors: Actors, tmp_path: Path) -> None:
    actors("import", tmp_path / "first.csv")
    shown = actors("list", "--name", "delta unity").output
    for words in ("first.csv 2 actors", "Delta Unity Front", "Kind: armed group", "Country: Mali", "Frente Unido"):
        assert words in shown
    assert "Issa Keranou" not in shown
    assert "Issa Keranou" in actors("list").output
    assert "shipped" in actors("list", "--name", "Polisario").output
    assert "Nobody of this name" in actors("list", "--name", "Somebody Else").output


def test_a_conflict_is_listed_settled_and_opened_again(actors: Actors, tmp_path: Path) -> None:
    actors("import", tmp_path / "first.csv")
    assert "2 points on which lists disagree" in actors("import", tmp_path / "second.csv").output
    listed = actors("conflicts").output
    for words in ("2 points", "Delta Unity Front, kind:", "open, none is used", "armed group  first.csv", "second.csv"):
        assert words in listed
    assert actors("prefer", "delta unity front", "kind", "first.csv").output == \
        "Delta Unity Front, kind: armed group is used\n"
    assert "1 point on" in actors("conflicts").output
    assert "settled" in actors("conflicts", "--all").output
    assert "none of the claims is used" in actors("prefer", "Delta Unity Front", "kind", "--undo").output
    assert "2 points on" in actors("conflicts").output
    assert actors("forget", "second.csv").output == "second.csv is forgotten\n"
    assert "Nothing is contested" in actors("conflicts").output


@pytest.mark.parametrize(("arguments", "words"), [
    (["prefer", "Nobody", "kind", "person"], "no lists disagree"), (["forget", "no.csv"], "no imported list no.csv"),
])
def test_what_is_not_there_is_said(actors: Actors, tmp_path: Path, arguments: list[str], words: str) -> None:
    actors("import", tmp_path / "first.csv")
    result = actors(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_store_from_before_lists_gets_their_tables(actors: Actors, tmp_path: Path, read_report: ReadReport) -> None:
    store = open_store(f"sqlite:///{tmp_path}/record.db")
    store.put(read_report)
    store.close()
    database = sqlite3.connect(tmp_path / "record.db")
    for table in ("settlements", "known_actors", "actor_sources"):
        database.execute(f"drop table {table}")
    database.commit()
    database.close()
    assert "No list is imported" in actors("list").output
    assert "2 actors imported" in actors("import", tmp_path / "first.csv").output


def test_reports_are_read_again_with_what_is_known(actors: Actors, tmp_path: Path, read_report: ReadReport) -> None:
    store = open_store(f"sqlite:///{tmp_path}/record.db")
    store.put(read_report)
    store.close()
    assert "`truceline actors apply`" in actors("import", tmp_path / "first.csv").output
    assert "1 reports read (1 reread)" in actors("apply").output
    assert "1 reports read (1 unchanged)" in actors("apply").output


def test_a_stopped_import_changes_nothing(actors: Actors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    actors("import", tmp_path / "first.csv")
    kept, written = serial.dumps, list[object]()

    def stopped_at_the_second(value: object) -> str:
        written.append(value)
        if len(written) > 1:
            raise KeyboardInterrupt
        return kept(value)

    (tmp_path / "later.csv").write_text(FIRST.replace("Unity", "Union"))
    with monkeypatch.context() as patch:
        patch.setattr(serial, "dumps", stopped_at_the_second)
        stopped = actors("import", tmp_path / "later.csv")
    assert stopped.exit_code == 130
    assert "stopped; the list was not imported" in stopped.stderr
    assert "1 imported list" in actors("list").output
    assert "2 actors imported" in actors("import", tmp_path / "later.csv").output
