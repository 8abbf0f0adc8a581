"""Quotations, on invented sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.understand.test_attribution import read
from truceline.model import Quote
from truceline.understand import quotes
from truceline.understand.quotes.marks import stretches


def found(text: str) -> list[Quote]:
    """The quotations of a text."""
    return [statement for statement in quotes.extract(read(text)) if isinstance(statement, Quote)]


def said(text: str) -> list[tuple[str, str]]:
    """Speaker and words of each quotation."""
    return [(quote.speaker.who.name, quote.quote) for quote in found(text) if quote.speaker is not None]


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”", "«»", "„“"])
def test_all_marks_are_read_alike(opening: str, closing: str) -> None:
    text = f"{opening}We will not leave this valley,{closing} Governor Ana Ruiz said."
    assert said(text) == [("Ana Ruiz", "We will not leave this valley,")]


def test_an_interrupted_quotation_gives_two() -> None:
    text = '"We will not leave this valley," Governor Ana Ruiz said. "Nobody can make us go."'
    assert said(text) == [("Ana Ruiz", "We will not leave this valley,"), ("Ana Ruiz", "Nobody can make us go.")]


def test_speech_behind_a_colon_needs_no_marks() -> None:
    (quote,) = found("Governor Ana Ruiz said: We will not leave this valley.")
    assert (quote.manner, quote.quote) == ("unmarked", "We will not leave this valley.")


def test_two_utterances_run_together_are_noted_as_spliced() -> None:
    first, second = found("Governor Ana Ruiz said: We will not leave this valley.We want our sons back.")
    assert (first.notes, second.notes) == ((), ("spliced",))


def test_the_medium_is_kept() -> None:
    (quote,) = found('"We will not leave this valley," Governor Ana Ruiz told Reuters.')
    assert quote.medium is not None
    assert quote.medium.name == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        "The “last chance” for the valley has passed.",
        "The group “Lions of the Valley” (banned in Russia) held the pass.",
        "The front “Lions of the Valley, sent to the press, held the pass.",
        "They sang “Home Again” at the bridge.",
    ],
)
def test_names_scare_quotes_and_legal_notices_are_no_quotations(text: str) -> None:
    assert found(text) == []


def test_a_missing_closing_mark_is_noted() -> None:
    (quote,) = found("Governor Ana Ruiz said: “We will not leave this valley.")
    assert quote.notes == ("unclosed",)


@given(st.text(alphabet="“”\"'‘’«» ab.\n", max_size=200))
def test_stretches_lie_inside_the_text(text: str) -> None:
    for stretch in stretches(text):
        assert 0 <= stretch.start < stretch.end <= len(text)


def test_ten_thousand_opening_marks_cost_little() -> None:
    began = time.monotonic()
    stretches("“" * 10_000)
    stretches('"we ' * 10_000)
    assert time.monotonic() - began < 2


def test_a_name_and_a_colon_introduce_speech() -> None:
    assert said("Senator Ana Ruiz: We do not need another table. We need one that holds.") == [
        ("Ana Ruiz", "We do not need another table. We need one that holds.")]


def test_a_few_words_of_the_speakers_own_are_a_quotation() -> None:
    assert said("General Omar Hadi said that his men had “lost patience”.") == [("Omar Hadi", "lost patience")]
    assert said("General Omar Hadi said that the “Southern Shield” was over.") == []


def test_a_lost_comma_behind_the_words_matters_little() -> None:
    assert said('"Nobody can get in or out of the town now" Omar Hadi said.') == [
        ("Omar Hadi", "Nobody can get in or out of the town now")]
