"""Names and acting noun phrases in invented reports."""

from datetime import date

import pytest

from truceline.model import CleanText, NameKind, Report
from truceline.understand import mentions
from truceline.understand.parse import parse
from truceline.understand.reading import Mention, Reading


def read(text: str) -> Reading:
    """A report's reading with its mentions."""
    report = Report(key="r", text=text, published=date(2021, 3, 4))
    reading = parse(report, CleanText(text, (), (), text, range(len(text) + 1)))
    reading.mentions = mentions.find(reading)
    return reading


def found(text: str) -> dict[str, Mention]:
    """Words -> mention."""
    return {m.name.words: m for m in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fighters of Jaish al-Fath attacked the town.", "Jaish al-Fath", NameKind.ARMED_GROUP),
        ("Foreign Minister Amadou Keita spoke in Bamako.", "Amadou Keita", NameKind.PERSON),
        ("The envoy for Sudan Pieter van der Berg spoke.", "Pieter van der Berg", NameKind.PERSON),
        ("Padoh Saw Hla Tun, a spokesman of the union, left.", "Padoh Saw Hla Tun", NameKind.PERSON),
        ("The National Dialogue Commission will meet.", "National Dialogue Commission", NameKind.BODY),
        ("It was reported by Radio Kivu Libre.", "Radio Kivu Libre", NameKind.MEDIA),
        ("The Tigray People's Liberation Front agreed.", "TPLF", NameKind.ARMED_GROUP),
        ("The Army of Liberation of the Upper Valley attacked.", "Army of Liberation of the Upper Valley",
         NameKind.ARMED_GROUP),
        ("Norway said that talks would resume.", "Norway", NameKind.GOVERNMENT),
        ("Talks resumed in Norway.", "Norway", NameKind.PLACE),
        ("Khartoum rejected the offer.", "Sudan", NameKind.GOVERNMENT),
        ("They met in Khartoum.", "Khartoum", NameKind.PLACE),
        ("In Addis Ababa the African Union called for calm.", "Addis Ababa", NameKind.PLACE),
        ("Moscow's offer was rejected.", "Russia", NameKind.GOVERNMENT),
        ("Ankara was ready to talk.", "Turkey", NameKind.GOVERNMENT),
        ("Azerbaijani artillery fired on the village.", "Azerbaijani artillery", NameKind.GOVERNMENT),
        ("GENEVA: The talks went on.", "GENEVA", NameKind.PLACE),
        ("In Syria the army entered Manbij.", "Manbij", NameKind.PLACE),
    ],
)
def test_names_and_their_kinds(text: str, name: str, kind: NameKind) -> None:
    named = {m.name.name: m.name.kind for m in read(text).mentions}
    assert named.get(name) is kind


def test_a_country_glued_to_a_name_is_cut_off() -> None:
    named = found("The special envoy on Yemen Karl Nilsen arrived. Mali Awa Traore spoke.")
    assert {"Karl Nilsen", "Yemen"} <= named.keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Syria bombed the Dzhebhat an-Nusra front.", "Dzhebhat an-Nusra front"),
        ("Syria accused the Frente al-nusra.", "Frente al-nusra"),
        ("The Jabha al-Nusra terrorists left Syria.", "Jabha al-Nusra"),
    ],
)
def test_a_listed_name_is_as_long_as_the_report_writes_it(text: str, words: str) -> None:
    assert found(text)[words].name.name == "Jabhat al-Nusra"


def test_official_damascus_is_a_government_in_these_words() -> None:
    assert found("They met official Damascus.")["official Damascus"].name.name == "Syria"


def test_two_persons_glued_by_a_lost_comma_are_parted() -> None:
    named = found("Omar Keita left. Keita spoke. The government of Musa al-Bari Keita, said on Monday, had left.")
    assert {"Omar Keita", "Musa al-Bari"} <= named.keys()


def test_words_that_only_start_a_sentence_are_no_names() -> None:
    named = found("According to Norway, talks go on. Hundreds left. Elsewhere, artillery fell silent.")
    assert not {"According", "Hundreds", "Elsewhere"} & named.keys()


def test_an_acronym_needs_its_country() -> None:
    assert found("The AA helped motorists in Kent.").get("AA") is None or (
        found("The AA helped motorists in Kent.")["AA"].name.name != "Arakan Army")
    assert found("In Myanmar the AA took a base.")["AA"].name.name == "Arakan Army"


@pytest.mark.parametrize(
    "words", ["A source close to the mediation", "Two officials", "A Western diplomat", "Residents"])
def test_unnamed_sources_are_recognised(words: str) -> None:
    assert mentions.is_unnamed(found(f"{words} said the truce was over.")[words])


@pytest.mark.parametrize(
    "text", ["Amadou Keita said so.", "The rebels said so.", "Both sides said so.", "The UN said so."])
def test_parties_and_names_are_no_unnamed_sources(text: str) -> None:
    assert not any(mentions.is_unnamed(m) for m in read(text).mentions)


def test_mentions_lie_inside_the_document_in_order() -> None:
    reading = read("The rebels of X-Y, al-, and “Liwa al-Haqq” met U.N.-backed Col. A. B. de C. in ‘N.’ (FUS")
    assert all(0 <= m.start < m.end <= len(reading.doc) and m.start <= m.head < m.end for m in reading.mentions)
    assert [m.start for m in reading.mentions] == sorted(m.start for m in reading.mentions)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\"" * 500, "A-" * 300, "(UN) (UN (", "‮ the minister \x00"])
def test_odd_text_does_no_harm(text: str) -> None:
    read(text)
