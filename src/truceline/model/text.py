"""The clean text that lies beside a report: what is body, what is furniture, what was damaged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Zone(StrEnum):
    """What a passage is to a reader. Only `BODY` gives statements: the others restate it or are not the report."""

    BODY = "body"
    HEADLINE = "headline"
    SUMMARY = "summary"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Region:
    """A passage of the kept text and what it is; `reason` names the rule that said so."""

    start: int
    end: int
    zone: Zone
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in the kept text that transport or translation broke; `kind` as in "missing space", "mixed script"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class CleanText:
    """A report's text made ready for reading.

    `original` is the kept text. `regions` and `damage` lie over it, in its order and none over another. `reading` is
    the overlay that the parser gets: furniture left out, damage repaired. `origin[i]` is the offset in `original` of
    the overlay's character i, with one entry more than the overlay has characters, so `origin` never decreases.
    """

    original: str
    regions: tuple[Region, ...]
    damage: tuple[Damage, ...]
    reading: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the kept text of the overlay's characters start to end (exclusive)."""
        return self.origin[start], self.origin[end - 1] + 1

    def zone(self, offset: int) -> Zone:
        """The zone of a character of the kept text."""
        at = bisect_right(self.regions, offset, key=lambda region: region.start) - 1
        return self.regions[at].zone if at >= 0 and offset < self.regions[at].end else Zone.BODY
