from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truceline.model import PeaceObject, Record, Report, Statement
from truceline.store import serial

json_ready = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
fields = st.dictionaries(st.text(), json_ready, max_size=3)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(PeaceObject, st.builds(PeaceObject, id=st.text(), kind=st.text(), fields=fields))


@pytest.mark.parametrize("kind", serial.KINDS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_a_statement_comes_back_equal_with_its_id(kind: str, data: st.DataObject) -> None:
    one: Statement = data.draw(st.from_type(serial.KINDS[kind]))
    back = serial.statement(kind, serial.dumps(one))
    assert back == one
    assert back.id == one.id == serial.statement_id(kind, serial.dumps(one))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_a_record_comes_back_equal(data: st.DataObject) -> None:
    record = data.draw(st.from_type(Record))
    assert serial.loads(Record, serial.dumps(record)) == record


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_report_comes_back_equal(data: st.DataObject) -> None:
    report = data.draw(st.from_type(Report))
    assert serial.report(serial.report_head(report), report.text, report.raw) == report


@settings(max_examples=50)
@given(st.lists(st.integers(0, 30), max_size=20))
def test_offsets_survive_their_short_form(offsets: list[int]) -> None:
    assert list(serial.expand(list(serial.runs(offsets)))) == offsets


def test_the_offsets_of_plain_text_are_one_run() -> None:
    assert list(serial.runs(range(100_000))) == [(0, 100_000)]


def test_numbers_stay_as_they_were_written() -> None:
    """12 and 12.0 are equal but make different ids."""
    assert serial.dumps(serial.reader(float | None)(12)) == "12"
    assert serial.dumps(serial.reader(float | None)(12.0)) == "12.0"
