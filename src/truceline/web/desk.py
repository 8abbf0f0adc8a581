"""What the pages look at: the record as it was last loaded, loaded again where the store has changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from truceline import __version__, pipeline
from truceline.model import Record, Region
from truceline.store import Revision, Store, existing_store, parse, sqlite
from truceline.views import Holdings, gather
from truceline.views.search import Index

Stamp = tuple[int, ...]


@dataclass(frozen=True)
class Held:
    """The record at one moment; `tag` is another whenever what pages show may be another."""

    holdings: Holdings
    tag: str

    @cached_property
    def index(self) -> Index:
        """What the record can be searched by."""
        return Index(self.holdings)


class Desk:
    """A store that readers look at. Several threads may ask at once."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._lock = Lock()
        self._stamp: Stamp | None = None
        self._held = Held(Holdings({}, {}, Record()), "")
        self._store: Store | None = None

    def held(self) -> Held:
        """The record as it is now. Raises StoreUnavailable."""
        stamp = self._look()
        with self._lock:
            if stamp != self._stamp:
                self._held = self._load(stamp)
                self._stamp = self._look()  # a record that had to be computed was kept, which touched the store
            return self._held

    def regions(self, key: str) -> Sequence[Region]:
        """What is furniture in a report's text. Raises UnknownName, StoreUnavailable."""
        return self._opened().clean_text(key).regions

    def revisions(self, key: str) -> tuple[Revision, ...]:
        """Every state in which a report was received. Raises UnknownName, StoreUnavailable."""
        return self._opened().revisions(key)

    def store(self) -> Store:
        """The store, opened; who asks closes it. Raises StoreUnavailable."""
        return existing_store(self.url)

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> Store:
        """The store that the record was loaded from; it stays open for what pages ask of it beside the record."""
        if self._store is None:
            self._store = self.store()
        return self._store

    def _load(self, stamp: Stamp) -> Held:
        self.close()
        store = self._opened()
        holdings = gather(store, pipeline.record(store))
        named = repr((__version__, self.url, stamp)).encode()
        return Held(holdings, hashlib.sha256(named).hexdigest()[:16])

    def _look(self) -> Stamp:
        """Sizes and times of the store's files: they change with every write, and cost nothing to ask."""
        path = sqlite.file_of(parse(self.url))
        files = [path, path.with_name(f"{path.name}-wal")] if path else []
        return tuple(number for one in files for number in _size_and_time(one))


def _size_and_time(path: Path) -> Stamp:
    """A file's size and time; () for one that is empty or not there, as a log is that nobody writes."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return (found.st_mtime_ns, found.st_size) if found.st_size else ()
