"""Damage is marked and mended in the overlay; every offset still refers to the kept text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model import CleanText, Report
from truceline.text import clean


def cleaned(text: str) -> CleanText:
    return clean(Report(key="r", text=text))


@pytest.mark.parametrize(("damaged", "mended", "kind"), [
    ("He left the hall.The envoy stayed.", "He left the hall. The envoy stayed.", "missing space"),
    ("It began in 2012.Last week it ended.", "It began in 2012. Last week it ended.", "missing space"),
    ("It was led by the UN.The army left.", "It was led by the UN. The army left.", "missing space"),
    ("They went to the U.N.The army left.", "They went to the U.N. The army left.", "missing space"),
    ("It fought al-Sarim.The army left.", "It fought al-Sarim. The army left.", "missing space"),
    ("He said “no deal.”The army left.", "He said “no deal.” The army left.", "missing space"),
    ('He said "no deal."The army left.', 'He said "no deal." The army left.', "missing space"),
    ('He left the hall."We go on," she said.', 'He left the hall. "We go on," she said.', "missing space"),
    ('It is "a game".Talks go on here.', 'It is "a game". Talks go on here.', "missing space"),
    ("The ministry declared:Talks go on.", "The ministry declared: Talks go on.", "missing space"),
    ("Two towns,both taken, were free.", "Two towns, both taken, were free.", "missing space"),
    ("He  left the\u00a0hall.", "He left the hall.", "extra space"),
    ("the fighters ‘ positions fell.", "the fighters‘ positions fell.", "extra space"),
    ("the army 's positions fell.", "the army's positions fell.", "extra space"),
    ("He left , she said.", "He left, she said.", "extra space"),
    ("The truce.. broke.", "The truce. broke.", "doubled full stop"),
    ("The \u200btruce\u202e held.", "The truce held.", "invisible character"),
    ("He told \u0650Al Noor TV.", "He told Al Noor TV.", "mixed script"),
    ("It ended. \u064c\u0627\u041a\u0440\u043e in May it began.", "It ended. in May it began.", "mixed script"),
    ("The \u0410rmy left.", "The Army left.", "mixed script"),
    ("Talks &amp; truces held.", "Talks & truces held.", "entity"),
    ("The armyâ€™s men left.", "The army’s men left.", "wrong encoding"),
    ("The army\ufffds men left.", "The army’s men left.", "lost character"),
])
def test_damage_is_mended(damaged: str, mended: str, kind: str) -> None:
    text = cleaned(damaged)
    assert text.reading == mended
    assert kind in {damage.kind for damage in text.damage}


@pytest.mark.parametrize("sound", [
    "A U.S.-backed force met J.Smith at 6 a.m. and paid 3.5 million.",
    "See www.example.com/Talks.Html or write to desk@example.org today.",
    "Wait… he said, and “left”.",
    "He said: “We go on”, — then ‘no’.",
    "The Фронт and جبهة are names.",
    "Zoë Müller-Lüdenscheidt of Łódź left at 10:30.",
    "It fell by 1,000 to 2,000 in No.5 camp.",
])
def test_what_is_sound_is_left_alone(sound: str) -> None:
    text = cleaned(sound)
    assert text.reading == sound
    assert text.damage == ()


PIECES = st.sampled_from([
    "The envoy left the hall.", "The army", " ", "  ", "\n", "\n\n", "\r\n", ".", "..", '"', "“", "”", "\u200b",
    "\u202e", "\u0650", "\u041a\u0440\u043e", "A", "b", "'s", ",", "&amp;", "â€™", "\ufffd",
    "DOHA, May 3 (Wire) - ", "Read more: x", "• ", "-", "\0", "é",
])
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
def test_every_character_of_the_overlay_stands_at_its_place_in_the_kept_text(original: str) -> None:
    text = cleaned(original)
    origin = list(text.origin)
    assert len(origin) == len(text.reading) + 1
    assert origin == sorted(origin)
    assert all(0 <= offset <= len(original) for offset in origin)
    mended = {i for damage in text.damage for i in range(damage.start, damage.end)}
    for letter, offset in zip(text.reading, origin, strict=False):
        assert letter == original[offset] or letter in " \n" or offset in mended


@given(TEXTS, st.data())
def test_a_span_of_the_overlay_is_a_span_of_the_kept_text(original: str, data: st.DataObject) -> None:
    text = cleaned(original)
    if not text.reading.strip():
        return
    start = data.draw(st.integers(0, len(text.reading) - 1))
    end = data.draw(st.integers(start + 1, len(text.reading)))
    first, last = text.span(start, end)
    assert 0 <= first < last <= len(original)
    if not text.damage and "\n" not in text.reading and "  " not in original[first:last]:
        assert "".join(text.reading[start:end].split()) in "".join(original[first:last].split())


@given(TEXTS)
def test_regions_lie_in_order_inside_the_text(original: str) -> None:
    places = [(region.start, region.end) for region in cleaned(original).regions]
    assert all(start < end <= len(original) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize("text", [
    "The army said it had agreed to the truce.The rebels denied it, he added. " * 14_000,
    '"' * 1_000_000, "." * 1_000_000, "a" * 1_000_000, " " * 1_000_000, "\u202e" * 1_000_000, "( " * 300_000,
    "Aa " * 300_000, "мир " * 20_000, "a b\n" * 10_000,
], ids=["prose", "quotes", "dots", "letters", "spaces", "marks", "brackets", "capitals", "cyrillic", "lines"])
def test_hostile_text_ends_in_seconds(text: str) -> None:
    started = time.perf_counter()
    cleaned(text)
    assert time.perf_counter() - started < 20
