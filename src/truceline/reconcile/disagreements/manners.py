"""Manner: one announcement said to have been made through different channels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from truceline.model import ClaimedValue, Disagreement, Statement
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import Group
from truceline.reconcile.objects import report_names
from truceline.reconcile.scene import Scene
from truceline.reconcile.words import fold, lexicon


def find(groups: Sequence[Group], scene: Scene) -> list[Disagreement]:
    """Resignations that reports put through different channels."""
    found = [_announced(group, scene) for group in groups if group.traits[0].family == "RETREAT/resign"
             and group.traits[0].side == "real"]
    return [one for one in found if one]


def _announced(group: Group, scene: Scene) -> Disagreement | None:
    told: dict[str, list[tuple[str, Statement]]] = {}
    speakers = frozenset().union(*(one.doers for one in group.traits))
    for report in dict.fromkeys(one.statement.report for one in group.traits):
        for channel, words, statement in _channels(report, speakers, scene)[:1]:
            told.setdefault(channel, []).append((words, statement))
    if len(told) < 2:
        return None
    sides = [_side(channel, some, scene) for channel, some in told.items()]
    return disagreement("manner", f"how it was made public: {short(group.traits[0].statement.quote)}", sides)


def _side(channel: str, some: Sequence[tuple[str, Statement]], scene: Scene) -> ClaimedValue:
    return claimed(f"{channel}: {short(some[0][0])}", [statement for _, statement in some], scene)


def _channels(report: str, speakers: frozenset[str], scene: Scene) -> list[tuple[str, str, Statement]]:
    """The channels that sentences on the speaker name, with a statement that stands there."""
    who = speakers & scene.persons or speakers
    names = [name for name, identity in report_names(report, scene).items() if identity in who]
    names += [fold(form.text) for one in sorted(scene.known(who)) for form in scene.actors[one].names]
    names += [name.split()[-1] for name in names if name]
    found = []
    for statement in scene.by_report[report]:
        sentence = scene.sentence(statement)
        text = f" {fold(sentence)} "
        if any(f" {name} " in text for name in names):
            for channel, pattern in _patterns().items():
                if pattern.search(text):
                    found.append((channel, sentence, statement))
    return found


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {channel: re.compile(r"\b(?:" + "|".join(map(re.escape, map(fold, phrases))) + r")\b")
            for channel, phrases in lexicon("peace")["channels"].items()}


