from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.made import report
from truceline.model import Report
from truceline.reconcile import copies

PASSAGE = ("Envoys of the two armies met for four hours in the customs house of Lorvan on Friday and parted without a "
           "word to the crowd that had waited outside since dawn in heavy rain.")


def test_a_shared_passage_makes_a_copy_whatever_stands_around_it() -> None:
    wire = report("wire", f"LORVAN, May 1 (Northcape) - {PASSAGE} The talks go on.", "2031-05-01")
    paper = report("paper", f"Rain and silence at the border\n\n{PASSAGE}\n\nOur own correspondent saw two lorries.")
    found = copies.find([paper, wire])
    assert [group.reports for group in found.groups] == [("wire", "paper")]
    assert found.groups[0].wire == "Northcape"
    assert found.wire == {"wire": "Northcape", "paper": "Northcape"}


def test_the_same_words_in_quotation_marks_are_a_speech_not_a_copy() -> None:
    speech = f"“{PASSAGE}”"
    one = report("one", f"The bishop said in the cathedral: {speech}")
    other = report("other", f"From the pulpit these words were heard by many: {speech}")
    assert copies.find([one, other]).groups == ()


def test_a_credit_line_names_the_wire_only_if_that_is_an_agency() -> None:
    by_wire = report("a", "Truce holds\n\nReuters, with our own staff\n\nThe guns were silent.")
    by_writer = report("b", "Truce holds\n\nMaria Lind, our correspondent\n\nThe guns were silent.")
    assert copies.find([by_wire, by_writer]).wire == {"a": "Reuters"}


def test_a_long_line_and_thousands_of_marks_do_not_hang() -> None:
    assert copies.find([report("a", "\"" * 10_000 + "x" * 2_000_000), report("b", "(" * 10_000)]).groups == ()


STOCK = ("The war between the two banks of the Osmund began nine years ago after a quarrel over tolls and has since "
         "then driven every fourth family of the province from its home, relief bodies say.")
MILLERS = ("Millers of the upper valley dumped forty sacks of spoilt grain before the governor's house on Monday and "
           "asked who would pay for a harvest that had been locked up behind the checkpoints since the spring.")


BISHOP = ("The bishop of Lorvan blessed the new ferry on Tuesday, drank to its boilers, and told the dockers that no "
          "vessel had ever carried so many promises across so little water; nobody threw anything this time.")


def shared(*reports: Report) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in copies.find(reports).shared}


def test_a_copy_with_names_in_another_spelling_and_words_dropped_is_one() -> None:
    other = PASSAGE.replace("Lorvan", "Lorwahn").replace("without a word", "wordless")
    assert shared(report("one", PASSAGE), report("two", f"Rain in Lorwahn\n\n{other}")) == {frozenset({"one", "two"})}


def test_the_shared_words_can_be_shown_where_they_stand() -> None:
    one, two = report("one", f"First. {PASSAGE}"), report("two", f"{PASSAGE} That was all.")
    passage, = copies.passages(one, two)
    assert one.text[slice(*passage.here)] == two.text[slice(*passage.there)] == PASSAGE.rstrip(".")


def test_background_that_comes_back_month_after_month_is_no_copy() -> None:
    reports = [report("may", f"{PASSAGE} {PASSAGE[::-1]} {STOCK}", "2031-05-01"),
               report("july", f"{MILLERS} {MILLERS[::-1]} {STOCK}", "2031-07-01"),
               report("late", f"{BISHOP} {BISHOP[::-1]} {STOCK}", "2031-07-02")]
    assert shared(*reports) == set()


def test_a_whole_text_published_again_much_later_is_a_copy_still() -> None:
    text = f"{PASSAGE} {MILLERS}"
    assert shared(report("one", text, "2031-05-01"), report("two", text, "2031-08-01")) == {frozenset({"one", "two"})}


def test_a_report_made_of_two_others_does_not_make_them_copies_of_each_other() -> None:
    found = copies.find([report("a", f"{PASSAGE} {STOCK}", "2031-05-01"), report("b", MILLERS, "2031-05-01"),
                         report("both", f"{PASSAGE} {STOCK} {MILLERS}", "2031-05-02")])
    assert [group.reports for group in found.groups] == [("a", "both")]
    assert set(found.shared) == {("a", "both"), ("b", "both")}


def test_a_thousand_copies_are_one_group() -> None:
    many = [report(f"{number:04}", PASSAGE) for number in range(1000)]
    group, = copies.find(many).groups
    assert len(group.reports) == 1000


@given(st.permutations([report("a", PASSAGE, "2031-05-01"), report("b", f"{PASSAGE} {MILLERS}", "2031-05-02"),
                        report("c", MILLERS, "2031-05-03"), report("d", STOCK, "2031-05-01")]))
def test_the_order_of_arrival_makes_no_difference(reports: list[Report]) -> None:
    found = copies.find(reports)
    assert [group.reports for group in found.groups] == [("a", "b", "c")]
