"""An actor list as numbered lines, with limits that keep a wrong or hostile file from filling the memory."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.knowledge.fold import fold, tidy

LARGEST = 256 * 1024 * 1024  # bytes of a file
LONGEST_LINE = 1_000_000  # characters of a line
LONGEST_NAME = 300  # characters of a name
MOST_NAMES = 1_000  # names of an actor
MOST_ACTORS = 200_000

Progress = Callable[[int], None]
"""Told how many bytes of the file have been read."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """An actor list: where it is, its encoding, the hash of its bytes, and who is told of its reading."""

    path: Path
    encoding: str
    sha256: str
    progress: Progress = lambda _: None

    def refused(self, reason: str, line: int | None = None) -> UnreadableFile:
        """The error that names the file, the line, and what to do."""
        return UnreadableFile(str(self.path), f"{reason}; nothing was imported", line)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Number and text of each line, without its end."""
        done = 0
        with self.path.open("rb") as source:
            number = 0
            while raw := source.readline(4 * LONGEST_LINE + 1):
                number += 1
                done += len(raw)
                yield number, self._text(raw, number)
                self.progress(done)

    def _text(self, raw: bytes, number: int) -> str:
        text = raw.decode(self.encoding) if len(raw) <= 4 * LONGEST_LINE else ""
        if not text or len(text) > LONGEST_LINE:
            raise self.refused(f"a line of more than {LONGEST_LINE:,} characters; break the file into lines", number)
        if "\0" in text:
            raise self.refused("null bytes; save the file as text in UTF-8", number)
        return text.removesuffix("\n").removesuffix("\r")

    def name(self, written: str, line: int) -> str:
        """A name, tidied; raises UnreadableFile for one that is no name."""
        if len(written) > LONGEST_NAME:
            raise self.refused(f"a name of {len(written):,} characters; shorten it to {LONGEST_NAME}", line)
        return tidy(written)

    def names(self, written: Iterator[str] | list[str], line: int) -> tuple[str, ...]:
        """Names, tidied, each folded form once, those without a letter or digit left out."""
        found: dict[str, str] = {}
        for one in written:
            name = self.name(one, line)
            if folded := fold(name):
                found.setdefault(folded, name)
            if len(found) > MOST_NAMES:
                raise self.refused(f"more than {MOST_NAMES:,} names of one actor; leave some out", line)
        return tuple(found.values())


def opened(path: Path, progress: Progress = lambda _: None) -> ListFile:
    """The file, checked: a regular file of bearable size, in UTF-8 or else Latin-1. Raises UnreadableFile."""
    if not path.is_file():
        raise UnreadableFile(str(path), "not a regular file; name a file with a list of actors")
    size = path.stat().st_size
    if size > LARGEST:
        raise UnreadableFile(str(path), f"too large ({size:,} bytes; the limit is {LARGEST:,}); split it")
    if size == 0:
        raise UnreadableFile(str(path), "empty; name a file with a list of actors")
    digest, encoding = hashlib.sha256(), "utf-8-sig"
    utf8 = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as source:
        try:
            while block := source.read(1 << 20):
                digest.update(block)
                utf8.decode(block)
            utf8.decode(b"", final=True)
        except UnicodeDecodeError:
            encoding = "latin-1"
            while block := source.read(1 << 20):
                digest.update(block)
    return ListFile(path, encoding, digest.hexdigest(), progress)
