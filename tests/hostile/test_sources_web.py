"""Servers that nobody means well with: each is left in time, and no address leads where it must not."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator

import pytest

from tests.loopback import Asked, Site, page, serving
from truceline.model import Reception
from truceline.sources.link import key_of, web_address
from truceline.sources.web import Failure, Robots, open_client
from truceline.sources.web.gate import is_public

SECONDS = 2.0


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def get(site: Site, path: str = "/a", largest: int = 1_000_000) -> Reception | Failure:
    with open_client((site.host,), SECONDS) as client:
        return client.get(site.url(path), largest=largest)


def forever(piece: bytes, pause: float = 0.0) -> Callable[[Asked], None]:
    """A body of one piece over and over."""
    def route(asked: Asked) -> None:
        asked.send_response(200)
        asked.end_headers()
        for _ in range(20_000):
            asked.wfile.write(piece)
            time.sleep(pause)
    return route


def heads_forever(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(500):
        asked.wfile.write(b"X-More: yes\r\n")
        asked.wfile.flush()
        time.sleep(0.05)


def one_head_forever(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\nX-More: ")
    for _ in range(300):
        asked.wfile.write(b"a" * 10_000)


def silent(asked: Asked) -> None:
    time.sleep(SECONDS * 2)


def packed(body: bytes, how: str) -> Callable[[Asked], None]:
    return lambda asked: asked.give(body, Content_Encoding=how)


def to(where: str) -> Callable[[Asked], None]:
    return lambda asked: asked.give(b"", 302, Location=where)


def hangs_up(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")


def says_nonsense(asked: Asked) -> None:
    asked.wfile.write(b"\x00\xff\x00\xff" * 100)


SERVERS: dict[str, tuple[Callable[[Asked], None], str]] = {
    "a body without end": (forever(b"a" * 10_000), "more than"),
    "a body that drips": (forever(b"a", 0.05), "took too long"),
    "headers that drip": (heads_forever, "took too long"),
    "a header without end": (one_head_forever, ""),
    "silence": (silent, "took too long"),
    "an announced body too large": (lambda asked: asked.give(b"", Content_Length="99999999999"), "more than"),
    "an announced length of a thousand digits": (lambda asked: asked.give(b"", Content_Length="9" * 1000), ""),
    "a body that unpacks too large": (packed(gzip.compress(b"a" * 50_000_000), "gzip"), "more than"),
    "a deflated one": (packed(zlib.compress(b"a" * 50_000_000), "deflate"), "more than"),
    "packed twice": (packed(gzip.compress(gzip.compress(b"a" * 50_000_000)), "gzip, gzip"), "more than"),
    "packed, but not": (packed(b"plain words", "gzip"), ""),
    "a redirect to itself": (to("/a"), "redirected more than"),
    "a redirect to a file": (to("file:///etc/passwd"), "no address of the web"),
    "a redirect to a script": (to("javascript:alert(1)"), ""),
    "a redirect to nowhere": (to(""), ""),
    "a redirect to what is no address": (to("http://[::1"), ""),
    "a redirect to the machine's own data": (to("http://169.254.169.254/latest/meta-data"), "private address"),
    "a redirect to this machine": (to("http://127.0.0.1:9/"), "private address"),
    "a redirect to this machine by name": (to("http://localhost:9/"), "private address"),
    "a redirect to this machine as a number": (to("http://2130706433/"), "private address"),
    "a redirect to this machine in IPv6": (to("http://[::1]:9/"), "private address"),
    "a redirect to this machine wrapped in IPv6": (to("http://[::ffff:127.0.0.1]:9/"), "private address"),
    "a redirect to a private network": (to("http://10.0.0.1/"), "private address"),
    "half an answer": (hangs_up, ""),
    "nonsense": (says_nonsense, ""),
}


@pytest.mark.parametrize("name", SERVERS)
def test_a_hostile_server_is_left_in_time(site: Site, name: str) -> None:
    route, reason = SERVERS[name]
    site.routes["/a"] = route
    began = time.monotonic()
    got = get(site)
    assert time.monotonic() - began < SECONDS * 3
    assert isinstance(got, Failure)
    assert reason in got.reason
    assert "\n" not in got.reason


def test_a_good_page_is_got_through_redirects_with_what_came_with_it(site: Site) -> None:
    site.routes["/a"] = to("/b")
    site.routes["/b"] = lambda asked: asked.give(gzip.compress(page("Words.")), Content_Encoding="gzip", ETag='"x"')
    got = get(site)
    assert isinstance(got, Reception)
    assert (got.body, got.answered, got.header("ETag")) == (page("Words."), site.url("/b"), '"x"')


def test_a_cookie_is_not_taken(site: Site) -> None:
    site.routes["/a"] = lambda asked: asked.give(b"", 302, Location="/b", Set_Cookie="a=b")
    site.routes["/b"] = page("Words.")
    get(site)
    assert not [heads for heads in site.heads if "Cookie" in heads]


@pytest.mark.parametrize("address", [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
    "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "not an address", "",
])
def test_private_addresses_are_known_in_any_form(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public(address)


def test_a_host_must_be_allowed_by_its_name_and_port(site: Site) -> None:
    site.routes["/a"] = page("Words.")
    for allowed, reached in (((), False), (("127.0.0.1",), True), ((site.host,), True), (("127.0.0.1:1",), False)):
        with open_client(allowed, SECONDS) as client:
            assert isinstance(client.get(site.url("/a")), Reception) is reached
    assert len(site.asked) == 2


def test_a_name_that_changes_its_mind_is_asked_where_it_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])
    real = socket.getaddrinfo

    def changing(host: str, port: int, *rest: object, **more: object) -> object:
        if host == "changing.example":
            host = next(answers)
        return real(host, port, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    next(answers)
    with open_client((), SECONDS) as client:
        got = client.get(f"http://changing.example:{site.server_address[1]}/a")
    assert isinstance(got, Failure)
    assert "private address" in got.reason
    assert site.asked == []


@pytest.mark.parametrize("text", [
    "", "a.example", "//a.example/", "ftp://a.example/", "file:///etc/passwd", "javascript:x", "http://", "http://[::1",
    "http://a.example:99999/", "http://a b.example/", "http://a.example/\nHost: b", "http://a.example/" + "x" * 3_000, None, 7,
])
def test_what_is_no_address_of_the_web_is_not_asked(text: object) -> None:
    assert web_address(text) is None


@pytest.mark.parametrize("url", [
    "https://a.example/../../etc/passwd", "https://a.example/%2e%2e/%2e%2e/etc/passwd", "https://a.example//etc/passwd",
    "https://a.example/..%2f..%2fetc", "https://a.example/a\\..\\b", "https://a.example/\x00", "https://a.example/" + "x/" * 900,
    "https://a.example/?file=../../etc/passwd", "https://user:secret@a.example/", "https://a.example/a\u202eb",
])
def test_no_key_climbs_or_tells_a_secret(url: str) -> None:
    key = key_of(url)
    assert not key.startswith(("/", "."))
    assert ".." not in key.split("/")
    assert "secret" not in key
    assert key.isprintable()
    assert len(key) < 200


@pytest.mark.parametrize(("one", "other"), [
    ("https://www.a.example/talks/", "http://a.example/talks"),
    ("https://a.example/talks?utm_source=x&fbclid=y", "https://a.example/talks"),
])
def test_one_report_has_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
    assert key_of("https://a.example/talks?id=1") != key_of("https://a.example/talks?id=2")


@pytest.mark.parametrize("rules", [b"User-agent: *\nDisallow: " + b"/*a" * 50_000, b"\xff\xfe" * 1000, b"User-agent: *\nCrawl-delay: 1e99\n",
                                   b"User-agent: *\nAllow: /" + b"*" * 3_000 + b"$\n", b"<html>" * 10_000])
def test_hostile_rules_of_robots_are_answered_in_time(site: Site, rules: bytes) -> None:
    site.routes["/robots.txt"] = rules
    began = time.process_time()
    with open_client((site.host,), SECONDS) as client:
        robots = Robots(client)
        robots.refusal(site.url("/" + "a" * 1_000))
        assert robots.delay(site.url("/")) <= 60.0
    assert time.process_time() - began < 5.0
