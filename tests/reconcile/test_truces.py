from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.made import Act, Issue, Status, made, names, report, when
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


@given(st.lists(st.sampled_from(ALL), unique=True))
def test_no_date_and_no_party_outside_the_evidence(statements: list[Statement]) -> None:
    days = {one.when.start.isoformat() for one in statements if one.when}
    for truce in reconcile([ONE], statements).truces:
        given_days = [truce.fields[key]["start"] for key in ("declared", "effective", "ended") if truce.fields[key]]
        assert set(given_days) <= days
        assert not set(listed(truce.fields["parties"])) & set(listed(truce.fields["excluded"]))
        assert set(truce.statements) <= {one.id for one in statements}
