"""The ledger of alleged violations: who lays what at whose door, one line an accuser."""

from __future__ import annotations

from typing import Any

from truceline.model import Act, Status
from truceline.reconcile import allegations
from truceline.reconcile.cast import Cast
from truceline.reconcile.objects import dated, named, says
from truceline.reconcile.scene import Scene


def rows(act: Act, cast: Cast, excluded: frozenset[str], scene: Scene) -> list[dict[str, Any]]:
    """The lines of one allegation: "both sides accuse each other" is two. Whom the truce leaves out cannot break it."""
    accusers, accused = _who(act, cast, scene)
    accused -= excluded
    if not accusers | accused:
        return []
    row = {"of": "breach" if says(act.quote, "truce") or says(act.quote, "broken") else "violence",
           "when": dated(act.when), "where": [place.name for place in act.where],
           "answers": _answers(act, accused, scene), "statement": act.id}
    if _mutual(act, accusers, accused):
        return [{"accuser": named(scene, {one}), "accused": named(scene, accused - {one}), **row}
                for one in sorted(accusers)]
    return [{"accuser": named(scene, accusers), "accused": named(scene, accused), **row}]


def _who(act: Act, cast: Cast, scene: Scene) -> tuple[frozenset[str], frozenset[str]]:
    """Accusers and accused. "Both sides" of a truce are its parties, not those who brokered it."""
    accusers, accused = scene.ids(act.actors, act.report), scene.ids(act.recipients, act.report)
    if act.type == "ASSAULT":
        return scene.ids([voice.who for voice in act.chain[:1]], act.report), accusers
    together = says(act.quote, "collective") and not any(name.words in act.quote for name in act.actors
                                                         if not says(name.words, "collective"))
    if together and len(cast.parties) > 1 and not accusers & cast.parties:
        return cast.parties, cast.parties
    return accusers, accused or (accusers if says(act.quote, "mutual") else accused)


def _mutual(act: Act, accusers: frozenset[str], accused: frozenset[str]) -> bool:
    return len(accusers) > 1 and (accusers == accused or says(act.quote, "mutual"))


def _answers(charge: Act, accused: frozenset[str], scene: Scene) -> list[dict[str, str]]:
    """Denials by the accused of what the charge is about, in the same report."""
    own = scene.with_organisations(accused)
    about = allegations.meant(charge, scene)
    return [{"answer": "denied", "statement": one.id} for one in scene.by_report.get(charge.report, ())
            if isinstance(one, Act) and one.status is Status.DENIED and one.start > charge.start
            and allegations.denies(one) and _speaker(one, scene) & own
            and (about is None or allegations.meant(one, scene) == about)]


def _speaker(act: Act, scene: Scene) -> frozenset[str]:
    """Who denies, and those he speaks for."""
    return scene.with_organisations(scene.ids([voice.who for voice in act.chain[:1]], act.report))
