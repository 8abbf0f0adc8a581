"""What a run can be told from outside: one frozen object, read by the surfaces and passed down."""

from __future__ import annotations

from dataclasses import dataclass

DB_VARIABLE = "TRUCELINE_DB"
HOSTS_VARIABLE = "TRUCELINE_HOSTS"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command.

    `db` is the store's URL; a path in it is relative to the current folder. `hosts` are private hosts ("name" or
    "name:port") that may be asked when an address is fetched; there are none unless a user names them.
    """

    db: str = "sqlite:///truceline.db"
    hosts: tuple[str, ...] = ()
