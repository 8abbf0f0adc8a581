"""Truces as entries: their dates, parties, brokers, exclusions, monitoring and alleged violations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from truceline.model import Act, PeaceObject, Pledge
from truceline.reconcile import ledger
from truceline.reconcile.cast import Cast, of_truce
from truceline.reconcile.exclusions import left_out
from truceline.reconcile.objects import best_date, dated, named, ordered_ids, participants, says
from truceline.reconcile.scene import Scene, names_of
from truceline.reconcile.truce_shelf import Truce
from truceline.reconcile.words import digest


def entries(truces: Sequence[Truce], scene: Scene) -> tuple[PeaceObject, ...]:
    """The truces of the record."""
    return tuple(_entry(truce, scene) for truce in truces)


def _entry(truce: Truce, scene: Scene) -> PeaceObject:
    statements = sorted({one.id: one for one in truce.all()}.values(), key=lambda one: scene.order[one.id])
    acts = truce.declared + truce.effective + truce.extended
    ended = truce.ended or [act for act in truce.declared if says(act.quote, "ended")]
    excluded = frozenset(identity for one in truce.excluded for identity in left_out(one, scene))
    cast = of_truce(truce.anchors(), acts, excluded, scene)
    excluded -= cast.mediators | cast.guarantors
    declared, effective = best_date(truce.declared), best_date(truce.effective)
    fields: dict[str, Any] = {
        "declared": dated(declared), "effective": dated(effective), "ended": dated(best_date(ended)),
        "extended": [_dated_row(act) for act in truce.extended],
        "declarations": [row for act in truce.declared for row in _declarations(act, cast, scene)],
        "told": {"declared": _ids(truce.declared), "effective": _ids(truce.effective),
                 "extended": _ids(truce.extended), "ended": _ids(ended)},
        "parties": named(scene, cast.parties), "brokers": named(scene, cast.mediators - cast.guarantors),
        "guarantors": named(scene, cast.guarantors), "excluded": named(scene, excluded),
        "terms": [one.quote for one in truce.others if isinstance(one, Pledge)],
        "monitoring": [*(one.quote for one in truce.monitoring), *_monitors(truce, scene)],
        "areas": sorted({place.name for act in truce.anchors() for place in act.where}),
        "alleged_violations": [row for one in truce.violations
                               for row in ledger.rows(one, cast, excluded, scene)],
    }
    first = min(truce.anchors(), key=lambda one: scene.order[one.id])
    return PeaceObject(id=digest("tr", first.id), kind="truce", fields=fields, statements=ordered_ids(statements),
                       when=declared or effective)


def _ids(acts: Sequence[Act]) -> list[str]:
    return [act.id for act in acts]


def _dated_row(act: Act) -> dict[str, Any]:
    return {"when": dated(act.when), "statement": act.id}


def _declarations(act: Act, cast: Cast, scene: Scene) -> list[dict[str, Any]]:
    """One line an actor that declares, or the collective's members where the parties are known."""
    doers = participants(act, scene) & cast.parties
    if not doers and any(says(name.words, "collective") for name in act.actors + act.recipients):
        doers = cast.parties
    return [{"actor": named(scene, {one})[0], "side": "one" if act.type == "CONCEDE" else "all", **_dated_row(act)}
            for one in sorted(doers)]


def _monitors(truce: Truce, scene: Scene) -> list[str]:
    """Bodies whose name says that they monitor, in the reports that date the truce."""
    reports = {one.report for one in truce.anchors()}
    names = {name.name for report in sorted(reports) for one in scene.by_report[report] for name in names_of(one)}
    return sorted(name for name in names if says(name, "monitoring_bodies"))
