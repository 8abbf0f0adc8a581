"""A store in a relational database, through SQLAlchemy Core."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, inspect, select, update
from sqlalchemy.exc import SQLAlchemyError

from truceline.errors import StoreUnavailable, UnknownName
from truceline.model import CleanText, Judgement, Record, Report, Statement
from truceline.store import serial, tables
from truceline.store.actors import KnownActors
from truceline.store.base import Change, Counts, ReadReport, Revision, Sealed
from truceline.store.intake import Intake

CURRENT = (tables.reports.c.key == tables.revisions.c.report) & (
    tables.reports.c.revision == tables.revisions.c.ordinal
)


class SqlStore(KnownActors, Intake):
    """A store behind any database that SQLAlchemy speaks; see Store for what each method promises."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        try:
            with self.reading() as db:
                empty = not inspect(db).get_table_names()
            if empty:
                with self.writing() as db:
                    lay_tables(db)
            with self.reading() as db:
                check_schema(db)
                missing = [table for table in tables.ADDED if not inspect(db).has_table(table.name)]
            if missing:
                with self.writing() as db:
                    tables.metadata.create_all(db, missing)
        except StoreUnavailable:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in one consistent view of the store."""
        with said_plainly(self.engine), self.engine.begin() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together at the end, or not at all."""
        with said_plainly(self.engine), self.engine.execution_options(writes=True).begin() as db:
            yield db

    def compare(self, report: Report, reader: str) -> Change:
        """See Store."""
        with self.reading() as db:
            return change(current(db, report.key), seal(report), reader)

    def put(self, read: ReadReport) -> Change:
        """See Store."""
        with self.writing() as db:
            kept = current(db, read.report.key)
            found = change(kept, seal(read.report), read.reader)
            if found is not Change.UNCHANGED:
                put_report(db, read, kept)
                put_statements(db, read)
                db.execute(delete(tables.record))
        return found

    def report(self, key: str) -> Report:
        """See Store."""
        with self.reading() as db:
            return restored(one(db, select(tables.revisions).join(tables.reports, CURRENT), key))

    def reports(self) -> Iterator[Report]:
        """See Store."""
        yield from map(self.report, self.keys())

    def clean_text(self, key: str) -> CleanText:
        """See Store."""
        query = select(tables.reports.c.clean, tables.revisions.c.text).join(tables.revisions, CURRENT)
        with self.reading() as db:
            row = one(db, query, key)
        return serial.clean_text(row.text, row.clean)

    def revisions(self, key: str) -> tuple[Revision, ...]:
        """See Store."""
        columns = tables.revisions.c
        query = select(columns.report, columns.ordinal, columns.sha256, columns.text).where(columns.report == key)
        with self.reading() as db:
            rows = db.execute(query.order_by(columns.ordinal)).all()
        if not rows:
            raise UnknownName(f"no report {key}")
        return tuple(Revision(*row) for row in rows)

    def revision(self, key: str, ordinal: int) -> Report:
        """See Store."""
        wanted = (tables.revisions.c.report == key) & (tables.revisions.c.ordinal == ordinal)
        found = self.rows(select(tables.revisions).where(wanted))
        if not found:
            raise UnknownName(f"no revision {ordinal} of a report {key}")
        return restored(found[0])

    def statements(self, report: str | None = None) -> Iterator[Statement]:
        """See Store."""
        for key in self.keys() if report is None else [report]:
            for row in self.rows(statements_of(key)):
                yield serial.statement(row.kind, row.json)

    def seals(self) -> Iterator[Sealed]:
        """See Store."""
        columns = tables.revisions.c
        for key in self.keys():
            for row in self.rows(select(tables.revisions).where(columns.report == key).order_by(columns.ordinal)):
                yield Sealed(key, row.seal, seal(restored(row)))
            for row in self.rows(statements_of(key)):
                yield Sealed(key, row.id, serial.statement_id(row.kind, row.json))

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """See Store."""
        rows = [{"json": serial.dumps(judgement)} for judgement in judgements]
        if rows:
            with self.writing() as db:
                db.execute(insert(tables.judgements), rows)
                db.execute(delete(tables.record))

    def judgements(self) -> tuple[Judgement, ...]:
        """See Store."""
        with self.reading() as db:
            rows = db.execute(select(tables.judgements.c.json).order_by(tables.judgements.c.ordinal)).all()
        return tuple(serial.loads(Judgement, row.json) for row in rows)

    def put_record(self, record: Record, maker: str) -> None:
        """See Store."""
        with self.writing() as db:
            db.execute(delete(tables.record))
            db.execute(insert(tables.record).values(maker=maker, json=serial.dumps(record)))

    def record(self, maker: str) -> Record | None:
        """See Store."""
        with self.reading() as db:
            kept = db.execute(select(tables.record.c.json).where(tables.record.c.maker == maker)).scalar()
        return None if kept is None else serial.loads(Record, kept)

    def counts(self) -> Counts:
        """See Store."""
        kind = tables.statements.c.kind
        with self.reading() as db:
            sizes = [
                db.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (tables.reports, tables.revisions, tables.judgements)
            ]
            kinds = db.execute(select(kind, func.count()).group_by(kind).order_by(kind)).all()
        reports, revisions, judgements = sizes
        return Counts(reports, revisions, judgements, {row[0]: row[1] for row in kinds})

    def close(self) -> None:
        """See Store."""
        self.engine.dispose()

    def keys(self) -> list[str]:
        """The keys of all reports, in order."""
        return [row.key for row in self.rows(select(tables.reports.c.key).order_by(tables.reports.c.key))]

    def rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        """The rows of a query, all at once: no transaction stays open while a caller walks through them."""
        with self.reading() as db:
            return db.execute(query).all()


@contextmanager
def said_plainly(engine: Engine) -> Iterator[None]:
    """Turn what goes wrong in the database into one line that names the store."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        name = engine.url.render_as_string(hide_password=True)
        raise StoreUnavailable(f"cannot use the store {name}: {cause}") from error


def lay_tables(db: Connection) -> None:
    """Make the tables, unless another process has just made them."""
    if not inspect(db).get_table_names():
        tables.metadata.create_all(db)
        db.execute(insert(tables.meta).values(name="schema", value=tables.SCHEMA))


def check_schema(db: Connection) -> None:
    """Refuse what is not a store, and a store that another version of the schema wrote."""
    query = select(tables.meta.c.value).where(tables.meta.c.name == "schema")
    kept = db.execute(query).scalar() if inspect(db).has_table("meta") else None
    if kept != tables.SCHEMA:
        found = "holds something else" if kept is None else f"has schema {kept}"
        raise StoreUnavailable(f"the store {found}; this version of Truceline needs schema {tables.SCHEMA}")


def seal(report: Report) -> str:
    """A hash over everything that was received: head, text and bytes."""
    parts = (serial.report_head(report).encode(), report.text.encode("utf-8", "surrogatepass"), report.raw)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def current(db: Connection, key: str) -> Row[Any] | None:
    """Revision, seal and reader of a kept report."""
    columns = tables.reports.c
    return db.execute(select(columns.revision, columns.seal, columns.reader).where(columns.key == key)).one_or_none()


def change(kept: Row[Any] | None, sealed: str, reader: str) -> Change:
    """What a report under this seal, read by this reader, is to what is kept under its key."""
    if kept is None:
        return Change.NEW
    if kept.seal != sealed:
        return Change.REVISED
    return Change.UNCHANGED if kept.reader == reader else Change.REREAD


def put_report(db: Connection, read: ReadReport, kept: Row[Any] | None) -> None:
    """Write the report as its next revision where it changed, and make that the one that counts."""
    report, sealed = read.report, seal(read.report)
    ordinal = kept.revision if kept else 0
    if kept is None or kept.seal != sealed:
        ordinal += 1
        received = {"sha256": report.sha256, "head": serial.report_head(report), "text": report.text, "raw": report.raw}
        db.execute(insert(tables.revisions).values(report=report.key, ordinal=ordinal, seal=sealed, **received))
    state = {"revision": ordinal, "seal": sealed, "reader": read.reader, "clean": serial.clean_dumps(read.clean)}
    if kept is None:
        db.execute(insert(tables.reports).values(key=report.key, **state))
    else:
        db.execute(update(tables.reports).where(tables.reports.c.key == report.key).values(**state))


def put_statements(db: Connection, read: ReadReport) -> None:
    """Put a report's statements in the place of those it had; two with the same content are one."""
    db.execute(delete(tables.statements).where(tables.statements.c.report == read.report.key))
    rows = {row["id"]: row for row in map(statement_row, read.statements)}
    if rows:
        db.execute(insert(tables.statements), list(rows.values()))


def statement_row(one: Statement) -> dict[str, Any]:
    """A statement as a row of its table."""
    text = serial.dumps(one)
    place = {"report": one.report, "start": one.start, "end": one.end}
    return {"id": serial.statement_id(one.kind, text), "kind": one.kind, "json": text, **place}


def statements_of(report: str) -> Select[Any]:
    """The rows of one report's statements, by place."""
    columns = tables.statements.c
    query = select(columns.id, columns.kind, columns.json).where(columns.report == report)
    return query.order_by(columns.start, columns.end, columns.kind, columns.id)


def one(db: Connection, query: Select[Any], key: str) -> Row[Any]:
    """The row of one report; raises UnknownName."""
    row = db.execute(query.where(tables.reports.c.key == key)).one_or_none()
    if row is None:
        raise UnknownName(f"no report {key}")
    return row


def restored(row: Row[Any]) -> Report:
    """The report that a row of revisions holds."""
    return serial.report(row.head, row.text, row.raw)
