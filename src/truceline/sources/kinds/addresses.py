"""A list of addresses, one a line; lines that begin with # are notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from truceline.sources.fields import Found
from truceline.sources.kinds.base import HEAD, MOST_ITEMS, Item, Kind, bare
from truceline.sources.link import Link, web_address

LINE = re.compile(rb"https?://\S+\s*$|#.*$|\s*$", re.IGNORECASE)


def read(found: Found, file: BinaryIO) -> Iterator[Item]:
    """A link for each line; a line that is none is named."""
    for number, line in enumerate(file.read().decode("utf-8-sig", "replace").splitlines(), 1):
        if number > MOST_ITEMS:
            return
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        url = web_address(said)
        yield Link(url) if url else found.unreadable(f"no address of the web: {said[:60]}", number)


def looks(head: bytes) -> bool:
    """Whether all whole lines are addresses or notes, and the first that is no note is an address."""
    lines = [line.strip() for line in bare(head).splitlines()]
    whole = lines[:-1] if len(head) >= HEAD else lines
    said = [line for line in whole if line and not line.startswith(b"#")]
    return bool(said) and said[0].lower().startswith((b"http://", b"https://")) and all(map(LINE.match, said))


KIND = Kind("lists of addresses", looks, read)
