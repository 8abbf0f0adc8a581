"""What is to be got from the web, and what was got."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """How far an address has come: to be fetched, fetched and kept, read into reports, or given up."""

    WAITING = "waiting"
    KEPT = "kept"
    READ = "read"
    FAILED = "failed"


class Part(StrEnum):
    """What an address is to its source: a page to be read, or a list (feed, sitemap) that names further addresses."""

    PAGE = "page"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An address of a source and how far it has come.

    `due` is when it may be fetched next, in seconds since 1970; `tries` counts failures in a row, `reason` says why the
    last one failed. `told` is what the source tells of the report there. `etag` and `modified` are what the server gave
    to ask for changes only. `entries` is how many addresses a list named when it last named any.
    """

    url: str
    source: str
    part: Part = Part.PAGE
    stage: Stage = Stage.WAITING
    due: float = 0.0
    tries: int = 0
    reason: str | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    modified: str | None = None
    entries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """How bytes came: from which address asked and which answered, when, with what headers. Never altered."""

    url: str
    answered: str
    status: int
    headers: tuple[tuple[str, str], ...]
    fetched: datetime
    body: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """Hash of the bytes, in hex: that of the revision of a report that was read from them."""
        return hashlib.sha256(self.body).hexdigest()

    def header(self, name: str) -> str | None:
        """The first header of a name, whatever its letters."""
        return next((value for one, value in self.headers if one.lower() == name.lower()), None)
