"""Who did it: one violent happening laid at different doors, or one breakdown of talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from truceline.model import Act, ClaimedValue, Disagreement, PeaceObject, Status
from truceline.reconcile.allegations import alleges, denies
from truceline.reconcile.attest import happenings
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import Group
from truceline.reconcile.objects import says
from truceline.reconcile.scene import Scene, days, gap, width
from truceline.reconcile.traits import side
from truceline.reconcile.words import lexicon, stems


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
        if isinstance(act, Act) and (alleges(act) or denies(act)):
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


def _fighters(doers: frozenset[str], scene: Scene) -> bool:
    """Whether those without a name are at least said to be fighters or an army: "terrorist groups", "the army"."""
    return any(says(scene.label(one), "fighters") or _bare(one, scene) == frozenset() for one in doers)


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
    same = next((known for known in blamed if _camp(_behind(known, scene), _behind(doers, scene), scene)), doers)
    if doers:  # an allegation without a name is no side
        blamed[same].append(act)


def _behind(doers: frozenset[str], scene: Scene) -> frozenset[str]:
    """Doers and every organisation that they are said to serve."""
    return doers.union(*(scene.served.get(one, frozenset()) for one in doers))


def _camp(one: frozenset[str], other: frozenset[str], scene: Scene) -> bool:
    """Whether two sets of actors are of one side: one in common, or a state and its army."""
    return bool(one & other) or any(_bare(first, scene) == _bare(second, scene) != frozenset()
                                    for first in one for second in other)


def _bare(identity: str, scene: Scene) -> frozenset[str]:
    """The stems of a name without the words for what every state has: "Ruvian troops" as "Ruvia"."""
    return stems(scene.label(identity)) - _organs()


@cache
def _organs() -> frozenset[str]:
    return frozenset(stem for word in lexicon("peace")["organs"] for stem in stems(word))


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
    if len(blamed) < 2 or len({act.report for told in blamed.values() for act in told}) < 2:
        return None
    return disagreement("actor", f"who ended the {entry.fields['name']}",
                        [_side(doers, told, scene) for doers, told in blamed.items()])


def _breaks(act: Act) -> bool:
    own = days(act)
    told = act.type in ("SANCTION", "REJECT", None) and side(act) == "real"
    told = told or act.type == "CONSULT" and act.status is Status.FAILED and len(act.actors) == 1
    return told and own is not None and width(own) <= 10
