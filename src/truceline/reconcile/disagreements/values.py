"""The sides of a disagreement: each value with its reports, statements and owner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from truceline.model import ClaimedValue, Disagreement, Statement
from truceline.reconcile.scene import Scene, named_source
from truceline.reconcile.words import digest

LONG = 160  # characters of a quotation that a value shows


def short(text: str) -> str:
    """A quotation on one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= LONG else line[:LONG].rsplit(" ", 1)[0] + "…"


def source(statement: Statement, scene: Scene) -> str | None:
    """Who says so: the first voice, or the outlet where it speaks for itself."""
    name = named_source(statement)
    if name is not None:
        return scene.label(scene.actor(name, statement.report))
    report = scene.reports.get(statement.report)
    return report.outlet if report else None


def claimed(value: str, statements: Sequence[Statement], scene: Scene) -> ClaimedValue:
    """One side; its source is the first statement's that has one with a voice."""
    voiced = [one for one in statements if one.chain] or list(statements)
    return ClaimedValue(value=value, reports=tuple(dict.fromkeys(one.report for one in statements)),
                        statements=tuple(dict.fromkeys(one.id for one in statements)),
                        source=source(voiced[0], scene) if voiced else None)


def disagreement(kind: str, about: str, values: Iterable[ClaimedValue], scope: str = "") -> Disagreement | None:
    """A disagreement of at least two values, or None; its id is that of its kind and first statements."""
    sides = tuple(values)
    if len(sides) < 2:
        return None
    identity = digest("d", kind, *sorted(side.statements[0] for side in sides[:2] if side.statements))
    return Disagreement(id=identity, about=short(about), type=kind, values=sides, scope_note=scope)
