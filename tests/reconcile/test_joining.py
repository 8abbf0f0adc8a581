"""Statements of one thing that reports tell in unlike ways, and of two things that they tell alike."""

from tests.reconcile.made import (
    Act,
    Figure,
    Issue,
    Pledge,
    Role,
    Status,
    at,
    chain,
    made,
    name,
    names,
    report,
    when,
)
from truceline.model import Fact, Report, Statement
from truceline.reconcile import reconcile

FRONT = "Lower Bank Front"


def facts(reports: list[Report], told: list[Statement]) -> list[Fact]:
    return list(reconcile(reports, told).facts)


def joined(reports: list[Report], told: list[Statement], *these: Statement) -> bool:
    keys = {one.id for one in these}
    return any(keys <= set(fact.statements) for fact in facts(reports, told))


def test_the_same_sentence_in_two_reports_is_one_fact_whatever_else_is_told() -> None:
    words = "The council of Osmund on Monday broke off the third round of talks with the Lower Bank Front"
    one, two = report("one", f"{words}. It rained."), report("two", f"{words}, again.", "2031-05-03")
    told = [made(Act, of, words, type="SANCTION", mode="discontinue", issue=Issue.TALKS, actors=names("Osmund"),
                 when=when(day)) for of, day in ((one, "2031-04-28"), (two, "2031-05-03"))]
    assert joined([one, two], list(told), *told)


def test_a_province_and_a_town_in_it_are_one_place_where_a_report_names_both() -> None:
    one = report("one", "Rebels ambushed a post van in Norvale on Friday. The van was on its way to Osmund.")
    two = report("two", "The mayor spoke of Friday's ambush at Osmund.")
    three = report("three", "The mayor spoke of Friday's ambush at Tarn.")
    hit = [made(Act, one, "Rebels ambushed a post van in Norvale on Friday", type="ASSAULT", where=at("Norvale"),
                when=when("2031-05-02")),
           made(Act, two, "Friday's ambush at Osmund", type="ASSAULT", where=at("Osmund"), when=when("2031-05-02")),
           made(Act, three, "Friday's ambush at Tarn", type="ASSAULT", where=at("Tarn"), when=when("2031-05-02"))]
    assert joined([one, two, three], list(hit), *hit[:2])
    assert not joined([one, two, three], list(hit), hit[0], hit[2])


def test_a_night_may_be_counted_to_either_day_but_a_noon_not() -> None:
    one = report("one", "Shells struck the clinic of Osmund on Wednesday night.")
    two = report("two", "The clinic was hit by shells at dawn on Thursday.")
    three = report("three", "The school was hit by shells at noon on Thursday.")
    hit = [made(Act, one, "Shells struck the clinic of Osmund on Wednesday night", type="ASSAULT",
                recipients=names("the clinic of Osmund"), where=at("Osmund"), when=when("2031-04-30")),
           made(Act, two, "The clinic was hit by shells at dawn on Thursday", type="ASSAULT",
                recipients=names("The clinic"), when=when("2031-05-01")),
           made(Act, three, "The school was hit by shells at noon on Thursday", type="ASSAULT",
                recipients=names("The school"), when=when("2031-05-01"))]
    assert joined([one, two, three], list(hit), *hit[:2])
    assert not joined([one, two, three], list(hit), hit[0], hit[2])


def test_a_toll_told_without_the_attack_attests_it() -> None:
    one = report("one", "Shells hit the fish market of Osmund on Monday.")
    two = report("two", "Nine dockers were killed by shells at the fish market of Osmund, the harbour doctor said.")
    hit = made(Act, one, "Shells hit the fish market of Osmund on Monday", type="ASSAULT", where=at("Osmund"),
               recipients=names("the fish market"), when=when("2031-04-28"))
    toll = made(Figure, two, "Nine dockers were killed", measure="killed", value=9, chain=chain("the harbour doctor"))
    attack = next(fact for fact in facts([one, two], [hit, toll]) if hit.id in fact.statements)
    assert attack.reports == ("one", "two")
    assert [origin.root for origin in attack.origins] == ["The one", "the harbour doctor"]


def test_a_toll_of_another_place_attests_nothing() -> None:
    one = report("one", "Shells hit the fish market of Osmund on Monday.")
    two = report("two", "Nine dockers were killed in a blast at the docks of Tarn, the harbour doctor said.")
    hit = made(Act, one, "Shells hit the fish market of Osmund on Monday", type="ASSAULT", where=at("Osmund"),
               recipients=names("the fish market"), when=when("2031-04-28"))
    toll = made(Figure, two, "Nine dockers were killed", measure="killed", value=9)
    assert all(len(fact.reports) == 1 for fact in facts([one, two], [hit, toll]))


def test_a_plan_told_as_act_here_and_as_promise_there_is_one() -> None:
    one = report("one", "Some 200 fighters, the first 40 of them at Tarn, are to hand in their rifles by 9 June.")
    two = report("two", "Sela Dorn said the first 40 men would hand in rifles at Tarn by the ninth of June.")
    other = report("other", "Sela Dorn said schools would open at Osmund by the ninth of June.")
    plan = made(Act, one, "the first 40 of them at Tarn, are to hand in their rifles by 9 June", type="RETREAT",
                mode="disarm", status=Status.PLANNED, where=at("Tarn"))
    vow = made(Pledge, two, "the first 40 men would hand in rifles at Tarn by the ninth of June", by=names("Sela Dorn"),
               content="hand in rifles", due=when("2031-06-09"))
    schools = made(Pledge, other, "schools would open at Osmund by the ninth of June", by=names("Sela Dorn"),
                   content="open schools", due=when("2031-06-09"))
    assert joined([one, two, other], [plan, vow, schools], plan, vow)
    assert not joined([one, two, other], [plan, vow, schools], vow, schools)


def test_neither_resigned_nor_dismissed_is_one_denial_by_two_mouths() -> None:
    one = report("one", "An aide denied that Varo Lind had resigned.")
    two = report("two", "Sela Dorn denied the dismissal of Varo Lind.")
    told = [made(Act, one, "Varo Lind had resigned", type="RETREAT", mode="resign", status=Status.DENIED,
                 actors=names("Varo Lind"), chain=chain("An aide")),
            made(Act, two, "the dismissal of Varo Lind", type="SANCTION", mode="expel", status=Status.DENIED,
                 recipients=names("Varo Lind"), chain=chain("Sela Dorn"))]
    found = next(fact for fact in facts([one, two], list(told)) if told[0].id in fact.statements)
    assert set(found.statements) == {one.id for one in told}
    assert len(found.origins) == 2


def test_a_spokesman_and_his_front_deny_one_ambush_in_different_words() -> None:
    one = report("one", f"Gunmen ambushed a post van at Osmund on Friday. The {FRONT} denied any part in it.")
    two = report("two", "After Friday's ambush at Osmund, Sela Dorn, spokeswoman of the Lower Bank Front, said: "
                 "“Nobody shoots at his own postman.”")
    told = [made(Act, one, "Gunmen ambushed a post van at Osmund on Friday", type="ASSAULT", where=at("Osmund"),
                 when=when("2031-05-02")),
            made(Act, one, f"The {FRONT} denied any part in it", type="ASSAULT", status=Status.DENIED,
                 actors=names(FRONT), chain=chain(FRONT)),
            made(Act, two, "Friday's ambush at Osmund", type="ASSAULT", where=at("Osmund"), when=when("2031-05-02")),
            made(Act, two, "Nobody shoots at his own postman", type="ASSAULT", status=Status.DENIED,
                 chain=chain("Sela Dorn"))]
    role = made(Role, two, "spokeswoman of the Lower Bank Front", person=name("Sela Dorn"), title="spokeswoman",
                organisation=name(FRONT))
    assert joined([one, two], [*told, role], told[1], told[3])


def test_an_odd_number_of_one_story_is_one_count_and_a_small_one_is_not() -> None:
    def counted(value: int, word: str) -> bool:
        one = report("one", f"{FRONT} holds talks with Osmund. A promise to free {word} captured soldiers stands.")
        two = report("two", f"{FRONT} holds talks with Osmund. Of prisoners, {word}, Dorn said, will go home.")
        told = [made(Figure, of, word, measure="detained", value=value) for of in (one, two)]
        talks = [made(Act, of, f"{FRONT} holds talks with Osmund", type="CONSULT", issue=Issue.TALKS,
                      actors=names(FRONT, "Osmund")) for of in (one, two)]
        return joined([one, two], [*told, *talks], *told)

    assert counted(17, "seventeen")
    assert not counted(3, "three")


def test_a_bomb_here_and_a_mine_there_are_one_explosion() -> None:
    one = report("one", "A roadside bomb killed four carters near Osmund on Tuesday.")
    two = report("two", "A mine exploded near Osmund under the carts. The explosion came on Tuesday.")
    told = [made(Act, one, "A roadside bomb killed four carters near Osmund on Tuesday", type="ASSAULT",
                 where=at("Osmund"), recipients=names("four carters"), when=when("2031-04-29")),
            made(Act, two, "A mine exploded near Osmund under the carts", type="ASSAULT", where=at("Osmund")),
            made(Act, two, "The explosion came on Tuesday", type="ASSAULT", when=when("2031-04-29"))]
    assert joined([one, two], list(told), *told[:2])


def test_a_clash_summed_up_and_told_in_one_report_is_one_happening() -> None:
    one = report("one", "Nine died in a clash in the hills on Saturday. Some 60 fighters of the Lower Bank Front "
                 "attacked a patrol at Tarn on Saturday.")
    told = [made(Act, one, "a clash in the hills on Saturday", type="ASSAULT", when=when("2031-04-26")),
            made(Act, one, "60 fighters of the Lower Bank Front attacked a patrol at Tarn on Saturday", type="ASSAULT",
                 actors=names(FRONT), recipients=names("a patrol"), where=at("Tarn"), when=when("2031-04-26"))]
    assert joined([one], list(told), *told)
