"""SQLite as an engine: one file, or memory for the length of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

from truceline.errors import StoreUnavailable

BUSY_SECONDS = 30  # how long one writer waits for another before it gives up


def engine(url: URL) -> Engine:
    """An engine on the file that the URL names (or on memory), safe for several processes at once."""
    path = file_of(url)
    if path is None:
        built = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    elif not path.parent.is_dir():
        raise StoreUnavailable(f"no folder {path.parent} for the store")
    else:
        built = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(built, "connect", prepare)
    event.listen(built, "begin", begin)
    return built


def file_of(url: URL) -> Path | None:
    """The file of the store, None for memory."""
    return None if url.database in (None, "", ":memory:") else Path(str(url.database))


def prepare(connection: Any, _: object) -> None:
    """Let readers go on while one writes, hold foreign keys, and leave transactions to `begin`."""
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """Take the write lock at once where a transaction will write, so that none fails half way for a lock."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
