from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.made import Act, Figure, Quote, Status, at, chain, made, medium, name, names, report, when
from truceline.model import Fact, Report, Statement, Voice, VoiceClass
from truceline.reconcile import reconcile

ONE = report("one", "Gunmen ambushed a grain convoy near Osmund on Friday, killing at least three drivers. The "
             "Lower Bank "
             "Front denied any part in it.")
TWO = report("two", "Three drivers died when a grain convoy was ambushed outside Osmund, the mayor said. The Front "
             "denied "
             "the ambush.", "2031-05-03")
HIT_ONE = made(Act, ONE, "Gunmen ambushed a grain convoy near Osmund on Friday", type="ASSAULT",
               actors=names("gunmen"), when=when("2031-05-02"), where=at("Osmund"))
HIT_TWO = made(Act, TWO, "a grain convoy was ambushed outside Osmund", type="ASSAULT", where=at("Osmund"),
               chain=chain("the mayor"), when=when("2031-05-02"))
DEAD_ONE = made(Figure, ONE, "killing at least three drivers", measure="killed", value=3, low=3, comparator="at least")
DEAD_TWO = made(Figure, TWO, "Three drivers died", measure="killed", value=3, low=3, high=3, chain=chain("the mayor"))
NO_ONE = made(Act, ONE, "The Lower Bank Front denied any part in it", type="ASSAULT", status=Status.DENIED,
              actors=names("Lower Bank Front"), chain=chain("Lower Bank Front"))
NO_TWO = made(Act, TWO, "The Front denied the ambush", type="ASSAULT", status=Status.DENIED,
              actors=names("Lower Bank Front"), chain=chain("Lower Bank Front"))
ALL = [HIT_ONE, HIT_TWO, DEAD_ONE, DEAD_TWO, NO_ONE, NO_TWO]


def facts(reports: list[Report], statements: list[Statement]) -> tuple[Fact, ...]:
    return reconcile(reports, statements).facts


def together(*statements: Statement) -> bool:
    return any({one.id for one in statements} <= set(fact.statements) for fact in facts([ONE, TWO], ALL))


def test_one_happening_told_twice_is_one_fact() -> None:
    assert together(HIT_ONE, HIT_TWO)
    assert together(DEAD_ONE, DEAD_TWO)


def test_a_denial_is_a_fact_of_its_own_told_twice() -> None:
    assert together(NO_ONE, NO_TWO)
    assert not together(NO_ONE, HIT_ONE)


def test_two_days_two_places_or_two_statuses_are_two_facts() -> None:
    later = made(Act, TWO, "a grain convoy was ambushed outside Osmund", type="ASSAULT", when=when("2031-04-11"),
                 where=at("Osmund"))
    planned = made(Act, TWO, "a grain convoy was ambushed outside Osmund", type="ASSAULT", status=Status.PLANNED)
    for other in (later, planned):
        assert all(len(fact.statements) == 1 for fact in facts([ONE, TWO], [HIT_ONE, other]))


@given(st.permutations(ALL))
def test_every_statement_is_in_one_fact_whatever_the_order(statements: list[Statement]) -> None:
    found = facts([TWO, ONE], statements)
    assert sorted(key for fact in found for key in fact.statements) == sorted(one.id for one in ALL)
    assert found == facts([ONE, TWO], ALL)


@given(st.lists(st.sampled_from(ALL), unique=True))
def test_nothing_stands_without_evidence(statements: list[Statement]) -> None:
    record = reconcile([ONE, TWO], statements)
    known = {one.id for one in statements}
    rested = [fact.statements for fact in record.facts]
    rested += [value.statements for one in record.disagreements for value in one.values]
    rested += [entry.statements for entry in (*record.talks, *record.truces, *record.pledges, *record.stances)]
    assert all(keys and set(keys) <= known for keys in rested)


def test_a_fact_keeps_its_id_when_a_later_report_joins_it() -> None:
    before = {fact.id for fact in facts([ONE], [HIT_ONE, DEAD_ONE, NO_ONE])}
    assert before <= {fact.id for fact in facts([ONE, TWO], ALL)}


def test_a_saying_translated_twice_is_one_fact() -> None:
    one = report("one", "“The three rounds failed through the stubbornness of the palace,” Brandt wrote.")
    two = report("two", "Brandt said that the three stages failed through the stubbornness of the palace.")
    speaker = Voice(name("Ilka Brandt"), VoiceClass.NAMED)
    said = [made(Quote, one, "The three rounds failed through the stubbornness of the palace", speaker=speaker),
            made(Quote, two, "the three stages failed through the stubbornness of the palace", speaker=speaker,
                 manner="indirect")]
    found = facts([one, two], list(said))
    assert len(found) == 1
    assert [origin.root for origin in found[0].origins] == ["Ilka Brandt"]


def test_a_medium_is_named_once_for_what_it_carried() -> None:
    one = report("one", "Brandt would resign, she told Radio Quay.")
    said = made(Act, one, "Brandt would resign", type="RETREAT", mode="resign", actors=names("Ilka Brandt"),
                chain=(*chain("Ilka Brandt"), medium("Radio Quay")))
    assert len(facts([one], [said])[0].origins) == 1
