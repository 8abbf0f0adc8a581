"""Model objects to JSON and back, without loss: what was kept equals what was found, ids included."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from truceline.model import (
    Act,
    CleanText,
    Damage,
    Figure,
    Pledge,
    Quote,
    Region,
    Report,
    Role,
    Stance,
    Statement,
    plain,
)

T = TypeVar("T")

KINDS: Mapping[str, type[Statement]] = {
    cls.__name__.lower(): cls for cls in (Act, Stance, Pledge, Figure, Role, Quote)
}
REPORT_BODY = ("text", "raw")  # kept in columns of their own


def dumps(value: Any) -> str:
    """A model object as one line of JSON; the same object gives the same bytes."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """The model object of this class that `dumps` wrote."""
    return cast(T, restore(kind, json.loads(text)))


def statement(kind: str, text: str) -> Statement:
    """The statement of this kind that `dumps` wrote."""
    return loads(KINDS[kind], text)


def report_head(report: Report) -> str:
    """All of a report but its text and bytes."""
    head = {item.name: plain(getattr(report, item.name)) for item in fields(report) if item.name not in REPORT_BODY}
    return json.dumps(head, ensure_ascii=False, sort_keys=True)


def report(head: str, text: str, raw: bytes) -> Report:
    """The report whose head `report_head` wrote."""
    hints = hints_of(Report)
    values = {name: restore(hints[name], value) for name, value in json.loads(head).items()}
    return Report(text=text, raw=raw, **values)


def restore(kind: Any, value: Any) -> Any:
    """A value of this type from its JSON form. Numbers stay as written, since ids depend on them."""
    origin = get_origin(kind)
    if value is None or kind is Any:
        return value
    if origin in (Union, types.UnionType):
        return restore(next(option for option in get_args(kind) if option is not types.NoneType), value)
    if origin is tuple:
        return tuple(restore(item, part) for item, part in zip(items_of(kind, len(value)), value, strict=True))
    if not isinstance(kind, type):
        return value
    if is_dataclass(kind):
        hints = hints_of(kind)
        return kind(**{name: restore(hints[name], part) for name, part in value.items()})
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(value)
    return kind(value) if issubclass(kind, StrEnum) else value


def items_of(kind: Any, length: int) -> Sequence[Any]:
    """The types of a tuple's items: `tuple[X, ...]` repeats its one, `tuple[X, Y]` gives both."""
    arguments = get_args(kind)
    return [arguments[0]] * length if arguments[-1] is Ellipsis else list(arguments)


@cache
def hints_of(kind: type) -> Mapping[str, Any]:
    """The types of a dataclass's fields, worked out once."""
    return get_type_hints(kind)


def clean_text(original: str, text: str) -> CleanText:
    """The clean text that `clean_dumps` wrote, over its report's kept text."""
    kept = json.loads(text)
    return CleanText(
        original=original,
        regions=restore(tuple[Region, ...], kept["regions"]),
        damage=restore(tuple[Damage, ...], kept["damage"]),
        reading=kept["reading"],
        origin=tuple(expand(kept["origin"])),
    )


def clean_dumps(clean: CleanText) -> str:
    """A clean text as JSON, its offsets as runs, without the kept text that lies beside it."""
    kept = {
        "regions": plain(clean.regions),
        "damage": plain(clean.damage),
        "reading": clean.reading,
        "origin": list(runs(clean.origin)),
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def runs(offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Offsets as (first, length) of the stretches that count up by one."""
    first = length = 0
    for offset in offsets:
        if length and offset == first + length:
            length += 1
            continue
        if length:
            yield first, length
        first, length = offset, 1
    if length:
        yield first, length


def expand(stretches: Sequence[Sequence[int]]) -> Iterator[int]:
    """The offsets that `runs` shortened."""
    for first, length in stretches:
        yield from range(first, first + length)
