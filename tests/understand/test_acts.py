"""Acts, stances and pledges, one sentence each: who did it, to whom, and whether it happened."""

from __future__ import annotations

from datetime import date

import pytest

from tests.samples import plain_clean
from truceline.model import Act, Pledge, Report, Stance, Statement
from truceline.understand import read as read_report
from truceline.understand.acts.extract import extract


def read(text: str) -> list[Statement]:
    """What the coder states of a sentence published on Monday, 6 May 2024."""
    report = Report(key="x", text=text, published=date(2024, 5, 6))
    return list(extract(read_report(report, plain_clean(report))))


def acts(text: str) -> list[Act]:
    return [one for one in read(text) if isinstance(one, Act)]


def only(text: str) -> Act:
    found = acts(text)
    assert len(found) == 1, [one.quote for one in found]
    return found[0]


def names(act: Act) -> tuple[list[str], list[str]]:
    return [one.name for one in act.actors], [one.name for one in act.recipients]


@pytest.mark.parametrize(("text", "status"), [
    ("Rebels attacked a convoy near Goma on Friday.", "occurred"),
    ("The army is shelling the town.", "ongoing"),
    ("The talks will resume in Nairobi on 3 June.", "planned"),
    ("Talks broke down in 2012.", "failed"),
    ("The army denied shelling the village.", "denied"),
    ("The envoy urged the parties to return to the table.", "demanded"),
    ("The rebels threatened to leave the talks.", "threatened"),
    ("The governor said rebels had raided the camp.", "claimed"),
])
def test_status_is_what_the_words_say(text: str, status: str) -> None:
    assert [str(one.status) for one in acts(text)] == [status]


def test_a_refusal_is_one_act_and_what_is_refused_is_none() -> None:
    refusal = only("The rebel leader refused to sign the peace agreement in Juba.")
    assert (refusal.type, str(refusal.status)) == ("REJECT", "occurred")


def test_suspending_talks_suspending_fire_and_suspended_talks_are_three_things() -> None:
    assert only("The junta suspended the peace talks on Tuesday.").type == "SANCTION"
    halt = only("The army suspended offensive operations.")
    assert (halt.type, halt.mode) == ("RETREAT", "ceasefire")
    put_off = only("The peace talks were postponed on Tuesday.")
    assert (put_off.type, str(put_off.status)) == ("CONSULT", "failed")


def test_both_sides_are_the_two_named_before() -> None:
    found = acts("The government and the ELN rebels met in Quito. Both sides accused each other of breaking the truce.")
    accusation = next(one for one in found if one.type == "ACCUSE")
    assert len(accusation.actors) == 2
    assert accusation.actors == accusation.recipients


def test_what_a_party_tells_of_anothers_breach_is_its_accusation() -> None:
    told = only("The rebels have violated the ceasefire, General Luis Prado said.")
    assert told.type == "ACCUSE"
    assert names(told) == (["Luis Prado"], ["The rebels"])


def test_the_outlets_own_word_of_a_breach_is_no_accusation() -> None:
    assert only("The ceasefire has been repeatedly violated.").type == "ASSAULT"


def test_a_broker_is_a_mediator_and_does_nothing_else() -> None:
    truce = only("A truce brokered by Oman took effect on Monday.")
    assert [one.name for one in truce.mediators] == ["Oman"]
    assert not truce.actors


def test_a_led_group_is_not_mediated_by_its_leader() -> None:
    found = acts("The Front, led by General Thomas Okot, walked out of the talks.")
    assert [one.mediators for one in found] == [()]


def test_troops_stand_for_their_state() -> None:
    attack = only("Rwandan troops attacked the town of Rutshuru.")
    assert names(attack)[0] == ["Rwanda"]


def test_a_count_of_the_dead_is_a_figure_and_no_act() -> None:
    assert read("The conflict has killed more than 40,000 people since 1969.") == []


def test_a_source_that_asks_not_to_be_named_asks_for_nothing() -> None:
    assert read("A diplomat, who asked not to be named, left early.") == []


def test_a_condition_is_no_happening() -> None:
    found = read("The Front will return to the talks only if the army withdraws from the town, its leader said.")
    assert [type(one) for one in found] == [Stance]
    assert isinstance(found[0], Stance)
    assert found[0].position == "conditional"


def test_a_promise_has_a_maker_and_a_day() -> None:
    (promise,) = read("The rebels undertook to free all hostages by 20 May.")
    assert isinstance(promise, Pledge)
    assert [one.name for one in promise.by] == ["The rebels"]
    assert promise.due is not None
    assert promise.due.end == date(2024, 5, 20)


def test_two_promises_in_one_breath_are_two() -> None:
    found = read("The president pledged to hold elections within a year and to free all detainees by the end of June.")
    assert [type(one) for one in found] == [Pledge, Pledge]


def test_we_is_whoever_speaks() -> None:
    refusal = next(one for one in acts('"We reject this plan," General Luis Prado said.') if one.type == "REJECT")
    assert names(refusal)[0] == ["Luis Prado"]


def test_a_bare_mention_of_the_talks_refers_back() -> None:
    assert len(acts("Talks opened in Doha on Sunday. The mood at the talks was good.")) == 1


@pytest.mark.parametrize("text", [
    "The coffee harvest failed because of the drought.",
    "The chef fired up the oven.",
    "The striker struck twice in the second half.",
    "Voters elected a new parliament.",
])
def test_other_news_gives_nothing(text: str) -> None:
    assert acts(text) == []
