"""The whole path on the sample corpus, once, and what the commands say of it."""

from __future__ import annotations

import re
import socket
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from truceline.cli import demo, main


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The folder that the demo wrote and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, CliRunner().invoke(main, ["demo", "--folder", str(folder)])


@pytest.fixture
def ask(shown: tuple[Path, Result], monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A command line on the demo's record."""
    monkeypatch.setenv("TRUCELINE_DB", f"sqlite:///{shown[0]}/demo.db")
    monkeypatch.setenv("COLUMNS", "110")
    return CliRunner()


def test_the_demo_ends_by_saying_where_the_page_is(shown: tuple[Path, Result]) -> None:
    folder, result = shown
    assert result.exit_code == 0, result.output
    assert f"The page is {folder / 'brief.html'}" in result.output
    assert (folder / "brief.html").stat().st_size > 50_000


def test_the_demo_shows_death_tolls_with_their_owners(shown: tuple[Path, Result]) -> None:
    tolls = r"How many killed.*?\n  12  .*Interior Ministry.*?\n  31  .*health committee"
    assert re.search(tolls, shown[1].output, re.S)


def test_every_line_of_the_page_leads_to_words(shown: tuple[Path, Result]) -> None:
    page = (shown[0] / "brief.html").read_text("utf-8")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_same_record_gives_the_same_page(ask: CliRunner, shown: tuple[Path, Result], tmp_path: Path) -> None:
    assert ask.invoke(main, ["brief", "-o", str(tmp_path / "page.html"), "--title", demo.TITLE]).exit_code == 0
    assert (tmp_path / "page.html").read_bytes() == (shown[0] / "brief.html").read_bytes()


def test_the_read_me_shows_what_the_demo_shows(ask: CliRunner) -> None:
    shown = ask.invoke(main, ["show", "disagreements"]).output
    block = (Path(__file__).parents[2] / "README.md").read_text("utf-8").split("```text\n")[1].split("```")[0]
    assert block in shown


def test_every_word_of_the_demo_is_in_its_report(ask: CliRunner) -> None:
    result = ask.invoke(main, ["verify"])
    assert (result.exit_code, result.output.endswith("all hold\n")) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "15 reports from 7 outlets"),
        (["story", "corran/2"], "What its reports share"),
        (["report", "coastal/1"], "Aid deadline passes"),
        (["disagreements"], "How many killed"),
        (["timeline"], "1 March 2022"),
    ],
)
def test_the_record_can_be_asked(ask: CliRunner, words: list[str], told: str) -> None:
    result = ask.invoke(main, ["show", *words])
    assert result.exit_code == 0
    assert told in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "talks"], "put off from 16 March 2022"),
        (["show", "truces"], "Highland Liberation Front and Marzova"),
        (["show", "pledges", "--as-of", "2022-03-13"], "overdue, no report"),
        (["show", "--as-of", "2022-03-02", "positions"], "as of 2 March 2022"),
        (["show", "--as-of", "2022-03-02"], "3 reports"),
        (["changes", "--since", "2022-03-05", "--until", "2022-03-31"], "What is new  5"),
        (["changes", "--since", "2022-03-05"], "alleged violation"),
        (["export", "--format", "ceasefires"], "bilateral"),
        (["export", "--format", "pax"], "Ceasefire between"),
    ],
)
def test_the_boards_can_be_asked_as_of_a_day(ask: CliRunner, words: list[str], told: str) -> None:
    result = ask.invoke(main, words)
    assert result.exit_code == 0
    assert told in result.output


@pytest.mark.parametrize("words", [["--since", "yesterday"], [], ["--since", "2022-03-05", "--until", "2022-03-01"]])
def test_days_that_are_none_are_one_line(ask: CliRunner, words: list[str]) -> None:
    result = ask.invoke(main, ["changes", *words])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_a_negotiator_in_three_spellings_is_one(ask: CliRunner) -> None:
    output = ask.invoke(main, ["show", "actor", "Iusuf Khaldari"]).output
    assert all(name in output for name in ("Yusuf Haldari", "Yousef Haldari", "Iusuf Khaldari"))


@pytest.mark.parametrize("words", [["actor", "Haldery"], ["report", "corran/9"], ["story", "nothing"]])
def test_an_unknown_name_is_one_line_with_names_near_it(ask: CliRunner, words: list[str]) -> None:
    result = ask.invoke(main, ["show", *words])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "near it: " in result.stderr


def test_the_brief_is_written_whole_or_not_at_all(ask: CliRunner, tmp_path: Path) -> None:
    result = ask.invoke(main, ["brief", "-o", str(tmp_path / "page.html"), "--title", "A <title>"])
    assert result.output == f"The page is {tmp_path / 'page.html'}\n"
    assert "<title>A &lt;title&gt;</title>" in (tmp_path / "page.html").read_text("utf-8")
    assert ask.invoke(main, ["brief", "-o", str(tmp_path / "no" / "page.html")]).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_the_server_hands_out_the_page_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "brief.html").write_text("the page")
    (tmp_path / "record.db").write_text("the record")
    with demo.server(tmp_path, 0) as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        try:
            port = int(site.server_address[1])
            answers = {path: fetch(port, path) for path in ("/", "/brief.html", "/record.db", "/../x")}
        finally:
            site.shutdown()
            thread.join()
    assert answers["/"].endswith("the page")
    assert answers["/brief.html"].endswith("the page")
    assert answers["/record.db"].startswith("HTTP/1.0 404")
    assert answers["/../x"].startswith("HTTP/1.0 404")


def test_a_port_that_is_taken_is_no_reason_to_fail(tmp_path: Path) -> None:
    with demo.server(tmp_path, 0) as first, demo.server(tmp_path, int(first.server_address[1])) as second:
        assert first.server_address != second.server_address


def fetch(port: int, path: str) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        return b"".join(iter(lambda: line.recv(4096), b"")).decode()
