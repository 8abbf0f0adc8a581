"""Lists laid over each other and over what is shipped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.knowledge.made import ARMED, ORGANISATION, PERSON, actor, choice, side, source
from truceline.errors import UnknownName
from truceline.knowledge import claimed, conflict_over, entries_of, merge, shipped
from truceline.model import ActorSource, Conflict, KnownActor, NameKind
from truceline.reconcile.actors.world import world


def used(merged: object, name: str) -> list[KnownActor]:
    return [one.used for one in entries_of(merged, name)]  # type: ignore[arg-type]


def points(*sources: ActorSource) -> list[tuple[str, str]]:
    return [(one.name, one.point) for one in merge(sources).conflicts]


def test_without_lists_what_is_shipped_is_all_that_is_known() -> None:
    merged = merge(())
    assert merged.conflicts == ()
    assert {one.name for one in merged.knowledge.actors} == {one.name for one in shipped().actors}
    assert merged.knowledge.states == shipped().states


def test_lists_that_agree_add_up() -> None:
    merged = merge([source("a", actor("Delta Unity Front", "Frente Unido del Delta", kind=ARMED)),
                    source("b", actor("Delta Unity Front", "DUF", lands=("Mali",)))])
    [one] = used(merged, "delta unity front")
    assert one.names == ("Delta Unity Front", "Frente Unido del Delta", "DUF")
    assert (one.kind, one.countries) == (ARMED, ("Mali",))
    assert merged.conflicts == ()


def test_a_list_adds_names_to_what_is_shipped() -> None:
    merged = merge([source("a", actor("Polisario Front", "Frente Popular de Saguia", kind=ARMED,
                                      lands=("Western Sahara",)))])
    [one] = used(merged, "Frente Popular de Saguia")
    assert {"Polisario Front", "Polisario", "Frente Popular de Saguia"} <= set(one.names)
    states = merge([source("a", actor("Mali", "République du Mali", kind=NameKind.GOVERNMENT))]).knowledge.states
    assert "République du Mali" in next(one for one in states if one.name == "Mali").also


def test_one_actor_of_two_kinds_has_none_until_one_is_preferred() -> None:
    lists = [source("a", actor("Delta Unity Front", kind=ARMED)),
             source("b", actor("The Delta Unity Front", kind=ORGANISATION))]
    [found] = merge(lists).conflicts
    assert (found.name, found.point, found.settled) == ("Delta Unity Front", "kind", "")
    assert [(one.value, one.sources) for one in found.claims] == [("armed group", ("a",)), ("organisation", ("b",))]
    assert used(merge(lists), "delta unity front")[0].kind is None
    settled = merge(lists, [choice("delta unity front", "kind", "armed group")])
    assert used(settled, "delta unity front")[0].kind is ARMED
    assert settled.conflicts[0].settled == "armed group"
    undone = [choice("Delta Unity Front", "kind", "armed group"), choice("Delta Unity Front", "kind", "", later=1)]
    assert used(merge(lists, undone), "delta unity front")[0].kind is None


def test_a_list_does_not_overwrite_what_is_shipped() -> None:
    lists = [source("a", actor("Boko Haram", kind=ORGANISATION), actor("Frelimo", lands=("Peru",)))]
    assert points(*lists) == [("Boko Haram", "kind"), ("Frelimo", "country")]
    [one] = used(merge(lists), "Boko Haram")
    assert one.kind is None
    [claims] = [one.claims for one in merge(lists).conflicts if one.point == "kind"]
    assert [(one.value, one.sources) for one in claims] == [("armed group", ("shipped",)), ("organisation", ("a",))]


def test_an_organisation_of_any_kind_disagrees_with_persons_alone() -> None:
    assert points(source("a", actor("Boko Haram", kind=NameKind.OTHER))) == []
    assert points(source("a", actor("Boko Haram", kind=PERSON))) == [("Boko Haram", "kind")]
    assert used(merge([source("a", actor("Delta Works", kind=NameKind.OTHER))]), "delta works")[0].kind is ORGANISATION


def test_countries_add_up_where_they_meet_and_conflict_where_they_do_not() -> None:
    one = actor("Delta Unity Front", "DUF", lands=("Mali", "Niger"))
    other = actor("Delta Unity Front", lands=("Niger",))
    assert points(source("a", one), source("b", other)) == []
    apart = [source("a", one), source("b", actor("Delta Unity Front", lands=("Chad",)))]
    assert points(*apart) == [("Delta Unity Front", "country")]
    [found] = used(merge(apart), "delta unity front")
    assert found.countries == ()
    assert found.names == ("Delta Unity Front",)  # the short name counts only beside its country, which is open
    chosen = merge(apart, [choice("Delta Unity Front", "country", "Chad")])
    assert used(chosen, "delta unity front")[0].countries == ("Chad",)


def test_sides_conflict_only_at_one_time_and_between_lists() -> None:
    before, after = side("the rebels", "2012-01-01", "2015-06-30"), side("the government", "2015-07-01")
    rebel, turned = actor("Issa Keranou", sides=(before,)), actor("Issa Keranou", sides=(after,))
    assert points(source("a", actor("Issa Keranou", sides=(before, after)))) == []
    assert points(source("a", rebel), source("b", turned)) == []
    always = source("b", actor("Issa Keranou", sides=(side("the government"), side("Delta Bank", title="director"))))
    assert points(source("a", rebel), always) == [("Issa Keranou", "side")]
    assert [one.title for one in used(merge([source("a", rebel), always]), "issa")[0].roles] == ["director"]
    chosen = merge([source("a", rebel), always], [choice("Issa Keranou", "side", "the rebels")])
    assert before in used(chosen, "issa")[0].roles


def test_a_name_of_two_actors_stands_for_neither_until_it_is_settled() -> None:
    lists = [source("a", actor("Delta Unity Front", "The Lions", kind=ARMED)),
             source("b", actor("Northern Hunters", "Lions", kind=ARMED))]
    assert points(*lists) == [("The Lions", "name")]
    assert world(merge(lists).knowledge).known("lions") == ""
    settled = merge(lists, [choice("Lions", "name", "Northern Hunters")])
    assert world(settled.knowledge).known("lions") == "Northern Hunters"


def test_two_actors_of_one_list_with_one_name_are_two() -> None:
    lists = [source("a", actor("Ali Keranou", "Faucon Noir", kind=PERSON, key="q1"),
                    actor("Ali Keranou", "Le Vieux Lion", kind=PERSON, key="q2"))]
    [found] = merge(lists).conflicts
    assert [one.value for one in found.claims] == ["Ali Keranou [q1]", "Ali Keranou [q2]"]
    known = world(merge(lists).knowledge)
    assert known.known("ali keranou", is_person=True) == ""
    assert known.known("faucon noir", is_person=True) == "Faucon Noir"


def test_a_name_that_the_shipped_lists_give_to_several_is_no_conflict() -> None:
    assert points(source("a", actor("Allied Democratic Forces", "ADF", kind=ARMED, lands=("Uganda",)))) == []


def test_a_usual_name_that_is_anothers_second_name_needs_more_to_be_one() -> None:
    front = actor("Delta Unity Front", "Lions of the Delta", kind=ARMED, lands=("Mali",))
    assert points(source("a", front), source("b", actor("Lions of the Delta", kind=ARMED))) == []
    club = actor("Lions of the Delta", kind=ORGANISATION, lands=("Egypt",))
    assert points(source("a", front), source("b", club)) == [("Lions of the Delta", "name")]


def test_weak_names_are_shown_and_stand_for_nobody() -> None:
    merged = merge([source("a", actor("Issa Keranou", kind=PERSON, weak=("Abu Issa",)))])
    assert used(merged, "Abu Issa")[0].weak == ("Abu Issa",)
    assert world(merged.knowledge).known("abu issa", is_person=True) == ""


def test_a_claim_is_named_by_its_value_or_by_its_only_list() -> None:
    merged = merge([source("a", actor("Delta Unity Front", kind=ARMED)),
                    source("b", actor("Delta Unity Front", kind=ORGANISATION))])
    found: Conflict = conflict_over(merged, "the delta unity front", "kind")
    assert claimed(found, "Armed Group") == "armed group"
    assert claimed(found, "b") == "organisation"
    with pytest.raises(UnknownName, match="there are armed group, organisation"):
        claimed(found, "c")
    with pytest.raises(UnknownName, match="no lists disagree on the country"):
        conflict_over(merged, "Delta Unity Front", "country")


NAMES = st.sampled_from(["Delta Front", "Lions", "Hunters", "Issa Keranou", "Mali", "Boko Haram", "FARC", "DF"])
ACTORS = st.builds(
    lambda name, also, kind, lands: actor(name, *also, kind=kind, lands=tuple(lands)),
    NAMES, st.lists(NAMES, max_size=2), st.sampled_from([None, PERSON, ARMED]),
    st.lists(st.sampled_from(["Mali", "Peru"]), max_size=1),
)
LISTS = st.lists(st.lists(ACTORS, max_size=3, unique_by=lambda one: one.name), max_size=3)


@settings(deadline=None, max_examples=40)
@given(LISTS)
def test_the_order_of_lists_makes_no_difference_and_no_contested_name_is_used(lists: list[list[KnownActor]]) -> None:
    sources = [source(f"list {number}", *actors) for number, actors in enumerate(lists)]
    merged = merge(sources)
    assert merge(sources[::-1]).knowledge.actors == merged.knowledge.actors
    assert merge(sources[::-1]).conflicts == merged.conflicts
    known = world(merged.knowledge)
    for one in merged.conflicts:
        if one.point == "name":
            assert not known.known(one.name.lower())
            assert not known.known(one.name.lower(), is_person=True)
