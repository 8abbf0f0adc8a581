"""What surrounds every answer, and what a hostile report or asker gets."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.outline import Outline
from tests.samples import plain_clean
from tests.web.conftest import served
from truceline import pipeline
from truceline.model import Act, Record, Report, Story
from truceline.store import ReadReport, open_store
from truceline.web.render import at
from truceline.web.shelf import ROOM, Shelf

ATTACK = """<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><style>*{display:none}</style>
</main></div>{{ 7*7 }}{% raw %}<a href="javascript:alert(1)" hx-get="/x" hx-trigger="load">x</a>"><b x='"""


@pytest.fixture
def attacked(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store in which everything that a report can say is an attack."""
    url = f"sqlite:///{tmp_path_factory.mktemp('attacked') / 'x.db'}"
    report = Report(key=f"../{ATTACK[:60]}?#%2e", text=ATTACK, raw=ATTACK.encode(), outlet=ATTACK, title=ATTACK,
                    url="javascript:alert(1)", language='en" onload="x')
    store = open_store(url)
    told = Act(report=report.key, start=0, end=len(ATTACK), quote=ATTACK, type="ASSAULT")
    store.put(ReadReport(report, plain_clean(report), (told,), pipeline.READER))
    stories = (Story(id="st1", title=ATTACK, reports=(report.key,)),)
    store.put_record(Record(stories=stories), pipeline.reader_name(store))
    store.close()
    return url


def test_hostile_text_stays_text_on_every_page(attacked: str) -> None:
    key = f"../{ATTACK[:60]}?#%2e"
    with served(attacked) as client:
        for address in ("/", "/stories", "/story/st1", "/reports", "/search", at(key), "/search?q=" + "%3Cscript"):
            answer = client.get(address)
            assert answer.status_code == 200, address
            outline = Outline(answer.text)
            assert not outline.open
            assert outline.tags.count("script") == 2, address
            assert not {"img", "svg", "style", "b"} & set(outline.tags)
            names = [name for _, name, _ in outline.attributes]
            assert not [name for name in names if name.startswith("on")]
            assert not [value for _, name, value in outline.attributes if name == "hx-get" and value == "/x"]
            assert not [link for link in outline.links if link.startswith("javascript:")]
            assert "{{ 7*7 }}" in answer.text or "7*7" not in answer.text
        feed = client.get("/search.atom")
        assert feed.status_code == 200
        assert "<script" not in feed.text


def test_no_page_may_run_what_is_not_the_desks_own(made: httpx.Client) -> None:
    for address in ("/", "/nowhere", "/api/overview", "/search?start=never"):
        headers = made.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_no_markup_needs_what_the_policy_forbids(made: httpx.Client) -> None:
    for address in ("/", "/figures", "/report/coast/1", "/search"):
        outline = Outline(made.get(address).text)
        assert not [name for _, name, _ in outline.attributes if name == "style" or name.startswith("on")]


def test_who_has_a_page_already_is_told_so(made: httpx.Client) -> None:
    first = made.get("/facts")
    tag = first.headers["etag"]
    again = made.get("/facts", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert made.get("/facts?kind=act").headers["etag"] != tag
    assert "etag" not in made.get("/fact/nowhere").headers


def test_a_page_shows_what_was_read_since(scratch: str) -> None:
    with served(scratch) as client:
        before = client.get("/reports")
        store = open_store(scratch)
        late = Report(key="late/1", text="The ferry sails again.", raw=b"x", outlet="Late News", title="Late news")
        store.put(ReadReport(late, plain_clean(late), (), pipeline.READER))
        store.close()
        after = client.get("/reports", headers={"If-None-Match": before.headers["etag"]})
        assert after.status_code == 200
        assert "Late News" in after.text


def test_only_this_machines_own_names_are_answered(made: httpx.Client) -> None:
    assert made.get("/", headers={"Host": "rebound.example"}).status_code == 400
    assert made.get("/", headers={"Host": "localhost:8766"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(made: httpx.Client, method: str) -> None:
    for address in ("/", "/fact/f1", "/api/facts", "/report/coast/1"):
        assert made.request(method, address).status_code == 405


@pytest.mark.parametrize(
    ("address", "status"),
    [("/fact/nowhere", 404), ("/story/nowhere", 404), ("/actor/nowhere", 404), ("/report/nowhere", 404),
     ("/statement/nowhere", 404), ("/fact/f1/cite.doc", 404), ("/static/x/..%2fapp.py", 404), ("/static/x/app.py", 404),
     ("/?since=never", 400), ("/search?page=0", 422), ("/search?q=" + "x" * 300, 422), ("/search?start=never", 422)],
)
def test_what_cannot_be_shown_is_said_on_a_page(made: httpx.Client, address: str, status: int) -> None:
    answer = made.get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_a_store_that_is_gone_is_said_on_a_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('none') / 'none.db'}"
    with served(url) as client:
        assert client.get("/").status_code == 503
        assert "there is no record" in client.get("/").text
        assert client.get("/api/overview").json()["detail"].startswith("there is no record")


@pytest.mark.parametrize("key", ["a/b", "a//b", "../../etc", ".", "a?b#c", "/a", "é ü", "a%2Fb", 'x"><b'])
def test_a_report_is_found_under_any_key(key: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('key') / 'k.db'}"
    store = open_store(url)
    report = Report(key=key, text="The ferry sails.", raw=b"x", title="Ferry")
    store.put(ReadReport(report, plain_clean(report), (), pipeline.READER))
    store.put_record(Record(), pipeline.reader_name(store))
    store.close()
    with served(url) as client:
        address = at(key)
        if key != ".":  # a path of one dot is taken out of an address by whoever asks for it
            assert "The ferry sails." in client.get(address).text


def test_many_readers_at_once_get_what_one_gets(made: httpx.Client) -> None:
    addresses = ["/", "/facts", "/fact/f1", "/report/coast/1", "/search?q=ferry", "/api/overview"] * 8
    alone = {address: made.get(address).content for address in set(addresses)}
    with ThreadPoolExecutor(12) as readers:
        answers = list(readers.map(lambda address: httpx.get(str(made.base_url.join(address)), timeout=60), addresses))
    assert [one.status_code for one in answers] == [200] * len(addresses)
    assert [one.content for one in answers] == [alone[address] for address in addresses]


def test_an_answer_kept_is_the_answer_made(scratch: str) -> None:
    with served(scratch) as client:
        first, again = client.get("/facts"), client.get("/facts")
        assert first.content == again.content
        assert {**first.headers, "date": ""} == {**again.headers, "date": ""}
        assert client.get("/", headers={"Host": "localhost:1"}).headers["etag"] != client.get("/").headers["etag"]


def test_a_shelf_has_an_end() -> None:
    async def wide(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"x" * 900_000})

    shelf = Shelf(wide)

    async def ask(number: int) -> None:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        await shelf({"type": "http", "method": "GET", "state": {"tag": str(number)}}, None, send)  # type: ignore[arg-type]
        assert len(sent) == 2

    async def all_of_them() -> None:
        for number in range(100):
            await ask(number)

    asyncio.run(all_of_them())
    assert sum(len(body["body"]) for _, body in shelf._kept.values()) <= ROOM
    assert list(shelf._kept)[-1] == "99"
