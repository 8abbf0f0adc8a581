"""The evidence out, and how a report changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.loopback import feed, page, serving
from truceline.cli import main
from truceline.model import Report
from truceline.sources import read

COAST = ("OLD HARBOUR, March 2 (Coast News Agency) - At least 12 people were hurt when rebels shelled Old Harbour on "
         "Monday, the mayor said.\n\nThe talks go on, Ines Vardan told reporters.")


def truceline(tmp_path: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"TRUCELINE_DB": f"sqlite:///{tmp_path}/record.db"})


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a record of a report from a file and one from the web."""
    (tmp_path / "coast.txt").write_text(COAST)
    with serving() as site:
        site.routes["/feed"], site.routes["/1"] = feed(site.url("/1")), page("Rebels denied shelling Old Harbour.")
        (tmp_path / "sources.yaml").write_text(f"delay: 0\nallowed_hosts: ['{site.host}']\n"
                                               f"sources: {{ledger: {{lists: ['{site.url('/feed')}']}}}}\n")
        assert truceline(tmp_path, "read", tmp_path / "coast.txt").exit_code == 0
        assert truceline(tmp_path, "watch", tmp_path / "sources.yaml").exit_code == 0
    return tmp_path


def records(path: Path) -> list[tuple[str, str, bytes]]:
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        return [(one.rec_type, one.rec_headers.get_header("WARC-Target-URI"), one.content_stream().read())
                for one in ArchiveIterator(file, check_digests="raise")]


def test_an_archive_holds_what_is_needed_to_check_a_report(kept: Path) -> None:
    path = kept / "all.warc.gz"
    result = truceline(kept, "archive", "-o", path)
    assert result.exit_code == 0, result.output
    found = records(path)
    assert [kind for kind, _, _ in found] == [
        "warcinfo", "response", "conversion", "metadata", "resource", "conversion", "metadata"]
    assert found[1][2] == page("Rebels denied shelling Old Harbour.")
    assert found[4][2] == COAST.encode()
    told, text = json.loads(found[6][2]), found[5][2].decode()
    assert told["statements"]
    assert all(text[one["start"]:one["end"]] == one["quote"] for one in told["statements"])


def test_an_archive_can_be_read_again(kept: Path, tmp_path: Path) -> None:
    path = kept / "all.warc.gz"
    truceline(kept, "archive", "-o", path)
    (again,) = [item for item in read([path]) if isinstance(item, Report)]
    assert "Rebels denied shelling Old Harbour" in again.text


def test_an_archive_of_one_fact_holds_its_reports_and_no_other(kept: Path) -> None:
    facts = [json.loads(line) for line in truceline(kept, "export", "facts").stdout.splitlines()]
    fact = next(one for one in facts if one["reports"] == ["coast"])
    path = kept / "fact.warc.gz"
    result = truceline(kept, "archive", "--fact", fact["id"], "-o", path)
    assert result.exit_code == 0, result.output
    assert [kind for kind, _, _ in records(path)] == ["warcinfo", "metadata", "resource", "conversion", "metadata"]
    assert json.loads(records(path)[1][2])["id"] == fact["id"]


def test_what_is_not_there_is_one_line(kept: Path) -> None:
    for arguments in (("nothing",), ("--fact", "nothing")):
        result = truceline(kept, "archive", *arguments, "-o", kept / "x.warc.gz")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert not (kept / "x.warc.gz").exists()


def test_revisions_show_what_changed_and_which_statements_went(kept: Path) -> None:
    assert "never revised" in truceline(kept, "show", "report", "coast", "--revisions").stdout
    (kept / "coast.txt").write_text(COAST.replace("12 people", "14 people"))
    truceline(kept, "read", kept / "coast.txt")
    shown = truceline(kept, "show", "report", "coast", "--revisions").stdout
    assert "- OLD HARBOUR" in shown
    assert "+ OLD HARBOUR" in shown
    assert "vanished figure" in shown
    assert "new      figure" in shown
