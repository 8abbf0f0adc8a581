"""Clean text → statements. One parse, many readers.

1. parse: the report's overlay text, once.
2. names: who and what is named, and what refers to them.
3. dates: days and intervals.
4. places.
5. attribution: who says what through whom.
6. the extractors, each reading the same parse, none knowing the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from truceline.model import CleanText, Knowledge, Report, Statement

if TYPE_CHECKING:
    from truceline.understand.reading import Reading


def read(report: Report, text: CleanText, knowledge: Knowledge | None = None) -> Reading:
    """The report read as far as names, dates, places and voices; what the extractors start from."""
    from truceline.understand import attribution, dates, mentions, places, when
    from truceline.understand.parse import parse

    reading = parse(report, text, knowledge)
    reading.mentions = mentions.find(reading)
    reading.dates = dates.find(reading)
    reading.places = places.find(reading)
    reading.frames = attribution.find(reading)
    reading.frames = tuple(
        replace(one, said=when.date_of(reading, reading.doc[one.cue]) if one.cue >= 0 else None)
        for one in reading.frames
    )
    return reading


def extractors() -> tuple[Callable[[Reading], tuple[Statement, ...]], ...]:
    """Every extractor. To add one: one file and one name here."""
    from truceline.understand import figures, quotes, roles
    from truceline.understand.acts import extract as acts

    return (quotes.extract, roles.extract, figures.extract, acts.extract)


def understand(report: Report, text: CleanText, knowledge: Knowledge | None = None) -> tuple[Statement, ...]:
    """Every statement of a report, in text order. `knowledge` is what is known of actors; None is what is shipped."""
    reading = read(report, text, knowledge)
    found = {statement.id: statement for extract in extractors() for statement in extract(reading)}
    return tuple(sorted(found.values(), key=lambda statement: (statement.start, statement.end, statement.id)))
