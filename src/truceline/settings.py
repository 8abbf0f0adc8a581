"""What a run can be told from outside: one frozen object, read by the surfaces and passed down."""

from __future__ import annotations

from dataclasses import dataclass

DB_VARIABLE = "TRUCELINE_DB"
HOSTS_VARIABLE = "TRUCELINE_HOSTS"  # private hosts that may be asked, with spaces between them


@dataclass(frozen=True, slots=True)
class Settings:
    """`db` is the store's URL; a path in it is relative to the current folder."""

    db: str = "sqlite:///truceline.db"
