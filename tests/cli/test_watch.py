"""Watching from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.loopback import Site, feed, page, serving
from truceline.cli import main
from truceline.store import open_store


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        made.routes["/feed"] = feed(made.url("/1"), made.url("/2"))
        made.routes |= {path: page(f"Rebels denied shelling Old Harbour, report {path}.") for path in ("/1", "/2")}
        yield made


@pytest.fixture
def plan(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(f"delay: 0\nallowed_hosts: ['{site.host}']\nsources:\n  ledger:\n    outlet: Ledger\n"
                    f"    lists: [{site.url('/feed')}]\n")
    return path


def truceline(tmp_path: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"TRUCELINE_DB": f"sqlite:///{tmp_path}/record.db"})


def test_a_run_says_what_it_did_and_the_log_keeps_it(plan: Path, tmp_path: Path) -> None:
    result = truceline(tmp_path, "watch", plan)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == ["ledger: 1 listed, 2 kept, 2 new", "2 reports (2 new)"]
    assert "2 pages kept" in truceline(tmp_path, "watch", plan, "--history").stdout
    assert truceline(tmp_path, "verify").exit_code == 0


def test_reports_kept_for_later_have_no_statements_yet(plan: Path, tmp_path: Path) -> None:
    assert truceline(tmp_path, "watch", plan, "--keep").exit_code == 0
    store = open_store(f"sqlite:///{tmp_path}/record.db")
    assert (store.counts().reports, store.counts().statements) == (2, {})
    store.close()


def test_a_dead_source_is_named(plan: Path, tmp_path: Path, site: Site) -> None:
    del site.routes["/feed"]
    result = truceline(tmp_path, "watch", plan)
    assert result.exit_code == 1
    assert result.stderr == f"truceline: ledger: {site.url('/feed')}: answered 404\n"


def test_a_host_that_is_not_allowed_is_not_asked(plan: Path, tmp_path: Path, site: Site) -> None:
    plan.write_text(plan.read_text().replace(site.host, "other:1", 1))
    result = truceline(tmp_path, "watch", plan)
    assert result.exit_code == 1
    assert site.asked == []


def test_a_broken_plan_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("sources: 3")
    result = truceline(tmp_path, "watch", tmp_path / "sources.yaml")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
