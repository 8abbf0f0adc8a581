"""Outcome: what took place by one voice and came to nothing by another: a meeting, an accord, a release."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from truceline.model import Act, Disagreement
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import Group
from truceline.reconcile.scene import Scene, width
from truceline.reconcile.traits import Trait
from truceline.reconcile.words import mass, weak

KINDS = ("CONSULT", "AGREE", "COOPERATE", "AID", "RETREAT")
NARROW = 3        # days up to which a dating says which meeting is meant
FELLOWS = 20      # acts of one day that an act is compared with
MEANT = 1.5       # weight of shared words from which two acts are of one meeting
UNSURE = re.compile(r"\b(?:not|never|no longer|cancel\w*|postpon\w*|boycott\w*|due|scheduled|planned|would|will"
                    r"|fail\w*)\b", re.I)


def find(groups: Sequence[Group], scene: Scene) -> list[Disagreement]:
    """For each act that failed, one of its day and kind that took place, by another voice in another report."""
    done: dict[tuple[str, date], list[tuple[Trait, Group]]] = defaultdict(list)
    for one, group in _acts(groups, "real"):
        if not UNSURE.search(scene.sentence(one.statement)):
            for key in _days(one, scene):
                done[key].append((one, group))
    found: dict[int, Disagreement] = {}
    for one, group in _acts(groups, "failed"):
        for key in _days(one, scene):
            rival = next((other for fellow, other in done[key][:FELLOWS] if _meant(one, fellow)), None)
            if rival and group.number not in found and (sides := _sides(group, rival, scene)):
                found[group.number] = sides
    return list(found.values())


def _acts(groups: Sequence[Group], side: str) -> Iterator[tuple[Trait, Group]]:
    """The dated acts of a side that may come to something or nothing."""
    for group in groups:
        for one in group.traits[:4]:
            act = one.statement
            if isinstance(act, Act) and act.type in KINDS and one.side == side and one.when and width(
                    one.when) <= NARROW:
                yield one, group


def _days(one: Trait, scene: Scene) -> list[tuple[str, date]]:
    """Story and day, for each day of an act."""
    story = scene.story_of.get(one.statement.report, one.statement.report)
    return [(story, one.when[0] + timedelta(days=more)) for more in range(width(one.when))] if one.when else []


def _meant(failed: Trait, done: Trait) -> bool:
    """Whether two acts are of one meeting: of one kind and place or party, in like words, in two reports."""
    if failed.statement.report == done.statement.report or failed.family != done.family:
        return False
    meeting = failed.places & done.places or failed.doers & done.doers
    return bool(meeting) and mass((failed.words & done.words) - weak()) >= MEANT


def _sides(failed: Group, done: Group, scene: Scene) -> Disagreement | None:
    told = [[one.statement for one in group.traits] for group in (done, failed)]
    return disagreement("outcome", short(told[0][0].quote), [
        claimed(short(told[0][0].quote), told[0], scene),
        claimed(f"came to nothing: {short(told[1][0].quote)}", told[1], scene)])
