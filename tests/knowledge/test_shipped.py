"""The knowledge that comes with the program."""

from __future__ import annotations

from truceline.knowledge import shipped
from truceline.model import KnownActor, NameKind
from truceline.reconcile.actors.world import world
from truceline.understand.mentions.gazetteer import listed


def test_every_country_of_a_group_is_a_listed_one() -> None:
    lands = {state.name for state in (*shipped().states, *shipped().regions)}
    assert {actor.name: set(actor.countries) - lands for actor in shipped().actors
            if set(actor.countries) - lands} == {}


def test_no_name_is_listed_as_two_countries_of_the_same_rank() -> None:
    names = [state.name for state in (*shipped().states, *shipped().regions)]
    assert len(names) == len(set(names))
    codes = [code for state in shipped().states for code in state.codes]
    assert len(codes) == len(set(codes))


def test_reading_and_joining_know_the_same_names() -> None:
    read = {known.name for keys in listed(shipped()).values() for all_ in keys.values() for known in all_
            if known.sort in ("group", "body")}
    assert read == set(world().actors)


def test_a_short_acronym_needs_its_country_where_it_has_one() -> None:
    also = ("DF", "DFLP", "Deltans")
    group = KnownActor(name="Delta Front", kind=NameKind.ARMED_GROUP, also=also, countries=("Mali",))
    assert [name for name in group.names if group.needs_country(name)] == ["DF", "Deltans"]
    assert not KnownActor(name="DF", kind=NameKind.ARMED_GROUP).needs_country("DF")


def test_an_acronym_of_two_groups_joins_neither() -> None:
    assert world().known("adf") == ""
    assert world().known("allied democratic forces") == "Allied Democratic Forces"


def test_a_people_of_several_states_names_no_states_army() -> None:
    assert "kurdish" not in world().states
    assert world().states["congolese"] == "Democratic Republic of the Congo"
