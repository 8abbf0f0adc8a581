"""Who takes part in an act, kind of construction by kind of construction."""

from __future__ import annotations

import pytest

from tests.understand.test_acts import acts

PARTIES = [
    # inside what is rejected, condemned, welcomed, threatened, asked
    ("Sudan rejected a proposal by Ethiopia to reopen the border crossing.", ["Sudan"], ["Ethiopia"]),
    ("Sri Lanka's decision to free the detainees was praised by Norway.", ["Norway"], ["Sri Lanka"]),
    ("Burundi and Tanzania welcomed the resumption of trade ties with Uganda.", ["Burundi", "Tanzania"], ["Uganda"]),
    ("Eritrea threatened to attack Djibouti.", ["Eritrea"], ["Djibouti"]),
    ("Taiwan protested to Beijing over the flights of Chinese jets.", ["Taiwan"], ["China"]),
    ("The UN called for the government and the rebels to stop fighting.", ["United Nations"],
     ["the government", "the rebels"]),
    # protests and moves
    ("Students demonstrated outside the French embassy in Niamey.", ["Students"], ["France"]),
    ("Thousands of teachers rallied in Lima to protest against the government.", ["Thousands of teachers"],
     ["the government"]),
    ("India deployed more troops along its border with China.", ["India"], ["China"]),
    # what is sent or recalled is the doer's own
    ("Brazil recalled its ambassador from Israel.", ["Brazil"], ["Israel"]),
    # two states share a noun
    ("Russian and Ukrainian negotiators met in Istanbul.", ["Russia", "Ukraine"], []),
    # deeds that stand as subjects
    ("A rebel attack on a police station left three officers dead.", ["rebel"], ["three officers"]),
    ("The shelling by Armenian forces wounded two Azerbaijani soldiers.", ["Armenia"], ["Azerbaijan"]),
    ("Government shelling killed four civilians in Kadugli.", ["Government"], ["four civilians"]),
    # passives, and blame
    ("Philippine troops were ambushed by fighters of the New People's Army in Samar.", ["New People's Army"],
     ["Philippines"]),
    ("Colombia blamed the bombing on the ELN.", ["Colombia"], ["ELN"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), PARTIES)
def test_parties_are_found_where_they_are_named(text: str, actors: list[str], recipients: list[str]) -> None:
    found = [([who.name for who in one.actors], [who.name for who in one.recipients]) for one in acts(text)]
    assert (actors, recipients) in found


@pytest.mark.parametrize("text", [
    "The council condemned the killing of a priest in Bamenda.",
    "The bishops demanded the release of Tomas Arreaga.",
])
def test_who_suffered_it_is_not_who_is_blamed_or_asked(text: str) -> None:
    assert [one.recipients for one in acts(text) if one.type in ("ACCUSE", "REQUEST")] == [()]


def test_supporters_do_not_act_for_whom_they_support() -> None:
    (act,) = acts("Supporters of former president Evo Morales set fire to a bus.")
    assert [who.name for who in act.actors] == ["Supporters"]


def test_a_group_is_called_by_its_own_words_alone() -> None:
    (act,) = acts("After the vote in Lagos on Monday, dozens of angry traders attacked the office of the governor.")
    assert [who.name for who in act.actors] == ["dozens of angry traders"]
