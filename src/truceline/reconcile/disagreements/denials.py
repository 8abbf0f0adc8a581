"""Polarity: what one voice says is so and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from truceline.model import Act, Disagreement, Statement
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import Group
from truceline.reconcile.objects import report_names
from truceline.reconcile.scene import Scene
from truceline.reconcile.traits import Trait, alike
from truceline.reconcile.words import fold, lexicon, mass, overlap, stems

SURE = 1.3        # score from which a denial is of a statement
SIDES = ("real", "ahead", "threatened", "failed")


def find(groups: Sequence[Group], scene: Scene, shown: frozenset[str]) -> list[Disagreement]:
    """For each denial in a story, the statement that it denies, where one is alike enough.

    `shown` are statements that stand in a disagreement on who did it, and are not shown again.
    """
    stories: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if isinstance(group.traits[0].statement, Act):
            for story in sorted({scene.story_of.get(one.statement.report, "") for one in group.traits}):
                stories[story].append(group)
    found = [_denied(group, fellows, scene) for fellows in stories.values() for group in fellows
             if group.traits[0].side == "denied" and not any(one.statement.id in shown for one in group.traits)]
    return [one for one in found if one]


def _denied(denial: Group, fellows: Sequence[Group], scene: Scene) -> Disagreement | None:
    names = frozenset(stem for one in denial.traits[:4] for name in report_names(one.statement.report, scene)
                      for stem in stems(name))
    scored = [(max(_score(one, other, names) for one in denial.traits[:4] for other in group.traits[:6]),
               -group.number, group)
              for group in fellows if group.traits[0].side in SIDES]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    if best is None or best[0] < SURE:
        return None
    said = [one.statement for one in denial.traits]
    mouths = {_mouth(one) for one in said}
    told = [one.statement for one in best[2].traits if _mouth(one.statement) not in mouths]
    if not told:
        return None
    return disagreement("polarity", short(told[0].quote), [
        claimed(short(told[0].quote), told, scene), claimed(f"denied: {short(said[0].quote)}", said, scene)])


def _mouth(one: Statement) -> tuple[str, str]:
    """Who says something where: nobody contradicts himself in one report."""
    return one.report, fold(one.chain[0].who.name) if one.chain else ""


def _score(denial: Trait, other: Trait, names: frozenset[str]) -> float:
    """Names do not make two sentences speak of one act; words do."""
    mine, theirs = denial.words - names - _topics(), other.words - names - _topics()
    parties = _parties(denial, other)
    if mass(mine & theirs) < (0.9 if parties > 0 else 2.0):
        return 0.0
    kind = 0.3 if alike(denial.family, other.family) else 0.0
    places = 0.3 if denial.places & other.places else 0.0
    return parties + kind + places + 1.5 * overlap(mine, theirs)


@cache
def _topics() -> frozenset[str]:
    """What all of a story is about: no denial means an act because both name the truce."""
    return frozenset(stem for key in ("truce", "venue") for phrase in lexicon("peace")[key] for stem in stems(phrase))


def _parties(denial: Trait, other: Trait) -> float:
    mine, theirs = denial.doers | denial.targets, other.doers | other.targets
    return 0.6 if mine & theirs else -0.6 if mine and theirs else 0.0
