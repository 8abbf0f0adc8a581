"""What the commands that show the record are asked of: a store, and the day that they look back from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truceline.views import Holdings


@dataclass(frozen=True, slots=True)
class Asked:
    """The URL of a store, and a past day, or None for all that is kept."""

    db: str
    as_of: date | None = None


def holdings(asked: Asked) -> Holdings:
    """What the store holds, as of the day asked for. Raises StoreUnavailable where there is none."""
    from truceline import pipeline
    from truceline.store import existing_store
    from truceline.views import gather
    from truceline.views.past import past

    store = existing_store(asked.db)
    if asked.as_of is None:
        found = gather(store, pipeline.record(store))
    else:
        found = past(store, pipeline.record_as_of(store, asked.as_of), asked.as_of)
    store.close()
    return found
