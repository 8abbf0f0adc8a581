"""Stories: reports of one happening, grouped one report after the other in order of time, and threads of stories.

A report is compared with the middle of each story that still takes reports, its names apart from its other words: rare
names and words weigh most, by how few of the reports before had them. A story that opens carries on the thread of the
story before that shares most of its names. What a report costs does not grow with those before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from truceline.model import CopyGroup, Origin, Report, Story, Verdict
from truceline.reconcile.copies import Copies
from truceline.reconcile.happenings import JOIN, Choice, Happenings
from truceline.reconcile.rulings import Rulings
from truceline.reconcile.scene import Scene
from truceline.reconcile.vectors import Vectors
from truceline.reconcile.words import digest, fold

NEAR = 0.03           # what a report's likeness to a story may be from JOIN for the choice to be in doubt


@dataclass
class Told:
    """The reports of each story by its number, the thread that each carries on, and the choices that were close.

    A close choice is a report, the first report of the story that it was compared with, and how alike they are.
    """

    reports: dict[int, list[Report]] = field(default_factory=dict)
    thread_of: dict[int, int] = field(default_factory=dict)
    close: list[tuple[str, str, float]] = field(default_factory=list)


def group(scene: Scene, copies: Copies, rulings: Rulings | None = None) -> tuple[Story, ...]:
    """The stories of a scene. A report joins the story it is most like within the window, or opens one.

    `rulings` are what persons judged about pairs of reports: of one story, or not.
    """
    told = tell(scene, rulings or Rulings())
    ids = {number: digest("st", some[0].key) for number, some in told.reports.items()}
    return tuple(_story(some, copies, ids[told.thread_of[number]]) for number, some in told.reports.items())


def tell(scene: Scene, rulings: Rulings) -> Told:
    """The reports of a scene, one after the other, put to stories."""
    happenings, vectors, told = Happenings(), Vectors(), Told()
    number_of: dict[str, int] = {}
    ruled = rulings.named()
    for report in scene.reports.values():
        choice = _ruling(report.key, rulings, number_of) if report.key in ruled else Choice()
        number = happenings.add(vectors.add(report), report.published, choice)
        for likeness, other in happenings.compared:
            if abs(likeness - JOIN) < NEAR:
                told.close.append((report.key, told.reports[other][0].key, likeness))
        number_of[report.key] = number
        told.reports.setdefault(number, []).append(report)
    told.thread_of = happenings.thread_of
    return told


def _ruling(report: str, rulings: Rulings, number_of: Mapping[str, int]) -> Choice:
    """The story that persons put a report to, and those that they keep it from."""
    same = [number_of[one] for one in sorted(rulings.joined_with(report)) if one in number_of]
    apart = [number_of[one] for one in rulings.named() if one in number_of
             and rulings.verdict(one, report) is Verdict.DIFFERENT]
    return Choice(same[0] if same else None, frozenset(apart))


def _story(reports: Sequence[Report], copies: Copies, thread: str) -> Story:
    first = reports[0]
    keys = [report.key for report in reports]
    dated = [report.published.isoformat() for report in reports if report.published]
    groups = tuple(cut for group in copies.groups if len((cut := _cut(group, keys)).reports) > 1)
    return Story(id=digest("st", first.key), title=_title(first), reports=tuple(keys), copies=groups,
                 origins=_origins(reports, groups, copies), first=min(dated, default=None),
                 last=max(dated, default=None), thread=thread)


def _cut(group: CopyGroup, keys: Sequence[str]) -> CopyGroup:
    return CopyGroup(reports=tuple(key for key in group.reports if key in keys), wire=group.wire)


def _title(report: Report) -> str:
    """The headline, or the first line that says something."""
    lines = (line.strip() for line in report.text.splitlines())
    return report.title or next((line for line in lines if len(fold(line).split()) >= 4), report.key)[:160]


def _origins(reports: Sequence[Report], groups: Sequence[CopyGroup], copies: Copies) -> tuple[Origin, ...]:
    """The independent publishers of a story: copies count once, and so do reports of one wire."""
    member = {key: number for number, group in enumerate(groups) for key in group.reports}
    roots: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for report in reports:
        root, reason = _root(report, groups[member[report.key]] if report.key in member else None, copies)
        roots[root].append(report.key)
        reasons.setdefault(root, reason)
    return tuple(Origin(root=root, reason=reasons[root], reports=tuple(keys)) for root, keys in roots.items())


def _root(report: Report, group: CopyGroup | None, copies: Copies) -> tuple[str, str]:
    if group:
        return group.wire or group.reports[0], "shared passages"
    if wire := copies.wire.get(report.key):
        return wire, "credited wire"
    return report.outlet or report.key, "publisher"
