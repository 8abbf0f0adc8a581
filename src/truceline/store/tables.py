"""The tables. Any change of meaning here needs a new SCHEMA number."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA = "1"

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

# `seal` hashes everything that was received (head, text, bytes): the same seal is the same report.
revisions = Table(
    "revisions",
    metadata,
    Column("report", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("seal", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("head", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

# The state of a report that counts: its last revision, who read it, and its clean text.
reports = Table(
    "reports",
    metadata,
    Column("key", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("seal", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("clean", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", String, primary_key=True),
    Column("report", String, ForeignKey("reports.key"), nullable=False),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("json", Text, nullable=False),
    Index("statements_by_place", "report", "start", "end"),
    Index("statements_by_kind", "kind"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("ordinal", Integer, primary_key=True, autoincrement=True),
    Column("json", Text, nullable=False),
)

# What imported lists say of actors: the lists in the order of their coming, and their entries as JSON.
actor_sources = Table(
    "actor_sources",
    metadata,
    Column("ordinal", Integer, primary_key=True, autoincrement=True),
    Column("name", String, nullable=False, unique=True),
    Column("format", String, nullable=False),
    Column("sha256", String, nullable=False, unique=True),
    Column("imported", String, nullable=False),
)

known_actors = Table(
    "known_actors",
    metadata,
    Column("source", String, ForeignKey("actor_sources.name"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("json", Text, nullable=False),
)

settlements = Table(
    "settlements",
    metadata,
    Column("ordinal", Integer, primary_key=True, autoincrement=True),
    Column("json", Text, nullable=False),
)

# What is to be got from the web, and what was got: the addresses with how far each has come, the answers, their bytes
# once each, and the log of runs.
tasks = Table(
    "tasks",
    metadata,
    Column("url", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("due", Float, nullable=False),
    Column("json", Text, nullable=False),
    Index("tasks_by_stage", "stage", "due"),
)

receptions = Table(
    "receptions",
    metadata,
    Column("ordinal", Integer, primary_key=True, autoincrement=True),
    Column("url", String, nullable=False, index=True),
    Column("sha256", String, nullable=False, index=True),
    Column("json", Text, nullable=False),
)

bodies = Table(
    "bodies",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("ordinal", Integer, primary_key=True, autoincrement=True),
    Column("json", Text, nullable=False),
)

ADDED = (actor_sources, known_actors, settlements, tasks, receptions, bodies, runs)
"""Tables that stores of this schema got later: they are laid where they are missing."""

# At most one row: what reconciliation computed last, dropped as soon as anything that it rests on changes.
record = Table(
    "record",
    metadata,
    Column("maker", String, primary_key=True),
    Column("json", Text, nullable=False),
)
