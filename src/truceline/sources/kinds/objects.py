"""JSON: an object with a text, a list of them, one a line, and the forms in vocabularies.py."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from truceline.errors import UnreadableFile
from truceline.sources.fields import Fields, Found, decoded, report
from truceline.sources.kinds.base import MOST_ITEMS, Item, Kind, bare, numbered
from truceline.sources.kinds.vocabularies import inside, renamed
from truceline.sources.link import Link, web_address

MARK = re.compile(rb'\{\s*"|\{\s*\}\s*$|\[\s*\{')


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One object, a list, or a list inside an object; one object a line where there are several."""
    raw = file.read()
    text = decoded(found, raw).removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and len(text.splitlines()) > 1:
            yield from lines(found, raw)
            return
        raise found.unreadable(f"broken JSON ({error.msg})", error.lineno) from None
    except (RecursionError, ValueError):
        raise found.unreadable("broken JSON") from None
    shared, listed = inside(value)
    if listed is None:
        yield one(found, raw, value, {})
        return
    for number, item in enumerate(listed[:MOST_ITEMS], 1):
        yield from of_many(numbered(found, number), json.dumps(item).encode(), item, shared, f"item {number}: ")


def read_lines(found: Found, file: BinaryIO) -> Iterator[Item]:
    """One object a line; a broken line is named and the rest goes on."""
    yield from lines(found, file.read())


def lines(found: Found, raw: bytes) -> Iterator[Item]:
    """The objects of the lines."""
    some = [(number, line) for number, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
    for number, line in some[:MOST_ITEMS]:
        try:
            value = json.loads(decoded(found, line).removeprefix("\ufeff"))
        except UnreadableFile as error:
            yield found.unreadable(error.reason, number)
        except (RecursionError, ValueError) as error:
            told = f" ({error.msg})" if isinstance(error, json.JSONDecodeError) else ""
            yield found.unreadable(f"broken JSON{told}", number)
        else:
            for item in of_many(numbered(found, number) if len(some) > 1 else found, line, value, {}, ""):
                yield found.unreadable(item.reason, number) if isinstance(item, UnreadableFile) else item


def of_many(found: Found, raw: bytes, value: object, shared: Fields, place: str) -> Iterator[Item]:
    """One object of several, named with its place where it cannot be used."""
    try:
        yield one(found, raw, value, shared)
    except UnreadableFile as error:
        yield UnreadableFile(error.path, place + error.reason)


def one(found: Found, raw: bytes, value: object, shared: Fields) -> Item:
    """The report or link of an object; what the object itself says goes before what is shared and the manifest."""
    if not isinstance(value, dict):
        raise found.unreadable("JSON that is no object")
    said = {**shared, **found.told, **{name: part for name, part in renamed(value).items() if part is not None}}
    text, url = said.get("text"), web_address(said.get("url"))
    if isinstance(text, str):
        return report(found, text, raw, said)
    if text is None and url:
        return Link(url, said)
    raise found.unreadable("JSON without a text")


def looks(head: bytes) -> bool:
    """Whether a file begins as an object or a list of objects does."""
    return MARK.match(bare(head)) is not None


def looks_like_lines(head: bytes) -> bool:
    """Whether the first line is an object by itself and another follows."""
    first, _, more = bare(head).partition(b"\n")
    return bool(more.strip()) and first.strip().startswith(b"{") and first.strip().endswith(b"}") and looks(head)


KIND = Kind("JSON", lambda head: looks(head) and not looks_like_lines(head), read, (".json",))
LINES = Kind("JSON Lines", looks_like_lines, read_lines, (".jsonl", ".ndjson"))
