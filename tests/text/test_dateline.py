"""Datelines are read, and kept out of the sentence behind them."""

from datetime import date

import pytest

from truceline.model import CleanText, Report
from truceline.text import clean, credits, dateline

SENTENCE = "The envoy of the mediators met both delegations in the capital."
MORE = "The talks are to go on for another week, officials said on the sidelines."


def cleaned(*paragraphs: str) -> CleanText:
    return clean(Report(key="r", text="\n\n".join(paragraphs)))


@pytest.mark.parametrize(("line", "place", "day", "agency"), [
    ("LOMIRA, Nov 7 (Highland) - ", "LOMIRA", date(2014, 11, 7), "Highland"),
    ("LOMIRA/SELLA, Aug. 16, 2013 (HPA) — ", "LOMIRA/SELLA", date(2013, 8, 16), "HPA"),
    ("LOMIRA, August 17. /Highlandinform/. ", "LOMIRA", date(2014, 8, 17), "Highlandinform"),
    ("LOMIRA, May 3 - RIA Novosti. ", "LOMIRA", date(2014, 5, 3), "RIA Novosti"),
    ("Lomira, 16 May (HNA) -- ", "Lomira", date(2014, 5, 16), "HNA"),
    ("Puerto Sella, 5 of December.- ", "Puerto Sella", date(2013, 12, 5), None),
    ("NEW SELLA, Jan 5 (PTI) ", "NEW SELLA", date(2014, 1, 5), "PTI"),
    ("Puerto Sella, 3 jun (EFE).- ", "Puerto Sella", date(2014, 6, 3), "EFE"),
    ("Sella, 3 mai 2013 (APS) - ", "Sella", None, "APS"),
    ("LOMIRA, MAY 3, ARMENPRESS. ", "LOMIRA", date(2014, 5, 3), "ARMENPRESS"),
    ("Lomira. 3 May. InterPressNews. ", "Lomira", date(2014, 5, 3), "InterPressNews"),
    ("May 3, 2013 (LOMIRA) – ", "LOMIRA", date(2013, 5, 3), None),
    ("(Lomira, 12 June 2013) ", "Lomira", date(2013, 6, 12), None),
    ("GENEVA (5 May 2013) – ", "GENEVA", date(2013, 5, 5), None),
    ("Lomira, SANA – ", "Lomira", None, "SANA"),
    ("LOMIRA (AP) — ", "LOMIRA", None, "AP"),
    ("(CNN)", None, None, "CNN"),
    ("CNN \u00a0— ", None, None, "CNN"),
    ("LOMIRA, Highlands — ", "LOMIRA", None, None),
    ("LOMIRA: ", "LOMIRA", None, None),
    ("Lake Net March 14 news ", None, date(2014, 3, 14), "Lake Net"),
])
def test_a_dateline_is_read_and_cut(line: str, place: str | None, day: date | None, agency: str | None) -> None:
    text = cleaned(line + SENTENCE, MORE)
    found = dateline(text)
    assert (found.place, found.date(date(2014, 5, 10)), found.agency) == (place, day, agency)
    assert text.reading == f"{SENTENCE}\n\n{MORE}"


@pytest.mark.parametrize("sentence", [
    "On May 3 - a Sunday - the rebels attacked the town of Sella.",
    "Lomira – which lies in a valley – was calm on Monday, they said.",
    "UN chief: Talks must go on, he said at a meeting on Monday.",
    "ANTI-GOVERNMENT fighters left the town of Sella on Monday.",
    "BREAKING: The army has left the town of Sella, officials said.",
])
def test_a_sentence_that_only_looks_like_a_dateline_stays_whole(sentence: str) -> None:
    assert cleaned(sentence, MORE).reading.startswith(sentence)


def test_a_dateline_without_a_year_has_no_day_by_itself() -> None:
    assert dateline(cleaned(f"LOMIRA, Nov 7 (HPA) - {SENTENCE}")).date() is None


def test_the_year_is_the_nearest() -> None:
    assert dateline(cleaned(f"LOMIRA, Dec 31 (HPA) - {SENTENCE}")).date(date(2014, 1, 2)) == date(2013, 12, 31)


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert dateline(cleaned(f"LOMIRA, Feb 30 (HPA) - {SENTENCE}")).month is None


def test_the_page_date_stands_in_for_a_dateline() -> None:
    found = dateline(cleaned("Talks go on", "17 May 2013, updated 14:05 GMT", SENTENCE, MORE))
    assert found.date() == date(2013, 5, 17)


@pytest.mark.parametrize(("line", "names"), [
    ("Source: HPA, Lake Times", ("HPA", "Lake Times")),
    ("(HPA, with additional reporting by the Ledger's foreign desk)", ("HPA",)),
    ("(Reporting by Jane Ondo and Pat Lee; editing by Lou Roe)", ()),
    ("With inputs from PTI and Reuters", ("PTI", "Reuters")),
])
def test_agencies_are_credited_and_persons_are_not(line: str, names: tuple[str, ...]) -> None:
    assert credits(cleaned(SENTENCE, MORE, line)) == names


def test_the_agency_of_the_dateline_is_credited_first() -> None:
    assert credits(cleaned(f"LOMIRA, Nov 7 (HPA) - {SENTENCE}", MORE, "Source: Lake Times")) == ("HPA", "Lake Times")


def test_a_byline_credits_its_agency() -> None:
    headline = "Talks go on in the capital"
    assert credits(cleaned(headline, "By Highland and our Lomira correspondent", SENTENCE, MORE)) == ("Highland",)
