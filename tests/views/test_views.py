from __future__ import annotations

from datetime import date

from tests.views.made import FIRED, HOLDINGS, MEETING, NINETEEN, SHELLS
from truceline.model import When
from truceline.views import actor, alike, disagreements, facts, overview, peace, story, timeline, wording


def test_counts_stand_in_order_of_size_with_their_owners() -> None:
    (one,) = disagreements.disagreements(HOLDINGS)
    assert (one.question, one.about) == ("How many killed", "Shells hit the ferry at Old Harbour")
    assert [(side.value, side.owners) for side in one.sides] == [
        ("12", ("the harbour master",)), ("19", ("Ines Vardan",))]


def test_words_come_with_report_outlet_and_voices() -> None:
    (one,) = HOLDINGS.evidence([NINETEEN.id, "gone"])
    assert (one.report, one.quote, one.chain) == ("north/1", "19 people died", ("Ines Vardan",))


def test_copies_of_the_same_words_stand_together_and_repeated_words_first() -> None:
    told = HOLDINGS.evidence([SHELLS.id, FIRED.id, MEETING.id])
    assert [one.report for one in told] == ["coast/1", "north/1", "coast/1"]
    assert alike([told[0], told[1], told[0]]) == ((told[0], told[0]), (told[1],))
    assert alike(told[:1] + told[2:], said=MEETING.quote)[0] == (told[2],)


def test_a_fact_says_how_many_voices_its_reports_are() -> None:
    first, second = facts.lines(HOLDINGS, HOLDINGS.record.facts)
    assert (first.standing, first.tally) == ("corroborated", "2 reports, 2 voices")
    assert (second.standing, second.tally) == ("single", "1 report, 1 voice")


def test_a_story_parts_what_is_shared_from_what_one_tells() -> None:
    view = story.story(HOLDINGS, "coast/1")
    assert [one.id for one in view.shared] == ["f1"]
    assert [one.id for one in view.alone] == ["f2"]
    assert [one.id for one in view.disagreements] == ["d1"]


def test_an_actor_has_offices_deeds_and_names() -> None:
    view = actor.actor(HOLDINGS, "vardan")
    assert [(office.title, office.start) for office in view.offices] == [("envoy", "2021-03-01")]
    assert [(part, [one.statement for one in told]) for part, told in view.parts] == [("does", [MEETING.id])]


def test_a_pledge_whose_day_is_over_without_word_is_overdue() -> None:
    (one,) = peace.pledges(HOLDINGS)
    assert (one.state, one.overdue, one.by) == ("pending", True, ("the port",))


def test_the_board_holds_positions_by_party_and_issue() -> None:
    board = peace.positions(HOLDINGS)
    assert board.cells["Ines Vardan", "talks"][0].position == "accepts"


def test_the_timeline_says_each_day_once() -> None:
    days = timeline.timeline(HOLDINGS)
    assert [(day.day, [entry.label for entry in day.entries]) for day in days] == [
        (date(2021, 3, 1), ["Shells hit the ferry"]), (date(2021, 3, 4), ["will meet both sides"])]


def test_the_overview_counts() -> None:
    view = overview.overview(HOLDINGS)
    assert (view.reports, view.outlets, view.actors, view.stories[0].voices) == (2, 2, 2, 2)
    assert view.statements == {"act": 4, "figure": 2, "role": 1}


def test_days_are_written_for_a_reader() -> None:
    assert wording.spell(When(date(2021, 3, 1), date(2021, 3, 1), "")) == "1 March 2021"
    assert wording.days(date(2021, 3, 1), date(2021, 3, 4)) == "1–4 March 2021"
    assert wording.days(date(2021, 2, 27), date(2021, 3, 4)) == "27 February – 4 March 2021"
    assert wording.dates_in("Bern 2021-03-04/2021-03-05, not 2021-19-99") == "Bern 4–5 March 2021, not 2021-19-99"
    assert wording.short("one two three", 9) == "one two…"
