from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.views.made import COAST, HOLDINGS, MEETING, REGIONS, ROLE
from truceline.views import report
from truceline.views.report import Piece, Span, pieces


def test_marks_nest_and_what_crosses_is_opened_again() -> None:
    found = pieces("abcdef", [Span(0, 4, "s1", "act"), Span(2, 6, "s2", "quote")])
    assert [(one.what, one.text or one.statement, one.again) for one in found] == [
        ("open", "s1", False), ("text", "ab", False), ("open", "s2", False), ("text", "cd", False),
        ("close", "s2", False), ("close", "s1", False), ("open", "s2", True), ("text", "ef", False),
        ("close", "s2", False),
    ]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_pieces_keep_every_character_and_close_what_they_open(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [Span(start, end, f"s{number}", "act") for number, (start, end) in enumerate(ends)]
    found = pieces(text, spans)
    assert "".join(one.text for one in found) == text
    stack: list[str] = []
    covered: dict[str, str] = {}
    for one in found:
        if one.what == "open":
            stack.append(one.statement)
        elif one.what == "close":
            assert stack.pop() == one.statement
        for statement in stack:
            covered[statement] = covered.get(statement, "") + one.text
    assert not stack
    assert covered == {one.statement: text[one.start:one.end] for one in spans if one.start < one.end <= len(text)}
    opened = [one.statement for one in found if one.what == "open" and not one.again]
    assert len(opened) == len(set(opened))


def test_a_report_shows_furniture_and_statements_where_they_stand() -> None:
    view = report.report(HOLDINGS, "coast/1", REGIONS["coast/1"])
    assert view.pieces[:3] == (
        Piece("open", kind="furniture"), Piece("text", text="Subscribe now!"), Piece("close", kind="furniture"))
    assert "".join(one.text for one in view.pieces) == COAST.text
    assert [one.statement for one in view.statements][2:4] == [ROLE.id, MEETING.id]
    assert view.story == "st1"
