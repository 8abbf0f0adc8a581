"""Who did it: one violent happening laid at different doors, or one breakdown of talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from truceline.model import Act, ClaimedValue, Disagreement, PeaceObject
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.facts import Group
from truceline.reconcile.scene import Scene, days, gap, width
from truceline.reconcile.traits import side, trait
from truceline.reconcile.words import mass, overlap

REACH = 900       # characters back to the happening that an allegation means
LIKE = 0.34       # likeness of words that ties an allegation to a happening


def find(groups: Sequence[Group], objects: Sequence[PeaceObject], scene: Scene) -> list[Disagreement]:
    """Happenings with more than one alleged doer, with those who deny."""
    found = [_happening(group, links, scene) for group, links in _linked(groups, scene)]
    found += [_breakdown(entry, scene) for entry in objects if entry.kind == "talks"]
    return [one for one in found if one]


def _linked(groups: Sequence[Group], scene: Scene) -> list[tuple[Group, list[Act]]]:
    """Violent facts with the allegations and denials that mean them."""
    of = {one.statement.id: group for group in groups for one in group.traits}
    violent = [group for group in groups if group.traits[0].family in ("ASSAULT", "COERCE")
               and group.traits[0].side == "real"]
    links: dict[int, list[Act]] = defaultdict(list)
    for act in scene.statements:
        if isinstance(act, Act) and (_alleges(act) or _denies(act)):
            meant = _meant(act, scene)
            if meant is not None and of[meant.id] in violent:
                links[of[meant.id].number].append(act)
    return [(group, links[group.number]) for group in violent]


def _alleges(act: Act) -> bool:
    return act.type == "ACCUSE" and act.mode in (None, "allege") and bool(act.recipients)


def _denies(act: Act) -> bool:
    return side(act) == "denied" and act.type in ("ASSAULT", None)


def _meant(act: Act, scene: Scene) -> Act | None:
    """The violent act of the same report that an allegation means: most alike in words, or else the last before."""
    acts = [one for one in scene.by_report[act.report]
            if isinstance(one, Act) and one.type == "ASSAULT" and side(one) == "real" and one.id != act.id]
    mine = trait(act, scene)
    alike = [(overlap(mine.words, other.words), -one.start, one) for one in acts
             if mass(mine.words & (other := trait(one, scene)).words) >= 1]
    best = max(alike, default=None, key=lambda entry: entry[:2])
    if best and best[0] >= LIKE:
        return best[2]
    before = [one for one in acts if act.start - REACH <= one.start < act.start]
    return max(before, key=lambda one: one.start, default=None)


def _happening(group: Group, links: Sequence[Act], scene: Scene) -> Disagreement | None:
    blamed: dict[frozenset[str], list[Act]] = defaultdict(list)
    for one in group.traits:
        if isinstance(one.statement, Act) and one.doers:
            _blame(blamed, one.doers, one.statement)
    for act in links:
        if _alleges(act):
            _blame(blamed, scene.ids(act.recipients, act.report), act)
    denied = [act for act in links if _denies(act)]
    if len(blamed) < 2 and not (blamed and denied):
        return None
    kind = "actor" if len(blamed) > 1 else "polarity"
    sides = [_side(doers, acts, scene) for doers, acts in blamed.items()]
    sides += [claimed(f"denied: {short(act.quote)}", [act], scene) for act in denied]
    return disagreement(kind, f"who: {short(group.traits[0].statement.quote)}", sides)


def _blame(blamed: dict[frozenset[str], list[Act]], doers: frozenset[str], act: Act) -> None:
    """Put an allegation to those that name one of the same."""
    same = next((known for known in blamed if known & doers), doers)
    if doers:
        blamed[same].append(act)


def _side(doers: Iterable[str], acts: Sequence[Act], scene: Scene) -> ClaimedValue:
    return claimed(", ".join(sorted(scene.label(one) for one in doers)), acts, scene)


def _breakdown(entry: PeaceObject, scene: Scene) -> Disagreement | None:
    """Different parties said to have ended the same talks."""
    by_id = {one.id: one for one in scene.statements}
    acts = [act for key in entry.statements if isinstance(act := by_id[key], Act) and _breaks(act)]
    blamed: dict[frozenset[str], list[Act]] = defaultdict(list)
    for act in acts:
        first = acts[0]
        if act.when and first.when and gap((act.when.start, act.when.end), (first.when.start, first.when.end)) == 0:
            _blame(blamed, scene.ids(act.actors, act.report), act)
    if len({act.report for told in blamed.values() for act in told}) < 2:
        return None
    return disagreement("actor", f"who ended the {entry.fields['name']}",
                        [_side(doers, told, scene) for doers, told in blamed.items()])


def _breaks(act: Act) -> bool:
    own = days(act)
    return act.type in ("SANCTION", "REJECT", None) and side(act) == "real" and own is not None and width(own) <= 10
