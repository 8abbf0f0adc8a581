"""The wire that a report's dateline or credit line names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truceline.model import Report
from truceline.reconcile.words import fold, lexicon

DATELINE = re.compile(r"^[^\n()]{2,80}\(([A-Z][\w .&'-]{1,40})\)\s*[-–—]|/([A-Z][\w .-]{1,40})/", re.M)
CREDIT = re.compile(r"^\(?(?:by|source:?|with|from|reporting by)?\s*([A-Z][\w .&'-]{1,60}?)"
                    r"(?:\s+and\b|,|\s+with\b|\)|$)", re.M | re.I)
DATELINE_REACH, CREDIT_LINE = 400, 120


def agencies(reports: Sequence[Report]) -> dict[str, str]:
    """The agency that a report's dateline or credit line names, where it is one that is known to be an agency.

    An agency is one of the list, or one that stands in the dateline of some report of the set.
    """
    datelines = {report.key: agency for report in reports if (agency := _dateline(report.text))}
    known = {form: entry["name"] for entry in lexicon("agencies") for form in entry["forms"]}
    known |= {fold(agency): known.get(fold(agency), agency) for agency in datelines.values()}
    found = {}
    for report in reports:
        told = [name for name in (datelines.get(report.key), report.credit) if name]
        credited = told or _credits(report.text)
        agency = next((known[fold(name)] for name in credited if fold(name) in known), None)
        if agency:
            found[report.key] = agency
    return found


def _dateline(text: str) -> str | None:
    """The agency of "JUBA, Oct 10 (Lake Wire) -" or "/Hill Agency/" at the head of a text."""
    match = DATELINE.search(text[:DATELINE_REACH])
    return (match[1] or match[2]).strip() if match else None


def _credits(text: str) -> list[str]:
    """Names in short lines of credit at the head and foot of a text."""
    lines = [line.strip() for line in (text[:600] + "\n" + text[-400:]).splitlines()]
    short = [line for line in lines if 2 < len(line) <= CREDIT_LINE and not line.endswith((".", "?", "!"))]
    return [match[1].strip() for line in short if (match := CREDIT.match(line))]
