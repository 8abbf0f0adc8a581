"""The whole path on one screen: the world → reports → clean text → statements → the store → the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truceline import __version__
from truceline.errors import TrucelineError, UnreadableFile
from truceline.model import Record, Report
from truceline.store import Change, ReadReport, Store

READER = f"truceline {__version__}"


@dataclass(frozen=True, slots=True)
class Taken:
    """A report that was taken in, and what it was to the store."""

    report: str
    change: Change


def read(items: Iterable[Report | UnreadableFile], store: Store) -> Iterator[Taken | UnreadableFile]:
    """Take in what a source yields, one transaction a report, and say of each item what became of it.

    What cannot be read is passed on, and the rest goes on. Stopping at any point leaves whole reports behind.
    """
    for item in items:
        yield item if isinstance(item, UnreadableFile) else take_in(item, store)


def take_in(report: Report, store: Store) -> Taken | UnreadableFile:
    """Clean, understand and keep one report, unless the store has it as it is."""
    try:
        if store.compare(report, READER) is Change.UNCHANGED:
            return Taken(report.key, Change.UNCHANGED)
        return Taken(report.key, store.put(understood(report)))
    except (TrucelineError, ImportError):
        raise
    except Exception as error:  # one report that defeats the reader must not cost the others
        failure = UnreadableFile(report.key, f"cannot be understood ({type(error).__name__}: {error})")
        failure.__cause__ = error
        return failure


def understood(report: Report) -> ReadReport:
    """A report with its clean text and statements."""
    from truceline.text import clean  # these load the language model, which only reading needs
    from truceline.understand import understand

    text = clean(report)
    return ReadReport(report, text, tuple(understand(report, text)), READER)


def record(store: Store) -> Record:
    """The record as last computed, or computed now where reports or judgements have changed since."""
    return store.record(READER) or reconciled(store)


def reconciled(store: Store) -> Record:
    """The record computed from all that is kept, and kept beside it."""
    from truceline.reconcile import reconcile

    made = reconcile(tuple(store.reports()), tuple(store.statements()), store.judgements())
    store.put_record(made, READER)
    return made
