"""Watching sources: what is new is got once, what changed again, and a source that is not well is named."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.loopback import Asked, Site, feed, page, serving
from truceline import pipeline
from truceline.errors import UnreadableFile
from truceline.model import Stage
from truceline.pipeline import Taken
from truceline.sources.watch import Event, Plan, Source, read_plan
from truceline.sources.web import open_client
from truceline.store import Change, Store, open_store


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    made = open_store(f"sqlite:///{tmp_path}/record.db")
    yield made
    made.close()


def plan(site: Site, *lists: str, pages: tuple[str, ...] = (), again: float = 0.0) -> Plan:
    source = Source(name="ledger", outlet="Highland Ledger", language="en", lists=tuple(map(site.url, lists)),
                    pages=tuple(map(site.url, pages)), again=again)
    return Plan((source,), 0.0, (site.host,))


def run(given: Plan, store: Store) -> list[Event | Taken | UnreadableFile]:
    with open_client(given.allowed_hosts, 5.0) as client:
        return list(pipeline.watch(given, store, client, pipeline.take_later))


def events(found: list[Event | Taken | UnreadableFile]) -> list[Event]:
    return [item for item in found if isinstance(item, Event)]


def taken(found: list[Event | Taken | UnreadableFile]) -> list[Taken]:
    return [item for item in found if isinstance(item, Taken)]


def named(site: Site, count: int) -> Plan:
    """A plan with a feed that names so many pages."""
    paths = [f"/{number}" for number in range(count)]
    site.routes["/feed"] = feed(*map(site.url, paths))
    site.routes |= {path: page(f"This is report {path[1:]}.") for path in paths}
    return plan(site, "/feed")


def test_what_a_feed_names_is_got_once(site: Site, kept: Store) -> None:
    given = named(site, 3)
    assert sorted(one.change for one in taken(run(given, kept))) == [Change.NEW] * 3
    assert kept.counts().reports == 3
    again = run(given, kept)
    assert not taken(again)
    assert [path for path in site.asked if path[1:].isdigit()] == sorted({"/0", "/1", "/2"}, key=site.asked.index)


def test_a_report_knows_what_its_source_tells(site: Site, kept: Store) -> None:
    run(named(site, 1), kept)
    (report,) = kept.reports()
    assert (report.outlet, report.url, str(report.published)) == ("Highland Ledger", site.url("/0"), "2014-05-03")
    assert report.key.startswith("127.0.0.1")


def test_the_answer_is_kept_as_it_came(site: Site, kept: Store) -> None:
    run(named(site, 1), kept)
    (got,) = kept.receptions()
    assert got.body == site.routes["/0"]
    assert (got.status, got.url, got.answered) == (200, site.url("/0"), site.url("/0"))
    assert got.header("Content-Type") == "text/html; charset=utf-8"
    (report,) = kept.reports()
    assert report.sha256 == got.sha256


def test_a_run_that_ends_anywhere_loses_nothing_and_gets_nothing_twice(site: Site, kept: Store) -> None:
    given = named(site, 6)
    for events_taken in (1, 2, 3):
        with open_client(given.allowed_hosts) as client:
            going = pipeline.watch(given, kept, client, pipeline.take_later)
            for _ in range(events_taken):
                next(going)
            going.close()  # type: ignore[attr-defined]
    run(given, kept)
    assert kept.counts().reports == 6
    received = [got.url for got in kept.receptions()]
    assert len(received) == len(set(received)) == 6
    assert not kept.tasks(Stage.KEPT)
    assert not [task for task in kept.tasks(Stage.WAITING) if task.url != site.url("/feed")]


def test_what_was_kept_but_not_read_is_read_without_the_network(site: Site, kept: Store) -> None:
    given = named(site, 1)
    with open_client(given.allowed_hosts) as client:
        going = pipeline.watch(given, kept, client, pipeline.take_later)
        while not (isinstance(event := next(going), Event) and event.what == "kept"):
            pass
        going.close()  # type: ignore[attr-defined]
    assert kept.counts().reports == 0
    with open_client() as nobody:
        assert len(taken(list(pipeline.watch(Plan(()), kept, nobody, pipeline.take_later)))) == 1


def test_only_changes_are_asked_for(site: Site, kept: Store) -> None:
    def conditional(asked: Asked) -> None:
        if asked.headers.get("If-None-Match") == '"one"':
            asked.give(b"", 304, ETag='"one"')
        else:
            asked.give(feed(), ETag='"one"')

    site.routes["/feed"] = conditional
    given = plan(site, "/feed")
    assert [event.what for event in events(run(given, kept))] == ["listed"]
    assert [event.what for event in events(run(given, kept))] == ["unchanged"]


def test_a_changed_report_is_a_revision(site: Site, kept: Store) -> None:
    given = named(site, 1)
    run(given, kept)
    site.routes["/0"] = page("Forty prisoners were freed, the paper now says.")
    site.routes["/feed"] = feed(site.url("/0"), updated="2014-05-04T10:00:00Z")
    assert [one.change for one in taken(run(given, kept))] == [Change.REVISED]
    first, second = kept.revisions(next(kept.reports()).key)
    assert "Forty" not in first.text
    assert "Forty" in second.text
    assert len({got.sha256 for got in kept.receptions()}) == 2


def test_reports_are_looked_at_again_for_some_days(site: Site, kept: Store) -> None:
    named(site, 1)
    given = plan(site, "/feed", again=2)
    run(given, kept)
    assert [one.change for one in taken(run(given, kept))] == [Change.UNCHANGED]
    site.routes["/0"] = page("Another text.")
    assert [one.change for one in taken(run(given, kept))] == [Change.REVISED]


def test_robots_are_heard(site: Site, kept: Store) -> None:
    given = named(site, 2)
    site.routes["/robots.txt"] = b"User-agent: *\nDisallow: /1\n"
    whats = {event.url: event.what for event in events(run(given, kept))}
    assert (whats[site.url("/1")], whats[site.url("/0")]) == ("failed", "kept")
    assert "/1" not in site.asked


def test_a_site_whose_robots_cannot_be_had_is_left_alone(site: Site, kept: Store) -> None:
    given = named(site, 1)
    site.routes["/robots.txt"] = lambda asked: asked.give(b"", 503)
    assert [event.what for event in events(run(given, kept))] == ["later"]
    assert site.asked == ["/robots.txt"]


def test_a_host_is_not_asked_more_often_than_agreed(site: Site, kept: Store) -> None:
    given = replace(named(site, 3), delay=0.3)
    began = time.monotonic()
    run(given, kept)
    assert time.monotonic() - began >= 3 * 0.3


def test_what_fails_for_now_is_tried_later_and_not_before(site: Site, kept: Store) -> None:
    site.routes["/a"] = lambda asked: asked.give(b"", 503, Retry_After="120")
    given = plan(site, pages=("/a",))
    assert [event.what for event in events(run(given, kept))] == ["later"]
    (task,) = kept.tasks(Stage.WAITING)
    assert 110 < task.due - time.time() <= 121
    assert not events(run(given, kept))
    site.routes["/a"] = page("At last.")
    kept.settle_task(replace(task, due=0.0))
    assert len(taken(run(given, kept))) == 1


def test_what_is_gone_is_not_tried_again(site: Site, kept: Store) -> None:
    given = plan(site, pages=("/gone",))
    assert [event.what for event in events(run(given, kept))] == ["failed"]
    assert [task.reason for task in kept.tasks(Stage.FAILED)] == ["answered 404"]
    assert not events(run(given, kept))


@pytest.mark.parametrize(("now", "problem"), [
    (feed(), "names nothing; it named 2 before"),
    (b"<html><body>Buy this domain</body></html>", "is no list any more"),
    (b"", "is no list any more"),
    (None, "answered 404"),
])
def test_a_source_that_is_dead_or_changed_is_named(site: Site, kept: Store, now: bytes | None, problem: str) -> None:
    given = named(site, 2)
    run(given, kept)
    del site.routes["/feed"]
    site.routes |= {"/feed": now} if now is not None else {}
    told = [event.problem for event in events(run(given, kept)) if event.problem]
    assert len(told) == 1
    assert problem in told[0]


def test_a_source_that_moved_to_another_host_is_named(site: Site, kept: Store) -> None:
    with serving() as other:
        other.routes["/feed"] = feed()
        there = other.url("/feed").replace("127.0.0.1", "localhost")
        site.routes["/feed"] = lambda asked: asked.give(b"", 301, Location=there)
        given = replace(plan(site, "/feed"), allowed_hosts=("127.0.0.1", "localhost"))
        assert [event.problem for event in events(run(given, kept))] == ["has moved to localhost"]


def test_sitemaps_lead_to_sitemaps(site: Site, kept: Store) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = f"<sitemapindex {space}><sitemap><loc>{site.url('/two.xml')}</loc></sitemap></sitemapindex>"
    site.routes["/map.xml"] = index.encode()
    site.routes["/two.xml"] = f"<urlset {space}><url><loc>{site.url('/a')}</loc></url></urlset>".encode()
    site.routes["/a"] = page("From the second map.")
    assert len(taken(run(plan(site, "/map.xml"), kept))) == 1


def test_a_page_without_an_article_is_named_and_not_got_again(site: Site, kept: Store) -> None:
    site.routes["/a"] = b"<html><body></body></html>"
    given = plan(site, pages=("/a",))
    (fault,) = (item for item in run(given, kept) if isinstance(item, UnreadableFile))
    assert fault.reason.endswith("no article text on the page")
    assert not events(run(given, kept))


PLAN = """
delay: 1
allowed_hosts: ["intranet:8080"]
sources:
  ledger:
    outlet: Highland Ledger
    country: Nowhere
    language: en
    owner: the Vardan family
    state_link: none
    lists: [https://ledger.example/feed]
    only: /world/
    again: 2
"""


def test_a_plan_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(PLAN)
    given = read_plan(path)
    (source,) = given.sources
    assert (given.delay, given.allowed_hosts, source.owner) == (1.0, ("intranet:8080",), "the Vardan family")
    assert (source.wants("https://a.example/world/1"), source.wants("https://a.example/sport/1")) == (True, False)


@pytest.mark.parametrize(("text", "reason"), [
    ("sources: [", "broken YAML"),
    ("- a", "needs `sources:`"),
    ("sources: {a: 3}", "needs lists: or pages:"),
    ("sources: {a: {outlet: b}}", "needs lists: or pages:"),
    ("sources: {a: {lists: [ftp://a.example/]}}", "no address of the web: ftp://a.example/"),
    ("sources: {a: {lists: [https://a.example], feed: b}}", "what is feed?"),
    ("sources: {a: {lists: [https://a.example], language: no}}", "put quotation marks"),
    ("sources: {a: {lists: [https://a.example], state_link: perhaps}}", "state_link is one of"),
    ("sources: {a: {lists: [https://a.example], only: '('}}", "only is no pattern"),
    ("sources: {a: {lists: [https://a.example], again: 1000}}", "again is a number"),
    ("delay: soon\nsources: {a: {lists: [https://a.example]}}", "delay"),
    ("pause: 1\nsources: {a: {lists: [https://a.example]}}", "what is pause?"),
    ("sources: !!python/object/apply:os.system [ls]", "broken YAML"),
])
def test_what_is_wrong_with_a_plan_is_said(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    with pytest.raises(UnreadableFile) as refused:
        read_plan(path)
    assert reason in str(refused.value)
