"""Addresses on the command line, and in files."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tests.loopback import Asked, feed, page, serving
from truceline.cli import main


def truceline(tmp_path: Path, *arguments: object, hosts: str = "") -> Result:
    env = {"TRUCELINE_DB": f"sqlite:///{tmp_path}/record.db", "TRUCELINE_HOSTS": hosts}
    return CliRunner().invoke(main, [*map(str, arguments)], env=env)


def test_an_address_is_got_and_read_and_got_again(tmp_path: Path) -> None:
    with serving() as site:
        site.routes["/1"] = page("Rebels denied shelling Old Harbour.")
        assert "1 reports read (1 new)" in truceline(tmp_path, "read", site.url("/1"), hosts=site.host).stdout
        assert "(1 unchanged)" in truceline(tmp_path, "read", site.url("/1"), "--allow-host", site.host).stdout
        site.routes["/1"] = page("Rebels admitted shelling Old Harbour.")
        assert "(1 revised)" in truceline(tmp_path, "read", site.url("/1"), hosts=site.host).stdout


def test_what_a_server_calls_unchanged_is_read_before(tmp_path: Path) -> None:
    def conditional(asked: Asked) -> None:
        known = asked.headers.get("If-None-Match") == '"1"'
        asked.give(b"" if known else page("Rebels denied shelling Old Harbour."), 304 if known else 200, ETag='"1"')

    with serving() as site:
        site.routes["/1"] = conditional
        truceline(tmp_path, "read", site.url("/1"), hosts=site.host)
        result = truceline(tmp_path, "read", site.url("/1"), hosts=site.host)
        assert (result.exit_code, "(1 unchanged)" in result.stdout) == (0, True)


def test_addresses_in_a_file_are_got_where_that_is_wanted(tmp_path: Path) -> None:
    with serving() as site:
        site.routes["/1"] = page("Rebels denied shelling Old Harbour.")
        (tmp_path / "feed.xml").write_bytes(feed(site.url("/1"), site.url("/gone")))
        only = truceline(tmp_path, "read", tmp_path / "feed.xml", hosts=site.host)
        assert (only.exit_code, site.asked) == (2, [])
        assert "2 addresses without their text" in only.stderr
        both = truceline(tmp_path, "read", "--fetch", tmp_path / "feed.xml", hosts=site.host)
        assert both.exit_code == 1
        assert "1 reports read (1 new)" in both.stdout
        assert f"{site.url('/gone')}: answered 404" in both.stderr


def test_a_private_address_is_not_asked(tmp_path: Path) -> None:
    with serving() as site:
        site.routes["/1"] = page("Rebels denied shelling Old Harbour.")
        result = truceline(tmp_path, "read", site.url("/1"))
        assert result.exit_code == 2
        assert "private address" in result.stderr
        assert site.asked == []


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = truceline(tmp_path, "read", tmp_path / "gone")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr
