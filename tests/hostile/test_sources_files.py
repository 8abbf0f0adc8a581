"""Files that nobody means well with: each is read in time, or refused in one line that says why."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources.fields import Found
from truceline.sources.kinds import items
from truceline.sources.link import Link

SECONDS = 15.0
WORDS = "The mediators met both delegations in the capital on Monday, officials of the two sides said. "
ARTICLE = f"<article><p>{WORDS}</p><p>{WORDS * 2}</p><p>{WORDS}</p></article>"
READ, REFUSED = "read", "refused"


def page(inside: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{inside}</body></html>".encode()


def rss(inside: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>L</title>{inside}</channel></rss>'.encode()


def item(text: str) -> str:
    return f"<item><link>https://a.example/1</link><description>{text}</description></item>"


def lolbomb() -> str:
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE rss [<!ENTITY l0 "lol">{steps}]>'


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: bytes, **more: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": body, **more})


def paragraphs(inside: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body>{inside}</w:body></w:document>".encode()


def warc(*records: bytes) -> bytes:
    return b"".join(records)


def record(url: str = "https://a.example/1", body: bytes = page(ARTICLE), length: int | None = None, heads: str = "") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{heads}\r\n".encode() + body
    told = len(block) if length is None else length
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2014-05-03T10:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:6bb34754-f176-4f41-bc05-9737434f1f9f>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {told}\r\n\r\n").encode() + block + b"\r\n\r\n"


def mail(body: str, heads: str = "") -> bytes:
    return (f"From: L <a@b.example>\r\nDate: Sat, 03 May 2014 10:00:00 +0000\r\nMessage-ID: <1@b>\r\n{heads}\r\n{body}").encode()


def nested_parts(depth: int) -> bytes:
    opened = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(depth))
    return mail("", "MIME-Version: 1.0\r\n" + opened.rstrip("\r\n") + "\r\n")


def pdf(objects: bytes, trailer: bytes = b"trailer << /Root 1 0 R >>") -> bytes:
    return b"%PDF-1.7\n" + objects + trailer + b"\nstartxref\n0\n%%EOF\n"


CATALOG = b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"

CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    # name: (ending, what it holds, READ or REFUSED)
    "page: a script is not read": ("html", lambda: page(f"<script>alert('boom boom')</script>{ARTICLE}"), READ),
    "page: handlers and frames": ("html", lambda: page(f'<iframe src="file:///etc/passwd"></iframe><p onclick="x()">{ARTICLE}'), READ),
    "page: a base that leads elsewhere": ("html", lambda: page(ARTICLE, '<base href="file:///etc/">'), READ),
    "page: nested a hundred thousand deep": ("html", lambda: page("<div>" * 100_000 + ARTICLE), REFUSED),
    "page: nested tables": ("html", lambda: page("<table><tr><td>" * 3_000 + ARTICLE), REFUSED),
    "page: nested in-line tags": ("html", lambda: page("<b><i>" * 20_000 + ARTICLE), REFUSED),
    "page: too many elements": ("html", lambda: page("<p>a" * 300_000), REFUSED),
    "page: a tag without an end": ("html", lambda: page(ARTICLE + "<a href='" + "x" * 2_000_000), READ),
    "page: attributes without end": ("html", lambda: page("<p " + "a=b " * 100_000 + ">" + ARTICLE), READ),
    "page: one class name of a megabyte": ("html", lambda: page(f'<div class="{"byline " * 150_000}">{ARTICLE}</div>'), READ),
    "page: too large": ("html", lambda: page(ARTICLE + " " * 9_000_000), REFUSED),
    "page: an entity of its own": ("html", lambda: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(f"{ARTICLE}&x;"), READ),
    "page: character references out of range": ("html", lambda: page(f"{ARTICLE}<p>&#0;&#xD800;&#x110000;&#99999999999;</p>"), READ),
    "page: null bytes": ("html", lambda: page(ARTICLE).replace(b"<p>", b"<p>\0"), READ),
    "page: an encoding that is none": ("html", lambda: page(ARTICLE, '<meta charset="rot13">'), READ),
    "page: an encoding of bytes to bytes": ("html", lambda: page(ARTICLE, '<meta charset="zlib">'), READ),
    "page: UTF-7": ("html", lambda: page(ARTICLE, '<meta charset="utf-7">'), READ),
    "page: half a UTF-16": ("html", lambda: ("\ufeff" + page(ARTICLE).decode()).encode("utf-16-le") + b"\0", READ),
    "page: data nested without end": ("html", lambda: page(ARTICLE, f'<script type="application/ld+json">{"[" * 100_000}</script>'), READ),
    "page: a million things in its data": ("html", lambda: page(ARTICLE, f'<script type="application/ld+json">[{"{}," * 300_000}{{}}]</script>'), READ),
    "page: data of the wrong sorts": ("html", lambda: page(ARTICLE, '<script type="application/ld+json">{"@type":["NewsArticle",3],"headline":{"a":1},"author":[[]],"datePublished":[null],"publisher":7}</script>'), READ),
    "page: an address that is no address": ("html", lambda: page(ARTICLE, '<link rel="canonical" href="http://[::1">'), READ),
    "page: comments without end": ("html", lambda: b"<!doctype html>" + b"<!--" * 200_000 + page(ARTICLE), REFUSED),
    "page: a title of a megabyte": ("html", lambda: page(ARTICLE, f"<title>{'| ' * 500_000}</title>"), READ),
    "page: dates without end": ("html", lambda: page(ARTICLE + '<time datetime="99999-99-99">x</time>' * 20_000), READ),
    "feed: a billion laughs": ("xml", lambda: rss(item("&l9;"), lolbomb()), REFUSED),
    "feed: an external entity": ("xml", lambda: rss(item("&x;"), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), REFUSED),
    "feed: an external entity of the web": ("xml", lambda: rss(item("&x;"), '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1/">]>'), REFUSED),
    "feed: a parameter entity": ("xml", lambda: rss(item("a"), '<!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'), REFUSED),
    "feed: an external document type": ("xml", lambda: rss(item("a"), '<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd">'), READ),
    "feed: entities in UTF-16": ("xml", lambda: rss(item("&l9;"), lolbomb()).decode().replace('?>', ' encoding="utf-16"?>', 1).encode("utf-16"), REFUSED),
    "feed: nested without end": ("xml", lambda: rss("<a>" * 200_000), READ),
    "feed: text of ten megabytes": ("xml", lambda: rss(item("a" * 11_000_000)), READ),
    "feed: addresses that are none of the web's": ("xml", lambda: rss("".join(
        f"<item><link>{url}</link></item>" for url in ("javascript:x()", "file:///etc/passwd", "data:text/html,x", "ftp://a/b", "http://")), ""), "nothing"),
    "feed: a path that climbs": ("xml", lambda: rss(f"<item><link>https://a.example/../../../etc/passwd</link><description>{WORDS * 9}</description></item>"), READ),
    "feed: an inclusion": ("xml", lambda: rss('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>' + item(WORDS * 9)), READ),
    "feed: a style sheet": ("xml", lambda: b'<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>' + rss(item(WORDS * 9)), READ),
    "sitemap: sixty thousand addresses": ("xml", lambda: b"<urlset>" + b"<url><loc>https://a.example/1</loc></url>" * 60_000 + b"</urlset>", READ),
    "sitemap: entities": ("xml", lambda: b'<!DOCTYPE urlset [<!ENTITY a "b">]><urlset/>', REFUSED),
    "addresses: private ones are only named": ("txt", lambda: b"http://127.0.0.1/\nhttp://169.254.169.254/latest\n", READ),
    "addresses: one of a megabyte": ("txt", lambda: b"https://a.example/\nhttps://a.example/" + b"x" * 1_000_000, READ),
    "JSON: nested without end": ("json", lambda: b'[{"a":' * 100_000, REFUSED),
    "JSON: a number of a million digits": ("json", lambda: b'{"text": ' + b"9" * 1_000_000 + b"}", REFUSED),
    "JSON: a name of a million letters": ("json", lambda: json.dumps({"text": WORDS, "k" * 1_000_000: 1}).encode(), READ),
    "JSON: a key that climbs": ("json", lambda: json.dumps({"text": WORDS, "key": "../../etc/passwd"}).encode(), READ),
    "JSON: markup nested in a feed": ("json", lambda: json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "<div>" * 100_000 + WORDS}]}).encode(), REFUSED),
    "JSON: wrong sorts in ninjs": ("json", lambda: json.dumps({"body_text": {"a": 1}, "headline": [], "versioncreated": 7, "bodies": "x"}).encode(), REFUSED),
    "gzip: a bomb": ("html.gz", lambda: gzip.compress(b"\0" * 80_000_000, 9), REFUSED),
    "gzip: a bomb in a bomb": ("gz", lambda: gzip.compress(gzip.compress(b"a" * 50_000_000)), REFUSED),
    "gzip: cut short": ("html.gz", lambda: gzip.compress(page(ARTICLE))[:-20], REFUSED),
    "gzip: a broken head": ("html.gz", lambda: b"\x1f\x8b\xff\xff" + b"\xff" * 500, REFUSED),
    "bzip2 is not unpacked": ("html.bz2", lambda: bz2.compress(page(ARTICLE)), REFUSED),
    "docx: a bomb": ("docx", lambda: docx(b"<a>" + b" " * 60_000_000), REFUSED),
    "docx: entities": ("docx", lambda: docx(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + paragraphs("<w:p/>")), REFUSED),
    "docx: nested without end": ("docx", lambda: docx(paragraphs("<w:p>" * 100_000)), REFUSED),
    "docx: an empty one": ("docx", lambda: docx(paragraphs("")), REFUSED),
    "docx: names that climb": ("docx", lambda: docx(paragraphs(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"), **{"../../../tmp/evil": b"x"}), READ),
    "zip: too many members": ("docx", lambda: docx(paragraphs("<w:p/>"), **{f"m{n}": b"" for n in range(21_000)}), REFUSED),
    "zip: no end": ("docx", lambda: docx(paragraphs("<w:p/>"))[:-30], REFUSED),
    "wacz: no archive in it": ("wacz", lambda: zipped({"datapackage.json": b"{}"}), REFUSED),
    "wacz: names that climb": ("wacz", lambda: zipped({"datapackage.json": b"{}", "archive/../../../tmp/evil.warc": warc(record())}), READ),
    "wacz: a bomb in it": ("wacz", lambda: zipped({"datapackage.json": b"{}", "archive/a.warc.gz": gzip.compress(record(body=b"a" * 40_000_000))}), REFUSED),
    "warc: a length that lies low": ("warc", lambda: warc(record(length=20), record("https://a.example/2")), REFUSED),
    "warc: a length that lies high": ("warc", lambda: warc(record(length=10**15)), READ),
    "warc: a length beyond all numbers": ("warc", lambda: warc(record(length=10**30)), REFUSED),
    "warc: a length that is negative": ("warc", lambda: warc(record(length=-5)), REFUSED),
    "warc: a body that unpacks without end": ("warc", lambda: warc(record(body=gzip.compress(b"a" * 60_000_000), heads="Content-Encoding: gzip\r\n")), REFUSED),
    "warc: an address that climbs": ("warc", lambda: warc(record("https://a.example/../../etc/passwd")), READ),
    "warc: an address of this machine": ("warc", lambda: warc(record("file:///etc/passwd")), "nothing"),
    "warc: headers without end": ("warc", lambda: b"WARC/1.0\r\n" + b"X-A: b\r\n" * 300_000, "nothing"),
    "mail: parts nested without end": ("eml", lambda: nested_parts(2_000), REFUSED),
    "mail: a hundred thousand parts": ("eml", lambda: mail("--b\r\n\r\nx\r\n" * 300_000, 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n'), REFUSED),
    "mail: an encoding that is none": ("eml", lambda: mail(WORDS, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=nonsense\r\nSubject: =?nonsense?B?////?=\r\n"), READ),
    "mail: a name that climbs": ("eml", lambda: mail(WORDS, 'Content-Disposition: inline; filename="../../../etc/passwd"\r\n'), READ),
    "mail: base64 that is none": ("eml", lambda: mail("%%%%" * 10_000, "MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n"), REFUSED),
    "mail: a header of a megabyte": ("eml", lambda: mail(WORDS, f"Subject: {'=?utf-8?q?a?= ' * 50_000}\r\n"), READ),
    "mbox: five thousand mails": ("mbox", lambda: (b"From a@b Sat May  3 10:00:00 2014\n" + mail("x\r\n")) * 5_000, READ),
    "mhtml: no page in it": ("mhtml", lambda: b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n', REFUSED),
    "pdf: pages in a circle": ("pdf", lambda: pdf(CATALOG + b"2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 >> endobj\n"), REFUSED),
    "pdf: a billion pages": ("pdf", lambda: pdf(CATALOG + b"2 0 obj << /Type /Pages /Kids [] /Count 999999999 >> endobj\n"), REFUSED),
    "pdf: objects nested without end": ("pdf", lambda: pdf(CATALOG + b"2 0 obj " + b"[" * 200_000 + b" endobj\n"), REFUSED),
    "pdf: a length that lies": ("pdf", lambda: pdf(CATALOG + b"2 0 obj << /Length 99999999999 >> stream\nx\nendstream endobj\n"), REFUSED),
    "pdf: nothing behind its mark": ("pdf", lambda: b"%PDF-1.7" + b"\0" * 100_000, REFUSED),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_read_or_refused_in_time(name: str, tmp_path: Path) -> None:
    ending, make, expected = CASES[name]
    raw, found = make(), list[Report | Link | UnreadableFile]()
    began = time.process_time()
    try:
        found.extend(items(Found(tmp_path / f"given.{ending}", "given"), io.BytesIO(raw)))
    except UnreadableFile as error:
        found.append(error)
    assert time.process_time() - began < SECONDS
    refused = [one for one in found if isinstance(one, UnreadableFile)]
    read = [one for one in found if isinstance(one, Report | Link)]
    if expected == REFUSED:
        assert refused
        assert not read
    elif expected == READ:
        assert read or name.startswith(("feed: nested", "warc: a length that lies high"))
    assert all("\n" not in one.reason and len(one.reason) < 300 for one in refused)
    assert not list(tmp_path.iterdir())
    for one in read:
        text = one.text if isinstance(one, Report) else one.url
        assert "root:" not in text
        assert "boom boom" not in text
        assert isinstance(one, Report) or one.url.startswith(("http://", "https://"))


@pytest.mark.parametrize("name", [name for name, (_, _, expected) in CASES.items() if "climb" in name and expected == READ])
def test_no_name_of_the_net_leads_out_of_a_folder(name: str) -> None:
    ending, make, _ = CASES[name]
    for one in items(Found(Path(f"given.{ending}"), "given"), io.BytesIO(make())):
        if isinstance(one, Report) and not name.startswith("JSON"):
            assert not one.key.startswith("/")
            assert ".." not in one.key.split("/")
