from tests.reconcile.made import Act, Issue, Role, Status, at, made, name, names, report, when
from truceline.model import NameKind, PeaceObject
from truceline.reconcile import reconcile

ONE = report("one", "A third round of talks between Osmund and the Lower Bank Front opened in Tavistern on 28 April "
             "under "
             "the mediation of the Lake Union. Norvia and Estmark, the guarantors of the accord, were present. "
             "Envoy Pelle Aas of Norvia attended as an observer. The next round is due in Tavistern on 20 May.")
OPENED = made(Act, ONE, "A third round of talks between Osmund and the Lower Bank Front opened in Tavistern on 28 "
                        "April",
              type="CONSULT", issue=Issue.TALKS, actors=names("Osmund", "Lower Bank Front"),
              mediators=names("Lake Union"), where=at("Tavistern"), when=when("2031-04-28"), status=Status.ONGOING)
THERE = made(Act, ONE, "Norvia and Estmark, the guarantors of the accord, were present", type="COOPERATE",
             issue=Issue.TALKS, actors=names("Norvia", "Estmark"))
ENVOY = made(Role, ONE, "Envoy Pelle Aas of Norvia", person=name("Pelle Aas"), title="envoy",
             organisation=name("Norvia"))
DUE = made(Act, ONE, "The next round is due in Tavistern on 20 May", type="CONSULT", issue=Issue.TALKS,
           where=at("Tavistern"), when=when("2031-05-20"), status=Status.PLANNED)
ALL = [OPENED, THERE, ENVOY, DUE]


def listed(entry: PeaceObject, field: str) -> list[str]:
    return [row["name"] for row in entry.fields[field]]


def test_talks_have_a_venue_parties_and_those_around_them_kept_apart() -> None:
    (talks,) = reconcile([ONE], ALL).talks
    assert (talks.fields["name"], talks.fields["venue"]) == ("Tavistern talks", "Tavistern")
    assert listed(talks, "parties") == ["Lower Bank Front", "Osmund"]
    assert listed(talks, "mediators") == ["Lake Union"]
    assert listed(talks, "guarantors") == ["Estmark", "Norvia"]
    assert listed(talks, "observers") == ["Pelle Aas"]


def test_sessions_keep_their_status_and_the_next_is_the_first_ahead() -> None:
    (talks,) = reconcile([ONE], ALL).talks
    assert [(row["dates"]["start"], row["status"]) for row in talks.fields["sessions"]] == [
        ("2031-04-28", "ongoing"), ("2031-05-20", "planned")]
    assert talks.fields["next"] == "Tavistern 2031-05-20"


def test_no_date_set_is_said_only_where_a_report_says_so() -> None:
    two = report("two", "The Tavistern talks ended in deadlock and no date has been set for a new round.", "2031-05-05")
    stuck = made(Act, two, "The Tavistern talks ended in deadlock", type="CONSULT", issue=Issue.TALKS,
                 status=Status.FAILED, where=at("Tavistern"))
    assert reconcile([two], [stuck]).talks[0].fields["next"] == "none set"
    assert reconcile([two], [stuck]).talks[0].fields["state"] == "stalled"
    assert reconcile([ONE], [OPENED]).talks[0].fields["next"] is None


def test_talks_in_two_towns_are_two() -> None:
    two = report("two", "Talks in Lorvan broke down in 2027.", "2031-05-05")
    old = made(Act, two, "Talks in Lorvan broke down in 2027", type="CONSULT", issue=Issue.TALKS, status=Status.FAILED,
               where=at("Lorvan"), when=when("2027-01-01", "2027-12-31"))
    venues = sorted(talks.fields["venue"] for talks in reconcile([ONE, two], [*ALL, old]).talks)
    assert venues == ["Lorvan", "Tavistern"]


def test_another_meeting_put_off_is_not_the_state_of_the_talks() -> None:
    two = report("two", "The Tavistern talks go on. A meeting of the fisheries panel was called off.", "2031-05-05")
    off = made(Act, two, "A meeting of the fisheries panel was called off", type="CONSULT", issue=Issue.TALKS,
               status=Status.FAILED, actors=names("fisheries panel"))
    (talks,) = reconcile([ONE, two], [*ALL, off]).talks
    assert talks.fields["state"] == "ongoing"


def test_the_state_of_talks_is_what_the_latest_breakdown_is_called_and_each_state_has_its_words() -> None:
    two = report("two", "The Tavistern round of 3 May ended in deadlock. On 9 May the Front broke off the Tavistern "
                 "talks.", "2031-05-10")
    stuck = made(Act, two, "The Tavistern round of 3 May ended in deadlock", type="CONSULT", issue=Issue.TALKS,
                 status=Status.FAILED, where=at("Tavistern"), when=when("2031-05-03"))
    broken = made(Act, two, "On 9 May the Front broke off the Tavistern talks", type="SANCTION", mode="discontinue",
                  issue=Issue.TALKS, where=at("Tavistern"), when=when("2031-05-09"), actors=names("Lower Bank Front"))
    (talks,) = reconcile([ONE, two], [*ALL, stuck, broken]).talks
    assert talks.fields["state"] == "broken off"
    assert [(row["state"], row["statement"]) for row in talks.fields["history"]] == [
        ("ongoing", OPENED.id), ("stalled", stuck.id), ("broken off", broken.id)]


def test_old_talks_elsewhere_do_not_draw_the_report_to_them() -> None:
    two = report("two", "The talks were suspended. Earlier talks in Lorvan broke down in 2027.", "2031-05-02")
    now = made(Act, two, "The talks were suspended", type="SANCTION", mode="discontinue", issue=Issue.TALKS)
    old = made(Act, two, "Earlier talks in Lorvan broke down in 2027", type="CONSULT", issue=Issue.TALKS,
               status=Status.FAILED, where=at("Lorvan"), when=when("2027-01-01", "2027-12-31"))
    assert [talks.fields["venue"] for talks in reconcile([two], [now, old]).talks] == ["Lorvan"]
    (lorvan,) = reconcile([two], [now, old]).talks
    assert now.id not in lorvan.statements


def test_where_no_words_name_a_mediator_the_one_whose_office_it_is_mediates() -> None:
    two = report("two", "Talks between Osmund and the Front opened in Tavistern on 28 April, said Ane Holt, the Lake "
                 "Union's special envoy.")
    opened = made(Act, two, "Talks between Osmund and the Front opened in Tavistern on 28 April", type="CONSULT",
                  issue=Issue.TALKS, actors=names("Osmund", "Lower Bank Front"), where=at("Tavistern"),
                  when=when("2031-04-28"))
    office = made(Role, two, "Ane Holt, the Lake Union's special envoy", person=name("Ane Holt"), title="special envoy",
                  organisation=name("Lake Union", NameKind.BODY))
    (talks,) = reconcile([two], [opened, office]).talks
    assert listed(talks, "mediators") == ["Ane Holt", "Lake Union"]


def test_a_session_put_off_keeps_the_day_it_was_put_off_from() -> None:
    two = report("two", "The Tavistern round due on 20 May was postponed to 3 June.", "2031-05-12")
    later = made(Act, two, "The Tavistern round due on 20 May was postponed to 3 June", type="CONSULT",
                 issue=Issue.TALKS, status=Status.PLANNED, where=at("Tavistern"), when=when("2031-06-03"))
    (talks,) = reconcile([ONE, two], [*ALL, later]).talks
    moved = {row["dates"]["start"]: row["moved_from"]["start"] for row in talks.fields["sessions"] if row["moved_from"]}
    assert moved == {"2031-06-03": "2031-05-20"}
    assert talks.fields["next"] == "Tavistern 2031-06-03"


def test_talks_put_off_and_then_held_have_resumed() -> None:
    two = report("two", "The Tavistern round was postponed to 3 June.", "2031-05-12")
    off = made(Act, two, "The Tavistern round was postponed to 3 June", type="CONSULT", issue=Issue.TALKS,
               status=Status.FAILED, where=at("Tavistern"), when=when("2031-06-03", text="3 June"))
    three = report("three", "Osmund and the Front met in Tavistern on 3 June.", "2031-06-04")
    held = made(Act, three, "Osmund and the Front met in Tavistern on 3 June", type="CONSULT", issue=Issue.TALKS,
                where=at("Tavistern"), when=when("2031-06-03"))
    (before,) = reconcile([ONE, two], [*ALL, off]).talks
    (after,) = reconcile([ONE, two, three], [*ALL, off, held]).talks
    assert (before.fields["state"], before.fields["next"]) == ("put off", "Tavistern 2031-06-03")
    assert after.fields["state"] == "resumed"
