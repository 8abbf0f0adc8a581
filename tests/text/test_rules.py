"""The furniture rules have the shape that their file describes."""

import pytest

from truceline.errors import LexiconError
from truceline.text import rules as module
from truceline.text.rules import rules


def test_phrases_match_whatever_their_capitals_and_apostrophes() -> None:
    found = rules().match("YOU’VE read enough? DON’T MISS: the ferry")
    assert found is None
    assert rules().match("DON’T MISS: the ferry") is not None


def test_a_phrase_does_not_end_inside_a_word() -> None:
    assert rules().match("Subscribe to our lists") is not None
    assert rules().match("Advertisements were banned by the army in the three towns") is None


def test_a_long_paragraph_is_no_furniture() -> None:
    assert rules().match("Read more: " + "the army left the town and " * 20) is None


@pytest.mark.parametrize(("entry", "problem"), [
    ({"zone": "furniture"}, "no reason"),
    ({"reason": "x", "startz": ["a"]}, "unknown key startz"),
    ({"reason": "x", "takes": "all"}, "takes must be"),
    ({"reason": "x", "begins": [3]}, "not text"),
])
def test_a_rule_of_the_wrong_shape_is_named(entry: object, problem: str) -> None:
    with pytest.raises(LexiconError, match=f"rule 7: .*{problem}"):
        module._checked(entry, 7)
