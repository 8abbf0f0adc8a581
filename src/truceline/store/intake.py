"""What is to be got from the web, and what was got, in a relational store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from truceline.model import Reception, Stage, Task
from truceline.store import serial, tables

TASKS, RECEPTIONS, BODIES = tables.tasks, tables.receptions, tables.bodies
WHOLE = select(RECEPTIONS, BODIES.c.body).join(BODIES, BODIES.c.sha256 == RECEPTIONS.c.sha256)
MARKS = ("updated", "changed", "published")
"""What a source tells of an address that, when it changes, is a reason to fetch the address again."""


class Intake:
    """The part of a store that keeps the queue and the evidence; see Store for what each method promises."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection in one consistent view of the store."""
        raise NotImplementedError

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection whose changes are kept together at the end, or not at all."""
        raise NotImplementedError

    def enqueue(self, tasks: Iterable[Task]) -> int:
        """See Store."""
        with self.writing() as db:
            return take_up(db, tasks)

    def task(self, url: str) -> Task | None:
        """See Store."""
        with self.reading() as db:
            return known(db, url)

    def tasks(self, stage: Stage, due: float | None = None) -> tuple[Task, ...]:
        """See Store."""
        query = select(TASKS.c.json).where(TASKS.c.stage == stage.value)
        if due is not None:
            query = query.where(TASKS.c.due <= due)
        with self.reading() as db:
            return tuple(restored(row.json) for row in db.execute(query.order_by(TASKS.c.due, TASKS.c.url)))

    def settle_task(self, task: Task, found: Iterable[Task] = ()) -> int:
        """See Store."""
        with self.writing() as db:
            put(db, task)
            return take_up(db, found)

    def keep(self, reception: Reception, task: Task) -> None:
        """See Store."""
        sha256 = reception.sha256
        head = {"answered": reception.answered, "status": reception.status, "headers": reception.headers,
                "fetched": reception.fetched.isoformat()}
        with self.writing() as db:
            if db.execute(select(BODIES.c.sha256).where(BODIES.c.sha256 == sha256)).scalar() is None:
                db.execute(insert(BODIES).values(sha256=sha256, body=reception.body))
            db.execute(insert(RECEPTIONS).values(url=reception.url, sha256=sha256, json=json.dumps(head)))
            put(db, task)

    def receptions(self, url: str | None = None) -> Iterator[Reception]:
        """See Store."""
        wanted = select(RECEPTIONS.c.ordinal).order_by(RECEPTIONS.c.ordinal)
        with self.reading() as db:
            ordinals = db.execute(wanted if url is None else wanted.where(RECEPTIONS.c.url == url)).scalars().all()
        for ordinal in ordinals:
            with self.reading() as db:
                row = db.execute(WHOLE.where(RECEPTIONS.c.ordinal == ordinal)).one()
            yield received(row)

    def last_reception(self, url: str) -> tuple[Reception, ...]:
        """See Store."""
        last = WHOLE.where(RECEPTIONS.c.url == url).order_by(RECEPTIONS.c.ordinal.desc()).limit(1)
        with self.reading() as db:
            return tuple(received(row) for row in db.execute(last))

    def receptions_of(self, hashes: Iterable[str]) -> Iterator[Reception]:
        """See Store."""
        wanted = WHOLE.where(RECEPTIONS.c.sha256.in_(sorted(hashes))).order_by(RECEPTIONS.c.ordinal)
        with self.reading() as db:
            rows = db.execute(wanted).all()
        yield from map(received, rows)

    def add_run(self, run: Mapping[str, object]) -> None:
        """See Store."""
        with self.writing() as db:
            db.execute(insert(tables.runs).values(json=json.dumps(run)))

    def runs(self) -> tuple[Mapping[str, object], ...]:
        """See Store."""
        with self.reading() as db:
            rows = db.execute(select(tables.runs.c.json).order_by(tables.runs.c.ordinal.desc())).scalars().all()
        return tuple(json.loads(row) for row in rows)


def known(db: Connection, url: str) -> Task | None:
    """The task of an address."""
    found = db.execute(select(TASKS.c.json).where(TASKS.c.url == url)).scalar()
    return None if found is None else restored(found)


def restored(text: str) -> Task:
    """The task that was kept."""
    return serial.loads(Task, text)


def take_up(db: Connection, tasks: Iterable[Task]) -> int:
    """Insert what is new, let wait again what changed at its source, and say how many were either."""
    new = 0
    for task in tasks:
        before = known(db, task.url)
        if before is None:
            db.execute(insert(TASKS).values(url=task.url, **row(task)))
            new += 1
        elif before.stage in (Stage.READ, Stage.FAILED) and marks(task) - marks(before):
            put(db, replace(before, stage=Stage.WAITING, due=task.due, tries=0, told=task.told))
            new += 1
    return new


def marks(task: Task) -> set[tuple[str, str]]:
    """What its source tells of the changes of an address."""
    return {(name, task.told[name]) for name in MARKS if task.told.get(name)}


def put(db: Connection, task: Task) -> None:
    """Write a task in the place of its last state, or anew."""
    if not db.execute(update(TASKS).where(TASKS.c.url == task.url).values(**row(task))).rowcount:
        db.execute(insert(TASKS).values(url=task.url, **row(task)))


def row(task: Task) -> dict[str, Any]:
    """A task as a row of its table."""
    return {"source": task.source, "stage": task.stage.value, "due": task.due, "json": serial.dumps(task)}


def received(row: Any) -> Reception:
    """What a row of receptions holds."""
    head = json.loads(row.json)
    return Reception(url=row.url, answered=head["answered"], status=head["status"],
                     headers=tuple((name, value) for name, value in head["headers"]),
                     fetched=datetime.fromisoformat(head["fetched"]), body=row.body)
