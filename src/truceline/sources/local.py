"""Reports from local files and folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources.fields import Found
from truceline.sources.kinds import KINDS
from truceline.sources.listing import listing

# A press report is some kilobytes; a larger file than this is no report, or a list of them that should be split.
LARGEST = 64 * 1024 * 1024
# Longer than any report: a book, an archive in one file, or an attack. Reading it would take minutes.
LONGEST = 400_000


def read(paths: Sequence[Path]) -> Iterator[Report | UnreadableFile]:
    """The reports in the files and folders, in a fixed order. What cannot be read comes as an `UnreadableFile`, not
    raised, and the rest goes on; so does the second report under a key that is taken."""
    keys: dict[str, Path] = {}
    for found in listing(paths):
        if isinstance(found, UnreadableFile):
            yield found
            continue
        for item in _items(found):
            if isinstance(item, UnreadableFile):
                yield item
            elif len(item.text) > LONGEST:
                yield found.unreadable(f"{len(item.text):,} characters are no one report; at most {LONGEST:,} are read")
            elif item.key in keys:
                yield found.unreadable(f"the key {item.key} is taken by {keys[item.key]}")
            else:
                keys[item.key] = found.path
                yield item


def count(paths: Sequence[Path]) -> int:
    """How many files `read` opens or names, for a progress bar."""
    return sum(1 for _ in listing(paths))


def _items(found: Found) -> Iterator[Report | UnreadableFile]:
    """What one file holds."""
    try:
        yield from KINDS[_kind(found)](found, _bytes(found))
    except UnreadableFile as error:
        yield error
    except OSError as error:
        yield found.unreadable(error.strerror or "cannot be read")


def _kind(found: Found) -> str:
    ending = found.path.suffix.lower()
    if ending not in KINDS:
        raise found.unreadable(f"{ending or 'a file without an ending'} is not read; read are {', '.join(KINDS)}")
    return ending


def _bytes(found: Found) -> bytes:
    """The file's bytes, if they are a file's and not too many."""
    try:
        str(found.path).encode()
    except UnicodeEncodeError:
        raise found.unreadable("the file's name is not UTF-8") from None
    if not found.path.is_file():
        raise found.unreadable("not a regular file")
    size = found.path.stat().st_size
    if size > LARGEST:
        raise found.unreadable(f"too large ({size:,} bytes; the limit is {LARGEST:,})")
    if size == 0:
        raise found.unreadable("empty")
    return found.path.read_bytes()
