"""Model objects to JSON and back, without loss: what was kept equals what was found, ids included."""

from __future__ import annotations

import hashlib
import json
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

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
Reader: TypeAlias = Callable[[Any], Any]

KINDS: Mapping[str, type[Statement]] = {
    cls.__name__.lower(): cls for cls in (Act, Stance, Pledge, Figure, Role, Quote)
}
REPORT_BODY = ("text", "raw")  # kept in columns of their own
LATER = ("byline", "credit", "canonical")  # left out where there is none, so that older reports keep their seals


def dumps(value: Any) -> str:
    """A model object as one line of JSON; the same object gives the same bytes."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def loads(kind: type[T], text: str) -> T:
    """The model object of this class that `dumps` wrote."""
    read: Reader = reader(cast(Any, kind))
    return cast(T, read(json.loads(text)))


def statement(kind: str, text: str) -> Statement:
    """The statement of this kind that `dumps` wrote."""
    return loads(KINDS[kind], text)


def statement_id(kind: str, text: str) -> str:
    """The id of the statement that `dumps` wrote, as Statement.id works it out, without restoring it."""
    return "s" + hashlib.sha256(f'["{kind}", {text}]'.encode()).hexdigest()[:20]


def report_head(report: Report) -> str:
    """All of a report but its text and bytes."""
    head = {item.name: plain(getattr(report, item.name)) for item in fields(report) if item.name not in REPORT_BODY}
    head = {name: value for name, value in head.items() if value is not None or name not in LATER}
    return json.dumps(head, ensure_ascii=False, sort_keys=True)


def report(head: str, text: str, raw: bytes) -> Report:
    """The report whose head `report_head` wrote."""
    values = {name: HEAD[name](value) for name, value in json.loads(head).items()}
    return Report(text=text, raw=raw, **values)


@cache
def reader(kind: Any) -> Reader:
    """What restores a value of this type from its JSON form. Numbers stay as written, since ids depend on them."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = reader(next(option for option in get_args(kind) if option is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return tuple_reader(get_args(kind))
    if not isinstance(kind, type):
        return as_it_is
    if is_dataclass(kind):
        return object_reader(kind)
    if issubclass(kind, date):
        return kind.fromisoformat
    return kind if issubclass(kind, StrEnum) else as_it_is


def tuple_reader(items: Sequence[Any]) -> Reader:
    """What restores a tuple: `tuple[X, ...]` repeats its one type, `tuple[X, Y]` gives both."""
    readers = [reader(item) for item in items if item is not Ellipsis]
    if items[-1] is Ellipsis:
        return lambda value: tuple([readers[0](part) for part in value])
    return lambda value: tuple([read(part) for read, part in zip(readers, value, strict=True)])


def object_reader(kind: Any) -> Reader:
    """What restores an object of a dataclass."""
    readers = field_readers(kind)
    return lambda value: kind(**{name: readers[name](part) for name, part in value.items()})


def field_readers(kind: Any) -> Mapping[str, Reader]:
    """What restores each field of a dataclass."""
    return {name: reader(hint) for name, hint in get_type_hints(kind).items()}


def as_it_is(value: Any) -> Any:
    """A value that JSON and the model write alike."""
    return value


HEAD = field_readers(Report)
REGIONS, DAMAGE = reader(tuple[Region, ...]), reader(tuple[Damage, ...])


def clean_text(original: str, text: str) -> CleanText:
    """The clean text that `clean_dumps` wrote, over its report's kept text."""
    kept = json.loads(text)
    return CleanText(
        original=original,
        regions=REGIONS(kept["regions"]),
        damage=DAMAGE(kept["damage"]),
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
