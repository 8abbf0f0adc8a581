from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.made import Act, Issue, Status, chain, made, names, report, when
from truceline.model import Statement
from truceline.reconcile import reconcile

ONE = report("one", "Osmund and the Lower Bank Front agreed on 1 May to a truce brokered by Tavistern. It took "
             "effect on "
             "3 May. The Salt Brigade is not covered by the truce. Each side accused the other of breaking it.",
             "2031-05-04")
DEAL = made(Act, ONE, "Osmund and the Lower Bank Front agreed on 1 May to a truce brokered by Tavistern", type="AGREE",
            issue=Issue.CEASEFIRE, actors=names("Osmund", "Lower Bank Front"), mediators=names("Tavistern"),
            when=when("2031-05-01"))
FORCE = made(Act, ONE, "It took effect on 3 May", type="RETREAT", mode="ceasefire", issue=Issue.CEASEFIRE,
             when=when("2031-05-03"))
OUT = made(Act, ONE, "The Salt Brigade is not covered by the truce", issue=Issue.EXCLUDED, actors=names("Salt Brigade"))
BLAME = made(Act, ONE, "Each side accused the other of breaking it", type="ACCUSE", mode="allege",
             issue=Issue.CEASEFIRE, actors=names("Osmund", "Lower Bank Front"),
             recipients=names("Osmund", "Lower Bank Front"))
END = made(Act, ONE, "breaking it", type="SANCTION", mode="discontinue", issue=Issue.CEASEFIRE,
           actors=names("Osmund"), when=when("2031-05-09"))
ALL = [DEAL, FORCE, OUT, BLAME, END]


def listed(rows: list[dict[str, str]]) -> list[str]:
    return [row["name"] for row in rows]


def test_a_truce_gathers_what_is_said_of_it() -> None:
    (truce,) = reconcile([ONE], ALL).truces
    fields = truce.fields
    assert (fields["declared"]["start"], fields["effective"]["start"], fields["ended"]["start"]) == (
        "2031-05-01", "2031-05-03", "2031-05-09")
    assert listed(fields["parties"]) == ["Lower Bank Front", "Osmund"]
    assert listed(fields["brokers"]) == ["Tavistern"]
    assert listed(fields["excluded"]) == ["Salt Brigade"]


def test_both_sides_accusing_each_other_is_two_allegations() -> None:
    (truce,) = reconcile([ONE], ALL).truces
    rows = [(listed(row["accuser"]), listed(row["accused"])) for row in truce.fields["alleged_violations"]]
    assert sorted(rows) == [(["Lower Bank Front"], ["Osmund"]), (["Osmund"], ["Lower Bank Front"])]


def test_two_one_sided_truces_of_one_week_stay_apart() -> None:
    one = report("one", "Osmund declared a truce on 1 May. The Front declared its own on 2 May.")
    told = [made(Act, one, "Osmund declared a truce on 1 May", type="CONCEDE", issue=Issue.CEASEFIRE,
                 actors=names("Osmund"), when=when("2031-05-01")),
            made(Act, one, "The Front declared its own on 2 May", type="CONCEDE", issue=Issue.CEASEFIRE,
                 actors=names("Lower Bank Front"), when=when("2031-05-02"))]
    assert len(reconcile([one], list(told)).truces) == 2


def test_a_demanded_or_denied_truce_is_none() -> None:
    for status in (Status.DEMANDED, Status.DENIED):
        wanted = made(Act, ONE, "It took effect on 3 May", type="AGREE", issue=Issue.CEASEFIRE, status=status,
                      when=when("2031-05-03"))
        assert not reconcile([ONE], [wanted]).truces


def test_a_charge_of_another_process_goes_to_no_truce_of_this_one() -> None:
    far = report("far", "In Tamvale the Hill League accused Queen Amarys of breaking the calm on the grazing grounds.",
                 "2031-05-04")
    charge = made(Act, far, "the Hill League accused Queen Amarys of breaking the calm", type="ACCUSE", mode="allege",
                  issue=Issue.CEASEFIRE, actors=names("Hill League"), recipients=names("Queen Amarys"))
    (truce,) = reconcile([ONE, far], [*ALL, charge]).truces
    assert charge.id not in truce.statements


def test_an_extension_prolongs_the_truce_and_is_no_second_one() -> None:
    two = report("two", "Osmund and the Lower Bank Front agreed on 20 May to extend the truce for a month.",
                 "2031-05-21")
    more = made(Act, two, "Osmund and the Lower Bank Front agreed on 20 May to extend the truce", type="AGREE",
                issue=Issue.CEASEFIRE, actors=names("Osmund", "Lower Bank Front"), when=when("2031-05-20"))
    (truce,) = reconcile([ONE, two], [DEAL, FORCE, more]).truces
    assert [row["when"]["start"] for row in truce.fields["extended"]] == ["2031-05-20"]
    assert truce.fields["declared"]["start"] == "2031-05-01"


def test_a_truce_taken_up_again_long_after_is_another_one() -> None:
    two = report("two", "Osmund and the Lower Bank Front agreed on 20 March to renew the truce.", "2032-03-21")
    again = made(Act, two, "Osmund and the Lower Bank Front agreed on 20 March to renew the truce", type="AGREE",
                 issue=Issue.CEASEFIRE, actors=names("Osmund", "Lower Bank Front"), when=when("2032-03-20"))
    assert len(reconcile([ONE, two], [DEAL, FORCE, again]).truces) == 2


def test_each_actor_declares_for_itself() -> None:
    (truce,) = reconcile([ONE], ALL).truces
    assert [(row["actor"]["name"], row["side"]) for row in truce.fields["declarations"]] in (
        [("Lower Bank Front", "all"), ("Osmund", "all")], [("Osmund", "all"), ("Lower Bank Front", "all")])


def test_a_charge_of_violence_while_a_truce_holds_is_in_its_ledger_with_the_answer() -> None:
    two = report("two", "Osmund blamed the Lower Bank Front for shelling Tavistern on 5 May. The Front denied the "
                 "attack. Osmund had blamed it for an attack on 5 April.", "2031-05-06")
    blame = made(Act, two, "Osmund blamed the Lower Bank Front for shelling Tavistern", type="ACCUSE", mode="allege",
                 actors=names("Osmund"), recipients=names("Lower Bank Front"), when=when("2031-05-05"))
    before = made(Act, two, "Osmund had blamed it for an attack", type="ACCUSE", mode="allege",
                  actors=names("Osmund"), recipients=names("Lower Bank Front"), when=when("2031-04-05"))
    denial = made(Act, two, "The Front denied the attack", type="ASSAULT", status=Status.DENIED,
                  actors=names("Lower Bank Front"), chain=chain("Lower Bank Front"))
    (truce,) = reconcile([ONE, two], [DEAL, FORCE, blame, before, denial]).truces
    (row,) = truce.fields["alleged_violations"]
    assert (row["statement"], row["of"]) == (blame.id, "violence")
    assert row["answers"] == [{"answer": "denied", "statement": denial.id}]


def test_both_sides_of_a_truce_are_its_parties_and_not_its_brokers() -> None:
    two = report("two", "Osmund and the Lower Bank Front agreed on 1 May to a truce brokered by Tavistern and Norvia. "
                 "Both sides have accused each other of breaking the truce.", "2031-05-06")
    deal = made(Act, two, "Osmund and the Lower Bank Front agreed on 1 May to a truce", type="AGREE",
                issue=Issue.CEASEFIRE, actors=names("Osmund", "Lower Bank Front"),
                mediators=names("Tavistern", "Norvia"), when=when("2031-05-01"))
    read = made(Act, two, "Both sides have accused each other of breaking the truce", type="ACCUSE", mode="allege",
                issue=Issue.CEASEFIRE, actors=names("Tavistern", "Norvia"), recipients=names("Tavistern", "Norvia"))
    (truce,) = reconcile([two], [deal, read]).truces
    rows = [(listed(row["accuser"]), listed(row["accused"])) for row in truce.fields["alleged_violations"]]
    assert sorted(rows) == [(["Lower Bank Front"], ["Osmund"]), (["Osmund"], ["Lower Bank Front"])]


def test_a_truce_whose_sides_only_its_extension_names_takes_a_charge_and_a_collective_of_strangers() -> None:
    one = report("one", "Osmund and the Lower Bank Front agreed on 5 May to extend the truce. It took effect on 3 May.",
                 "2031-05-06")
    two = report("two", "Osmund and the Lower Bank Front met. Norvia and Estmark are attending. Both sides accuse each "
                 "other of breaking the truce.", "2031-05-20")
    more = made(Act, one, "Osmund and the Lower Bank Front agreed on 5 May to extend the truce", type="AGREE",
                issue=Issue.CEASEFIRE, actors=names("Osmund", "Lower Bank Front"), when=when("2031-05-05"))
    begun = made(Act, one, "It took effect on 3 May", type="RETREAT", mode="ceasefire", issue=Issue.CEASEFIRE,
                 when=when("2031-05-03"))
    met = made(Act, two, "Osmund and the Lower Bank Front met", type="CONSULT", actors=names("Osmund",
               "Lower Bank Front"))
    blame = made(Act, two, "Both sides accuse each other of breaking the truce", type="ACCUSE", mode="allege",
                 issue=Issue.CEASEFIRE, actors=names("Norvia", "Estmark"), recipients=names("Norvia", "Estmark"))
    (truce,) = reconcile([one, two], [more, begun, met, blame]).truces
    rows = [(listed(row["accuser"]), listed(row["accused"])) for row in truce.fields["alleged_violations"]]
    assert sorted(rows) == [(["Lower Bank Front"], ["Osmund"]), (["Osmund"], ["Lower Bank Front"])]


def test_an_end_belongs_to_the_truce_that_its_sentence_dates() -> None:
    two = report("two", "A truce that Osmund declared in 2029 expired. The truce of 1 May holds.", "2031-05-06")
    old = made(Act, two, "Osmund declared in 2029", type="CONCEDE", issue=Issue.CEASEFIRE, actors=names("Osmund"),
               when=when("2029-01-01", "2029-12-31"))
    end = made(Act, two, "expired", type="SANCTION", mode="discontinue", issue=Issue.CEASEFIRE, actors=names("Osmund"))
    truces = reconcile([ONE, two], [DEAL, FORCE, old, end]).truces
    assert [end.id in truce.statements for truce in truces if old.id in truce.statements] == [True]
    assert len(truces) == 2


@given(st.lists(st.sampled_from(ALL), unique=True))
def test_no_date_and_no_party_outside_the_evidence(statements: list[Statement]) -> None:
    days = {one.when.start.isoformat() for one in statements if one.when}
    for truce in reconcile([ONE], statements).truces:
        given_days = [truce.fields[key]["start"] for key in ("declared", "effective", "ended") if truce.fields[key]]
        assert set(given_days) <= days
        assert not set(listed(truce.fields["parties"])) & set(listed(truce.fields["excluded"]))
        assert set(truce.statements) <= {one.id for one in statements}
