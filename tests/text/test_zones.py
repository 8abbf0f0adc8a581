"""What of a page is the report."""

import pytest

from truceline.model import CleanText, Report, Zone
from truceline.text import clean

LEAD = "The two delegations returned to the table in Lomira on Monday, a week after the walkout, mediators said."
NEXT = "Neither side gave a date for the next round, but both spoke of progress on the exchange of prisoners."
LAST = "The war has killed more than 4,000 people since 2012, according to the national archive."
BODY = (LEAD, NEXT, LAST)


def cleaned(*paragraphs: str, title: str | None = None, between: str = "\n\n") -> CleanText:
    return clean(Report(key="r", text=between.join(paragraphs), title=title))


def zone_of(text: CleanText, words: str) -> Zone:
    return text.zone(text.original.index(words))


@pytest.mark.parametrize(("line", "zone"), [
    ("Skip to main content", Zone.FURNITURE),
    ("Home > World > Highlands", Zone.FURNITURE),
    ("News | Politics | Sport | Weather", Zone.FURNITURE),
    ("Stay informed with the Ledger's newsletters", Zone.FURNITURE),
    ("Get the week's news in your inbox every Friday", Zone.FURNITURE),
    ("Read more: Ferry sinks on the lake, all rescued", Zone.FURNITURE),
    ("ALSO READ: Bus strike enters second week", Zone.FURNITURE),
    ("Share this article", Zone.FURNITURE),
    ("© Highland Broadcasting 2014. All rights reserved.", Zone.FURNITURE),
    ("By Jane Ondo, Lomira", Zone.FURNITURE),
    ("(Reporting by Jane Ondo; editing by Pat Lee)", Zone.FURNITURE),
    ("Source: Highland Press, Lake Times", Zone.FURNITURE),
    ("Published: 3 May 2014, 18:20", Zone.FURNITURE),
    ("Comments on this article are closed", Zone.FURNITURE),
    ("We use cookies to give you the best experience.", Zone.FURNITURE),
    ("Image caption: Fighters at a checkpoint in March", Zone.CAPTION),
    ("Fighters at a checkpoint outside Lomira in March (AFP)", Zone.CAPTION),
    ("Lake ferry sinks with forty aboard near Port Sella", Zone.FURNITURE),
    ("A narrow road", Zone.HEADLINE),
    ("What was agreed?", Zone.HEADLINE),
])
def test_a_line_between_paragraphs_that_is_no_sentence_is_marked(line: str, zone: Zone) -> None:
    text = cleaned(LEAD, NEXT, line, LAST)
    assert zone_of(text, line) is zone
    assert text.reading == "\n\n".join(BODY)


@pytest.mark.parametrize("sentence", [
    "He did not elaborate",
    "The rebels denied it",
    '"We are leaving"',
    "They signed.",
    "Get the hostages out first, the minister told the mediators, and the army would then withdraw from the valley.",
    "According to the archive, the army shared the list with the mediators",
    "• release of all prisoners within ten days",
])
def test_a_short_paragraph_that_may_be_a_sentence_stays(sentence: str) -> None:
    assert cleaned(LEAD, sentence, NEXT, LAST).reading == "\n\n".join([LEAD, sentence.lstrip("• "), NEXT, LAST])


def test_the_terms_of_an_agreement_are_no_headings() -> None:
    text = cleaned(LEAD, "The text provides for:", "withdrawal of heavy weapons", "exchange of prisoners", NEXT, LAST)
    assert zone_of(text, "withdrawal of") is zone_of(text, "exchange of") is Zone.BODY


@pytest.mark.parametrize("title", ["Talks resume in Lomira after week of silence", None])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n"])
def test_headline_and_byline_stand_above_the_body(title: str | None, between: str) -> None:
    headline = "Talks resume in Lomira after week of silence"
    text = cleaned(headline, "By our correspondent in Lomira", *BODY, title=title, between=between)
    assert zone_of(text, headline) is Zone.HEADLINE
    assert zone_of(text, "By our") is Zone.FURNITURE
    assert text.reading == "\n\n".join(BODY)


def test_a_deck_is_a_summary_and_a_masthead_is_furniture() -> None:
    headline, deck = "Talks resume in Lomira", "Mediators speak of progress on prisoners after a week of silence"
    text = cleaned("THE HIGHLAND LEDGER", headline, deck, *BODY, title=headline)
    assert [region.zone for region in text.regions] == [Zone.FURNITURE, Zone.HEADLINE, Zone.SUMMARY]


@pytest.mark.parametrize("label", ["Story highlights", "[Core points]", "KEY POINTS"])
def test_highlights_are_a_summary(label: str) -> None:
    text = cleaned(label, "Talks resume after a week", "Progress on prisoners", *BODY)
    assert {region.zone for region in text.regions} == {Zone.SUMMARY}
    assert text.reading == "\n\n".join(BODY)


def test_a_label_takes_the_headline_below_it_and_a_list_all_that_follows() -> None:
    text = cleaned(
        LEAD, "YOU MAY ALSO LIKE", "Six dead in gas blast", NEXT, LAST, "More on this story", "Ferry sinks",
        "Bus strike ends",
    )
    assert text.reading == "\n\n".join(BODY)


def test_the_report_goes_on_behind_a_list_of_links() -> None:
    goes_on = " ".join([NEXT, LAST])
    assert cleaned(LEAD, "Related stories", "Ferry sinks", goes_on).reading == f"{LEAD}\n\n{goes_on}"


def test_a_text_without_full_stops_keeps_its_lines() -> None:
    lines = [words.rstrip(".") for words in BODY]
    assert cleaned(*lines, "Talks go on in the capital").reading.count("\n\n") == 3


@pytest.mark.parametrize("text", ["Talks resume", "Ceasefire holds on first day, says mission", "No", ""])
def test_a_text_of_one_line_is_body(text: str) -> None:
    assert cleaned(text).reading == text


def test_a_title_that_is_the_only_sentence_is_body() -> None:
    assert cleaned(LEAD, title=LEAD).reading == LEAD


def test_title_and_date_run_into_the_first_paragraph_are_cut() -> None:
    text = cleaned(f"Mon 05 May 2014 Talks resume in Lomira today. {LEAD}", title="Talks resume in Lomira today")
    assert [region.reason for region in text.regions] == ["page date", "title"]
    assert text.reading == LEAD


def test_a_credit_behind_the_last_sentence_is_cut() -> None:
    assert cleaned(LEAD, f"{LAST} (Reporting by Jane Ondo; Editing by Pat Lee)").reading.endswith("archive.")
    assert cleaned(LEAD, f"{LAST} - REUTERS").reading.endswith("archive.")
    assert cleaned(LEAD, 'The talks are a "farce", he said (quoted by TASS).').reading.endswith("TASS).")


def test_lines_between_headline_and_body_are_told_apart() -> None:
    text = cleaned("Talks resume in Lomira", "Published 9 June 2013", "Highland Press Pictures", *BODY,
                   "Tags", "Highlands", title="Talks resume in Lomira")
    assert [region.reason for region in text.regions] == [
        "title", "page date", "head matter", "list of other items", "list of other items",
    ]


def test_a_report_of_one_dated_paragraph_is_body_whatever_ends_it() -> None:
    text = cleaned("Sides sign truce", "LOMIRA, Oct. 23 (HPA) -- The two sides signed a truce on Friday. Enditem")
    assert text.reading == "The two sides signed a truce on Friday."


def test_initials_at_the_end_are_no_sentence() -> None:
    assert cleaned(*BODY, "(ST)").reading == "\n\n".join(BODY)
