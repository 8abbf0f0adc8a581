"""Stances: what a party has said of an issue, in order of time."""

from __future__ import annotations

from collections import defaultdict

from truceline.model import PeaceObject, Stance
from truceline.reconcile.objects import dated, named
from truceline.reconcile.scene import Scene
from truceline.reconcile.words import digest


def build(scene: Scene) -> tuple[PeaceObject, ...]:
    """One entry a holder and issue; positions in order of time, repeated ones kept, each with its statement."""
    taken: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    for one in scene.statements:
        if isinstance(one, Stance) and one.holder and one.issue:
            taken[scene.actor(one.holder, one.report), str(one.issue)].append(one)
    return tuple(_entry(holder, issue, told, scene) for (holder, issue), told in taken.items())


def _entry(holder: str, issue: str, told: list[Stance], scene: Scene) -> PeaceObject:
    ordered = sorted(told, key=lambda one: (one.when.start if one.when else scene.published(one.report),
                                            scene.order[one.id]))
    positions = [{"position": one.position, "when": dated(one.when) or _published(one, scene), "statement": one.id}
                 for one in ordered]
    fields = {"holder": named(scene, {holder})[0], "issue": issue, "positions": positions}
    return PeaceObject(id=digest("sc", holder, issue), kind="stance", fields=fields,
                       statements=tuple(one.id for one in ordered))


def _published(one: Stance, scene: Scene) -> dict[str, str] | None:
    """The day of publication, where the words give no day."""
    report = scene.reports.get(one.report)
    if report is None or report.published is None:
        return None
    day = report.published.isoformat()
    return {"start": day, "end": day, "text": ""}
