"""What is cut out of a body paragraph: its dateline, the title or date run into it, the credit at its end."""

from __future__ import annotations

import re
from functools import cache

from truceline.model import Region, Zone
from truceline.text.agencies import agency_pattern
from truceline.text.calendar import DATE, WEEKDAY
from truceline.text.dateline import loose_opening, opening
from truceline.text.paragraphs import BULLET, Paragraph
from truceline.text.rules import LOOK

# A page's date run into the first paragraph. It has a year: "May 5 was" begins a sentence.
STAMP = re.compile(
    r"(?i:(?:(?:posted|published|updated|last updated|date of publication|date)(?: on| at)?:? )?"
    rf"(?:{DATE}|{WEEKDAY}?[0-3]?\d[./-][01]?\d[./-](?:19|20)\d\d\)?))"
    r"[,|]?(?: at)?(?: (?:\d{4}|\d?\d:\d\d)(?: ?(?:GMT|UTC|am|pm))?)?[,.|:–—-]? (?=[\"“'‘]?[A-Z0-9])"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TAIL = 300  # characters at a paragraph's end in which a credit is looked for
SHORTEST_TITLE = 4  # words; a shorter title may just be how the sentence begins


def cuts(text: str, passage: Paragraph, title: str | None, opens: bool) -> list[Region]:
    """The parts of a body paragraph that are no sentences, in order; `opens` says that it is the report's first."""
    found: list[Region] = []
    start = passage.start

    def cut(length: int, zone: Zone, reason: str) -> None:
        nonlocal start
        if 0 < length < passage.end - start:
            found.append(Region(start, start + length, zone, reason))
            start += length

    def head() -> str:
        return re.sub(r"[\r\n]", " ", text[start:min(passage.end, start + LOOK)])

    bullet = BULLET.match(head())
    cut(bullet.end() if bullet else 0, Zone.FURNITURE, "bullet")
    if opens:
        for _ in range(2):
            stamp = STAMP.match(head())
            cut(stamp.end() if stamp and YEAR.search(stamp[0]) else 0, Zone.FURNITURE, "page date")
            cut(_run_in(head(), title), Zone.HEADLINE, "title")
    match = opening(head()) or (loose_opening(head()) if opens else None)
    cut(match.end() if match else 0, Zone.FURNITURE, "dateline")
    credit = _credit().search(text, max(start, passage.end - TAIL), passage.end)
    if credit and credit.start("credit") > start:
        found.append(Region(credit.start("credit"), passage.end, Zone.FURNITURE, "credit"))
    return found


def _run_in(head: str, title: str | None) -> int:
    """The length of the title where it was run into the first paragraph: a full stop, a dash, a date or the first word
    of a sentence stands behind it."""
    for form in (title or "", re.split(r" [|–—-] ", title or "")[0]):
        words = form.rstrip(". ").split()
        if len(words) < SHORTEST_TITLE:
            continue
        same = r"\s+".join(re.escape(word) for word in words)
        said = re.match(same, head, re.IGNORECASE)
        behind = _behind_title().match(head, said.end()) if said else None
        if behind:
            return behind.end()
    return 0


@cache
def _behind_title() -> re.Pattern[str]:
    """What parts a title from the sentence behind it."""
    return re.compile(
        r"[.!?:]\s+|\s+[-–—|]\s*"
        rf"|\s+(?:{agency_pattern()}\s+)?(?=(?:The|An?|At|In|On|It) |(?i:{DATE}))"
    )


@cache
def _credit() -> re.Pattern[str]:
    """What stands behind a report's last sentence: who wrote and edited it, or the agency it comes from."""
    agency = agency_pattern()
    by = (r"(?i:(?:additional |writing |with )*(?:reporting|writing|editing|edited|compiled|translated|written|inputs)"
          r" (?:by|from)|with agenc|ends?\b)")
    return re.compile(
        rf"(?<=[.!?\"'”’»)])\s*(?P<credit>[(\[]{by}[^()\[\]]{{0,250}}[)\]]|[(\[]{agency}(?:[/, ]+{agency})*[)\]]"
        rf"|[-–—/]{{1,2}}\s*{agency}(?:\s*/\s*{agency})*"
        r"|(?:Additional )?Reporting by [A-Z][^\n]{0,250}[Ee]diting by [^\n]*"
        r"|\(?Sources?:? ?[A-Z][^.!?\n]{2,80}|(?:Read|See) (?:[Aa]lso|[Mm]ore)"
        r"|Enditem|Item ends|/[a-z]{2,4}(?:/[a-z]{2,4})?)[\s.]*\Z"
    )
