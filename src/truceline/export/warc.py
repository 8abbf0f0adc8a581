"""Evidence as WARC 1.1: answers as they came, bytes that came otherwise, and the text that statements stand in."""

from __future__ import annotations

import gzip
import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from truceline import __version__
from truceline.model import Reception, Report, Statement, plain

# What these say is of the answer on its way; the bytes that are kept are unpacked and whole.
ON_THE_WAY = ("content-encoding", "transfer-encoding", "content-length")
Heads = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report with the answers that it was read from, if it came from the web, and the statements that rest on it."""

    report: Report
    receptions: tuple[Reception, ...]
    statements: tuple[Statement, ...]


def pieces(evidence: Iterable[Evidence], facts: Iterable[object], made: datetime) -> Iterator[bytes]:
    """The archive, a packed record at a time; `facts` are what the evidence is for. The same gives the same bytes."""
    info = f"software: Truceline {__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    yield record("warcinfo", "urn:truceline:archive", info, made, {"Content-Type": "application/warc-fields"})
    for fact in facts:
        body = json.dumps(plain(fact), ensure_ascii=False, sort_keys=True).encode()
        yield record("metadata", f"urn:truceline:fact:{getattr(fact, 'id', '')}", body, made, JSON)
    for one in evidence:
        yield from _of_report(one, made)


JSON: Heads = {"Content-Type": "application/json"}


def _of_report(one: Evidence, made: datetime) -> Iterator[bytes]:
    """All that is kept of one report: its answers or bytes, its text, and what the text was read to say."""
    report, origin = one.report, ""
    url = report.url or f"urn:truceline:report:{report.key}"
    for got in one.receptions:
        block = http(got)
        heads = {"Content-Type": "application/http; msgtype=response",
                 "WARC-Payload-Digest": f"sha256:{got.sha256}"}
        yield record("response", got.answered, block, got.fetched, heads)
        origin = identity("response", got.answered, block, got.fetched)
    if report.sha256 not in {got.sha256 for got in one.receptions}:
        raw = report.raw or report.text.encode()
        yield record("resource", url, raw, made, {"Content-Type": "application/octet-stream"})
        origin = identity("resource", url, raw, made)
    refers = {"WARC-Refers-To": origin}
    yield record("conversion", url, report.text.encode(), made, {"Content-Type": "text/plain; charset=utf-8", **refers})
    told = {"key": report.key, "sha256": report.sha256, "outlet": report.outlet, "title": report.title,
            "published": plain(report.published), "updated": plain(report.updated), "language": report.language,
            "statements": [{"id": said.id, "kind": said.kind, **plain(said)} for said in one.statements]}
    body = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    yield record("metadata", url, body, made, {**JSON, **refers})


def http(got: Reception) -> bytes:
    """An answer as it came, with the headers of its way under other names and its length as it is kept."""
    try:
        said = HTTPStatus(got.status).phrase
    except ValueError:
        said = ""
    kept = [(f"X-Archive-Orig-{name}" if name.lower() in ON_THE_WAY else name, value) for name, value in got.headers]
    lines = [f"HTTP/1.1 {got.status} {said}", *(f"{name}: {one_line(value)}" for name, value in kept),
             f"Content-Length: {len(got.body)}"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace") + got.body


def record(kind: str, url: str, block: bytes, when: datetime, more: Heads) -> bytes:
    """One record, packed by itself."""
    heads = {"WARC-Type": kind, "WARC-Target-URI": one_line(url), "WARC-Date": stamp(when),
             "WARC-Record-ID": identity(kind, url, block, when),
             "WARC-Block-Digest": f"sha256:{hashlib.sha256(block).hexdigest()}", **more,
             "Content-Length": str(len(block))}
    if kind == "warcinfo":
        del heads["WARC-Target-URI"]
    lines = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
    return gzip.compress(f"WARC/1.1\r\n{lines}\r\n".encode("utf-8", "replace") + block + b"\r\n\r\n", mtime=0)


def identity(kind: str, url: str, block: bytes, when: datetime) -> str:
    """The name of a record, from what is in it."""
    whole = f"{kind} {url} {stamp(when)} {hashlib.sha256(block).hexdigest()}"
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, whole)}>"


def stamp(when: datetime) -> str:
    """A time as WARC writes it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def one_line(text: str) -> str:
    """A header's value without anything that could begin another header."""
    return " ".join(text.split())
