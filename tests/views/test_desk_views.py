"""The views that the desk asks for: today, news, one fact, figures, meetings, revisions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.views.made import FIRST, HOLDINGS, SHELLS
from truceline.errors import UnknownName
from truceline.store import Revision
from truceline.views.fact import fact
from truceline.views.figures import figures
from truceline.views.meetings import meetings
from truceline.views.news import news
from truceline.views.passage import AROUND, after, before, passage
from truceline.views.revisions import changes
from truceline.views.today import today


def test_today_is_the_day_of_the_last_report() -> None:
    view = today(HOLDINGS)
    assert view.day == date(2021, 3, 3)
    assert next((one.topic, one.text, one.state) for one in view.lines) == (
        "talks", "Old Harbour talks", "planned; next: Old Harbour 4 March 2021")
    assert [one.content for one in view.overdue] == ["to reopen"]
    assert [(one.day, one.id) for one in view.coming] == [(date(2021, 3, 4), "f2")]


def test_every_line_of_today_has_its_words_and_standing() -> None:
    for one in today(HOLDINGS).lines:
        assert one.evidence
        assert one.standing in ("single", "corroborated", "disputed", "superseded")


def test_what_is_new_counts_from_a_day() -> None:
    last = news(HOLDINGS, None)
    assert [one.key for one in last.reports] == ["north/1"]
    assert [one.id for one in last.told_again] == ["f1"]
    assert [one.id for one in last.disagreements] == ["d1"]
    whole = news(HOLDINGS, date(2021, 3, 1))
    assert {one.id for one in whole.first_told} == {"f1", "f2"}
    assert not whole.told_again
    assert not news(HOLDINGS, date(2022, 1, 1)).reports


def test_a_fact_shows_how_it_grew() -> None:
    view = fact(HOLDINGS, SHELLS.id)
    assert view.line.id == "f1"
    assert [(one.day, one.so_far, one.voices) for one in view.history] == [
        (date(2021, 3, 2), 1, 1), (date(2021, 3, 3), 2, 2)]
    assert [(one.name, [branch.first.key for branch in one.branches]) for one in view.roots] == [
        ("the harbour master", ["coast/1"]), ("Ines Vardan", ["north/1"])]
    assert [one.id for one in view.stories] == ["st1"]


def test_a_fact_of_a_day_before_it_was_told_is_empty() -> None:
    view = fact(HOLDINGS, "f1", date(2021, 1, 1))
    assert not view.roots
    assert not view.passages
    with pytest.raises(UnknownName):
        fact(HOLDINGS, "f9")


def test_a_passage_stays_in_its_paragraph() -> None:
    shown = passage(HOLDINGS, SHELLS)
    assert (shown.before, shown.evidence.quote) == ("", "Shells hit the ferry")
    assert shown.after.startswith(" at Old Harbour on 1 March")
    assert "Subscribe" not in shown.before


def test_a_long_paragraph_is_cut_at_words() -> None:
    text = "word " * 200
    assert before(text, 500).startswith("…word ")
    assert after(text, 500).endswith("word…")
    assert len(before(text, 500)) <= AROUND + 1
    assert before("", 0) == after("", 0) == ""


def test_figures_are_claims_with_owners() -> None:
    killed = figures(HOLDINGS)[0]
    assert killed.measure == "killed"
    assert [(one.low, one.high, one.owner) for one in killed.claims] == [
        (12, 12, "the harbour master"), (19, 19, "Ines Vardan")]


def test_nobody_meets_alone() -> None:
    assert meetings(HOLDINGS, HOLDINGS.actors["a1"]) == ()


def test_revisions_show_what_went_and_what_came() -> None:
    later = FIRST.replace("killing 12 people", "killing 13 people")
    told = [Revision("coast/1", 1, "", FIRST), Revision("coast/1", 2, "", later)]
    (change,) = changes(told)
    assert change.ordinal == 2
    assert "12 people" in change.removed[0]
    assert "13 people" in change.added[0]
    assert not changes(told[:1])


