"""Who did it: one violent happening laid at different doors, or one breakdown of talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from truceline.model import Act, ClaimedValue, Disagreement, Issue, PeaceObject, Status
from truceline.reconcile.allegations import alleges, denies
from truceline.reconcile.attest import happenings
from truceline.reconcile.camps import bare, behind, one_side
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import Group
from truceline.reconcile.objects import says
from truceline.reconcile.scene import Scene, days, gap, width
from truceline.reconcile.traits import side
from truceline.reconcile.words import fold, lexicon


def find(groups: Sequence[Group], objects: Sequence[PeaceObject], scene: Scene) -> list[Disagreement]:
    """Happenings with more than one alleged doer, with those who deny."""
    found = [_happening(group, links, scene) for group, links in _linked(groups, scene)]
    found += [_breakdown(entry, scene) for entry in objects if entry.kind == "talks"]
    return [one for one in found if one]


def _linked(groups: Sequence[Group], scene: Scene) -> list[tuple[Group, list[Act]]]:
    """Violent facts with the allegations and denials that mean them."""
    known = happenings(groups, scene)
    violent = [group for group in groups if group.traits[0].family in ("ASSAULT", "COERCE")
               and group.traits[0].side == "real"]
    links: dict[int, list[Act]] = defaultdict(list)
    for act in scene.statements:
        if isinstance(act, Act) and (alleges(act) or denies(act) or _claims(act)):
            group = known.act(act)
            if group is not None:
                links[group.number].append(act)
    return [(group, links[group.number]) for group in violent]


def _happening(group: Group, links: Sequence[Act], scene: Scene) -> Disagreement | None:
    blamed: dict[frozenset[str], list[Act]] = defaultdict(list)
    for one in group.traits:
        if isinstance(one.statement, Act) and (doers := scene.ids(one.statement.actors, one.statement.report)):
            _blame(blamed, doers, one.statement, scene)
    for act in links:
        accused = scene.ids(act.recipients, act.report)
        if _claims(act):
            _blame(blamed, scene.ids(act.actors, act.report), act, scene)
        if alleges(act) and not accused & scene.ids(act.actors, act.report):  # "accuse each other" lays it nowhere
            _blame(blamed, accused, act, scene)
    accused = frozenset().union(*blamed)
    denied = [act for act in links if denies(act) and accused & scene.with_organisations(
        scene.ids((*act.actors, *(voice.who for voice in act.chain[:1])), act.report))]
    blamed = {doers: acts for doers, acts in blamed.items() if scene.known(doers) or _fighters(doers, scene)} or blamed
    if len(blamed) < 2 and not (blamed and denied):
        return None
    kind = "actor" if len(blamed) > 1 else "polarity"
    sides = [_side(doers, acts, scene) for doers, acts in blamed.items()]
    sides += [claimed(f"denied: {short(acts[0].quote)}", acts, scene) for acts in _by_denier(denied, scene)]
    return disagreement(kind, f"who: {short(group.traits[0].statement.quote)}", sides)


def _claims(act: Act) -> bool:
    """Whether somebody says that an attack was theirs."""
    words = set(fold(act.quote).split())
    return act.type is None and side(act) == "real" and bool(act.actors) and all(
        words & set(lexicon("families")[key]) for key in ("claims", "claimed"))


def _fighters(doers: frozenset[str], scene: Scene) -> bool:
    """Whether those without a name are at least said to be fighters or an army: "terrorist groups", "the army"."""
    return any(says(scene.label(one), "fighters") or not bare(one, scene) for one in doers)


def _by_denier(denied: Sequence[Act], scene: Scene) -> list[list[Act]]:
    """Denials by those who deny, a spokesman with those he speaks for."""
    camps: list[tuple[frozenset[str], list[Act]]] = []
    for act in denied:
        who = scene.with_organisations(scene.ids((*act.actors, *(voice.who for voice in act.chain[:1])), act.report))
        same = next((acts for camp, acts in camps if camp & who), None)
        if same is None:
            camps.append((who, [act]))
        else:
            same.append(act)
    return [acts for _, acts in camps]


def _blame(blamed: dict[frozenset[str], list[Act]], doers: frozenset[str], act: Act, scene: Scene) -> None:
    """Put an allegation to those that name one of the same, or somebody of theirs."""
    same = next((known for known in blamed if one_side(behind(known, scene), behind(doers, scene), scene)), doers)
    if doers:  # an allegation without a name is no side
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
            _blame(blamed, scene.ids(act.actors, act.report), act, scene)
    tellers = [{act.report for act in told} for told in blamed.values()]
    if not any(mine - theirs and theirs - mine for mine in tellers for theirs in tellers):
        return None  # one report that tells both tells of two things
    return disagreement("actor", f"who ended the {entry.fields['name']}",
                        [_side(doers, told, scene) for doers, told in blamed.items()])


def _breaks(act: Act) -> bool:
    own = days(act)
    told = act.type in ("SANCTION", "REJECT", None) and act.issue is not Issue.CEASEFIRE and side(act) == "real"
    told = told or act.type == "CONSULT" and act.status is Status.FAILED and len(act.actors) == 1
    return told and own is not None and width(own) <= 10
