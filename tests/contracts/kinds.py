"""One file of each kind of source, each written by another program than this one, about invented events."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from typing import Any

PARTS = (
    "The mediators met both delegations in the capital on Monday and again on Tuesday, officials of the two said.",
    "The two sides agreed to exchange forty prisoners by the end of the month, and to meet again in the spring.",
    "Neither of them gave a date for the next round of the talks, which have gone on in the same hall since March.",
    "A spokesman for the northern council said that the road to the coast would open for lorries on the first of May.",
    "Families of the missing waited outside the hall until late at night, and some of them had come from far away.",
    "Observers of the truce counted fewer shots along the river in the past week than in any week since the winter.",
)
TEXT = "\n\n".join(PARTS)
HTML = "".join(f"<p>{part}</p>" for part in PARTS)
TITLE, OUTLET, URL = "Talks go on in the capital", "Highland Ledger", "https://ledger.example/world/talks"
PAGE = (f'<!doctype html><html lang="en"><head><title>{TITLE} | {OUTLET}</title>'
        f'<meta property="og:site_name" content="{OUTLET}"><meta property="og:title" content="{TITLE}">'
        f'<link rel="canonical" href="{URL}"><meta property="article:published_time" content="2014-05-03T10:00:00Z">'
        f"</head><body><nav>Home</nav><article><h1>{TITLE}</h1>{HTML}</article></body></html>")


def text_file(_: Path) -> bytes:
    return TEXT.encode()


def page(_: Path) -> bytes:
    return PAGE.encode()


def one_object(_: Path) -> bytes:
    return json.dumps({"text": TEXT, "title": TITLE, "outlet": OUTLET, "published": "2014-05-03", "url": URL}).encode()


def json_lines(folder: Path) -> bytes:
    return one_object(folder) + b"\n" + json.dumps({"text": TEXT[::-1]}).encode() + b"\n"


def ninjs(_: Path) -> bytes:
    return json.dumps({
        "uri": URL, "type": "text", "versioncreated": "2014-05-03T12:00:00Z", "firstcreated": "2014-05-03T10:00:00Z",
        "headline": TITLE, "body_xhtml": HTML, "language": "en-GB", "copyrightholder": OUTLET, "byline": "Ines Vardan",
    }).encode()


def json_feed(_: Path) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "items": [
        {"id": "1", "url": URL, "title": TITLE, "content_html": HTML, "date_published": "2014-05-03T10:00:00Z"},
        {"id": "2", "url": URL + "-2", "title": "More", "content_text": "A teaser."}]}).encode()


def gdelt(_: Path) -> bytes:
    return json.dumps({"articles": [{
        "url": URL, "url_mobile": "", "title": TITLE, "seendate": "20140503T103000Z", "socialimage": "",
        "domain": OUTLET, "language": "English", "sourcecountry": "Nowhere"}]}).encode()


def feed() -> Any:
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.id("https://ledger.example/")
    made.title(OUTLET)
    made.link(href="https://ledger.example/", rel="alternate")
    made.description("The news of the highlands")
    made.language("en")
    for url, content in ((URL, HTML), (URL + "-2", "A teaser.")):
        entry = made.add_entry(order="append")
        entry.id(url)
        entry.title(TITLE)
        entry.link(href=url)
        entry.content(content, type="CDATA")
        entry.published("2014-05-03T10:00:00Z")
        entry.updated("2014-05-03T10:00:00Z")
        entry.author(name="Ines Vardan", email="ines@ledger.example")
    return made


def rss(_: Path) -> bytes:
    return bytes(feed().rss_str())


def atom(_: Path) -> bytes:
    return bytes(feed().atom_str())


def sitemap(_: Path) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<url><loc>{URL}</loc><lastmod>2014-05-04</lastmod><news:news><news:publication><news:name>{OUTLET}</news:name>"
        "<news:language>en</news:language></news:publication>"
        f"<news:publication_date>2014-05-03T10:00:00Z</news:publication_date><news:title>{TITLE}</news:title>"
        "</news:news></url></urlset>").encode()


def addresses(_: Path) -> bytes:
    return f"# from the desk\n{URL}\nhttps://ledger.example/two\n".encode()


def mhtml(_: Path) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by a browser>"
    whole["Snapshot-Content-Location"] = URL
    whole["Subject"] = TITLE
    part = MIMEText(PAGE, "html", "utf-8")
    part["Content-Location"] = URL
    whole.attach(part)
    whole.attach(MIMEImage(b"\x89PNG", "png"))
    return whole.as_bytes()


def mbox(folder: Path) -> bytes:
    (folder / "box").unlink(missing_ok=True)
    box = mailbox.mbox(folder / "box")
    for number in (1, 2):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = f"{OUTLET} <desk@ledger.example>", "a@b.example", TITLE
        mail["Date"], mail["Message-ID"] = "Sat, 03 May 2014 10:00:00 +0000", f"<{number}@ledger.example>"
        mail.set_content(f"From the desk.\n\n{TEXT}")
        if number == 2:
            mail.add_alternative(f"<html><body>{HTML}</body></html>", subtype="html")
            mail.add_attachment(pdf(folder), maintype="application", subtype="pdf", filename="../../statement.pdf")
        box.add(mail)
    box.close()
    return (folder / "box").read_bytes()


def eml(folder: Path) -> bytes:
    _, _, whole = mbox(folder).partition(b"\n")
    return whole[:whole.index(b"\nFrom ")]


def pdf(_: Path) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_title(TITLE)
    made.set_creation_date(datetime(2014, 5, 3, tzinfo=UTC))
    made.set_font("Helvetica", size=11)
    for parts in (PARTS[:3], PARTS[3:]):
        made.add_page()
        made.multi_cell(0, 6, "\n\n".join(parts))
    return bytes(made.output())


def docx(_: Path) -> bytes:
    from docx import Document

    made = Document()
    made.core_properties.title, made.core_properties.created = TITLE, datetime(2014, 5, 3)
    for part in PARTS[:3]:
        made.add_paragraph(part)
    made.add_page_break()  # type: ignore[no-untyped-call]
    for part in PARTS[3:]:
        made.add_paragraph(part)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def warc(_: Path, packed: bool = True) -> bytes:
    from hashlib import sha1

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    answers = [(URL, "text/html; charset=utf-8", PAGE.encode(), "200 OK"),
               (URL + ".png", "image/png", b"\x89PNG", "200 OK"),
               (URL + "/gone", "text/html", PAGE.encode(), "404 Not Found"),
               (URL + "/again", "text/html", gzip.compress(PAGE.encode()), "200 OK")]
    for url, sort, body, status in answers:
        heads = [("Content-Type", sort)] + ([("Content-Encoding", "gzip")] if body[:2] == b"\x1f\x8b" else [])
        said = StatusAndHeaders(status, heads, protocol="HTTP/1.1")
        digests = {"WARC-Block-Digest": "sha1:0", "WARC-Payload-Digest": f"sha1:{sha1(body).hexdigest()}"}
        writer.write_record(writer.create_warc_record(
            url, "response", io.BytesIO(body), len(body), http_headers=said,
            warc_headers_dict=digests))
    return file.getvalue()


def plain_warc(folder: Path) -> bytes:
    return warc(folder, packed=False)


def wacz(folder: Path) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        archive.writestr("archive/data.warc.gz", warc(folder))
        archive.writestr("pages/pages.jsonl", json.dumps({"format": "json-pages-1.0"}))
    return file.getvalue()


SAMPLES: dict[str, tuple[str, Callable[[Path], bytes], int, int]] = {
    # name: kind, writer, reports, links
    "text": ("plain text (.txt)", text_file, 1, 0),
    "page": ("web pages", page, 1, 0),
    "object": ("JSON", one_object, 1, 0),
    "lines": ("JSON Lines", json_lines, 2, 0),
    "ninjs": ("JSON", ninjs, 1, 0),
    "json feed": ("JSON", json_feed, 1, 1),
    "gdelt": ("JSON", gdelt, 0, 1),
    "rss": ("RSS and Atom feeds", rss, 1, 1),
    "atom": ("RSS and Atom feeds", atom, 1, 1),
    "sitemap": ("sitemaps", sitemap, 0, 1),
    "addresses": ("lists of addresses", addresses, 0, 2),
    "mhtml": ("pages saved as MHTML", mhtml, 1, 0),
    "mbox": ("mail", mbox, 3, 0),
    "one mail": ("mail", eml, 1, 0),
    "pdf": ("PDF", pdf, 1, 0),
    "docx": ("DOCX", docx, 1, 0),
    "warc": ("WARC", plain_warc, 2, 0),
    "packed warc": ("WARC", warc, 2, 0),
    "wacz": ("WACZ", wacz, 2, 0),
}
