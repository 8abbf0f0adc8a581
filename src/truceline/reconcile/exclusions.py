"""Whom a truce leaves out."""

from __future__ import annotations

from truceline.model import Act, Stance, Statement
from truceline.reconcile.objects import report_names, says
from truceline.reconcile.scene import Scene
from truceline.reconcile.words import fold


def left_out(one: Statement, scene: Scene) -> frozenset[str]:
    """The groups that a statement puts outside a truce."""
    own: frozenset[str] = frozenset()
    if isinstance(one, Act):
        own = scene.ids(one.recipients if one.type else one.recipients or one.actors, one.report)
        if scene.known(own) or one.type:
            return scene.known(own) if says(one.quote if one.type else scene.sentence(one), "excluded") else frozenset()
    if not says(scene.sentence(one), "excluded") and isinstance(one, Stance):
        return frozenset()
    return _subject(one, scene) or own


def _subject(one: Statement, scene: Scene) -> frozenset[str]:
    """The group named last before the words of exclusion in their sentence."""
    start, _ = scene.sentence_span(one)
    report = scene.reports.get(one.report)
    before = fold(report.text[start:one.start]) if report else ""
    people = scene.persons | {one.id for one in scene.actors.values() if one.kind == "government"}
    places = [(before.rfind(name) + len(name), len(name), identity)
              for name, identity in report_names(one.report, scene).items()
              if name in before and identity not in people]
    return frozenset({max(places)[2]}) if places else frozenset()
