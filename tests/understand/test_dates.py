from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.reading_of import read, token
from truceline.model import When
from truceline.understand.dates import Reach, reach, resolve
from truceline.understand.dates.grammar import expressions
from truceline.understand.when import date_of, day_of_news, deadline_of

WEDNESDAY = date(2021, 3, 10)


def days(when: When | None) -> str | None:
    """An interval as text; one day as that day."""
    if when is None:
        return None
    return str(when.start) if when.start == when.end else f"{when.start}/{when.end}"


@pytest.mark.parametrize(("words", "expected"), [
    ("on Sunday", "2021-03-07"),
    ("last Tuesday", "2021-03-09"),
    ("Tuesday last", "2021-03-09"),
    ("last week", "2021-03-01/2021-03-07"),
    ("Tuesday of last week", "2021-03-02"),
    ("late February", "2021-02-21/2021-02-28"),
    ("the middle of January", "2021-01-11/2021-01-20"),
    ("middles of January", "2021-01-11/2021-01-20"),
    ("early this month", "2021-03-01/2021-03-10"),
    ("in November", "2020-11-01/2020-11-30"),
    ("December last year", "2020-12-01/2020-12-31"),
    ("27 February", "2021-02-27"),
    ("Feb. 27", "2021-02-27"),
    ("the 15 of December", "2020-12-15"),
    ("9 of the current month", "2021-03-09"),
    ("nineteenth September past", "2020-09-19"),
    ("14.05.2019", "2019-05-14"),
    ("2019-05-14", "2019-05-14"),
    ("in late 2017", "2017-10-01/2017-12-31"),
    ("the mid-1990s", "1993-05-01/1996-08-31"),
    ("since 2011", "2011-01-01/2021-03-10"),
    ("over the past four months", "2020-11-10/2021-03-10"),
    ("in the next two or three weeks", "2021-03-10/2021-03-31"),
    ("from 12 January to 3 February", "2021-01-12/2021-02-03"),
    ("the night to Saturday", "2021-03-05/2021-03-06"),
    ("yesterday, Tuesday", "2021-03-09"),
    ("on the 6th", "2021-03-06"),
    ("Christmas 2016", "2016-12-25"),
    ("five years ago", "2016-01-01/2016-12-31"),
    ("within 72 hours", "2021-03-13"),
    ("by the end of April", "2021-04-30"),
    ("between 3 and 5 March", "2021-03-03/2021-03-05"),
    ("3-5 March", "2021-03-03/2021-03-05"),
    ("Friday and Saturday", "2021-03-05/2021-03-06"),
    ("June and August", "2020-06-01/2020-08-31"),
    ("by May next year", "2022-05-31"),
    ("the first week of February", "2021-02-01/2021-02-07"),
    ("the last two months of 2019", "2019-11-01/2019-12-31"),
    ("the first days of this month", "2021-03-01/2021-03-03"),
    ("the first half of January", "2021-01-01/2021-01-15"),
    ("Monday 8th", "2021-03-08"),
    ("2019, February", "2019-02-01/2019-02-28"),
    ("Nov 2020", "2020-11-01/2020-11-30"),
    ("from Sept to Nov", "2020-09-01/2020-11-30"),
    ("the ten days ahead", "2021-03-10/2021-03-20"),
    ("04/05/2019", None),
    ("start next week", "2021-03-15/2021-03-21"),
    ("two rounds of talks", None),
])
def test_words_to_days(words: str, expected: str | None) -> None:
    assert days(resolve(words, WEDNESDAY)) == expected


def test_tense_decides_between_the_day_behind_and_the_day_ahead() -> None:
    assert days(resolve("Friday", WEDNESDAY, "past")) == "2021-03-05"
    assert days(resolve("Friday", WEDNESDAY, "future")) == "2021-03-12"


@pytest.mark.parametrize(("text", "expected"), [
    ("The sides signed a truce on Friday.", ["2021-03-05"]),
    ("The sides will sign a truce on Friday.", ["2021-03-12"]),
    ("A meeting that was due on Friday has been called off.", ["2021-03-12"]),
    ("The rebels agreed to leave the town on Friday.", ["2021-03-12"]),
    ("Fighting has displaced families since November 2.", ["2020-11-02/2021-03-10"]),
])
def test_the_governing_verb_gives_the_tense(text: str, expected: list[str]) -> None:
    assert [days(one.when) for one in read(text).dates] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("A truce began on March 1. Both sides have kept it since then.", ["2021-03-01", "2021-03-01/2021-03-10"]),
    ("The pact was signed on 4 February. Thousands left over the following week.",
     ["2021-02-04", "2021-02-04/2021-02-11"]),
    ("It was signed on 19 February and entered into force on 21 of it.", ["2021-02-19", "2021-02-21"]),
    ("A truce signed in 2015 collapsed after 17 months.", ["2015-01-01/2015-12-31", "2016-06-01/2017-05-31"]),
    ("Two days after the deal was signed, the army said on Thursday that it held.", ["2021-03-02", "2021-03-04"]),
    ("The parties signed a deal, paving the way for a vote on July 28.", ["2021-07-28"]),
    ("The talks will start next week.", ["2021-03-15/2021-03-21"]),
])
def test_a_date_may_be_counted_from_another_one(text: str, expected: list[str]) -> None:
    assert [days(one.when) for one in read(text).dates] == expected


def test_without_a_publication_date_only_absolute_dates_are_found() -> None:
    reading = read("They met on Sunday and signed the accord on 4 May 2019.", published=None)
    assert [days(one.when) for one in reading.dates] == ["2019-05-04"]


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("The army said on Tuesday that rebels had shelled the port on Sunday.", "shelled", "2021-03-07"),
    ("The army said on Tuesday that rebels had shelled the port on Sunday.", "said", "2021-03-09"),
    ("Gunmen attacked a convoy on Monday, killing two drivers.", "killing", "2021-03-08"),
    ("The car was stopped not on Saturday but on Friday.", "stopped", "2021-03-05"),
    ("The talks have been stalled since 27 January.", "stalled", "2021-01-27/2021-03-10"),
    ("They violated the agreement of 7 February.", "violated", None),
    ("On Tuesday, two days after the rebels signed the deal, a bomb exploded.", "signed", "2021-03-07"),
    ("The session, scheduled for May 22, will go ahead.", "session", "2021-05-22"),
    ("The rebels promised to free the captives by June 1.", "promised", None),
    ("Talks are due to resume in Dakar on April 8.", "Talks", "2021-04-08"),
    ("A meeting of the commission that was due on Thursday has been put off.", "put", "2021-03-11"),
    ("The republic will host the next round, planned for May 3.", "host", "2021-05-03"),
    ("Two earlier rounds, in June and August, ended without a deal.", "ended", "2020-06-01/2020-08-31"),
    ("They met for two days on 1-2 March, the first talks since 2015.", "met", "2021-03-01/2021-03-02"),
    ("The governor (in office since 2012) received the envoys on Monday.", "received", "2021-03-08"),
    ("They last met a year ago, in February 2020.", "met", "2020-02-01/2020-02-29"),
    ("The front claimed the blast of 1 March.", "claimed", None),
    ("The front claimed the blast in a statement of 4 March.", "claimed", "2021-03-04"),
    ("Gunmen raided the camp on Monday. The post was shelled at 10:20 a.m. by the same men.", "shelled", "2021-03-08"),
    ("The colonel, a man arrested on Monday, blamed the council.", "blamed", None),
])
def test_each_predicate_has_its_own_date(text: str, word: str, expected: str | None) -> None:
    reading = read(text)
    assert days(date_of(reading, token(reading, word))) == expected


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("The rebels promised to free the captives by June 1.", "free", "2021-06-01"),
    ("The army must withdraw within 48 hours.", "withdraw", "2021-03-12"),
    ("The army withdrew on Sunday.", "withdrew", None),
])
def test_deadlines(text: str, word: str, expected: str | None) -> None:
    reading = read(text)
    assert days(deadline_of(reading, token(reading, word))) == expected


def test_a_dateline_is_no_date_of_an_act() -> None:
    reading = read("OLD HARBOUR, March 10 (Coast News) - Gunmen freed two monitors, the mayor said.")
    assert date_of(reading, token(reading, "freed")) is None
    assert day_of_news(reading) is None


def test_reach_says_how_a_date_bears_on_its_predicate() -> None:
    assert [reach(words) for words in ("Sunday", "since 2011", "by June 1", "within 72 hours", "until Friday")] == [
        Reach.AT, Reach.SINCE, Reach.DUE, Reach.WITHIN, Reach.UNTIL]


@given(st.text(alphabet="0123456789 ,.-/aehilnorstuyMFJS", max_size=200))
@settings(deadline=None)
def test_expressions_lie_in_the_text_in_order(text: str) -> None:
    found = list(expressions(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(["past", "future", "near"]), st.sampled_from(
    ["Sunday", "last week", "late March", "on the 31st", "February 29", "this year", "two weeks ago", "end of winter"]))
def test_intervals_run_forward_near_their_anchor(anchor: date, tense: str, words: str) -> None:
    when = resolve(words, anchor, tense)
    if when:
        assert when.start <= when.end
        assert abs(when.start - anchor) < timedelta(days=3000)
