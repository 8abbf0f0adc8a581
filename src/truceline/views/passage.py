"""The words of a statement amid those around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model import Statement
from truceline.views.holdings import Evidence, Holdings

AROUND = 160  # characters shown on either side


@dataclass(frozen=True, slots=True)
class Passage:
    """The evidence with what stands before and behind it in the same paragraph."""

    evidence: Evidence
    before: str
    after: str


def passage(holdings: Holdings, one: Statement) -> Passage:
    """The passage of a statement; empty sides where its report is not kept."""
    kept = holdings.reports.get(one.report)
    text = kept.text if kept else ""
    return Passage(holdings.words(one), before(text, one.start), after(text, one.end))


def alike(passages: Iterable[Passage]) -> tuple[tuple[Passage, ...], ...]:
    """Passages with the same words of the same voices, as copies have, together; in the order of their firsts."""
    together: dict[tuple[str, tuple[str, ...]], list[Passage]] = {}
    for one in passages:
        together.setdefault((" ".join(one.evidence.quote.split()), one.evidence.chain), []).append(one)
    return tuple(map(tuple, together.values()))


def before(text: str, start: int) -> str:
    """What stands before a place in its paragraph, cut at a word."""
    piece = text[max(0, start - AROUND) : start]
    line = piece.rpartition("\n")[2]
    cut = len(line) == AROUND
    return "…" + line.partition(" ")[2] if cut else line


def after(text: str, end: int) -> str:
    """What stands behind a place in its paragraph, cut at a word."""
    line = text[end : end + AROUND].partition("\n")[0]
    cut = len(line) == AROUND
    return line.rpartition(" ")[0] + "…" if cut else line
