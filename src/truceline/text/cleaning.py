"""The clean text of a report: paragraphs → zones → cuts inside body paragraphs → repaired overlay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truceline.model import CleanText, Damage, Region, Report
from truceline.text.cuts import cuts
from truceline.text.furniture import mark
from truceline.text.overlay import Overlay
from truceline.text.paragraphs import Paragraph, Span, paragraphs
from truceline.text.repair import edits

PARAGRAPH_END = "\n\n"
HYPHENATED = re.compile(r"[^\W\d]-$")


def clean(report: Report) -> CleanText:
    """The report's text with its furniture marked and left out of the overlay, and its damage marked and mended there.

    Time grows with the length of the text. A text that is nothing but furniture has an empty overlay.
    """
    text = report.text
    regions: list[Region] = []
    damage: list[Damage] = []
    overlay = Overlay(text)
    passages = paragraphs(text)
    opens = True
    for passage, mark_ in zip(passages, mark(passages, report.title), strict=True):
        if mark_:
            regions.append(Region(passage.start, passage.end, mark_.zone, mark_.reason))
            continue
        cut = cuts(text, passage, report.title, opens)
        regions += cut
        _lay(overlay, _left(passage, cut), damage)
        opens = False
    return overlay.done(regions, damage)


def _left(passage: Paragraph, cut: Sequence[Region]) -> Iterator[Span]:
    """The parts of a paragraph's lines that were not cut out."""
    for start, end in passage.lines:
        for region in cut:
            if region.start < end and region.end > start:
                if start < region.start:
                    yield start, region.start
                start = max(start, region.end)
        if start < end:
            yield start, end


def _lay(overlay: Overlay, spans: Iterator[Span], damage: list[Damage]) -> None:
    """Add a paragraph to the overlay: its spans, repaired, with a space where a line was wrapped."""
    joint = PARAGRAPH_END if overlay else ""
    for start, end in spans:
        start, end = _bared(overlay.original, start, end)
        if start == end:
            continue
        overlay.put(joint)
        joint = "" if HYPHENATED.search(overlay.original, max(start, end - 2), end) else " "
        for edit in edits(overlay.original, start, end):
            overlay.keep(start, edit.start)
            overlay.replace(max(edit.start, start), edit.end, edit.words)
            start = max(start, edit.end)
            damage.append(Damage(edit.start, edit.end, edit.kind))
        overlay.keep(start, end)


def _bared(text: str, start: int, end: int) -> Span:
    """A span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
