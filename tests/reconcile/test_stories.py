from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.made import report
from truceline.model import Report
from truceline.reconcile import copies, stories
from truceline.reconcile.scene import arrange

RIVER = [
    report("r1", "Shells fell on the river port of Osmund on Monday, killing four dockers, Mayor Ilka Brandt said. "
           "The Lower Bank Front denied that it had fired on Osmund.", "2031-05-02", title="Shells kill four in "
           "Osmund"),
    report("r2", "Mayor Ilka Brandt buried four dockers of Osmund on Tuesday and blamed the Lower Bank Front, which "
           "says that it did not shell the port.", "2031-05-03"),
    report("r3", "The Lower Bank Front and Osmund's mayor, Brandt, traded blame for the shelling of the port, in which "
           "four dockers died.", "2031-05-04")]
HILLS = [
    report("h1", "Delegates of Queen Amarys and of the Hill League met in Tavistern on Monday for a second round of "
           "talks on grazing rights and the release of Duke Perrin.", "2031-05-02"),
    report("h2", "The talks of Tavistern between Queen Amarys and the Hill League go into a third day; Duke Perrin is "
           "still held, the League said.", "2031-05-04")]


def grouped(reports: list[Report]) -> set[frozenset[str]]:
    found = stories.group(arrange(reports, (), (), {}), copies.find(reports))
    return {frozenset(story.reports) for story in found}


def test_reports_of_one_happening_are_one_story_and_others_are_not() -> None:
    assert grouped(RIVER + HILLS) == {frozenset({"r1", "r2", "r3"}), frozenset({"h1", "h2"})}


def test_the_same_town_a_year_later_is_another_story() -> None:
    later = report("later", RIVER[1].text, "2032-05-03")
    assert frozenset({"later"}) in grouped([*RIVER, later])


@given(st.permutations(RIVER + HILLS))
def test_the_order_of_arrival_makes_no_difference(reports: list[Report]) -> None:
    assert grouped(reports) == grouped(RIVER + HILLS)


def test_a_story_is_called_by_its_first_headline_and_keeps_its_id_as_it_grows() -> None:
    first = stories.group(arrange(RIVER[:1], (), (), {}), copies.find(RIVER[:1]))[0]
    grown = stories.group(arrange(RIVER, (), (), {}), copies.find(RIVER))[0]
    assert (grown.title, grown.id, grown.last) == ("Shells kill four in Osmund", first.id, "2031-05-04")


def test_one_publisher_or_wire_is_one_origin_of_a_story() -> None:
    same = [report(one.key, one.text, str(one.published), outlet="Port Gazette") for one in RIVER]
    assert [origin.root for origin in stories.group(arrange(same, (), (), {}), copies.find(same))[0].origins] == [
        "Port Gazette"]


def test_what_follows_weeks_later_is_a_story_of_its_own_on_the_same_thread() -> None:
    trial = report("trial", "A court in Osmund opened the trial of a gunner of the Lower Bank Front on Friday. Mayor "
                   "Ilka Brandt gave evidence for an hour and asked for a long sentence.", "2031-06-13")
    found = stories.group(arrange([*RIVER, *HILLS, trial], (), (), {}), copies.find([*RIVER, *HILLS, trial]))
    threads = {story.reports[0]: story.thread for story in found}
    assert threads["trial"] == threads["r1"] != threads["h1"]


def test_later_reports_leave_earlier_stories_as_they_were() -> None:
    before = grouped(RIVER)
    assert before < grouped([*RIVER, report("later", "Frost killed the vines of Tavistern.", "2031-05-09")])
