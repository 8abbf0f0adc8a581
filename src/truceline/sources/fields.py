"""What is told of a report in a JSON object or a manifest line, checked and made into a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.model import Report

Fields = Mapping[str, object]
TEXTS = ("key", "outlet", "published_basis", "language", "translated_from", "title", "url", "byline", "credit",
         "canonical")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: where it is, the key its report gets, and what a manifest tells of it."""

    path: Path
    key: str
    told: Fields = field(default_factory=dict)

    def unreadable(self, reason: str, line: int | None = None) -> UnreadableFile:
        """The error that names this file."""
        return UnreadableFile(str(self.path), reason, line)


def report(found: Found, text: str, raw: bytes, fields: Fields) -> Report:
    """The report of a text and its fields. Raises `UnreadableFile` for empty text and fields of the wrong kind."""
    if not text.strip():
        raise found.unreadable("empty")
    if "\0" in text:
        raise found.unreadable("binary (null bytes)")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise found.unreadable("text holds half a character (a lone surrogate)")
    words = {name: _words(found, fields, name) for name in TEXTS}
    return Report(
        key=words["key"] or found.key, text=text, raw=raw, outlet=words["outlet"], title=words["title"],
        url=words["url"], language=words["language"] or "en", translated_from=words["translated_from"],
        published=_day(found, fields, "published"), published_basis=words["published_basis"],
        updated=_day(found, fields, "updated"), byline=words["byline"], credit=words["credit"],
        canonical=words["canonical"],
    )


def decoded(found: Found, raw: bytes) -> str:
    """The characters of a file, in UTF-8 unless its manifest line names another encoding. Nothing is stripped."""
    encoding = _words(found, found.told, "encoding") or "utf-8"
    if b"\0" in raw and encoding == "utf-8":
        raise found.unreadable("binary (null bytes)")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding == "utf-8" else encoding
        raise found.unreadable(f"not {name} (byte 0x{raw[error.start]:02x} at offset {error.start})") from None
    except LookupError:
        raise found.unreadable(f"unknown encoding {encoding}") from None


def _words(found: Found, fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise found.unreadable(f"{name} is not text")
    return value.strip() or None if value else None


def _day(found: Found, fields: Fields, name: str) -> date | None:
    """A calendar day, given as a date or as a date with a time."""
    words = _words(found, fields, name)
    if words is None:
        return None
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        raise found.unreadable(f"{name} is not an ISO date: {words[:40]}") from None
