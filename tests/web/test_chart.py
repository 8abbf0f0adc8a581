from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from truceline.views.figures import Claim
from truceline.views.holdings import Evidence
from truceline.web.chart import BOTTOM, HEIGHT, TOP, WIDTH, chart, round_up

DAY = date(2021, 3, 1)


def claim(day: date | None, low: float | None, high: float | None) -> Claim:
    words = Evidence("s1", "figure", "coast/1", "Coast Daily", day, 0, 1, "x", "occurred", (), None)
    return Claim(day=day, words="12", low=low, high=high, owner="the harbour master", scope="", fact="",
                 standing="single", evidence=words)


def test_one_claim_is_no_chart() -> None:
    assert chart([claim(DAY, 12, 12)]) is None
    assert chart([claim(DAY, 12, 12), claim(None, 9, 9), claim(DAY, None, None)]) is None


def test_equal_claims_of_a_day_are_one_mark_and_a_bound_is_open() -> None:
    drawn = chart([claim(DAY, 12, 12), claim(DAY, 12, 12), claim(DAY, 19, None)])
    assert drawn is not None
    assert [(one.open, one.top == one.y) for one in drawn.marks] == [(False, True), (True, False)]


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 10**9), st.integers(0, 10**9)), min_size=2, max_size=40))
def test_every_mark_stands_inside_the_chart(values: list[tuple[int, int, int]]) -> None:
    drawn = chart([claim(DAY + timedelta(days=days), min(a, b), max(a, b)) for days, a, b in values])
    assert drawn is not None
    for mark in drawn.marks:
        assert 0 <= mark.x <= WIDTH
        assert TOP <= mark.top <= mark.y <= HEIGHT - BOTTOM


@given(st.floats(0.001, 1e12))
def test_steps_of_the_scale_are_round_and_large_enough(number: float) -> None:
    step = round_up(number)
    assert number <= step <= number * 10.01
    assert float(f"{step:.2g}") == step
