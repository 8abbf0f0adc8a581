"""What talks, truces, pledges and stances have in common: fields made JSON-ready, parts read off their sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from truceline.model import Act, Statement, When
from truceline.reconcile.scene import Scene, names_of, width
from truceline.reconcile.words import fold, lexicon


def named(scene: Scene, ids: Iterable[str]) -> list[dict[str, str]]:
    """Actors as the contract writes them, in order of name."""
    return sorted(({"name": scene.label(one), "actor": one} for one in set(ids) if one),
                  key=lambda one: (one["name"], one["actor"]))


def dated(when: When | None) -> dict[str, str] | None:
    """An interval as the contract writes it."""
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "text": when.text} if when else None


def best_date(statements: Iterable[Statement]) -> When | None:
    """The dating that most reports give; among equals the narrowest, then the first."""
    whens = [(one.when, one.report) for one in statements if one.when]
    support = {when: len({report for other, report in whens if _meet(when, other)}) for when, _ in whens}
    return min((when for when, _ in whens), key=lambda when: (-support[when], width((when.start, when.end)), when.start,
                                                              when.text), default=None)


def _meet(one: When, other: When) -> bool:
    return one.start <= other.end and other.start <= one.end


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    entry: Any = lexicon("peace")
    for key in kind.split("/"):
        entry = entry[key]
    return re.compile(r"\b(?:" + "|".join(re.escape(fold(phrase)) for phrase in entry) + r")\b")


def says(text: str, kind: str) -> bool:
    """Whether a text has one of the phrases of data/peace.yaml under `kind` ("ended", "states/stalled")."""
    return bool(_phrases(kind).search(fold(text)))


def lead(statement: Statement, scene: Scene) -> str:
    """The words of a statement's sentence before its evidence."""
    report = scene.reports.get(statement.report)
    return report.text[scene.sentence_span(statement)[0]:statement.start] if report else ""


def report_names(report: str, scene: Scene) -> dict[str, str]:
    """The folded names that a report's statements use, and whose they are."""
    if report in scene.name_ids:
        return scene.name_ids[report]
    found = scene.name_ids[report] = {}
    for statement in scene.by_report.get(report, ()):
        for name in names_of(statement):
            for form in (name.name, name.words):
                if len(folded := fold(form)) > 2:
                    found.setdefault(folded, scene.actor(name, report))
    return found


def tells_of(report: str, acts: Sequence[Act], scene: Scene) -> bool:
    """Whether a report can be on what acts are on: in one story with one of them, or naming two sides of them."""
    if any(scene.together(report, act.report) for act in acts):
        return True
    known = scene.known(frozenset(sides(acts, scene)))
    return len(known) > 1 and len(known & set(report_names(report, scene).values())) > 1


def sides(acts: Iterable[Act], scene: Scene) -> Counter[str]:
    """How many reports name each actor as one who takes part."""
    pairs = {(identity, act.report) for act in acts for identity in participants(act, scene)}
    counted = Counter(identity for identity, _ in pairs)
    known = scene.known(frozenset(counted))
    return Counter({one: count for one, count in counted.items() if one in known}) if known else counted


def participants(act: Act, scene: Scene) -> frozenset[str]:
    """Doers and recipients of an act, persons replaced by those they speak for where that is known."""
    ids = scene.ids(act.actors + act.recipients, act.report)
    return frozenset(scene.organisation_of.get(one, one) for one in ids)


def mediators(acts: Iterable[Act], scene: Scene) -> frozenset[str]:
    """Those named as mediators of some act."""
    return frozenset(one for act in acts for one in scene.ids(act.mediators, act.report))


def ordered_ids(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Statement ids once each, in the order given."""
    return tuple(dict.fromkeys(one.id for one in statements))
