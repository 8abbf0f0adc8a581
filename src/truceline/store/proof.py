"""The proof that the record still stands on its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.errors import SpanMismatch
from truceline.store.base import Store


def mismatches(store: Store) -> Iterator[SpanMismatch]:
    """What no longer holds: words that are not at their place, reports and statements altered since they were kept."""
    for sealed in store.seals():
        if not sealed.intact:
            kind = "statement" if sealed.kept_as.startswith("s") else "report"
            yield SpanMismatch(f"{sealed.report}: {kind} {sealed.kept_as} was altered after it was kept")
    for report in store.reports():
        for one in store.statements(report.key):
            if report.text[one.start : one.end] != one.quote or not one.quote:
                yield SpanMismatch(f"{report.key}:{one.start}-{one.end}: statement {one.id} is not in the text")
