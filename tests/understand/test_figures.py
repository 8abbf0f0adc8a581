from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.reading_of import read
from truceline.model import Figure
from truceline.understand.figures import extract
from truceline.understand.figures.numbers import quantities


def figures(text: str) -> list[Figure]:
    """The figures of a text."""
    return [one for one in extract(read(text)) if isinstance(one, Figure)]


@pytest.mark.parametrize(("text", "measure", "value"), [
    ("Gunmen killed 15 soldiers in an ambush.", "killed", 15),
    ("Twenty-two fighters were neutralised in the riposte.", "killed", 22),
    ("Eleven citizens were martyred.", "killed", 11),
    ("The death toll rose to 23.", "killed", 23),
    ("The blast claimed the lives of three drivers.", "killed", 3),
    ("Some 300 people lost their lives.", "killed", 300),
    ("Rebels fired on a bus, leaving 44 passengers dead.", "killed", 44),
    ("Eleven wounded soldiers were taken to the capital.", "injured", 11),
    ("The war has displaced 1,48 million people.", "displaced", 1_480_000),
    ("More than 4,100 villagers have fled their homes.", "displaced", 4100),
    ("The government freed 46 prisoners.", "released", 46),
    ("The rebels demanded the release of 46 prisoners.", "detained", 46),
    ("The army violated the truce 64 times.", "violations", 64),
    ("Nine explosions were heard.", "explosions", 9),
    ("The bodies of 13 soldiers were returned.", "other", 13),
    ("They fired 120 shells at the town.", "other", 120),
    ("Donors pledged $40 million.", "sum of money", 40_000_000),
])
def test_what_is_counted(text: str, measure: str, value: float) -> None:
    assert [(one.measure, one.value) for one in figures(text)] == [(measure, value)]


@pytest.mark.parametrize("text", [
    "The five-year war goes on.",
    "Two officials said so.",
    "The two sides met on 12 May at 6 p.m.",
    "Resolution 2254 calls for talks.",
    "He is 34 years old.",
    "The army withdrew 20 km from the front.",
    "One of the leaders resigned.",
    "In 2015 the parties met for three hours.",
    "Turnout was 54 percent.",
])
def test_what_is_no_count(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(("text", "bounds"), [
    ("More than 250,000 people were killed.", (250_000, 250_000, None, "more than")),
    ("As many as nine soldiers were killed.", (9, None, 9, "as many as")),
    ("About 900 people were killed.", (900, None, None, "about")),
    ("Thousands of people were killed.", (None, 1000, None, None)),
    ("Tens of thousands of people were killed.", (None, 10_000, None, None)),
    ("Nearly two million people were displaced.", (2_000_000, None, None, "nearly")),
    ("A fifteen of soldiers were killed.", (15, None, None, "about")),
])
def test_bounds(text: str, bounds: tuple[float | None, float | None, float | None, str | None]) -> None:
    one, = figures(text)
    assert (one.value, one.low, one.high, one.comparator) == bounds


def test_parts_stand_apart_and_a_bare_number_takes_up_the_count_before_it() -> None:
    text = "The ministry said 61 civilians were killed. The rebels announced 38."
    assert [(one.measure, one.value) for one in figures(text)] == [("killed", 61), ("killed", 38)]


def test_evidence_is_verbatim() -> None:
    text = "Gunmen killed at least nine soldiers near the river, the army said."
    one, = figures(text)
    assert one.quote == text[one.start:one.end] == "killed at least nine soldiers"


@pytest.mark.parametrize(("text", "value"), [
    ("9 300", 9300), ("1,234,567", 1_234_567), ("1.5 million", 1_500_000), ("1,48 million", 1_480_000),
    ("62 thousand", 62_000),
    ("two million and 300 thousand", 2_300_000), ("a hundred", 100),
    ("half a million", 500_000),
    ("two dozen", 24), ("forty-five", 45),
])
def test_numbers_as_the_press_writes_them(text: str, value: float) -> None:
    assert [one.value for one in quantities(text)] == [value]


@given(st.text(alphabet="0123456789 ,.-aehilmnorstuy$%", max_size=150))
@settings(deadline=None)
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    found = list(quantities(text))
    assert all(0 <= one.start <= one.core < one.end <= len(text) for one in found)
    assert all(first.core < second.core for first, second in pairwise(found))
