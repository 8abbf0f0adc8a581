"""Search as a reader and a feed reader meet it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import httpx
import pytest

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def total(client: httpx.Client, **asked: str) -> int:
    found: int = client.get("/api/search", params=asked).json()["total"]
    return found


def test_words_and_phrases_are_found_without_accents_and_case(made: httpx.Client) -> None:
    assert total(made, q="INES") == total(made, q="Inès") > 0
    assert total(made, q='"northern command"') == 2
    assert total(made, q='"command northern"') == 0
    assert total(made, q="ferry nowhere") == 0


def test_a_word_is_found_by_its_beginning_and_not_inside_another(made: httpx.Client) -> None:
    assert total(made, q="harb") > 0
    assert total(made, q="arbour") == 0


def test_what_is_marked_up_in_a_search_is_only_text(made: httpx.Client) -> None:
    for q in ("<script>", '"', '"""', "a" * 200, "(((", "[a-", "\\", "%00", "\x00", "*"):
        assert made.get("/search", params={"q": q}).status_code == 200
        assert made.get("/search.atom", params={"q": q}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [({"kind": "figure"}, 2), ({"status": "planned"}, 1), ({"standing": "corroborated"}, 2), ({"actor": "a1"}, 4),
     ({"actor": "a1", "part": "does"}, 1), ({"actor": "a1", "part": "says"}, 2), ({"type": "ASSAULT"}, 2),
     ({"outlet": "Coast Daily"}, 5), ({"start": "2021-03-04"}, 1), ({"end": "2021-03-01"}, 2),
     ({"start": "2021-03-01", "end": "2021-03-01", "outlet": "Coast Daily"}, 1), ({"place": "nowhere"}, 0),
     ({"start": "", "end": "", "kind": ""}, 7)],
)
def test_a_search_is_narrowed_by_what_statements_are(made: httpx.Client, asked: dict[str, str], wanted: int) -> None:
    assert total(made, **asked) == wanted


def test_a_facet_leads_to_as_many_as_it_says(demo: httpx.Client) -> None:
    facets = demo.get("/api/search", params={"q": "ceasefire"}).json()["facets"]
    for name, values in facets.items():
        for value, number in values.items():
            assert total(demo, q="ceasefire", **{name: value}) == number


def test_reports_are_found_by_words_that_no_statement_is_near(made: httpx.Client) -> None:
    page = made.get("/search", params={"q": "subscribe"}).text
    assert '<a class="plain" href="/report/coast/1">News of 2 March</a>' in page
    assert "<strong>Subscribe</strong>" in page


def test_pages_follow_one_another(demo: httpx.Client) -> None:
    first = demo.get("/search").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = demo.get(following[1].replace("&amp;", "&")).text
    quotes = [set(re.findall(r"/report/[^\"#]+#(s\w+)", page)) for page in (first, second)]
    assert quotes[0]
    assert not quotes[0] & quotes[1]


def test_a_search_is_a_feed_whose_entries_keep_their_names(made: httpx.Client) -> None:
    answer = made.get("/search.atom", params={"q": "ferry"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == total(made, q="ferry")
    newest = [entry.findtext("a:updated", "", ATOM) for entry in entries]
    assert newest == sorted(newest, reverse=True)
    for entry in entries:
        link = entry.find("a:link", ATOM)
        assert entry.findtext("a:id", "", ATOM).startswith("urn:truceline:statement:s")
        assert link is not None
        assert made.get(link.attrib["href"].partition("#")[0]).status_code == 200


def test_the_timeline_is_narrowed_too(demo: httpx.Client) -> None:
    march = demo.get("/timeline", params={"start": "2022-03-01", "end": "2022-03-05"}).text
    days = re.findall(r'<h3><time datetime="([^"]+)"', march)
    assert days
    assert all("2022-03-01" <= day <= "2022-03-05" for day in days)
    assert "Nothing on these days" in demo.get("/timeline", params={"start": "2030-01-01"}).text
