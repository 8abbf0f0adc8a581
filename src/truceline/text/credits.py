"""Who a report credits: the agencies and outlets that its dateline, byline and foot name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from truceline.model import CleanText
from truceline.text.agencies import agency_pattern
from truceline.text.calendar import DATE
from truceline.text.dateline import dateline

REASONS = ("byline", "credit")
SPLIT = re.compile(r"[,;|()\[\]]|\s[/–—-]\s|\b(?:and|with|by|from|via|through)\b", re.IGNORECASE)
SOURCED = re.compile(r"\W*sources?\b\s*[:–—-]", re.IGNORECASE)
# Words of a credit that name nobody: how it is introduced, and who works for the one it names.
IDLE = re.compile(
    r"\b(?:sources?|our|own|the|staff|agenc(?:y|ies)|correspondents?|(?:additional )?reporting|reporters?|writers?"
    r"|inputs?|material|files|information|bureau|desk|writing|editing|edited|compiled|in|min read|client|ends?)\b"
    rf"|[:.*]|(?i:{DATE})|\d\S*", re.IGNORECASE,
)
# A name of several words is a medium's where one of these is among them, and else may be a person's.
MEDIUM = re.compile(r"\b(?:Press|News|Newswire|Wire|Service|Times|Herald|Post|Radio|TV|Television|Tribune|Gazette"
                    r"|Agency|Net|Media|Network|Today|Online|Daily|Observer|Monitor|Journal|Chronicle|Star|Standard"
                    r"|Courier|Mail|Express|Voice)\b")
NAME = re.compile(r"[A-ZÀ-Þ][\w'’&.-]*(?: [\w'’&.-]+){0,4}$")
# A place before the medium, or a medium's office: "Goma – Lake Times", "the Goma bureau".
PLACED = re.compile(r"^[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? [–—-] |\b[\w'’-]+ (?:bureau|office|newsroom)\b")
# What follows these words in a credit are persons.
PERSONS = re.compile(r"\b(?:editing|edited|writing|written|translat\w+|editor)\b.*", re.IGNORECASE | re.DOTALL)


def credits(text: CleanText) -> tuple[str, ...]:
    """The agencies and outlets credited, in order, each once; persons are left out."""
    filed = dateline(text).agency
    lines = [text.original[r.start:r.end] for r in text.regions if r.reason in REASONS]
    found = [filed] if filed else []
    for line in lines:
        found += _credited(line)
    for region in text.regions:
        if region.reason == "head matter":
            line = text.original[region.start:region.end]
            found += (name for name in _credited(line) if MEDIUM.search(name) or _known().match(name))
    return tuple(dict.fromkeys(found))


def _credited(line: str) -> Iterator[str]:
    sourced = SOURCED.match(line) is not None
    for piece in SPLIT.split(PERSONS.sub("", PLACED.sub("", line))):
        name = " ".join(IDLE.sub(" ", piece.replace("’s", "'s")).split()).removesuffix("'s").strip(" -–—/")
        if not NAME.match(name):
            continue
        alone = " " not in name and not re.search(r"\b(?:our|in)\b", piece)
        if sourced or alone or MEDIUM.search(name) or _known().match(name):
            yield name


@cache
def _known() -> re.Pattern[str]:
    return re.compile(agency_pattern() + r"\Z")
