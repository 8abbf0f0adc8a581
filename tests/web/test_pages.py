"""Every page there is, walked from the first one by its links."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

import httpx
import pytest

from tests.golden import check
from tests.outline import Outline
from truceline import __version__
from truceline.web.render import leaf

PLACES = ["/", "/stories", "/facts", "/disagreements", "/talks", "/truces", "/pledges", "/positions", "/figures",
          "/timeline", "/actors", "/reports", "/search", "/api"]
GOLDEN = {
    "today": "/", "story": "/story/st1", "fact": "/fact/f1", "report": "/report/north/1", "actor": "/actor/a1",
    "search": "/search?q=ferry",
}


@pytest.fixture(scope="session")
def walked(demo: httpx.Client) -> dict[str, Outline]:
    """The pages of the sample record by address, all that links lead to."""
    found: dict[str, Outline] = {}
    waiting = list(PLACES)
    while waiting:
        address = waiting.pop()
        if address in found or re.search(r"\?|/cite\.|^/(?:api|static)/|^/search\.atom", address):
            continue
        answer = demo.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        found[address] = Outline(answer.text)
        waiting += [urldefrag(link).url for link in found[address].links if link.startswith("/")]
    return found


def test_there_is_a_page_for_everything(walked: dict[str, Outline]) -> None:
    for place in (*PLACES, "/report/corran/1"):
        assert place in walked
    assert len(walked) > 100


def test_all_markup_is_closed_and_every_id_is_one(walked: dict[str, Outline]) -> None:
    for address, outline in walked.items():
        assert not outline.open, address
        assert len(outline.ids) == len(set(outline.ids)), address


def test_every_link_leads_to_its_place(walked: dict[str, Outline]) -> None:
    for address, outline in walked.items():
        for link in outline.links:
            page, anchor = urldefrag(link)
            target = walked.get(page or address)
            if anchor and target:
                assert anchor in target.ids, f"{link} on {address}"


def test_pages_have_one_main_heading_none_is_skipped_and_landmarks_are_named(walked: dict[str, Outline]) -> None:
    for address, outline in walked.items():
        assert outline.headings.count(1) == 1, address
        assert outline.tags.count("main") == 1
        assert not outline.unnamed, address
        assert all(later <= earlier + 1 for earlier, later in zip(outline.headings, outline.headings[1:], strict=False)
                   if earlier > 1), address
        fields = {value for tag, name, value in outline.attributes if tag in ("input", "select") and name == "id"}
        labels = {value for tag, name, value in outline.attributes if tag == "label" and name == "for"}
        assert fields <= labels, address


def test_nothing_is_loaded_from_elsewhere_and_no_page_is_heavy(walked: dict[str, Outline], demo: httpx.Client) -> None:
    page = demo.get("/")
    loaded = [value for tag, name, value in Outline(page.text).attributes
              if name == "src" or (tag == "link" and name == "href")]
    assert loaded
    assert all(one.startswith("/static/") for one in loaded)
    weight = len(page.content) + sum(len(demo.get(one).content) for one in loaded)
    assert weight < 200_000


def test_the_words_of_every_disagreement_are_one_click_away(demo: httpx.Client) -> None:
    first = Outline(demo.get("/").text)
    values = [link for link in first.links if link.startswith("/report/") and "#" in link]
    for name in ("12 people", "31 people", "released 60 prisoners", "38 prisoners were freed"):
        opened = [link for link in values if name in marked(demo, link)]
        assert opened, name


def marked(client: httpx.Client, link: str) -> str:
    """The words that a link into a report leads to."""
    page, anchor = urldefrag(link)
    found = re.search(rf'<mark class="\w+" id="{anchor}"[^>]*>(.*?)</mark>', client.get(page).text, re.S)
    return re.sub(r"<[^>]+>", "", found[1]) if found else ""


def test_a_fact_told_by_copies_has_one_voice_and_its_copies_are_folded(demo: httpx.Client) -> None:
    page = demo.get("/search", params={"q": '"30-day ceasefire"', "kind": "act"}).text
    fact = re.search(r"/fact/f\w+", page)
    assert fact
    shown = demo.get(fact[0]).text
    assert "3 reports, 1 voice" in shown
    assert "2 copies of <bdi>Corran Wire</bdi>" in shown


def test_a_fact_can_be_seen_as_of_a_day(made: httpx.Client) -> None:
    then = made.get("/fact/f1", params={"on": "2021-03-02"}).text
    assert "up to 2 March 2021" in then
    assert "Shells hit the ferry" in then
    assert "Northern &lt;b&gt;Voice" not in then


def test_a_statement_has_an_address_that_lasts(made: httpx.Client) -> None:
    link = re.search(r'/statement/s\w+', made.get("/fact/f1").text)
    assert link
    answer = made.get(link[0])
    assert answer.headers["location"] == f"/fact/f1#{link[0].removeprefix('/statement/')}"


@pytest.mark.parametrize("name", list(GOLDEN))
def test_pages_are_as_they_were_found_good(made: httpx.Client, name: str) -> None:
    text = re.sub(r"/static/\w+/", "/static/", made.get(GOLDEN[name]).text)
    text = text.replace(str(made.base_url).rstrip("/"), "http://desk").replace(__version__, "VERSION")
    check(f"web-{name}.html", text[text.index("<main"):text.index("</main>")])


def test_a_long_list_goes_on_on_another_page(demo: httpx.Client) -> None:
    assert leaf(range(250), 3).some == range(200, 250)
    assert leaf(range(250), -1).number == 1
    assert not leaf(range(250), 99).some
    for place in ("/stories", "/actors", "/reports", "/disagreements", "/facts"):
        assert demo.get(place, params={"number": 99}).status_code == 200
