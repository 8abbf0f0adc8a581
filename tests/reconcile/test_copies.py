from tests.reconcile.made import report
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
