import pytest

from tests.reconcile.made import Act, Figure, Issue, Pledge, Status, at, chain, made, name, names, report, when
from truceline.model import Disagreement, NameKind, Report, Statement
from truceline.reconcile import reconcile

HIT = "Shells hit the fish market of Osmund on Monday"


def telling(key: str, more: str, day: str = "2031-05-02") -> Report:
    return report(key, f"{HIT}, {more}. The Lower Bank Front and Mayor Ilka Brandt traded blame.", day)


def hit(of: Report, *doers: str) -> Act:
    return made(Act, of, HIT, type="ASSAULT", actors=names(*doers), where=at("Osmund"), when=when("2031-05-01"))


def killed(of: Report, quote: str, value: float, owner: str, comparator: str | None = None) -> Figure:
    return made(Figure, of, quote, measure="killed", value=value, comparator=comparator, chain=chain(owner))


def found(reports: list[Report], statements: list[Statement], kind: str) -> list[Disagreement]:
    return [one for one in reconcile(reports, statements).disagreements if one.type == kind]


def counts(first: str, one: float, second: str, other: float, day: str = "2031-05-02") -> list[Disagreement]:
    a, b = telling("a", first), telling("b", second, day)
    return found([a, b], [hit(a), hit(b), killed(a, first, one, "Harbour Union"), killed(b, second, other, "the army")],
                 "number")


def test_two_counts_of_one_toll_by_two_owners_disagree() -> None:
    sides = counts("killing nine dockers", 9, "killing 21 dockers", 21)[0].values
    assert [(one.source, one.reports) for one in sides] == [("Harbour Union", ("a",)), ("the army", ("b",))]


@pytest.mark.parametrize(("first", "one", "second", "other"), [
    ("killing nine soldiers", 9, "killing 21 civilians", 21),
    ("killing nine dockers", 9, "the war that has killed 900 people since 2025", 900),
    ("killing nine dockers", 9, "killing nine people", 9),
    ("killing 21 dockers", 21, "four of them died overnight", 4),
])
def test_other_people_periods_and_parts_are_not_comparable(
    first: str, one: float, second: str, other: float
) -> None:
    assert not counts(first, one, second, other)


def test_a_toll_that_its_owner_raises_is_an_update() -> None:
    a, b = telling("a", "killing nine dockers"), telling("b", "killing 11 dockers", "2031-05-03")
    told = [hit(a), hit(b), killed(a, "killing nine dockers", 9, "Harbour Union"),
            killed(b, "killing 11 dockers", 11, "Harbour Union")]
    record = reconcile([a, b], told)
    assert not record.disagreements
    assert [fact.standing for fact in record.facts if fact.kind == "figure"] == ["superseded", "single"]


def test_more_than_is_a_rounding_and_at_least_a_bound() -> None:
    a, b = telling("a", "the war has killed more than 280,000 people"), telling(
        "b", "the war has killed more than 250,000 people")
    war = [killed(a, "has killed more than 280,000 people", 280_000, "Harbour Union", "more than"),
           killed(b, "has killed more than 250,000 people", 250_000, "the army", "more than")]
    assert found([a, b], list(war), "number")
    least = [killed(a, "has killed more than 280,000 people", 280_000, "Harbour Union", "at least"), war[1]]
    assert found([a, b], list(least), "number") == found([a, b], [war[1], least[0]], "number")


def test_one_attack_at_two_doors_with_the_denial() -> None:
    a = report("a", f"{HIT}. The mayor blamed the Lower Bank Front. The Front denied it.")
    b = report("b", f"{HIT}. The Front blamed the Harbour Guard.")
    told: list[Statement] = [hit(a), hit(b),
            made(Act, a, "The mayor blamed the Lower Bank Front", type="ACCUSE", mode="allege",
                 actors=names("Ilka Brandt"), recipients=names("Lower Bank Front")),
            made(Act, a, "The Front denied it", type="ASSAULT", status=Status.DENIED,
                 actors=names("Lower Bank Front"), chain=chain("Lower Bank Front")),
            made(Act, b, "The Front blamed the Harbour Guard", type="ACCUSE", mode="allege",
                 actors=names("Lower Bank Front"), recipients=names("Harbour Guard"))]
    values = [side.value for side in found([a, b], told, "actor")[0].values]
    assert values == ["Lower Bank Front", "Harbour Guard", "denied: The Front denied it"]


def test_two_datings_of_one_accord() -> None:
    told = []
    for key, day in (("a", "19"), ("b", "20"), ("c", "19")):
        one = report(key, f"Osmund and the Lower Bank Front signed a truce on {day} April.", "2031-05-02")
        told.append((one, made(Act, one, f"signed a truce on {day} April", type="AGREE", issue=Issue.CEASEFIRE,
                               actors=names("Osmund", "Lower Bank Front"),
                               when=when(f"2031-04-{day}", text=f"{day} April"))))
    sides = found([one for one, _ in told], [act for _, act in told], "date")[0].values
    assert [(side.value, side.reports) for side in sides] == [
        ("2031-04-19 (19 April)", ("a", "c")), ("2031-04-20 (20 April)", ("b",))]


def test_a_month_does_not_disagree_with_a_day_in_it() -> None:
    a = report("a", "They signed a truce in April.")
    b = report("b", "They signed a truce on 20 April.")
    told = [made(Act, a, "signed a truce in April", type="AGREE", issue=Issue.CEASEFIRE,
                 when=when("2031-04-01", "2031-04-30")),
            made(Act, b, "signed a truce on 20 April", type="AGREE", issue=Issue.CEASEFIRE, when=when("2031-04-20"))]
    assert not found([a, b], list(told), "date")


def test_who_says_that_an_attack_was_theirs_stands_beside_whom_others_blame() -> None:
    a = report("a", f"{HIT}. The mayor blamed the Lower Bank Front.")
    b = report("b", f"{HIT}. The Dawn Column claimed the attack on the market of Osmund.")
    told: list[Statement] = [
        hit(a), hit(b),
        made(Act, a, "The mayor blamed the Lower Bank Front", type="ACCUSE", mode="allege",
             actors=names("Ilka Brandt"), recipients=names("Lower Bank Front"), when=when("2031-05-04")),
        made(Act, b, "The Dawn Column claimed the attack on the market of Osmund", actors=names("Dawn Column"))]
    assert [side.value for side in found([a, b], told, "actor")[0].values] == ["Lower Bank Front", "Dawn Column"]


def test_the_rebels_and_a_rebel_group_are_not_two_doors() -> None:
    a = report("a", f"{HIT}. The mayor blamed the Lower Bank Rebel Army.")
    b = report("b", f"{HIT}. The mayor blamed the rebels.")
    group = name("Lower Bank Rebel Army", NameKind.ARMED_GROUP)
    told: list[Statement] = [
        hit(a), hit(b),
        made(Act, a, "The mayor blamed the Lower Bank Rebel Army", type="ACCUSE", mode="allege", recipients=(group,)),
        made(Act, b, "The mayor blamed the rebels", type="ACCUSE", mode="allege", recipients=names("the rebels"))]
    assert not found([a, b], told, "actor")


def test_nobody_contradicts_himself_in_one_report() -> None:
    a = report("a", "The truce of Osmund ran out in May without the truce of Osmund being renewed.")
    told: list[Statement] = [
        made(Act, a, "The truce of Osmund ran out in May", type="SANCTION", mode="discontinue", issue=Issue.CEASEFIRE),
        made(Act, a, "the truce of Osmund being renewed", type="AGREE", status=Status.DENIED, issue=Issue.CEASEFIRE)]
    assert not found([a], told, "polarity")


def test_a_day_that_a_sentence_gives_to_another_verb_dates_nothing() -> None:
    a = report("a", "Osmund broke off the talks on Thursday, three days after shells hit the fish market of Osmund.")
    b = report("b", f"{HIT}.")
    told: list[Statement] = [
        made(Act, a, "shells hit the fish market of Osmund", type="ASSAULT", where=at("Osmund"),
             when=when("2031-05-04", text="Thursday")),
        made(Act, b, HIT, type="ASSAULT", where=at("Osmund"), when=when("2031-05-01", text="Monday"))]
    assert not found([a, b], told, "date")


def test_one_attack_put_in_two_places_and_a_town_in_its_province() -> None:
    words = "gunmen burnt the grain store of the sisters of mercy on Monday"

    def placed(place: str) -> list[Disagreement]:
        a = report("a", f"At Osmund {words}.")
        b = report("b", f"At {place} {words}." + (" Osmund is its capital." if place == "Norvale" else ""))
        return found([a, b], [made(Act, of, words, type="ASSAULT", recipients=names("the grain store"),
                                   where=at(where), when=when("2031-04-28"))
                              for of, where in ((a, "Osmund"), (b, place))], "place")

    assert [side.value for side in placed("Tarn")[0].values] == ["Osmund", "Tarn"]
    assert not placed("Norvale")


def test_a_meeting_that_took_place_by_one_report_and_fell_through_by_another() -> None:
    def met(said: str) -> list[Disagreement]:
        a = report("a", f"The joint herders' panel {said} at Tarn on Friday.", "2031-05-03")
        b = report("b", "The joint herders' panel failed to sit at Tarn on Friday.", "2031-05-03")
        told = [made(Act, of, of.text[:-1], type="CONSULT", status=status, issue=Issue.TALKS, where=at("Tarn"),
                     when=when("2031-05-02"))
                for of, status in ((a, Status.OCCURRED), (b, Status.FAILED))]
        return found([a, b], list(told), "outcome")

    assert [side.reports for side in met("sat")[0].values] == [("a",), ("b",)]
    assert not met("was scheduled to sit")


def test_a_count_of_another_scope_is_named_beside_those_that_disagree() -> None:
    a = telling("a", "killing nine dockers, two of whom were boys")
    b = telling("b", "killing 21 dockers; the war has killed 900 people")
    told = [hit(a), hit(b), killed(a, "killing nine dockers", 9, "Harbour Union"),
            killed(b, "killing 21 dockers", 21, "the army"),
            killed(b, "the war has killed 900 people", 900, "the army")]
    assert found([a, b], list(told), "number")[0].scope_note == (
        "not compared: the war has killed 900 people (period)")


def test_a_road_opened_on_two_days_by_two_voices_of_one_report() -> None:
    a = report("a", "The road from Osmund to Tarn opened on Tuesday, residents said. The road had opened on Monday "
               "evening, Mayor Ilka Brandt said.")
    told = [made(Act, a, "The road from Osmund to Tarn opened on Tuesday", type="RETREAT", mode="access",
                 chain=chain("residents"), when=when("2031-04-29", text="Tuesday")),
            made(Act, a, "The road had opened on Monday evening", type="RETREAT", mode="access",
                 chain=chain("Ilka Brandt"), when=when("2031-04-28", text="Monday evening"))]
    assert [side.source for side in found([a], list(told), "date")[0].values] == ["residents", "Ilka Brandt"]


def test_two_sides_date_one_promise_otherwise() -> None:
    a = report("a", "The road from Osmund to Tarn will open by May 10, the envoy Varo Lind said.")
    b = report("b", "The road from Osmund to Tarn would open by May 12, Mayor Ilka Brandt said.")
    told = [made(Pledge, of, of.text.split(",")[0], by=names(who), content="open the road", due=when(day, text=day))
            for of, who, day in ((a, "Varo Lind", "2031-05-10"), (b, "Ilka Brandt", "2031-05-12"))]
    assert [side.reports for side in found([a, b], list(told), "date")[0].values] == [("a",), ("b",)]


def test_two_large_counts_of_one_sort_of_thing_disagree() -> None:
    a = telling("a", "over maps of 97,000 landmines in the fields")
    b = telling("b", "near the fields, where 92,000 anti-tank mines lie by the army's reckoning")
    told = [hit(a), hit(b),
            made(Figure, a, "97,000 landmines", measure="other", value=97_000, chain=chain("Ilka Brandt")),
            made(Figure, b, "92,000 anti-tank mines", measure="other", value=92_000, chain=chain("the army"))]
    assert [side.reports for side in found([a, b], list(told), "number")[0].values] == [("a",), ("b",)]
