from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.made import Pledge, made, names, report, when
from truceline.model import PeaceObject
from truceline.reconcile import reconcile

ONE = report("one", "The Lower Bank Front promised to free 17 sailors by 15 May.")
TWO = report("two", "The Front will release the seventeen sailors by 24 May.", "2031-05-03")
THREE = report("three", "The Front did not free the 17 sailors.", "2031-05-16")
MADE = made(Pledge, ONE, "promised to free 17 sailors by 15 May", by=names("Lower Bank Front"),
            content="free 17 sailors", due=when("2031-05-15"))
AGAIN = made(Pledge, TWO, "will release the seventeen sailors by 24 May", by=names("Lower Bank Front"),
             content="release the seventeen sailors", due=when("2031-05-24"))
MISSED = made(Pledge, THREE, "did not free the 17 sailors", by=names("Lower Bank Front"), content="free the 17 sailors",
              state="missed")
ALL = [MADE, AGAIN, MISSED]


def pledges(*told: Pledge) -> tuple[PeaceObject, ...]:
    return reconcile([ONE, TWO, THREE], told).pledges


def test_one_promise_in_two_wordings_with_two_deadlines_is_disputed() -> None:
    (promise,) = pledges(MADE, AGAIN)
    assert promise.fields["state"] == "disputed"
    assert [row["statement"] for row in promise.fields["history"]] == [MADE.id, AGAIN.id]


def test_what_became_of_it_outweighs_what_was_promised() -> None:
    (promise,) = pledges(*ALL)
    assert promise.fields["state"] == "missed"


def test_promises_of_two_parties_or_on_two_matters_are_two() -> None:
    other = made(Pledge, TWO, "will release the seventeen sailors by 24 May", by=names("Osmund"), content="reopen "
                              "the port")
    assert len(pledges(MADE, other)) == 2


def test_a_promise_passed_on_is_the_promise_inside_it() -> None:
    two = report("two", "An aide was assured that the Front would free the sailors by 15 May.", "2031-05-03")
    outer = made(Pledge, two, "An aide was assured that the Front would free the sailors by 15 May",
                 by=names("Lower Bank Front"), content="free the sailors", due=when("2031-05-15"))
    inner = made(Pledge, two, "the Front would free the sailors by 15 May", by=names("an aide"),
                 content="free the sailors", due=when("2031-05-15"))
    (promise,) = reconcile([ONE, two], [MADE, outer, inner]).pledges
    assert [row["name"] for row in promise.fields["by"]] == ["Lower Bank Front"]
    assert promise.fields["content"] == "free 17 sailors"


def test_one_day_of_promising_tells_of_one_promise() -> None:
    two = report("two", "The Front will return the captives to their homes by 24 May, as promised on 26 April.",
                 "2031-05-03")
    first = made(Pledge, ONE, "promised to free 17 sailors by 15 May", by=names("Lower Bank Front"),
                 content="release 17 captives", due=when("2031-05-15"), when=when("2031-04-26"))
    second = made(Pledge, two, "will return the captives to their homes by 24 May", by=names("Lower Bank Front"),
                  content="return the captives to their homes by midsummer day", due=when("2031-05-24"),
                  when=when("2031-04-26"))
    (promise,) = reconcile([ONE, two], [first, second]).pledges
    assert promise.fields["state"] == "disputed"


def test_a_deadline_that_passes_without_a_report_is_not_missed() -> None:
    (promise,) = pledges(MADE)
    assert promise.fields["state"] == "pending"


@given(st.permutations(ALL))
def test_the_order_of_arrival_makes_no_difference(told: list[Pledge]) -> None:
    assert pledges(*told) == pledges(*ALL)
