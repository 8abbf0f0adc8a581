"""The sessions of talks by their days: planned, held, failed, put off to a later day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from truceline.model import Act, Status, When
from truceline.reconcile.objects import dated, says
from truceline.reconcile.scene import Scene, gap

SESSION = {Status.OCCURRED, Status.ONGOING, Status.PLANNED, Status.FAILED, Status.CONDITIONAL, Status.CLAIMED}
AHEAD = (Status.PLANNED, Status.CONDITIONAL)
FAR = 120         # days by which a session is put off at most


@dataclass(frozen=True)
class Session:
    """Acts of one status on days that meet."""

    when: When
    status: Status
    acts: list[Act]


def rows(consults: Sequence[Act], scene: Scene) -> list[dict[str, Any]]:
    """Sessions as the contract writes them; `moved_from` are the days that a session was put off from."""
    found = _gathered(consults, scene)
    return [{"dates": dated(one.when), "status": str(one.status), "statements": [act.id for act in one.acts],
             "moved_from": dated(_moved_from(one, found, scene))} for one in found]


def _gathered(consults: Sequence[Act], scene: Scene) -> list[Session]:
    """Sessions by their days: acts whose days meet and whose status agrees are one."""
    found: list[Session] = []
    told = [(act.when, act) for act in consults if act.when and act.status in SESSION]
    for when, act in sorted(told, key=lambda pair: (
            pair[0].start, pair[0].end, pair[1].status not in AHEAD, pair[1].id)):
        status = Status.PLANNED if put_off_to(act, when, scene) else act.status
        same = next((one for one in found if one.status == status and _meet(one.when, when)), None)
        if same is None:
            found.append(Session(when, status, [act]))
        else:
            same.acts.append(act)
    return found


def _moved_from(one: Session, all_of: Sequence[Session], scene: Scene) -> When | None:
    """The days that a planned session had before: of the earlier plans that nobody says were met, the one told most,
    where words tell of a move or of that plan's failure."""
    if one.status not in AHEAD:
        return None
    before = [other for other in all_of if other.status in AHEAD and other.when.end < one.when.start
              and gap((other.when.start, other.when.end), (one.when.start, one.when.end)) <= FAR
              and not any(held.status in (Status.OCCURRED, Status.ONGOING) and _meet(held.when, other.when)
                          for held in all_of)]
    said = any(says(scene.sentence(act), "moved") for other in all_of if _meet(other.when, one.when)
               for act in other.acts)
    fallen = [other for other in before if said or any(
        failed.status is Status.FAILED and _meet(failed.when, other.when) for failed in all_of)]
    return max(fallen, key=lambda other: (len(other.acts), other.when.start)).when if fallen else None


def put_off_to(act: Act, when: When, scene: Scene) -> bool:
    """Whether the days of an act are those that a session was put off to: "postponed to 3 June" is a plan."""
    sentence = scene.sentence(act)
    return says(sentence, "moved") and bool(re.search(rf"\b(?:to|until|till)\s+{re.escape(when.text)}", sentence))


def _meet(one: When, other: When) -> bool:
    return gap((one.start, one.end), (other.start, other.end)) == 0
