"""What talks, truces and pledges hold to be said of one thing: statements of one key are of one fact."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.model import Act, PeaceObject, Status
from truceline.reconcile import truces
from truceline.reconcile.objects import says
from truceline.reconcile.scene import Days, Scene, days, gap, width
from truceline.reconcile.truce_shelf import Truce

DATED = 40  # days up to which an interval dates the end of talks


def keys(talks: Sequence[PeaceObject], gathered: Sequence[Truce], pledges: Sequence[PeaceObject],
         scene: Scene) -> dict[str, str]:
    """The key of every statement that has one."""
    found = truces.keys(gathered, scene)
    for entry in pledges:
        found |= dict.fromkeys(entry.statements, entry.id)
    by_id = {one.id: one for one in scene.statements}
    for entry in talks:
        acts = [act for key in entry.statements if isinstance(act := by_id[key], Act)]
        found |= _no_date(entry, acts, scene) | _endings(entry, acts)
    return found


def _no_date(entry: PeaceObject, acts: Sequence[Act], scene: Scene) -> dict[str, str]:
    """Those that say that no date is set."""
    return {act.id: f"{entry.id} no date" for act in acts if act.type == "CONSULT"
            and act.status is not Status.PLANNED and says(f"{act.quote} {scene.sentence(act)}", "none_set")}


def _endings(entry: PeaceObject, acts: Sequence[Act]) -> dict[str, str]:
    """Those that say that talks broke down on days that meet."""
    found: dict[str, str] = {}
    known: list[Days] = []
    for act in acts:
        own = days(act)
        failed = act.type == "CONSULT" and act.status is Status.FAILED or act.type in ("SANCTION", None)
        if own and failed and width(own) <= DATED:
            number = next((at for at, other in enumerate(known) if gap(own, other) == 0), None)
            if number is None:
                known.append(own)
                number = len(known) - 1
            found[act.id] = f"{entry.id} ended {number}"
    return found
