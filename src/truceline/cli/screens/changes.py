"""What is new between two days."""

from __future__ import annotations

from itertools import groupby

from truceline.cli.screens.base import Lines, entry, heading, sources, title
from truceline.views.changes import Changes
from truceline.views.wording import count, days


def lines(view: Changes) -> Lines:
    """The changes by board, each with the words that tell it, and those of before where it was told otherwise."""
    yield title("What is new", days(view.since, view.until))
    yield entry(f"{count(view.reports, 'report')} published, {count(len(view.lines), 'change')}")
    for board, some in groupby(view.lines, key=lambda line: line.board):
        told = tuple(some)
        yield heading(f"{board.capitalize()} ({len(told)})")
        for one in told:
            yield entry((f"{one.what}: ", "bold"), one.about, f": {one.text}" if one.text else "")
            yield from sources(one.evidence)
            if one.before:
                yield entry(("    before:", "dim"))
                yield from sources(one.before)
