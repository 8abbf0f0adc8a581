"""Dates: one happening, one start or end of a truce, one deadline, dated on days that do not meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta

from truceline.model import Act, Disagreement, PeaceObject, Pledge, Statement
from truceline.reconcile.disagreements.values import claimed, disagreement, short
from truceline.reconcile.groups import MEMBERS, Group
from truceline.reconcile.scene import Days, Scene, days, gap, width
from truceline.reconcile.traits import VIOLENT, Trait, alike, likeness
from truceline.reconcile.truces import part_in
from truceline.reconcile.words import fold

SURE = 2.4        # score without days from which two statements are of one happening
CLOSE = 4         # days that two datings of one happening may lie apart
DATED = (*VIOLENT, "RETREAT", "RETREAT/release", "RETREAT/return", "RETREAT/withdraw")
EXACT = 11        # days up to which an interval is a dating
ONSET = re.compile(r"\b(?:effect|into force|beg[aiu]n|begins?|start\w*|took hold|takes hold|from|as of|fell silent)\b",
                   re.I)
ENDS = re.compile(r"\b(?:ended|ends|until|till|up to|concluded|closed|expired|expires)\b", re.I)


def find(groups: Sequence[Group], objects: Sequence[PeaceObject],
         scene: Scene) -> list[Disagreement]:
    """Differences of date between acts of one story, and within talks, truces and pledges."""
    by_id = {one.id: one for one in scene.statements}
    found = [_acts(groups, scene), _promises(groups, scene)]
    for entry in objects:
        told = [by_id[key] for key in entry.statements]
        if entry.kind == "pledge":
            found.append([_sides(f"by when: {entry.fields['content']}", told, _due, scene)])
        elif entry.kind == "truce":
            found.append(_truce(told, scene))
        elif entry.kind == "talks":
            ends = [one for one in told if isinstance(one, Act) and one.type == "CONSULT" and _ends(one)]
            found.append([_sides(f"when the {entry.fields['name']} ended", ends, _last, scene)])
    return [one for some in found for one in some if one]


def _promises(groups: Sequence[Group], scene: Scene) -> list[Disagreement | None]:
    """Promises of one fact that are due on other days."""
    told = [[one.statement for one in group.traits if isinstance(one.statement, Pledge)] for group in groups]
    return [_sides(f"by when: {short(some[0].quote)}", some, _due, scene) for some in told if len(some) > 1]


def _acts(groups: Sequence[Group], scene: Scene) -> list[Disagreement | None]:
    """Pairs of facts of one story that are alike in all but their days."""
    stories: dict[tuple[str, str], list[Trait]] = defaultdict(list)
    fact_of: dict[str, int] = {}
    for group in groups:
        for one in group.traits[:MEMBERS]:
            if isinstance(one.statement, Act) and one.when and width(one.when) <= EXACT and one.family in DATED:
                stories[scene.story_of.get(one.statement.report, ""), one.side].append(one)
                fact_of[one.statement.id] = group.number
    found = []
    for fellows in stories.values():
        used: set[str] = set()
        for at, one in enumerate(fellows[:80]):
            if one.statement.id in used:
                continue
            rivals = [other for other in fellows[at + 1:80]
                      if other.statement.id not in used and _differ(one, other)
                      and (fact_of[one.statement.id] == fact_of[other.statement.id] or likeness(one, other) >= SURE)]
            if rivals:
                used |= {other.statement.id for other in (one, *rivals)}
                found.append(_sides(f"when: {short(one.statement.quote)}", [one.statement, *(
                    other.statement for other in rivals)], days, scene))
    return found


def _differ(one: Trait, other: Trait) -> bool:
    if _mouth(one.statement) == _mouth(other.statement) or fold(one.statement.quote) == fold(other.statement.quote):
        return False  # the same words: a copy whose "today" was counted from another day
    if one.when is None or other.when is None or not (_own(one.statement) and _own(other.statement)):
        return False
    return 0 < gap(one.when, other.when) <= CLOSE and alike(one.family, other.family)


def _mouth(one: Statement) -> tuple[str, str]:
    """Who says it where: one report may quote two who date a thing otherwise."""
    return one.report, fold(one.chain[0].who.name) if one.chain else ""


def _own(one: Statement) -> bool:
    """Whether the words of a dating stand in the evidence: one that a sentence gives another verb is no dating."""
    return one.when is not None and fold(one.when.text) in fold(one.quote)


def _truce(told: Sequence[Statement], scene: Scene) -> list[Disagreement | None]:
    by_role: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        by_role[part_in(one, scene)].append(one)
    begun = [one for one in by_role["effective"] if not _ends(one) and ONSET.search(one.quote)]
    ended = [one for one in (*by_role["ended"], *by_role["effective"]) if _ends(one)]
    return [_sides("when the truce was agreed", by_role["declared"], days, scene),
            _sides("when the truce took effect", _close(begun), days, scene),
            _sides("when the truce ended", ended, _last, scene)]


def _close(told: Sequence[Statement]) -> list[Statement]:
    """Those dated near the first: a truce that is renewed takes effect again, and that is another date."""
    dated = [one for one in told if one.when]
    first = min((one.when.start for one in dated if one.when), default=None)
    return [one for one in dated if first and one.when and (one.when.start - first).days <= CLOSE]


def _ends(one: Statement) -> bool:
    return bool(ENDS.search(one.quote))


def _due(one: Statement) -> Days | None:
    return (one.due.start, one.due.end) if isinstance(one, Pledge) and one.due else None


def _last(one: Statement) -> Days | None:
    """The last day of an interval; around it where the words are as vague as a third of a month."""
    if one.when is None:
        return None
    vague = re.search(r"mid|early|late|end of", one.when.text) and width((one.when.start, one.when.end)) > 9
    return one.when.end - timedelta(days=9 if vague else 0), one.when.end


def _sides(about: str, told: Sequence[Statement], dating: Callable[[Statement], Days | None],
           scene: Scene) -> Disagreement | None:
    """One value for each dating; None where some day fits all of a dating's rivals."""
    datings: list[tuple[Days, list[Statement]]] = []
    for one in told:
        own = dating(one)
        if own is None or width(own) > EXACT:
            continue
        same = next((statements for days_told, statements in datings
                     if gap(days_told, own) <= _slack((one, *statements))), None)
        if same is None:
            datings.append((own, [one]))
        else:
            same.append(one)
    mouths = {_mouth(one) for _, statements in datings for one in statements}
    if len(datings) < 2 or len(mouths) < 2:
        return None
    return disagreement("date", about, [
        claimed(_value(own, statements), statements, scene) for own, statements in datings])


def _slack(told: Sequence[Statement]) -> int:
    """One day where somebody says midnight, which some count to the day before and some to the day after."""
    return 1 if any("midnight" in one.quote.lower() for one in told) else 0


def _value(own: Days, told: Sequence[Statement]) -> str:
    """The day or days, and the first report's words for them."""
    start, end = own
    line = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    when = told[0].due if isinstance(told[0], Pledge) else told[0].when
    return f"{line} ({when.text})" if when and when.text else line
