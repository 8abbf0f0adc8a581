"""Truces as entries: their dates, parties, brokers, exclusions, monitoring and alleged violations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from truceline.model import Act, PeaceObject, Pledge
from truceline.reconcile.cast import of_truce
from truceline.reconcile.objects import best_date, dated, named, ordered_ids, says
from truceline.reconcile.scene import Scene, names_of
from truceline.reconcile.truces import Truce, left_out
from truceline.reconcile.words import digest


def entries(truces: Sequence[Truce], scene: Scene) -> tuple[PeaceObject, ...]:
    """The truces of the record."""
    return tuple(_entry(truce, scene) for truce in truces)


def _entry(truce: Truce, scene: Scene) -> PeaceObject:
    statements = sorted({one.id: one for one in truce.all()}.values(), key=lambda one: scene.order[one.id])
    acts = truce.declared + truce.effective
    ended = truce.ended or [act for act in truce.declared if says(act.quote, "ended")]
    excluded = frozenset(identity for one in truce.excluded for identity in left_out(one, scene))
    cast = of_truce(truce.declared, acts, excluded, scene)
    declared, effective = best_date(truce.declared), best_date(truce.effective)
    fields: dict[str, Any] = {
        "declared": dated(declared), "effective": dated(effective), "ended": dated(best_date(ended)),
        "parties": named(scene, cast.parties), "brokers": named(scene, cast.mediators - cast.guarantors),
        "guarantors": named(scene, cast.guarantors), "excluded": named(scene, excluded),
        "terms": [one.quote for one in truce.others if isinstance(one, Pledge)],
        "monitoring": [*(one.quote for one in truce.monitoring), *_monitors(truce, scene)],
        "alleged_violations": [row for one in truce.violations for row in _violations(one, scene)],
    }
    first = min(truce.anchors(), key=lambda one: scene.order[one.id])
    return PeaceObject(id=digest("tr", first.id), kind="truce", fields=fields, statements=ordered_ids(statements),
                       when=declared or effective)


def _monitors(truce: Truce, scene: Scene) -> list[str]:
    """Bodies whose name says that they monitor, in the reports that date the truce."""
    reports = {one.report for one in truce.anchors()}
    names = {name.name for report in sorted(reports) for one in scene.by_report[report] for name in names_of(one)}
    return sorted(name for name in names if says(name, "monitoring_bodies"))


def _violations(act: Act, scene: Scene) -> list[dict[str, Any]]:
    """One line an accuser: "both sides accuse each other" is two."""
    row = {"when": dated(act.when), "where": [place.name for place in act.where], "statement": act.id}
    accusers = scene.ids(act.actors, act.report)
    accused = scene.ids(act.recipients, act.report)
    if act.type == "ASSAULT":
        accusers, accused = scene.ids([voice.who for voice in act.chain[:1]], act.report), accusers
    if not accusers | accused:
        return []
    if len(accusers) > 1 and accusers == accused:
        return [{"accuser": named(scene, {one}), "accused": named(scene, accused - {one}), **row}
                for one in sorted(accusers)]
    return [{"accuser": named(scene, accusers), "accused": named(scene, accused), **row}]


