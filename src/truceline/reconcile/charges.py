"""Charges of violence that name no truce, laid to a party of one that is in force."""

from __future__ import annotations

from datetime import date

from truceline.model import Act
from truceline.reconcile.allegations import alleges
from truceline.reconcile.exclusions import left_out
from truceline.reconcile.objects import best_date, says, sides
from truceline.reconcile.scene import UNDATED, Days, Scene, days
from truceline.reconcile.truce_shelf import Shelf, Truce

FORCE = 120       # days after its start up to which a truce whose end nobody told counts as in force


def broken_by(charge: Act, truces: Shelf, scene: Scene) -> Truce | None:
    """The truce in force between two whom an act sets against each other over violence: the latest."""
    mutual = charge.type == "ACCUSE" and says(charge.quote, "mutual")
    if not (mutual or alleges(charge) and says(scene.sentence(charge), "violence")):
        return None
    when = days(charge) or (scene.published(charge.report),) * 2
    if when[0] == UNDATED:
        return None
    accused = scene.with_organisations(scene.ids(charge.recipients or charge.actors, charge.report))
    found = [(date.start, number, truce) for number, truce in truces.near(when, FORCE // 30 + 1)
             if (date := best_date(truce.effective or truce.anchors())) and _in_force(truce, date.start, when)
             and _bound(accused, charge, truce, scene)]
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _in_force(truce: Truce, start: date, when: Days) -> bool:
    ended = best_date(truce.ended)
    return start <= when[0] and (when[0] - start).days <= FORCE and (ended is None or when[0] <= ended.end)


def _bound(accused: frozenset[str], charge: Act, truce: Truce, scene: Scene) -> bool:
    """Whether a truce binds the accused; where it names "both sides" only, whether its own reports tell the charge."""
    theirs = scene.known(frozenset(sides(truce.anchors(), scene)))
    without = frozenset(identity for one in truce.excluded for identity in left_out(one, scene))
    told = any(scene.together(charge.report, act.report) for act in truce.anchors())
    return not accused <= without and (bool(accused & theirs) or (told and len(theirs) < 2))
