"""Datelines: the place, day and agency in front of a report's first words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from truceline.model import CleanText
from truceline.text.agencies import agency_pattern
from truceline.text.calendar import DATE, month_day

# A dateline is short; nothing behind this many characters is looked at.
LONGEST = 160
# Stands in for the first word of a report whose dateline is a paragraph of its own.
ANY = "A"
WORD = r"[A-ZÀ-ÞŁŠŽĀ-Ž][\w'’`.-]*"
PLACE = rf"(?:{WORD}(?:[ ](?:(?:de|del|la|al|el|es|du|di|da|do|of|the|and)[ ])?{WORD}){{0,3}})"
PLACES = rf"(?P<place>{PLACE}(?:\s?/\s?{PLACE})*(?:,[ ]{PLACE}){{0,2}})"
CAPITALS = r"(?P<capitals>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,40})"
BRACKETED = r"[(\[/](?P<agency>[^()\[\]/\n]{2,40})[)\]/]"
# A hyphen between two letters is part of a word, so a plain one needs a space or full stop beside it.
BARE_DASH = r"(?:\.?\s*(?:[–—―]{1,3}|-{2,3})\s*|\.?\s+-\s*|-\s+|\.-\s*)"
DASH = rf"(?:{BARE_DASH}|\s*:\s+)"
REASONS = ("dateline", "page date", "byline", "head matter")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by which agency a report says it was filed; None for what it does not say."""

    place: str | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    agency: str | None = None

    def date(self, near: date | None = None) -> date | None:
        """The day; a missing year is the one that brings it closest to `near`, and without either there is no day."""
        if self.month is None or self.day is None:
            return None
        years = [self.year] if self.year else [near.year - 1, near.year, near.year + 1] if near else []
        days = [day for year in years if (day := _day(year, self.month, self.day))]
        return min(days, key=lambda day: abs(day - near) if near else 0, default=None)


def dateline(text: CleanText) -> Dateline:
    """What a report's dateline, page date and byline say; the dateline goes before the others."""
    lines = [
        text.original[region.start:region.end]
        for reason in REASONS for region in text.regions if region.reason == reason
    ]
    matches = [match for line in lines if (match := opening(line) or loose_opening(line))]
    month, day, year = next((found for line in lines if (found := month_day(line))), (None, None, None))
    return Dateline(_first(matches, "place", "capitals"), month, day, year, _first(matches, "agency", "known"))


@lru_cache(maxsize=1024)  # each paragraph is asked several times, and hostile pages repeat theirs
def opening(text: str) -> re.Match[str] | None:
    """The dateline at the start of a paragraph, known by an agency or a day."""
    head = f"{text} {ANY}"[:LONGEST]
    return next((match for shape in _shapes() if (match := shape.match(head)) and _fits(match)), None)


def loose_opening(text: str) -> re.Match[str] | None:
    """A place and a dash at the start of a paragraph: a dateline where the paragraph opens the report."""
    match = _loose().match(f"{text} {ANY}"[:LONGEST])
    return match if match and _fits(match) else None


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """The shapes of datelines, surest first."""
    known = rf"(?P<known>{agency_pattern()}(?:/{agency_pattern()})?)"
    then = r"(?=[\"'“‘«(\[]?[A-ZÀ-Þ0-9])"
    day = rf"(?i:{DATE})"
    return tuple(map(re.compile, (*_from_places(known, then, day), *_from_days(known, then, day))))


def _from_places(known: str, then: str, day: str) -> tuple[str, ...]:
    """Datelines that begin with a place; `known` matches an agency, `then` what follows, `day` a date."""
    return (
        # JUBA, Nov 7 (Lake Wire) - | GOMA, August 17. /Hill Agency/.
        rf"{PLACES},?\s+\(?{day}\)?[,.]?\s*\(?{BRACKETED}\)?{DASH}?[.\s]*",
        # Juba (HAN) May 3 -
        rf"{PLACES}\s*{BRACKETED},?\s*{day}{DASH}",
        # Beirut (AFP) -
        rf"{PLACES},?\s*[(\[]{known}[)\]]{DASH}?\s*{then}",
        # COTABATO CITY (MindaNews / 3 May) –
        rf"{PLACES},?\s*[(\[](?P<agency>[A-Z][^()\[\]/\n]{{1,40}})(?:/\s*{day})?[)\]]{DASH}",
        # Dakar, 3 mai 2013 (APS) -
        rf"{PLACES},\s+(?=[^()\n]{{0,12}}\d)[^()\n]{{2,25}}\((?P<agency>[A-Z][^()\n]{{1,40}})\){DASH}",
        # MOSCOW, May 3 - RIA Novosti.
        rf"{PLACES},?\s+{day},?[.]?{DASH}(?:{known}(?:{DASH}|[.:]))?\s*",
        # YEREVAN, MAY 3, ARMENPRESS.
        rf"{PLACES},?\s+{day}[,.]\s*{known}\s*[.:-]*\s*",
        # Tbilisi. 3 May. InterPressNews.
        rf"{PLACES}\.\s+{day}\.\s*(?:{known}|(?P<agency>{WORD}(?:\s{WORD}){{0,2}}))\s*[.:–—-]+\s*",
    )


def _from_days(known: str, then: str, day: str) -> tuple[str, ...]:
    """Datelines that begin with an hour, a day or an agency, and the looser ones of a place."""
    return (
        # 18:05 REGNUM
        rf"\d\d[:.]\d\d\s+{known}[ .:]\s*{then}",
        # May 3 (Reuters) - | May 3, 2016 (JUBA) –
        rf"{day}\s*,?\s*[(\[]{known}[)\]]{DASH}",
        rf"{day}\s*,?\s*\((?P<place>[A-Z]{{2}}[A-Z '’-]{{1,40}})\){DASH}",
        rf"{day}\s*,?\s*{BRACKETED}{DASH}",
        # (Geneva, 5 May 2017)
        rf"\((?P<place>{PLACE}),\s+{day}\){DASH}?\s*",
        # GENEVA (5 May 2018) –
        rf"{PLACES}\s*\({day}\){DASH}",
        # Damascus, SANA –
        rf"{PLACES},\s*{known}\s*(?:{DASH}|\s){then}",
        # SANA, Damascus –
        rf"{known},\s*{PLACES}{DASH}",
        # (CNN)
        rf"[(\[]{known}[)\]]{DASH}?\s*{then}",
        # CNN —
        rf"{known}\s*(?:[–—―]|-)\s*{then}",
        # Lake Net March 14 news | Inland News Agency, Goma, March 14 (reporter N.N.)
        rf"(?P<known>{WORD}(?:\s{WORD}){{0,3}}\s+(?:Net|News|Agency|Daily|Online)(?:\sAgency)?),?\s+"
        rf"(?:{PLACES},\s+)?{day}(?:\s+(?:news|report|reported|electric)\b)?(?:\s*\([^()\n]{{2,40}}\))?[,:.]?\s+",
    )


@cache
def _loose() -> re.Pattern[str]:
    then = r"(?=[\"'“‘«]?[A-ZÀ-Þ0-9])"
    return re.compile(rf"{CAPITALS}(?:,\s+{PLACE}\.?)?{DASH}{then}|{PLACES}{BARE_DASH}{then}")  # QUETTA: | Goma –


# Labels that stand where a dateline stands and name no place.
LABELS = re.compile(r"(?:BREAKING|UPDATED?|EXCLUSIVE|LIVE|ANALYSIS|VIDEO|PHOTOS?|WATCH|READ|OPINION|CORRECTED|QUESTION"
                    r"|ANSWER|NOTE|EDITORS?|SUMMARY|HIGHLIGHTS|REPORTER|INTERVIEWER|MODERATOR)\b", re.IGNORECASE)


STARTS = re.compile(r"(?:On|In|At|By|Since|From|Until|Till|After|Before|An?|As|For|During|Between|Late|Early"
                    r"|The(?! Hague))\b")


def _fits(match: re.Match[str]) -> bool:
    """Whether what was matched is no label and no ordinary sentence start."""
    return not LABELS.match(match[0]) and not STARTS.match(match[0])


def _first(matches: list[re.Match[str]], *groups: str) -> str | None:
    values = (match.groupdict().get(group) for match in matches for group in groups)
    return next((value.strip(" ,.") for value in values if value), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
