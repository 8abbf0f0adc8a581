"""Copies between reports: passages of some length that two reports share word for word, and the wire they come from."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from truceline.model import CopyGroup, Report
from truceline.reconcile.words import fold, lexicon

SHINGLE = 8        # words in a row that chance does not repeat
SAMPLE = 4         # one shingle in four is indexed: a passage of 20 words is missed less than once in thirty
COMMON = 200       # a shingle in more reports than this is a fixed phrase
PASSAGE = 25       # words that two reports must share outside quotation marks
QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")
DATELINE = re.compile(r"^[^\n()]{2,80}\(([A-Z][\w .&'-]{1,40})\)\s*[-–—]|/([A-Z][\w .-]{1,40})/", re.M)
CREDIT = re.compile(r"^\(?(?:by|source:?|with|from|reporting by)?\s*([A-Z][\w .&'-]{1,60}?)"
                    r"(?:\s+and\b|,|\s+with\b|\)|$)", re.M | re.I)
DATELINE_REACH, CREDIT_LINE, REACH = 400, 120, 50_000


@dataclass(frozen=True)
class Copies:
    """Groups of reports that share text, and for each report the wire it descends from, where one is named."""

    groups: tuple[CopyGroup, ...]
    wire: Mapping[str, str]
    shared: Mapping[tuple[str, str], int]

    def group_of(self, report: str) -> CopyGroup | None:
        """The group that a report is in."""
        return self._by_report.get(report)

    @cached_property
    def _by_report(self) -> dict[str, CopyGroup]:
        return {report: group for group in self.groups for report in group.reports}


def find(reports: Sequence[Report]) -> Copies:
    """The copy groups of a set of reports, earliest report first in each; near-linear in the text."""
    shingles = {report.key: _shingles(report.text[:REACH]) for report in reports}
    shared = {pair: _words(shingles[pair[0]] & shingles[pair[1]]) for pair in _candidates(shingles)}
    shared = {pair: count for pair, count in shared.items() if count >= PASSAGE}
    named = _agencies(reports)
    groups: list[CopyGroup] = []
    for component in _components(shared):
        ordered = sorted((report for report in reports if report.key in component),
                         key=lambda one: (one.published is None, one.published, one.key))
        wires = Counter(named[report.key] for report in ordered if report.key in named)
        own = named.get(ordered[0].key)
        wire = own or (wires.most_common(1)[0][0] if wires else None)
        groups.append(CopyGroup(reports=tuple(report.key for report in ordered), wire=wire))
    wires_of = dict(named) | {key: group.wire for group in groups if group.wire for key in group.reports}
    return Copies(tuple(groups), wires_of, shared)


def _shingles(text: str) -> frozenset[int]:
    words = fold(QUOTED.sub(" ", text)).split()
    return frozenset(zlib.crc32(" ".join(words[at:at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1))


def _words(common: frozenset[int]) -> int:
    """How many words the shared shingles cover, taking them for one passage."""
    return len(common) + SHINGLE - 1 if common else 0


def _candidates(shingles: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs with a sampled shingle in common."""
    bearers: dict[int, list[str]] = defaultdict(list)
    for key, own in shingles.items():
        for shingle in own:
            if shingle % SAMPLE == 0:
                bearers[shingle].append(key)
    pairs = {(min(some[0], other), max(some[0], other)) for some in bearers.values() if 1 < len(some) <= COMMON
             for other in some[1:]}
    return sorted(pairs)


def _components(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The connected groups that pairs make."""
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = group.get(one, {one}) | group.get(other, {other})
        for member in joined:
            group[member] = joined
    return [set(members) for members in sorted({tuple(sorted(members)) for members in group.values()})]


def _agencies(reports: Sequence[Report]) -> dict[str, str]:
    """The agency that a report's dateline or credit line names, where it is one that is known to be an agency.

    An agency is one of the list, or one that stands in the dateline of some report of the set.
    """
    datelines = {report.key: agency for report in reports if (agency := _dateline(report.text))}
    known = {form: entry["name"] for entry in lexicon("agencies") for form in entry["forms"]}
    known |= {fold(agency): known.get(fold(agency), agency) for agency in datelines.values()}
    found = {}
    for report in reports:
        credited = [datelines[report.key]] if report.key in datelines else _credits(report.text)
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
