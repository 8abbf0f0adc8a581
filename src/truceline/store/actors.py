"""Imported lists of actors in a relational store."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from truceline.errors import NameTaken, UnknownName
from truceline.model import ActorSource, KnownActor, Settlement
from truceline.store import serial, tables
from truceline.store.base import Change

LISTS, ENTRIES = tables.actor_sources, tables.known_actors


class KnownActors:
    """The part of a store that keeps lists of actors; see Store for what each method promises."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection in one consistent view of the store."""
        raise NotImplementedError

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection whose changes are kept together at the end, or not at all."""
        raise NotImplementedError

    def add_actors(self, source: ActorSource) -> Change:
        """See Store."""
        with self.writing() as db:
            if db.execute(select(LISTS.c.name).where(LISTS.c.sha256 == source.sha256)).scalar() is not None:
                return Change.UNCHANGED
            if db.execute(select(LISTS.c.name).where(LISTS.c.name == source.name)).scalar() is not None:
                raise NameTaken(f"another list is kept as {source.name}; `truceline actors forget` that one first, or "
                                "give this one a name of its own with --as")
            db.execute(insert(LISTS).values(name=source.name, format=source.format, sha256=source.sha256,
                                            imported=source.imported.isoformat()))
            rows = [{"source": source.name, "ordinal": ordinal, "json": serial.dumps(actor)}
                    for ordinal, actor in enumerate(source.actors)]
            if rows:
                db.execute(insert(ENTRIES), rows)
            db.execute(delete(tables.record))
        return Change.NEW

    def actor_sources(self) -> tuple[ActorSource, ...]:
        """See Store."""
        with self.reading() as db:
            lists = db.execute(select(LISTS).order_by(LISTS.c.ordinal)).all()
            return tuple(ActorSource(name=row.name, format=row.format, sha256=row.sha256,
                                     imported=datetime.fromisoformat(row.imported),
                                     actors=_actors(db, row.name)) for row in lists)

    def actor_hashes(self) -> tuple[str, ...]:
        """See Store."""
        with self.reading() as db:
            return tuple(db.execute(select(LISTS.c.sha256).order_by(LISTS.c.sha256)).scalars())

    def forget_actors(self, name: str) -> None:
        """See Store."""
        with self.writing() as db:
            db.execute(delete(ENTRIES).where(ENTRIES.c.source == name))
            if not db.execute(delete(LISTS).where(LISTS.c.name == name)).rowcount:
                raise UnknownName(f"no imported list {name}; `truceline actors list` names them")
            db.execute(delete(tables.record))

    def settle(self, settlement: Settlement) -> None:
        """See Store."""
        with self.writing() as db:
            db.execute(insert(tables.settlements).values(json=serial.dumps(settlement)))
            db.execute(delete(tables.record))

    def settlements(self) -> tuple[Settlement, ...]:
        """See Store."""
        query = select(tables.settlements.c.json).order_by(tables.settlements.c.ordinal)
        with self.reading() as db:
            return tuple(serial.loads(Settlement, row.json) for row in db.execute(query))


def _actors(db: Connection, source: str) -> tuple[KnownActor, ...]:
    query = select(ENTRIES.c.json).where(ENTRIES.c.source == source).order_by(ENTRIES.c.ordinal)
    return tuple(serial.loads(KnownActor, row.json) for row in db.execute(query))
