"""References inside one invented report, led back to the names that it gives."""

from tests.understand.test_mentions import read
from truceline.model import NameKind


def names(text: str) -> dict[str, str]:
    """Words -> the name they stand for, the last where words come twice."""
    return {m.name.words: m.name.name for m in read(text).mentions}


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Rebel leader Omar al-Sharif spoke on Monday. Sharif said the talks would go on. Al-Sharif left."
    assert names(text)["Sharif"] == names(text)["Al-Sharif"] == "Omar al-Sharif"


def test_a_surname_of_two_persons_stays_unresolved() -> None:
    text = "Ahmed Diallo met Moussa Diallo on Monday. Diallo said nothing."
    assert names(text)["Diallo"] == "Diallo"


def test_similar_names_are_two_persons() -> None:
    named = names("Spokesman Ahmed Said met envoy Ahmed Saidi on Monday. Saidi left.")
    assert (named["Ahmed Said"], named["Saidi"]) == ("Ahmed Said", "Ahmed Saidi")


def test_an_acronym_in_brackets_stands_for_the_full_name() -> None:
    assert names("The Upland Freedom Front (UFF) attacked. The UFF left.")["UFF"] == "Upland Freedom Front"


def test_an_acronym_that_only_fits_the_initials() -> None:
    text = "The High Transition Council met on Sunday. On Monday the HTC refused the plan."
    assert names(text)["HTC"] == "High Transition Council"


def test_a_nickname_stands_for_its_bearer() -> None:
    assert names("Commander Pedro Luna, known as Rayo, left. Rayo fled.")["Rayo"] == "Pedro Luna"


def test_the_government_is_the_countrys() -> None:
    text = "The Colombian government met the rebels on Monday. The government offered a truce."
    assert names(text)["The government"] == "Colombian government"


def test_the_government_stays_as_it_is_where_no_country_is_named() -> None:
    assert names("The government offered a truce.")["The government"] == "The government"


def test_a_capital_that_acts_is_its_government() -> None:
    text = "Sudan's government met the rebels. Khartoum accused the rebels of lying."
    assert names(text)["Khartoum"] == "Sudan's government"


def test_the_movement_is_the_last_named() -> None:
    text = "The Upland Freedom Front attacked a post. The movement said it would go on."
    assert names(text)["The movement"] == "Upland Freedom Front"


def test_an_office_stands_for_its_holder() -> None:
    text = "The UN envoy, Karl Nilsen, arrived on Monday. The envoy met the rebels."
    assert names(text)["The envoy"] == "Karl Nilsen"


def test_anothers_office_does_not() -> None:
    text = "The rebels' negotiator, Omar Hadi, arrived. The government's negotiator stayed away."
    assert names(text)["The government's negotiator"] != "Omar Hadi"


def test_an_indefinite_office_is_nobody_named() -> None:
    text = "Army spokesman Pedro Luna spoke. A spokesman said more would follow."
    assert names(text)["A spokesman"] == "A spokesman"


def test_he_is_the_last_person_who_was_subject() -> None:
    text = "Envoy Karl Nilsen met General Omar Hadi on Monday. He said talks would go on."
    assert names(text)["He"] == "Karl Nilsen"


def test_she_is_not_the_man_before() -> None:
    text = "Envoy Karl Nilsen spoke. He left. Spokeswoman Ana Lund stayed. She said that he would return."
    assert names(text)["She"] == "Ana Lund"


def test_the_opposition_is_led_back_to_an_owner_only() -> None:
    named = names("The opposition of speech was loud. Later the opposition left.")
    assert named["the opposition"] == "the opposition"
    named = names("The opposition of Syria agreed. Later the opposition left.")
    assert named["the opposition"] == "opposition of Syria"


def test_fighters_of_a_group_are_the_group() -> None:
    named = names("In Congo the M23 rebels left. The Houthi group agreed.")
    assert (named["the M23 rebels"], named["The Houthi group"]) == ("M23", "Houthis")


def test_an_unknown_name_that_acts_is_no_government() -> None:
    kinds = {m.name.words: m.name.kind for m in read("Beatriz Quintal came. Quintal welcomed the pause.").mentions}
    assert kinds["Quintal"] is NameKind.PERSON


def test_and_joins_two_parties_and_not_one() -> None:
    found = names("Colombia’s government and ELN rebels said Saturday that they will move the talks to Cuba.")
    assert found["Colombia’s government"] == "Colombia’s government"
    assert found["ELN rebels"] == "ELN"


def test_one_states_ministry_is_not_anothers() -> None:
    found = names("Azerbaijan’s Defense Ministry said the truce held. The Russian Defense Ministry counted six shots. "
                  "The Defense Ministry added that nobody was hurt.")
    assert found["Azerbaijan’s Defense Ministry"] == "Azerbaijan’s Defense Ministry"
    assert found["Defense Ministry"] == "Russian Defense Ministry"


def test_who_speaks_behind_the_words_is_not_whom_they_tell_of() -> None:
    text = ("Peru’s chief negotiator in the talks with the Inti Front is returning to Quito, President Ana Ruiz said. "
            "“He will stay a week,” Ruiz said.")
    assert names(text)["Peru’s chief negotiator in the talks with the Inti Front"] != "Ana Ruiz"
