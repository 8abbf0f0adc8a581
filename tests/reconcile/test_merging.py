from tests.reconcile.made import Act, Issue, Status, at, chain, made, names, report, when
from truceline.model import Report, Statement
from truceline.reconcile import reconcile


def quotes(reports: list[Report], told: list[Statement]) -> list[set[str]]:
    """The words of each fact, as sets."""
    by_id = {one.id: one.quote for one in told}
    return [{by_id[key] for key in fact.statements} for fact in reconcile(reports, told).facts]


def test_a_report_comes_back_to_the_attack_it_opens_with() -> None:
    one = report("one", "Gunmen ambushed a grain convoy in the north on Wednesday. The mayor had warned of it. The "
                 "convoy was hit near the town of Osmund.")
    two = report("two", "An ambush at Osmund killed three on Wednesday.")
    told = [made(Act, one, "Gunmen ambushed a grain convoy in the north on Wednesday", type="ASSAULT",
                 recipients=names("grain convoy"), when=when("2031-04-30")),
            made(Act, one, "The convoy was hit near the town of Osmund", type="ASSAULT", recipients=names("The convoy"),
                 where=at("Osmund")),
            made(Act, two, "An ambush at Osmund", type="ASSAULT", where=at("Osmund"), when=when("2031-04-30"))]
    assert {one.quote for one in told} in quotes([one, two], list(told))


def test_attacks_at_one_place_weeks_apart_stay_two() -> None:
    one = report("one", "Shells hit Osmund on 3 April.")
    two = report("two", "Shells hit Osmund on 24 April.")
    told = [made(Act, of, of.text[:-1], type="ASSAULT", where=at("Osmund"), when=when(day))
            for of, day in ((one, "2031-04-03"), (two, "2031-04-24"))]
    assert len(quotes([one, two], list(told))) == 2


def test_a_bare_word_of_violence_joins_nothing_by_itself() -> None:
    one = report("one", "The envoy condemned the shelling.")
    two = report("two", "The Front has been shelling the ring road since Saturday.")
    told = [made(Act, one, "the shelling", type="ASSAULT"),
            made(Act, two, "The Front has been shelling the ring road since Saturday", type="ASSAULT",
                 actors=names("The Front"), when=when("2031-04-26", "2031-05-01"))]
    assert len(quotes([one, two], list(told))) == 2


def test_different_mouths_that_blame_make_different_facts() -> None:
    one = report("one", "The mission counted breaches of the calm by both armies.")
    two = report("two", "The army blamed the Front for breaches of the calm.")
    told = [made(Act, one, "The mission counted breaches of the calm by both armies", type="ACCUSE", mode="allege",
                 actors=names("The mission")),
            made(Act, two, "The army blamed the Front for breaches of the calm", type="ACCUSE", mode="allege",
                 actors=names("The army"), recipients=names("the Front"))]
    assert len(quotes([one, two], list(told))) == 2


def test_a_decision_to_resign_and_the_resignation_are_one_fact() -> None:
    one = report("one", "He told of his decision to resign as chief negotiator, Varo Lind said.")
    two = report("two", "Chief negotiator Varo Lind has resigned.")
    told = [made(Act, one, "his decision to resign as chief negotiator", type="RETREAT", mode="resign",
                 status=Status.PLANNED, actors=names("his")),
            made(Act, two, "Chief negotiator Varo Lind has resigned", type="RETREAT", mode="resign",
                 actors=names("Varo Lind"))]
    assert len(quotes([one, two], list(told))) == 1


def test_a_meeting_put_off_has_the_day_on_which_it_was_due() -> None:
    one = report("one", "A meeting of the joint panel due on Friday was put off.", "2031-05-01")
    two = report("two", "The joint panel did not meet on Friday.", "2031-05-03")
    three = report("three", "The joint panel did not meet in March.", "2031-05-03")
    told = [made(Act, one, "A meeting of the joint panel due on Friday was put off", type="CONSULT",
                 status=Status.FAILED),
            made(Act, one, "due on Friday", type="CONSULT", status=Status.PLANNED, when=when("2031-05-02")),
            made(Act, two, "The joint panel did not meet on Friday", type="CONSULT", status=Status.FAILED,
                 when=when("2031-05-02")),
            made(Act, three, "The joint panel did not meet in March", type="CONSULT", status=Status.FAILED,
                 when=when("2031-03-01", "2031-03-31"))]
    facts = quotes([one, two, three], list(told))
    assert {told[0].quote, told[2].quote} in facts
    assert {told[3].quote} in facts


def test_a_spokesman_denies_for_those_he_speaks_for() -> None:
    one = report("one", "Gunmen ambushed a convoy at Osmund on Friday. The Lower Bank Front denied any part in the "
                 "ambush. “Not one of us fired at the convoy,” said the Lower Bank Front.")
    told = [made(Act, one, "Gunmen ambushed a convoy at Osmund on Friday", type="ASSAULT", when=when("2031-05-02")),
            made(Act, one, "The Lower Bank Front denied any part in the ambush", type="ASSAULT", status=Status.DENIED,
                 actors=names("Lower Bank Front"), chain=chain("Lower Bank Front")),
            made(Act, one, "Not one of us fired at the convoy", type="ASSAULT", status=Status.DENIED,
                 chain=chain("Lower Bank Front"))]
    assert {told[1].quote, told[2].quote} in quotes([one], list(told))


def test_each_attack_on_a_truce_is_a_happening_of_its_own() -> None:
    one = report("one", "The two sides agreed on a ceasefire on 1 May. Shells hit the ferry at Osmund on 2 May.",
                 "2031-05-03")
    two = report("two", "The ceasefire of 1 May was agreed by the two sides. Fighting had raged since last June.",
                 "2031-05-03")
    told = [made(Act, one, "The two sides agreed on a ceasefire on 1 May", type="AGREE", issue=Issue.CEASEFIRE,
                 when=when("2031-05-01")),
            made(Act, one, "Shells hit the ferry at Osmund on 2 May", type="ASSAULT", issue=Issue.CEASEFIRE,
                 where=at("Osmund"), when=when("2031-05-02")),
            made(Act, two, "Fighting had raged since last June", type="ASSAULT", issue=Issue.CEASEFIRE,
                 when=when("2030-06-01", "2030-06-30"))]
    assert {told[2].quote} in quotes([one, two], list(told))
