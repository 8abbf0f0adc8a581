from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.process import REPORTS, STATEMENTS, holdings
from truceline.model import Statement
from truceline.reconcile import reconcile
from truceline.views import changes, peace


def told(since: str, until: str | None = None) -> list[tuple[str, str, str]]:
    """The lines between two days: board, what, text."""
    lines = changes.changes(holdings(until), date.fromisoformat(since)).lines
    return [(line.board, line.what, line.text) for line in lines]


@pytest.mark.parametrize(
    ("day", "state", "next_day", "truce", "pledge"),
    [
        ("2031-05-02", "planned", "Tavistern 2031-05-12", {"declared"}, "pending"),
        ("2031-05-10", "planned", "Tavistern 2031-05-12", {"declared"}, "pending"),
        ("2031-05-11", "planned", "Tavistern 2031-05-19", {"declared"}, "overdue, no report"),
        ("2031-05-20", "held", "", {"declared"}, "overdue, no report"),
        ("2031-05-25", "broken off", "", {"declared"}, "overdue, no report"),
        ("2031-05-31", "broken off", "", {"declared", "extended"}, "overdue, no report"),
        ("2031-06-02", "broken off", "", {"declared", "extended"}, "kept"),
    ],
)
def test_the_boards_as_of_a_day(day: str, state: str, next_day: str, truce: set[str], pledge: str) -> None:
    then = holdings(day)
    (talks,), (one,), (promise,) = peace.talks(then), peace.truces(then), peace.pledges(then)
    assert (talks.state, talks.next, set(one.days), promise.stands) == (state, next_day, truce, pledge)
    assert all(words.published and words.published <= date.fromisoformat(day) for words in one.evidence)


def test_before_the_first_report_there_is_nothing() -> None:
    assert not peace.talks(holdings("2031-05-01"))
    assert not holdings("2031-05-01").reports


def test_what_is_new_says_what_became_of_each_thing() -> None:
    assert told("2031-05-03", "2031-05-22") == [
        ("talks", "session put off", "from 12 May 2031 to 19 May 2031"),
        ("talks", "session held", "19 May 2031"),
        ("talks", "state", "broken off"),
        ("truces", "alleged violence", "Osmund accuses Lower Bank Front"),
        ("pledges", "overdue, no report", "free 17 sailors, due 10 May 2031"),
        ("positions", "position changed", "direct talks: rejects, now accepts"),
    ]


def test_what_was_told_before_is_not_new() -> None:
    assert [line[:2] for line in told("2031-05-23")] == [("truces", "extended"), ("pledges", "kept")]
    assert told("2031-06-03") == []


def test_a_changed_position_and_a_session_put_off_have_the_words_of_before_and_now() -> None:
    lines = {line.what: line for line in changes.changes(holdings(), date(2031, 5, 3)).lines}
    changed, moved = lines["position changed"], lines["session put off"]
    assert [words.quote for words in (*changed.before, *changed.evidence)] == [
        "The Front rejects direct talks", "The Front would accept direct talks"]
    assert [words.report for words in (*moved.before, *moved.evidence)] == ["deal", "moved"]


def test_every_line_has_words_from_a_report() -> None:
    for line in changes.changes(holdings(), date(2031, 5, 1)).lines:
        assert line.evidence
        assert all(words.quote for words in line.evidence)


@given(st.lists(st.sampled_from(STATEMENTS), unique=True))
def test_no_state_date_or_party_without_words(told: list[Statement]) -> None:
    record = reconcile(REPORTS, told)
    ids = {one.id for one in told}
    days = {one.when.start.isoformat() for one in told if one.when}
    for talks in record.talks:
        assert ids >= {row["statement"] for row in talks.fields["history"]}
        assert days >= {row["dates"]["start"] for row in talks.fields["sessions"]}
        assert (talks.fields["state"] is None) == (not talks.fields["history"] and not talks.fields["sessions"])
    for truce in record.truces:
        assert ids >= {key for part in truce.fields["told"].values() for key in part}
        assert ids >= {row["statement"] for row in truce.fields["alleged_violations"]}
        assert not {row["actor"] for row in truce.fields["parties"]} & {
            row["actor"] for row in truce.fields["excluded"]}
    for pledge in record.pledges:
        assert pledge.fields["state"] in {row["state"] for row in pledge.fields["history"]} | {"disputed"}
