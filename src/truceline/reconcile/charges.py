"""Charges of violence that name no truce, laid to a party of one that is in force."""

from __future__ import annotations

from truceline.model import Act
from truceline.reconcile.allegations import alleges, violent
from truceline.reconcile.exclusions import left_out
from truceline.reconcile.objects import best_date, says, sides, tells_of
from truceline.reconcile.scene import UNDATED, Days, Scene, days
from truceline.reconcile.truce_shelf import Shelf, Truce

FORCE = 120       # days after its start up to which a truce whose end nobody told counts as in force


def broken_by(charge: Act, truces: Shelf, scene: Scene) -> Truce | None:
    """The truce in force between two whom an act sets against each other over violence: the latest."""
    mutual = charge.type == "ACCUSE" and says(charge.quote, "mutual")
    if not (mutual or alleges(charge) and violent(scene.sentence(charge))):
        return None
    when = days(charge) or (scene.published(charge.report),) * 2
    if when[0] == UNDATED:
        return None
    accused = scene.with_organisations(scene.ids(charge.recipients or charge.actors, charge.report))
    found = [(date.start, number, truce) for number, truce in truces.near(when, FORCE // 30 + 1)
             if (date := best_date(truce.effective or truce.anchors())) and in_force(truce, when)
             and _bound(accused, charge, truce, scene)]
    found = [entry for entry in found if accused & frozenset(sides(entry[2].told(), scene))] or [
        entry for entry in found if not binds_accuser(charge, entry[2], scene)]
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def in_force(truce: Truce, when: Days) -> bool:
    """Whether a truce has begun by the first of some days, lately or with an extension, and not ended."""
    begun, ended = best_date(truce.effective or truce.anchors()), best_date(truce.ended)
    told = [act.when.start for act in truce.extended if act.when]
    last = max([begun.start, *told]) if begun else None
    return bool(begun and last and begun.start <= when[0] and (when[0] - last).days <= FORCE
                and (ended is None or when[0] <= ended.end))


def _bound(accused: frozenset[str], charge: Act, truce: Truce, scene: Scene) -> bool:
    """Whether a truce binds the accused; where it names "both sides" only, whether its own reports tell the charge."""
    theirs = scene.known(frozenset(sides(truce.told(), scene)))
    without = frozenset(identity for one in truce.excluded for identity in left_out(one, scene))
    told = tells_of(charge.report, truce.told(), scene)
    return not accused <= without and (bool(accused & theirs) or (told and len(theirs) < 2))


def binds_accuser(charge: Act, truce: Truce, scene: Scene) -> bool:
    """Whether a truce binds the accuser alone: nobody else can break it."""
    bound = frozenset(sides(truce.told(), scene))
    accuser, accused = (scene.with_organisations(scene.ids(names, charge.report))
                        for names in (charge.actors, charge.recipients))
    return bool(bound & accuser) and not bound & accused


def of_others(charge: Act, truce: Truce, scene: Scene) -> bool:
    """Whether accuser and accused are known and both strangers to a truce of two known sides."""
    bound = scene.known(frozenset(sides(truce.told(), scene)))
    known = [scene.known(scene.with_organisations(scene.ids(names, charge.report)))
             for names in (charge.actors, charge.recipients)]
    together = says(charge.quote, "collective")  # "both sides" may be read as those named last
    return not together and len(bound) > 1 and all(known) and not any(bound & some for some in known)
