"""Asking an address: redirects followed one by one, the answer read within a limit, failures as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from urllib.parse import urljoin

import httpcore
import httpx

from truceline import __version__
from truceline.model import Reception
from truceline.sources.link import web_address
from truceline.sources.page import LARGEST
from truceline.sources.web.gate import SECONDS, Forbidden, Gate

AGENT = f"Truceline/{__version__}"
HOPS = 5
PIECE = 65_536
ACCEPTED = "text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.9,*/*;q=0.1"
PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Answers after which the same may be asked again later."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing was got. `passing` where it may go better later, then not before `after` seconds if that is told."""

    reason: str
    passing: bool = False
    after: float | None = None


class Client:
    """Asks addresses. Safe for several threads; close it in the end, as `with` does."""

    def __init__(self, transport: httpx.BaseTransport, seconds: float = SECONDS) -> None:
        self.http = httpx.Client(
            transport=transport, follow_redirects=False, trust_env=False, timeout=httpx.Timeout(min(10.0, seconds)),
            headers={"User-Agent": AGENT, "Accept": ACCEPTED, "Accept-Encoding": "gzip, deflate"},
        )
        self.http.cookies.jar.set_policy(NoCookies())

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.http.close()

    def get(self, url: str, asked: Mapping[str, str] | None = None, largest: int = LARGEST) -> Reception | Failure:
        """What is at an address, redirects followed. `asked` are headers of a conditional request: an answer with the
        status 304 and no body says that nothing changed."""
        where = url
        for _ in range(HOPS + 1):
            got = self._one(url, where, asked or {}, largest)
            if not isinstance(got, str):
                return got
            further = web_address(urljoin(where, got))
            if further is None:
                return Failure("redirected to what is no address of the web")
            where = further
        return Failure(f"redirected more than {HOPS} times")

    def _one(self, url: str, where: str, asked: Mapping[str, str], largest: int) -> Reception | Failure | str:
        """The answer of one address; a text is where it redirects to."""
        try:
            with self.http.stream("GET", where, headers=dict(asked)) as answer:
                if answer.has_redirect_location:
                    return answer.headers["location"]
                if answer.status_code not in (200, 304):
                    return _refused(answer)
                body = _body(answer, largest)
                if body is None:
                    return Failure(f"more than {largest:,} bytes")
                heads = tuple((name.lower(), value) for name, value in answer.headers.multi_items())
                return Reception(url=url, answered=where, status=answer.status_code, headers=heads,
                                 fetched=datetime.now(UTC).replace(microsecond=0), body=body)
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.ConnectionNotAvailable, ValueError) as error:
            return _broken(error)


class NoCookies(DefaultCookiePolicy):
    """Takes no cookie from anybody."""

    def set_ok(self, cookie: object, request: object) -> bool:  # noqa: ARG002 - the library's signature
        """Never."""
        return False


def open_client(allowed: Iterable[str] = (), seconds: float = SECONDS) -> Client:
    """A client that connects through the gate: to public addresses and allowed hosts only."""
    transport = httpx.HTTPTransport(trust_env=False)
    transport.close()
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=Gate(allowed, seconds),
        max_connections=32, max_keepalive_connections=0,
    )
    return Client(transport, seconds)


def _body(answer: httpx.Response, largest: int) -> bytes | None:
    """The unpacked body, None where it is larger than agreed."""
    announced = answer.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:20]) > largest:
        return None
    kept = bytearray()
    for piece in answer.iter_bytes(PIECE):
        kept += piece
        if len(kept) > largest:
            return None
    return bytes(kept)


def _refused(answer: httpx.Response) -> Failure:
    return Failure(f"answered {answer.status_code}", answer.status_code in PASSING, _after(answer))


def _after(answer: httpx.Response) -> float | None:
    """The seconds that a server asks to be left alone for: an hour at most."""
    said = answer.headers.get("retry-after", "")
    try:
        wanted = float(said) if said.isdigit() else (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(wanted, 0.0), 3600.0)


def _broken(error: Exception) -> Failure:
    cause = error.__cause__ or error
    if isinstance(cause, Forbidden):
        return Failure(str(cause))
    if isinstance(error, httpx.TimeoutException):
        return Failure("took too long", passing=True)
    passing = isinstance(error, httpx.TransportError)
    return Failure(f"{type(error).__name__}: {str(error)[:100]}", passing)
