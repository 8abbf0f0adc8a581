from __future__ import annotations

import pytest

from tests.understand.reading_of import read, token
from truceline.understand.places import places_of
from truceline.understand.places.index import fold, look_up


def found(text: str) -> list[tuple[str, str]]:
    """Names and precisions."""
    return [(one.place.name, one.place.precision) for one in read(text).places]


@pytest.mark.parametrize(("text", "expected"), [
    ("The envoys met in Geneva.", [("Geneva", "point")]),
    ("Clashes were reported in Darfur.", [("Darfur", "area")]),
    ("Thousands have fled Sudan since then.", [("Sudan", "country")]),
    ("Shells fell near the town of Kettlewick.", [("Kettlewick", "unresolved")]),
    ("A market in Tel Amra was hit.", [("Tel Amra", "unresolved")]),
    ("Washington accused Moscow of breaking the truce.", []),
    ("Talks between Juba and the rebels resumed.", []),
    ("Fighters of the Geneva Brigade surrendered.", []),
])
def test_places_and_governments(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_reports_own_region_wins_over_the_larger_town() -> None:
    lebanon = read("Lebanese troops and a Lebanese militia clashed in Tripoli. Lebanon closed the road.")
    libya = read("The Libyan parliament will meet in Tripoli. Libya has two governments.")
    assert {one.place.geonameid for one in lebanon.places} != {one.place.geonameid for one in libya.places}


def test_geneva_is_in_switzerland_even_where_the_united_states_are_spoken_of() -> None:
    reading = read("The United States and American diplomats said the talks in Geneva had failed, a US official said.")
    assert [one.place.geonameid for one in reading.places if one.place.name == "Geneva"] == [2660646]


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("The sides held talks in Muscat on Sunday.", "talks", ["Muscat"]),
    ("The army shelled a market in Goma, the rebels said in Kinshasa.", "shelled", ["Goma"]),
    ("The shelling of Goma killed two people.", "shelling", ["Goma"]),
    ("Rebels entered the village of Kettlewick.", "entered", ["Kettlewick"]),
    ("The delegation left for Nairobi.", "left", []),
])
def test_places_of_a_predicate(text: str, word: str, expected: list[str]) -> None:
    reading = read(text)
    assert [place.name for place in places_of(reading, token(reading, word))] == expected


def test_names_are_found_however_they_are_spelt() -> None:
    assert fold("Sa‘dah") == fold("Sadah")
    assert look_up("N’Djamena")[0].country == "TD"
    assert look_up("Port-au-Prince") == look_up("port au prince")
    assert look_up("Kettlewick") == ()
