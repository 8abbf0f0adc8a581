"""Disagreements, their values side by side."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.cli.screens.base import Lines, entry, heading, sources, title
from truceline.views.disagreements import Dispute
from truceline.views.wording import dates_in


def lines(disputes: Iterable[Dispute]) -> Lines:
    """All of them."""
    some = tuple(disputes)
    yield title("Disagreements", f"{len(some)}, each value with its owner")
    for one in some:
        yield from dispute(one)


def dispute(one: Dispute) -> Lines:
    """One: what it is about, and each value with its owner and words."""
    yield heading(f"{one.question}: {dates_in(one.about)}")
    for side in one.sides:
        yield entry((side.value, "bold"), (f"  {', '.join(side.owners)}", "yellow"))
        yield from sources(side.evidence, said=side.value)
    if one.scope:
        yield entry((f"Scope: {one.scope}", "dim"))
