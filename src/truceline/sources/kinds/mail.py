"""Mail: a folder of messages (mbox) or one message. A press review's text is a report; so is each document with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO, cast

from truceline.errors import UnreadableFile
from truceline.sources.fields import Fields, Found, report
from truceline.sources.kinds import docx, pdf
from truceline.sources.kinds.base import MOST_ITEMS, Item, Kind, bare, numbered
from truceline.sources.kinds.markup import plain
from truceline.sources.kinds.mhtml import MOST_PARTS, header, headers_of, message_of
from truceline.sources.page.decode import characters
from truceline.sources.page.told import as_day

BOX = re.compile(rb"From \S+[^\n]*\d{4}[^\n]*\n(?:>?[A-Za-z][\w-]*:|From )")
BETWEEN = re.compile(rb"(?:^|(?<=\n))From \S+[^\n]*\d{4}[^\n]*\r?\n(?=>?[A-Za-z][\w-]*:)")
QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
SENT = re.compile(rb"^(?:from|date|message-id|mime-version|received):", re.IGNORECASE | re.MULTILINE)


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """A report for each message, and one for each PDF or DOCX that comes with it."""
    raw = file.read()
    if not BOX.match(bare(raw[:4096])):
        yield from message(found, raw)
        return
    starts = [match.span() for match in BETWEEN.finditer(raw)][:MOST_ITEMS]
    ends = [start for start, _ in starts[1:]] + [len(raw)]
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), 1):
        yield from message(numbered(found, number), QUOTED.sub(b"", raw[start:end]))


def message(found: Found, raw: bytes) -> Iterator[Item]:
    """What one message holds; what of it cannot be read is named."""
    try:
        mail = message_of(found, raw)
        yield report(found, words(mail), raw, {**told(mail), **found.told})
        yield from documents(found, mail)
    except UnreadableFile as error:
        yield UnreadableFile(error.path, f"{found.key}: {error.reason}")


def told(mail: Message) -> Fields:
    """What the headers tell."""
    name, address = parseaddr(header(mail, "From") or "")
    day = as_day(header(mail, "Date") or "")
    return {"title": header(mail, "Subject"), "outlet": name or address or None,
            "published": day.isoformat() if day else None, "published_basis": "mail" if day else None}


def words(mail: Message) -> str:
    """The text of a message: its plain part, else its HTML as plain text."""
    parts = [part for part, _ in zip(mail.walk(), range(MOST_PARTS), strict=False)
             if not part.is_multipart() and part.get_content_disposition() != "attachment"]
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted:
                text = characters(cast(bytes, part.get_payload(decode=True)), part.get_content_charset())
                text = text.replace("\r\n", "\n") if wanted == "text/plain" else plain(text)
                if text.strip():
                    return text
    return ""


def documents(found: Found, mail: Message) -> Iterator[Item]:
    """The reports in the documents that come with a message."""
    from io import BytesIO

    count = 0
    for part, _ in zip(mail.walk(), range(MOST_PARTS), strict=False):
        if part.is_multipart() or part.get_content_maintype() == "text":
            continue
        raw = cast(bytes, part.get_payload(decode=True)) or b""
        kind = next((kind for kind in (pdf.KIND, docx.KIND) if kind.looks(raw[:4096])), None)
        if kind is not None:
            count += 1
            yield from kind.read(numbered(found, count), BytesIO(raw))


def looks(head: bytes) -> bool:
    """Whether a file begins as a folder of mail does, or as one message."""
    return BOX.match(bare(head)) is not None or len(set(SENT.findall(headers_of(head).lower()))) >= 3


KIND = Kind("mail", looks, read, (".mbox", ".eml"))
