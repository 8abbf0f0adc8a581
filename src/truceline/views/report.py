"""One report: its text with what was read in it marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from truceline.model import Region, Zone
from truceline.views import find
from truceline.views.holdings import Evidence, Holdings
from truceline.views.story import ReportLine, report_line


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a report's text, or the opening or closing of a marked span around runs.

    `what` is "text", "open" or "close". Spans nest: one that would cross another is closed and opened again, with
    `again` true, so `statement` is opened with `again` false exactly once.
    """

    what: str
    text: str = ""
    statement: str = ""
    kind: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A passage to be marked: of a statement, or of page furniture."""

    start: int
    end: int
    statement: str
    kind: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report for a reader: what is known of it, the statements by place, and the text in pieces."""

    line: ReportLine
    url: str | None
    language: str
    story: str
    published_basis: str
    statements: tuple[Evidence, ...]
    pieces: tuple[Piece, ...]


def report(holdings: Holdings, key: str, regions: Sequence[Region] = ()) -> ReportView:
    """The report of a key, with the regions of its clean text. Raises UnknownName."""
    kept = holdings.reports[find.report(holdings, key)]
    told = tuple(holdings.words(one) for one in holdings.by_report.get(key, ()))
    spans = [Span(one.start, one.end, one.statement, one.kind) for one in told]
    spans += [Span(one.start, one.end, "", "furniture") for one in regions if one.zone is Zone.FURNITURE]
    story = holdings.story_of.get(key)
    return ReportView(report_line(holdings, key), kept.url, kept.language, story.id if story else "",
                      kept.published_basis or "", told, pieces(kept.text, spans))


def pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """A text cut at the ends of spans, with the spans as properly nested marks around the cuts."""
    starting: dict[int, list[Span]] = defaultdict(list)
    for one in sorted(spans, key=lambda one: (one.start, -one.end)):
        if 0 <= one.start < one.end <= len(text):
            starting[one.start].append(one)
    cuts = sorted({0, len(text), *starting, *(one.end for some in starting.values() for one in some)})
    done: list[Piece] = []
    stack: list[Span] = []
    for at, until in pairwise([*cuts, len(text)]):
        _close(at, stack, done)
        for one in starting.get(at, ()):
            stack.append(one)
            done.append(Piece("open", statement=one.statement, kind=one.kind))
        if at < until:
            done.append(Piece("text", text=text[at:until]))
    return tuple(done)


def _close(at: int, stack: list[Span], done: list[Piece]) -> None:
    """Close what ends here; what was opened later and goes on is closed with it and opened again."""
    lowest = next((depth for depth, one in enumerate(stack) if one.end == at), len(stack))
    going_on = [one for one in stack[lowest:] if one.end != at]
    done += [Piece("close", statement=one.statement, kind=one.kind) for one in reversed(stack[lowest:])]
    done += [Piece("open", statement=one.statement, kind=one.kind, again=True) for one in going_on]
    stack[lowest:] = going_on
