"""Who said what through whom, on invented sentences."""

from __future__ import annotations

import pytest

from truceline.model import CleanText, Report, Status
from truceline.understand import attribution, mentions
from truceline.understand.attribution.words import words
from truceline.understand.lexicon import load
from truceline.understand.parse import parse
from truceline.understand.reading import Frame, Reading


def read(text: str, outlet: str | None = None) -> Reading:
    """The reading of a text with its mentions and frames."""
    clean = CleanText(original=text, regions=(), damage=(), reading=text, origin=range(len(text) + 1))
    reading = parse(Report(key="r", text=text, outlet=outlet), clean)
    reading.mentions = mentions.find(reading)
    reading.frames = attribution.find(reading)
    return reading


def chain(text: str, word: str, outlet: str | None = None) -> list[str]:
    """The names of the voices that the word comes through."""
    reading = read(text, outlet)
    token = next(t for t in reading.doc if t.text == word)
    return [voice.who.name.lower().removeprefix("the ") for voice in reading.chain(token.i)]


def only(text: str) -> Frame:
    """The single frame of a text."""
    (frame,) = read(text).frames
    return frame


@pytest.mark.parametrize(
    ("text", "word", "voices"),
    [
        ("Governor Ana Ruiz said that shells had fallen on the market.", "fallen", ["ana ruiz"]),
        ("Shells had fallen on the market, Governor Ana Ruiz said.", "fallen", ["ana ruiz"]),
        ("The column has left the valley, said Governor Ana Ruiz.", "left", ["ana ruiz"]),
        ("The column, Governor Ana Ruiz insisted, has left the valley.", "left", ["ana ruiz"]),
        ("Governor Ana Ruiz told Reuters that the bridge was mined.", "mined", ["ana ruiz", "reuters"]),
        ("Governor Ana Ruiz told reporters that the bridge was mined.", "mined", ["ana ruiz"]),
        ("According to the United Nations, 40 people were killed.", "killed", ["united nations"]),
        ("As reported by Interfax, the post was shelled at dawn.", "shelled", ["interfax"]),
        ("The post was shelled at dawn.", "shelled", []),
    ],
)
def test_the_chain_runs_from_the_speaker_to_the_last_medium(text: str, word: str, voices: list[str]) -> None:
    assert chain(text, word) == voices


def test_speech_within_speech_keeps_both_voices_innermost_first() -> None:
    text = "The mayor told AFP that Colonel Juan Lara had said the road was mined."
    assert chain(text, "mined") == ["juan lara", "mayor", "afp"]


def test_a_medium_that_takes_up_the_whole_sentence_comes_last() -> None:
    text = "Colonel Juan Lara told AFP that the pass had been taken, TASS reported."
    assert chain(text, "taken") == ["juan lara", "afp", "tass"]


def test_a_spokesman_is_followed_by_the_body_he_speaks_for() -> None:
    assert chain("Army spokesman Colonel Juan Lara said two posts were burned.", "burned") == ["juan lara", "army"]


def test_the_outlet_itself_is_no_voice() -> None:
    text = "Governor Ana Ruiz told the Coast Daily that the bridge was mined."
    assert chain(text, "mined", "Coast Daily") == ["ana ruiz"]


def test_he_goes_on_where_the_last_speaker_stopped() -> None:
    assert chain("Governor Ana Ruiz said talks were over. She added that trucks would leave.", "leave") == ["ana ruiz"]


@pytest.mark.parametrize(
    ("text", "force", "status"),
    [
        ("The rebels denied that they had mined the bridge.", "deny", Status.DENIED),
        ("The army claimed that it had taken the pass.", "claim", Status.CLAIMED),
        ("The army accused the rebels of shelling the market.", "accuse", None),
        ("The rebels demanded that the army leave the valley.", "demand", Status.DEMANDED),
    ],
)
def test_the_cue_gives_the_force_and_what_it_makes_of_the_words(text: str, force: str, status: Status | None) -> None:
    frame = only(text)
    assert (frame.force, frame.status) == (force, status)


@pytest.mark.parametrize(
    "text",
    [
        "The mission did not say who had fired.",
        "The minister will announce a plan.",
        "The attack claimed three lives.",
    ],
)
def test_what_nobody_has_said_gives_no_frame(text: str) -> None:
    assert read(text).frames == ()


def test_what_only_sets_a_report_in_time_is_the_outlets_own() -> None:
    text = "The army said on Monday it had left the valley, hours after shells hit a school."
    assert chain(text, "hit") == []
    assert chain(text, "left") == ["army"]


def test_every_sense_in_the_lexicon_has_an_example() -> None:
    for group in load("reporting")["cues"]:
        for verb, sense in group["verbs"].items():
            assert (sense["example"] if isinstance(sense, dict) else sense), verb
    assert words().cues["say"][0].force == "say"


def test_a_participle_is_said_by_whoever_acts() -> None:
    assert chain("The Upland Coalition condemned the raid saying the clinic was hit on purpose.", "clinic") == [
        "upland coalition"]


def test_a_day_says_nothing() -> None:
    text = "The envoy Ana Ruiz will meet the elders in Juba next week saying talks would be resumed."
    assert chain(text, "talks") == ["ana ruiz"]


def test_the_media_speak_as_an_outlet_but_are_nobody_when_told() -> None:
    reading = read("The bridge was blown up, the media reported. He told the media that nobody was hurt.")
    assert [[(voice.who.name, voice.cls.value) for voice in frame.chain] for frame in reading.frames] == [
        [("media", "outlet")]]
