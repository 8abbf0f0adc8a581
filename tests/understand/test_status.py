"""Whether an act happened, as the words around it say: what governs it, from the inside out."""

from __future__ import annotations

from datetime import date

import pytest

from tests.samples import plain_clean
from truceline.model import Act, Report, Status
from truceline.understand import read as read_report
from truceline.understand.acts.extract import extract


def statuses(text: str) -> list[str]:
    """The statuses of the acts in a text published on Monday, 6 May 2024."""
    report = Report(key="x", text=text, published=date(2024, 5, 6))
    return [str(one.status) for one in extract(read_report(report, plain_clean(report))) if isinstance(one, Act)]


@pytest.mark.parametrize(("text", "status"), [
    ("The delegations left Doha without signing the agreement.", "denied"),
    ("Rather than sign the accord, the warlord fled to the hills.", "denied"),
    ("Reports that the army had attacked the camp are false, the minister said.", "denied"),
    ("Not one of the hostages has been released.", "denied"),
    ("The army was unable to recapture the town of Sake.", "failed"),
    ("The exchange of prisoners fell through on Friday.", "failed"),
    ("The foreign minister was expected to meet the rebel leader but did not come.", "failed"),
    ("The rebels tried to seize the airport but were driven back.", "failed"),
    ("The rebels are believed to have kidnapped the priest.", "claimed"),
    ("Unverified videos showed soldiers executing prisoners.", "claimed"),
    ("The town was shelled by the rebels, if the army is to be believed.", "claimed"),
    ("Twelve farmers would have been murdered by the militia, according to neighbours.", "claimed"),
    ("Some 300 villagers remain detained in the barracks.", "ongoing"),
    ("Clashes in the port of Aden persisted on Monday.", "ongoing"),
    ("For three months the militia has been blocking the road to Sake.", "ongoing"),
    ("The delegations meet again on 20 May in Oslo.", "planned"),
    ("The ministry ordered the prefects to lift the blockade of the port.", "planned"),
    ("If a truce is signed, the army will withdraw.", "conditional"),
    ("Ankara may reopen the border should Yerevan withdraw its claim.", "conditional"),
    ("The talks will resume once the army has withdrawn.", "conditional"),
    ("The accord was signed, subject to approval by parliament.", "conditional"),
    ("The rebels vowed to attack the capital.", "threatened"),
    ("Unless the army withdraws, we will resume attacks, the rebel spokesman said.", "threatened"),
    ("The army managed to recapture the town of Sake.", "occurred"),
])
def test_the_words_around_an_act_decide(text: str, status: str) -> None:
    assert status in statuses(text)


@pytest.mark.parametrize(("text", "status"), [
    ("The army denied having agreed to meet the rebels.", Status.DENIED),
    ("The army claimed not to have attacked the convoy.", Status.DENIED),
    ("The rebels will try to capture the bridge.", Status.PLANNED),
    ("The rebels are trying to capture the bridge.", Status.ONGOING),
])
def test_the_outermost_word_decides_unless_it_only_claims(text: str, status: Status) -> None:
    assert statuses(text)[-1] == status


def test_what_nobody_could_check_is_claimed_also_where_the_next_sentence_says_so() -> None:
    assert statuses("Drones hit the camp. The report could not be verified.") == ["claimed"]


def test_what_is_told_of_a_condition_that_was_met_is_no_condition() -> None:
    assert "conditional" not in statuses("Once the truce was in place, the envoys met the rebels.")
