"""Paragraphs in every layout that press texts come in."""

from truceline.model import Report
from truceline.text import clean
from truceline.text.paragraphs import paragraphs

WRAPPED = """\
The two delegations returned to the table in Lomira on Monday, a week
after the walkout, mediators said. Neither side gave a date for the next
round.

The exchange of prisoners will begin on Thursday, an official of the Red
Cross said, if the road to the border is open and the mines are cleared
by then.
"""


def test_blank_lines_part_paragraphs() -> None:
    assert [found.text for found in paragraphs("One.\n\nTwo.\n \nThree.")] == ["One.", "Two.", "Three."]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert [found.text for found in paragraphs("One said so.\nTwo said so.\r\nThree.")] == [
        "One said so.", "Two said so.", "Three.",
    ]


def test_hard_wrapped_lines_are_joined_with_a_space() -> None:
    reading = clean(Report(key="r", text=WRAPPED)).reading
    assert reading.count("\n\n") == 1
    assert "a week after the walkout" in reading
    assert "next round." in reading


def test_a_word_broken_at_its_hyphen_stays_whole() -> None:
    text = WRAPPED.replace("a week\nafter", "a week-\nlong pause after")
    assert "a week-long pause" in clean(Report(key="r", text=text)).reading


def test_a_paragraph_covers_its_lines_exactly() -> None:
    text = "  One two.  \n\n\tThree.\n"
    assert [text[found.start:found.end] for found in paragraphs(text)] == ["One two.", "Three."]


def test_a_text_without_words_has_no_paragraphs() -> None:
    assert paragraphs(" \n\u200b\n\ufeff\n") == []
