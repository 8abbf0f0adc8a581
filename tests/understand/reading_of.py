"""A reading of an invented sentence, as far as dates and places."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from tests.samples import plain_clean
from truceline.model import Report
from truceline.understand import dates, places
from truceline.understand.parse import parse
from truceline.understand.reading import Reading


def read(text: str, published: str | None = "2021-03-10") -> Reading:
    """The parse of a text with its dates and places; 10 March 2021 was a Wednesday."""
    report = Report(key="x", text=text, published=date.fromisoformat(published) if published else None)
    reading = parse(report, plain_clean(report))
    reading.dates = dates.find(reading)
    reading.places = places.find(reading)
    return reading


def token(reading: Reading, word: str) -> Token:
    """The first token that is the word."""
    return next(one for one in reading.doc if one.text == word)
