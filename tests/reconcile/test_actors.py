"""Who is who across reports, by example. Every name is invented."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.model import Act, Judgement, Name, NameKind, Report, Role, Statement, Verdict, Voice, VoiceClass, When
from truceline.reconcile.actors import Actors, resolve

PERSON, GROUP, STATE, BODY = NameKind.PERSON, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY


def report(key: str, text: str = "", published: str = "2020-05-01", translated_from: str | None = None) -> Report:
    return Report(key=key, text=text, published=date.fromisoformat(published), translated_from=translated_from)


def named(key: str, name: str, kind: NameKind = PERSON, words: str | None = None) -> Act:
    return Act(report=key, start=0, end=1, quote="x", actors=(Name(words or name, name, kind),))


def held(key: str, person: str, title: str, organisation: str, state: str = "holds", when: str | None = None) -> Role:
    day = date.fromisoformat(when) if when else None
    return Role(report=key, start=0, end=1, quote="x", person=Name(person, person, PERSON), title=title,
                organisation=Name(organisation, organisation, GROUP), state=state,
                when=When(day, day, "then") if day else None)


def names_of(actors: Actors) -> set[frozenset[str]]:
    return {frozenset(name.text for name in actor.names) for actor in actors.actors}


def together(one: str, other: str, kind: NameKind = PERSON, origin: str | None = None) -> bool:
    """Whether two names in two reports end in one actor; the second report may be a translation."""
    reports = [report("1"), report("2", translated_from=origin)]
    found = resolve(reports, [named("1", one, kind), named("2", other, kind)])
    return found.of["1", one] == found.of["2", other]


@pytest.mark.parametrize(("one", "other"), [
    ("Jamal al-Khoury", "Djamel el-Khouri"),
    ("Mohammed Tarhouni", "Muhammad Tarhuni"),
    ("Sergey Dolinin", "Sergei Dolinin"),
    ("Sergei Dolinin", "Сергей Долинин"),
    ("Khalid al-Masri", "خالد المصري"),
    ("Abdul Rahim Nasser", "Abd al-Raheem Naser"),
    ("Begoña Echeverría", "Begona Echeverria"),
    ("General Yusuf Okello", "Yusuf Okello"),
    ("Aurelia Winckler", "Aurelia Vinkler"),
])
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert together(one, other)


@pytest.mark.parametrize(("one", "other"), [
    ("Karim Nassar", "Karim Nasreddine"),
    ("Teodoro Lascano", "Evaristo Lazcano"),
    ("Samir Hamdan", "Samir Hamdoun"),
    ("Ahmad Bashir", "Bashir Ahmadov"),
    ("Ruben Salvatierra", "Ramon Salvador"),
])
def test_two_persons_with_like_names(one: str, other: str) -> None:
    assert not together(one, other)


def test_a_transliteration_through_chinese_is_recognised_in_a_translated_report() -> None:
    assert together("Osman Barak", "Aosiman Balake", origin="zh")


@pytest.mark.parametrize(("one", "other"), [
    ("Movement of the Dawn", "Fajr Movement"),
    ("High Reconciliation Committee", "Supreme Reconciliation Commission"),
    ("Jabhat al-Karama", "Karama Front"),
    ("Frente de Unidad Andina", "Andina Unity Front"),
    ("Jaysh al-Thuwar", "Jaish al-Thuwar"),
])
def test_one_group_under_translated_names(one: str, other: str) -> None:
    assert together(one, other, GROUP)


@pytest.mark.parametrize(("one", "other"), [
    ("RFLA", "EFLA"),
    ("Andina Unity Front", "Andina Unity Front-Renewed"),
    ("Sahel Monitoring Union", "Sahel Monitoring Union Mission"),
    ("Popular Guard", "Republican Guard"),
])
def test_like_named_groups_stay_apart(one: str, other: str) -> None:
    assert not together(one, other, GROUP)


def test_an_acronym_belongs_to_the_name_before_its_bracket() -> None:
    text = "The Army of Liberation of the Western Delta (ELDO) denied it."
    full = "Army of Liberation of the Western Delta"
    found = resolve([report("1", text), report("2")],
                    [named("1", full, GROUP), named("1", "ELDO", GROUP), named("2", "ELDO", GROUP)])
    assert found.of["1", full] == found.of["2", "ELDO"]


def test_a_person_is_never_a_group() -> None:
    found = resolve([report("1")], [named("1", "Karim Sumoud"), named("1", "Liwa al-Sumoud", GROUP)])
    assert names_of(found) == {frozenset({"Karim Sumoud"}), frozenset({"Liwa al-Sumoud"})}


def test_two_like_names_side_by_side_in_one_report_are_two_persons() -> None:
    found = resolve([report("1")], [named("1", "Marta Okello"), named("1", "Marto Okelli")])
    assert found.of["1", "Marta Okello"] != found.of["1", "Marto Okelli"]


def test_a_government_by_its_capital_its_regime_and_its_foreign_ministry() -> None:
    text = "Yemen's government said Yemeni troops were ready. The Yemeni foreign ministry agreed."
    forms = ["Sanaa", "the Yemeni government", "government of Yemen", "Yemeni Foreign Ministry", "the regime"]
    found = resolve([report("1", text)], [named("1", form, STATE) for form in forms])
    assert len({found.of["1", form] for form in forms}) == 1
    assert found.actors[0].kind == "government"


def test_the_army_is_an_actor_of_its_own_that_belongs_to_its_government() -> None:
    found = resolve([report("1", "Mali, Mali, Malian, Malian")],
                    [named("1", "Malian army", GROUP), named("1", "the government", STATE)])
    army, government = found.of["1", "Malian army"], found.of["1", "the government"]
    assert army != government
    assert next(actor.members_of for actor in found.actors if actor.id == army) == (government,)


def test_the_government_stays_unresolved_between_two_states() -> None:
    text = "Chad and Sudan accused each other. Chadian officers and Sudanese officers met."
    found = resolve([report("1", text)], [named("1", "the government", STATE)])
    assert found.actors == ()


def test_media_unnamed_voices_and_pronouns_are_no_actors() -> None:
    statements: list[Statement] = [
        named("1", "Delta Radio", NameKind.MEDIA), named("1", "he"), named("1", "gunmen", GROUP),
        Act(report="1", start=0, end=1, quote="x", chain=(
            Voice(Name("a source", "a source", NameKind.OTHER), VoiceClass.UNNAMED),)),
    ]
    assert resolve([report("1")], statements).actors == ()


def test_a_surname_finds_its_bearer_in_the_report_and_words_are_indexed() -> None:
    found = resolve([report("1"), report("2")], [
        named("1", "Nadia Ferhat"), named("1", "Ferhat"), named("1", "Nadia Ferhat", words="she"),
        named("2", "Nadia Ferhat"), named("2", "Omar Ferhat"), named("2", "Ferhat")])
    assert found.of["1", "Ferhat"] == found.of["1", "Nadia Ferhat"] == found.of["1", "she"]
    assert ("2", "Ferhat") not in found.of or found.of["2", "Ferhat"] not in {
        found.of["2", "Nadia Ferhat"], found.of["2", "Omar Ferhat"]}


def test_a_further_spelling_does_not_change_the_id() -> None:
    first = resolve([report("1")], [named("1", "Jamal al-Khoury")])
    later = resolve([report("1"), report("2", published="2020-06-01")],
                    [named("1", "Jamal al-Khoury"), named("2", "Djamel el-Khouri")])
    assert [actor.id for actor in first.actors] == [actor.id for actor in later.actors]


def test_a_role_held_left_and_held_again_is_two_terms() -> None:
    reports = [report("1", published="2016-05-01"), report("2", published="2016-05-30"),
               report("3", published="2017-01-24")]
    found = resolve(reports, [
        held("1", "Nadia Ferhat", "chief negotiator", "Delta Unity Front"),
        held("2", "Nadia Ferhat", "chief negotiator", "Delta Unity Front", "left", "2016-05-29"),
        held("3", "Nadia Ferhat", "chief negotiator", "Delta Unity Front")])
    person = next(actor for actor in found.actors if actor.kind == "person")
    assert [(role.start, role.end) for role in person.roles] == [(None, "2016-05-29"), ("2017-01-24", None)]
    assert person.members_of == (found.of["1", "Delta Unity Front"],)


def test_the_same_office_holder_joins_translated_names_of_one_group() -> None:
    found = resolve([report("1"), report("2", translated_from="zh")], [
        held("1", "Nadia Ferhat", "spokeswoman", "Delta Guard Corps"),
        held("2", "Nadia Ferhat", "spokeswoman", "Delta Defence Army")])
    assert found.of["1", "Delta Guard Corps"] == found.of["2", "Delta Defence Army"]


def ruling(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(about="actor", left=left, right=right, verdict=verdict, by="person:anna")


def test_a_person_outranks_the_rules_both_ways() -> None:
    reports = [report("1"), report("2")]
    alike = [named("1", "Jamal al-Khoury"), named("2", "Djamel el-Khouri")]
    unlike = [named("1", "Abu Tayr"), named("2", "Karim Nassar")]
    assert len(resolve(reports, alike).actors) == 1
    assert len(resolve(reports, alike, [ruling("Djamel el-Khouri", "Jamal al-Khoury", Verdict.DIFFERENT)]).actors) == 2
    assert len(resolve(reports, unlike).actors) == 2
    assert len(resolve(reports, unlike, [ruling("Karim Nassar", "Abu Tayr", Verdict.SAME)]).actors) == 1


POOL = ["Jamal al-Khoury", "Djamel el-Khouri", "Karim Nassar", "Karim Nasser", "Marta Okello", "Okello", "Khoury",
        "Сергей Долинин", "Sergei Dolinin", "خالد المصري", "Khalid al-Masri", "Delta Unity Front", "the Front"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["1", "2", "3"]), st.sampled_from(POOL)), max_size=12), st.randoms())
def test_the_order_of_the_statements_changes_nothing(uses: list[tuple[str, str]], random: Random) -> None:
    reports = [report("1"), report("2", translated_from="ru"), report("3")]
    statements = [named(key, name, GROUP if "Front" in name else PERSON) for key, name in uses]
    shuffled = random.sample(statements, len(statements))
    assert resolve(reports, statements) == resolve(reports[::-1], shuffled)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(POOL[:11]), st.sampled_from(POOL[:11]), st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))
def test_a_judgement_can_be_reversed(one: str, other: str, verdict: Verdict) -> None:
    reports, statements = [report("1"), report("2")], [named("1", one), named("2", other)]
    plain = resolve(reports, statements)
    ruled = resolve(reports, statements, [ruling(one, other, verdict)])
    if one != other and verdict is Verdict.SAME:
        assert ruled.of["1", one] == ruled.of["2", other]
    if one != other and verdict is Verdict.DIFFERENT and " " in one and " " in other:
        assert ruled.of["1", one] != ruled.of["2", other]
    assert resolve(reports, statements, []) == plain
