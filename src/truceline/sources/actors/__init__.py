"""Lists of actors that others keep, in their formats. To add one: one file, one line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from truceline.model import ActorSource, KnownActor
from truceline.sources.actors import ftm, petrarch, table
from truceline.sources.actors.lines import ListFile, Progress, opened

__all__ = ["FORMATS", "Format", "read"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is told by a file's first line that is not empty, and read."""

    is_one: Callable[[str], bool]
    read: Callable[[ListFile], tuple[KnownActor, ...]]


FORMATS: Mapping[str, Format] = {
    "ftm": Format(ftm.is_ftm, ftm.read),
    "csv": Format(table.is_table, table.read),
    "petrarch": Format(petrarch.is_petrarch, petrarch.read),
}


def read(
    path: Path, now: datetime, form: str | None = None, name: str | None = None,
    progress: Progress = lambda _: None,
) -> ActorSource:
    """The whole of a list, or none of it: raises UnreadableFile with the first line that cannot be read.

    `form` is a name of FORMATS, None to tell it by the content; `name` what the list is called among the sources, None
    for the file's name. `progress` is told the bytes read.
    """
    file = opened(path, progress)
    found = form or guessed(file)
    return ActorSource(name=name or path.name, format=found, sha256=file.sha256, imported=now,
                       actors=FORMATS[found].read(file))


def guessed(file: ListFile) -> str:
    """The format that the first line shows, or the first after comments."""
    head = next((text for _, text in file.lines() if text.strip()), "")
    head = petrarch.first(file) if petrarch.is_comment(head) else head
    for name, form in FORMATS.items():
        if form.is_one(head):
            return name
    raise file.refused(f"no actor list of a known format ({', '.join(FORMATS)}); say which with --format", 1)
