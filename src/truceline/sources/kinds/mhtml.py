"""A page saved as one file by a browser (MHTML): its page, read like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import BinaryIO, cast

from truceline.sources.fields import Found
from truceline.sources.kinds import html
from truceline.sources.kinds.base import Item, Kind, bare
from truceline.sources.link import web_address

HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+")
RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
SAVED = re.compile(rb"^(?:snapshot-content-location|mime-version):", re.IGNORECASE | re.MULTILINE)
ADDRESSED = re.compile(rb"^(?:to|delivered-to|received|message-id):", re.IGNORECASE | re.MULTILINE)
MOST_PARTS, LONGEST_HEADER = 2_000, 4_000


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One report: of the first part that is a page."""
    message = message_of(found, file.read())
    for count, part in enumerate(message.walk()):
        if count > MOST_PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            raw = part.get_payload(decode=True)
            where = web_address(header(part, "Content-Location") or header(message, "Snapshot-Content-Location"))
            yield html.article(found, cast(bytes, raw), where, part.get_content_charset())
            return
    raise found.unreadable("no page in the MHTML file")


def message_of(found: Found, raw: bytes) -> EmailMessage:
    """The message that these bytes are."""
    if raw.lower().count(b"\nmime-version:") + raw.lower().count(b"\n--") > 100 * MOST_PARTS:
        raise found.unreadable("a message of too many parts")
    try:
        return cast(EmailMessage, message_from_bytes(raw.lstrip(b"\r\n"), policy=policy.compat32.clone(linesep="\n")))
    except (MessageError, ValueError, RecursionError):
        raise found.unreadable("a broken message") from None


def header(message: object, name: str) -> str | None:
    """A header with its encoded words decoded, on one line."""
    from email.header import decode_header, make_header

    said = cast(EmailMessage, message).get(name)
    if said is None:
        return None
    try:
        text = str(make_header(decode_header(str(said)[:LONGEST_HEADER])))
    except (LookupError, ValueError, MessageError):
        text = str(said)[:LONGEST_HEADER]
    return " ".join(text.encode("utf-8", "replace").decode().split())[:1000] or None


def headers_of(head: bytes) -> bytes:
    """The headers that a file begins with, empty where it begins with something else."""
    block = HEADERS.match(bare(head).replace(b"\r\n", b"\n"))
    return block[0] if block else b""


def looks(head: bytes) -> bool:
    """Whether a file begins as a saved page does, and not as a mail to somebody."""
    begin = headers_of(head)
    return bool(RELATED.search(begin) and SAVED.search(begin) and not ADDRESSED.search(begin))


KIND = Kind("pages saved as MHTML", looks, read, (".mhtml", ".mht"))
