"""Texts that no newsroom writes end in a result whose every word is in its place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from tests.hostile.cases import HOSTILE, Hostile
from truceline.model import CleanText, Report
from truceline.text import clean
from truceline.understand import understand

PART = 100
"""The suite tries one part in so many of the largest text of each kind."""
SECONDS = 10.0
"""What any of them may take; most take a tenth of a second."""


def report(text: str) -> Report:
    """A report of this text."""
    return Report(key="hostile/1", text=text, published=date(2016, 5, 2), title="The army left the town")


@pytest.fixture(autouse=True, scope="module")
def loaded() -> None:
    """Model and word lists are loaded before anything is timed."""
    plain = report("The army left the town of Corra on Monday, he said.")
    understand(plain, clean(plain))


@contextmanager
def in_time() -> Iterator[None]:
    """Fails if what is done inside takes too long."""
    began = time.process_time()
    yield
    assert time.process_time() - began < SECONDS


def assert_covers(text: CleanText) -> None:
    """The regions lie in order and apart, and the overlay knows where each of its characters stands."""
    ends = [0, *(region.end for region in text.regions)]
    assert all(end <= region.start < region.end for end, region in zip(ends, text.regions, strict=False))
    assert len(text.origin) == len(text.reading) + 1
    assert all(before <= after for before, after in zip(text.origin, text.origin[1:], strict=False))


def assert_ends_in_place(given: Report) -> list[str]:
    """The report is understood in time, and every statement's words stand where it says; gives the words."""
    with in_time():
        statements = understand(given, clean(given))
    for one in statements:
        assert one.quote == given.text[one.start:one.end] != ""
    return [one.quote for one in statements]


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_cleaning_ends_and_loses_no_place(case: Hostile) -> None:
    with in_time():
        assert_covers(clean(report(case.make(case.most // 10))))


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_reading_ends_with_every_word_in_its_place(case: Hostile) -> None:
    assert_ends_in_place(report(case.make(max(1, case.most // PART))))


def test_a_long_stretch_without_a_full_stop_still_gives_evidence() -> None:
    text = "The army shelled the town of Corra on Monday, " + "and the rebels left the village, " * 200 + "he said."
    assert any(quote.startswith("The army shelled") for quote in assert_ends_in_place(report(text)))


def test_an_ordinary_sentence_between_hostile_ones_is_read() -> None:
    text = f"{'“' * 3000}\n\nThe army shelled the town of Corra on Monday.\n\n{'(' * 3000}"
    assert "The army shelled the town of Corra on Monday" in assert_ends_in_place(report(text))
