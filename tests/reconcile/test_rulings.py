from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from truceline.model import Judgement, Verdict
from truceline.reconcile.rulings import Rulings, judgement_id, standing

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
THINGS = st.sampled_from("abcdef")


def ruled(left: str, right: str, verdict: Verdict = Verdict.SAME, minute: int = 0) -> Judgement:
    return Judgement(about="fact", left=left, right=right, verdict=verdict, by="person:Ines",
                     at=NOON + timedelta(minutes=minute))


def undo(one: Judgement, minute: int = 59) -> Judgement:
    return Judgement(about="undo", left=judgement_id(one), right="", verdict=Verdict.UNSURE, by="person:Ines",
                     at=NOON + timedelta(minutes=minute))


PAIRS = st.tuples(THINGS, THINGS, st.sampled_from(Verdict)).filter(lambda one: one[0] != one[1])
LOGS = st.lists(PAIRS, max_size=12).map(
    lambda pairs: [ruled(*pair, minute=minute) for minute, pair in enumerate(pairs)])


def test_what_is_the_same_as_the_same_is_the_same() -> None:
    held = Rulings.about("fact", [ruled("a", "b"), ruled("b", "c")])
    assert held.verdict("a", "c") is Verdict.SAME


def test_what_differs_from_one_differs_from_all_that_are_the_same() -> None:
    held = Rulings.about("fact", [ruled("b", "x", Verdict.DIFFERENT), ruled("a", "b"), ruled("x", "y")])
    assert held.verdict("a", "y") is Verdict.DIFFERENT


def test_the_last_word_on_a_pair_counts_and_unsure_takes_it_back() -> None:
    assert Rulings.about("fact", [ruled("a", "b"), ruled("b", "a", Verdict.DIFFERENT, 1)]).verdict(
        "a", "b") is Verdict.DIFFERENT
    assert Rulings.about("fact", [ruled("a", "b"), ruled("a", "b", Verdict.UNSURE, 1)]).verdict("a", "b") is None


def test_an_earlier_word_that_a_later_one_contradicts_is_left_out() -> None:
    held = Rulings.about("fact", [ruled("a", "b"), ruled("b", "c", minute=1), ruled("a", "c", Verdict.DIFFERENT, 2)])
    assert held.verdict("a", "c") is Verdict.DIFFERENT
    assert held.verdict("b", "c") is Verdict.SAME


def test_a_rule_is_no_person() -> None:
    assert standing([Judgement(about="fact", left="a", right="b", verdict=Verdict.SAME, by="facts 1")]) == ()


@given(LOGS, THINGS, THINGS, THINGS)
def test_judgements_are_closed(log: list[Judgement], one: str, other: str, third: str) -> None:
    held = Rulings.about("fact", log)
    first, second, across = held.verdict(one, other), held.verdict(other, third), held.verdict(one, third)
    assert held.verdict(other, one) is first
    if first is Verdict.SAME:
        assert across is second
    assert held.verdict(one, one) is Verdict.SAME


@given(LOGS, st.data())
def test_undoing_leaves_what_would_be_without(log: list[Judgement], data: st.DataObject) -> None:
    if log:
        gone = data.draw(st.sampled_from(log))
        without = [one for one in log if one is not gone]
        assert standing([*log, undo(gone)]) == standing(without) == tuple(without)
        assert standing([*log, undo(gone), undo(undo(gone), 60)]) == tuple(log)
