"""What the pages look at: the record as it was last loaded, loaded again where the store has changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
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
        store = self.store()
        try:
            return store.clean_text(key).regions
        finally:
            store.close()

    def revisions(self, key: str) -> tuple[Revision, ...]:
        """Every state in which a report was received. Raises UnknownName, StoreUnavailable."""
        store = self.store()
        try:
            return store.revisions(key)
        finally:
            store.close()

    def store(self) -> Store:
        """The store, opened; who asks closes it. Raises StoreUnavailable."""
        return existing_store(self.url)

    def _load(self, stamp: Stamp) -> Held:
        store = self.store()
        try:
            holdings = gather(store, pipeline.record(store))
        finally:
            store.close()
        named = repr((__version__, self.url, stamp)).encode()
        return Held(holdings, hashlib.sha256(named).hexdigest()[:16])

    def _look(self) -> Stamp:
        """Sizes and times of the store's files: they change with every write, and cost nothing to ask."""
        path = sqlite.file_of(parse(self.url))
        files = [path, path.with_name(f"{path.name}-wal")] if path else []
        found = [one.stat() for one in files if one.exists()]
        return tuple(number for one in found if one.st_size for number in (one.st_mtime_ns, one.st_size))
