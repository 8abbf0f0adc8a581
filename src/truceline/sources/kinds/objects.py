"""The kinds of file that are read, by the ending of their names. To add one: one function, one line in `KINDS`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources.fields import Fields, Found, decoded, report
from truceline.sources.page import as_fields, page

Reader = Callable[[Found, bytes], Iterator[Report | UnreadableFile]]


def text_file(found: Found, raw: bytes) -> Iterator[Report | UnreadableFile]:
    """The whole file is one report's text, character for character."""
    yield report(found, decoded(found, raw), raw, found.told)


def json_file(found: Found, raw: bytes) -> Iterator[Report | UnreadableFile]:
    """One object with a `text`, or a list of them."""
    text = decoded(found, raw).removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and len(text.splitlines()) > 1:
            yield from json_lines(found, raw)
            return
        raise found.unreadable(f"broken JSON ({error.msg})", error.lineno) from None
    except (RecursionError, ValueError):
        raise found.unreadable("broken JSON") from None
    if not isinstance(value, list):
        yield _object(found, raw, value)
        return
    for number, item in enumerate(value, 1):
        yield from _one_of_many(found, json.dumps(item).encode(), item, number, None)


def json_lines(found: Found, raw: bytes) -> Iterator[Report | UnreadableFile]:
    """One object a line; a broken line is named and the rest goes on."""
    lines = [(number, line) for number, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
    for number, line in lines:
        yield from _line(found, line, number, len(lines))


def _line(found: Found, line: bytes, number: int, count: int) -> Iterator[Report | UnreadableFile]:
    try:
        value = json.loads(decoded(found, line).removeprefix("\ufeff"))
    except (RecursionError, ValueError) as error:
        reason = f"broken JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else "broken JSON"
        yield found.unreadable(reason, number)
    except UnreadableFile as error:
        yield found.unreadable(error.reason, number)
    else:
        yield from _one_of_many(found, line, value, number if count > 1 else None, number)


def _one_of_many(
    found: Found, raw: bytes, value: object, number: int | None, line: int | None
) -> Iterator[Report | UnreadableFile]:
    """The report of one object; `number` tells its key from those of the others in the file."""
    numbered = Found(found.path, f"{found.key}/{number}", found.told) if number else found
    try:
        yield _object(numbered, raw, value)
    except UnreadableFile as error:
        yield found.unreadable(error.reason if line else f"item {number}: {error.reason}", line)


def _object(found: Found, raw: bytes, value: object) -> Report:
    """The report of a JSON object; what the object itself says goes before the manifest."""
    if not isinstance(value, dict):
        raise found.unreadable("JSON that is no object")
    if not isinstance(value.get("text"), str):
        raise found.unreadable("JSON without a text")
    fields: Fields = {**found.told, **{name: said for name, said in value.items() if said is not None}}
    return report(found, str(value["text"]), raw, fields)


def html_file(found: Found, raw: bytes) -> Iterator[Report | UnreadableFile]:
    """A saved web page: its article, with the title, day and outlet that the page gives where no manifest does."""
    told = found.told.get("encoding")
    given = page(raw, told if isinstance(told, str) else None)
    if given is None:
        raise found.unreadable("no article text on the page")
    fields = {**as_fields(given), **{name: said for name, said in found.told.items() if said is not None}}
    yield report(found, given.text, raw, fields)


KINDS: dict[str, Reader] = {
    ".txt": text_file,
    ".json": json_file,
    ".jsonl": json_lines,
    ".html": html_file,
    ".htm": html_file,
}
