"""Stories: reports of one happening, grouped one report after the other in order of time, and threads of stories.

A report is compared with the middle of each story that still takes reports, its names apart from its other words: rare
names and words weigh most, by how few of the reports before had them. A story that opens carries on the thread of the
story before that shares most of its names. What a report costs does not grow with those before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from truceline.model import CopyGroup, Origin, Report, Story
from truceline.reconcile.copies import Copies
from truceline.reconcile.happenings import Happenings
from truceline.reconcile.scene import Scene
from truceline.reconcile.vectors import Vectors
from truceline.reconcile.words import digest, fold


def group(scene: Scene, copies: Copies) -> tuple[Story, ...]:
    """The stories of a scene. A report joins the story it is most like within the window, or opens one."""
    told, vectors = Happenings(), Vectors()
    reports: dict[int, list[Report]] = defaultdict(list)
    for report in scene.reports.values():
        reports[told.add(vectors.add(report), report.published)].append(report)
    ids = {number: digest("st", some[0].key) for number, some in reports.items()}
    return tuple(_story(some, copies, ids[told.thread_of[number]]) for number, some in reports.items())


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
