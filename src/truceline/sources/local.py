"""Reports from local files and folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources.fields import Found
from truceline.sources.kinds import LARGEST, Item, items
from truceline.sources.link import Link
from truceline.sources.listing import listing

# Longer than any report: a book, an archive in one file, or an attack. Reading it would take minutes.
LONGEST = 400_000

__all__ = ["LARGEST", "LONGEST", "count", "read"]


def read(paths: Sequence[Path], links: list[Link] | None = None) -> Iterator[Report | UnreadableFile]:
    """The reports in the files and folders, in a fixed order. What cannot be read comes as an `UnreadableFile`, not
    raised, and the rest goes on; so does the second report under a key that is taken. Addresses whose text is elsewhere
    are put into `links`, or where there is no such list, counted and named file by file."""
    keys: dict[str, Path] = {}
    for found in listing(paths):
        if isinstance(found, UnreadableFile):
            yield found
            continue
        named = 0
        for item in _items(found):
            if isinstance(item, Link):
                named += 1
                if links is not None:
                    links.append(item)
            else:
                yield _checked(found, item, keys)
        if named and links is None:
            yield found.unreadable(f"{named:,} addresses without their text; read --fetch gets it")


def count(paths: Sequence[Path]) -> int:
    """How many files `read` opens or names, for a progress bar."""
    return sum(1 for _ in listing(paths))


def _checked(found: Found, item: Report | UnreadableFile, keys: dict[str, Path]) -> Report | UnreadableFile:
    if isinstance(item, UnreadableFile):
        return item
    if len(item.text) > LONGEST:
        return found.unreadable(f"{len(item.text):,} characters are no one report; at most {LONGEST:,} are read")
    if item.key in keys:
        return found.unreadable(f"the key {item.key} is taken by {keys[item.key]}")
    keys[item.key] = found.path
    return item


def _items(found: Found) -> Iterator[Item]:
    """What one file holds."""
    try:
        _check(found)
        with found.path.open("rb") as file:
            yield from items(found, file)
    except UnreadableFile as error:
        yield error
    except OSError as error:
        yield found.unreadable(error.strerror or "cannot be read")


def _check(found: Found) -> None:
    """Raise UnreadableFile for what is no file, or an empty one."""
    try:
        str(found.path).encode()
    except UnicodeEncodeError:
        raise found.unreadable("the file's name is not UTF-8") from None
    if not found.path.is_file():
        raise found.unreadable("not a regular file")
    if found.path.stat().st_size == 0:
        raise found.unreadable("empty")
