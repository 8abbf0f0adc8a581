"""Keeping and finding. A store is one line in ENGINES and passes the contract suite."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from truceline.errors import StoreUnavailable
from truceline.store import sqlite
from truceline.store.base import Change, Counts, ReadReport, Revision, Sealed, Store
from truceline.store.proof import mismatches
from truceline.store.sql import SqlStore

__all__ = [
    "Change", "Counts", "ReadReport", "Revision", "Sealed", "Store", "existing_store", "mismatches", "open_store",
]

ENGINES: Mapping[str, Callable[[URL], Engine]] = {"sqlite": sqlite.engine}


def open_store(url: str) -> Store:
    """The store under a URL such as sqlite:///PATH, made if there is none; raises StoreUnavailable."""
    parsed = parse(url)
    return SqlStore(ENGINES[parsed.drivername](parsed))


def existing_store(url: str) -> Store:
    """The store under a URL; raises StoreUnavailable rather than make one."""
    path = sqlite.file_of(parsed) if (parsed := parse(url)).drivername == "sqlite" else None
    if path is not None and not path.is_file():
        raise StoreUnavailable(f"there is no record at {path}; `truceline read PATH…` makes one")
    return open_store(url)


def parse(url: str) -> URL:
    """The parts of a store's URL; raises StoreUnavailable for one that no store answers to."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreUnavailable(f"not a store's URL: {url} (sqlite:///PATH is one)") from error
    if parsed.drivername not in ENGINES:
        raise StoreUnavailable(f"no store for {parsed.drivername}:// ({', '.join(ENGINES)} can be used)")
    return parsed
