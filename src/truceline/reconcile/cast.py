"""Who takes part in talks or a truce, and as what: parties, mediators, guarantors, observers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.model import Act, Role, Status
from truceline.reconcile import parts
from truceline.reconcile.objects import mediators, participants, says, sides
from truceline.reconcile.scene import Scene

BETWEEN = ("CONSULT", "SANCTION", "AGREE", "CONCEDE", "RETREAT", "REJECT", "ACCUSE", "ASSAULT", "THREATEN", None)
BETWEEN_BY_OFFICE = re.compile(r"mediat|facilitat|\b(?:special|peace) (?:envoy|representative|adviser)\b", re.I)
ENVOY = re.compile(r"\b(?:envoy|mediator|mediatress|special representative|facilitator|observer)\b", re.I)
SHARE = 3         # a party is named in at least one in so many of the reports that name the most named one


@dataclass(frozen=True)
class Cast:
    """Who takes part as what, by actor id."""

    parties: frozenset[str]
    mediators: frozenset[str]
    guarantors: frozenset[str]
    observers: frozenset[str]


def of_talks(acts: Sequence[Act], scene: Scene) -> Cast:
    """The cast of talks."""
    told = Counter(act.report for act in acts)
    reports = sorted(report for report, count in told.items() if count > 1 or len(told) == 1)
    middle = _middle(acts, scene)
    guarantors = _told(reports, "guarantors", scene) - scene.persons
    observers = _told(reports, "observers", scene)
    go_between = middle | _envoys(reports, scene)
    seated = [act for act in acts if act.type in ("CONSULT", "SANCTION", "REJECT", "AGREE", None)
              and act.status is not Status.CONDITIONAL]
    counted = sides([act for act in seated if act.type != "REJECT"], scene) or sides(seated, scene)
    most = max(counted.values(), default=0)
    parties = frozenset(one for one, count in counted.items() if count * SHARE >= most)
    parties = _named_parties(parties - go_between - guarantors - observers, seated, scene, go_between | guarantors)
    others = guarantors | observers
    middle = _apart(middle, parties, scene) - others or _apart(_by_office(reports, scene), parties, scene) - others
    return Cast(parties, middle, guarantors - parties, observers)


def of_truce(declared: Sequence[Act], acts: Sequence[Act], excluded: frozenset[str], scene: Scene) -> Cast:
    """The cast of a truce: those who declare it, and those whose words beside it make them something else."""
    reports = sorted({act.report for act in acts})
    middle = _middle(acts, scene)
    guarantors = frozenset(one for act in acts for one in parts.within(
        scene.sentence(act), act.report, "guarantors", scene)) - scene.persons
    parties = frozenset(sides(declared, scene) or sides(acts, scene)) - middle - excluded
    if parties <= guarantors:
        parties = frozenset()
    parties = _named_parties(parties, declared or acts, scene, middle | excluded | _envoys(reports, scene))
    return Cast(parties, _apart(middle, parties, scene), guarantors - parties, frozenset())


def _middle(acts: Iterable[Act], scene: Scene) -> frozenset[str]:
    """Those named as mediators of an act, or by the words of its sentence."""
    own = tuple(acts)
    return mediators(own, scene) | frozenset(one for act in own for one in parts.within(
        scene.sentence(act), act.report, "mediators", scene))


def _told(reports: Sequence[str], part: str, scene: Scene) -> frozenset[str]:
    return frozenset(one for report in reports for one in parts.told(report, part, scene))


def _envoys(reports: Sequence[str], scene: Scene) -> frozenset[str]:
    """Envoys and mediators by their office, and those who sent them."""
    roles = [one for report in reports for one in scene.by_report.get(report, ()) if isinstance(one, Role)
             and ENVOY.search(one.title)]
    sent = {scene.actor(one.organisation, one.report) for one in roles if one.organisation}
    return frozenset({scene.actor(one.person, one.report) for one in roles} | sent)


def _by_office(reports: Sequence[str], scene: Scene) -> frozenset[str]:
    """Those whose office is to mediate: mediators and facilitators, and envoys of bodies that are no party."""
    roles = [one for report in reports for one in scene.by_report.get(report, ()) if isinstance(one, Role)
             and one.organisation and one.state != "left" and BETWEEN_BY_OFFICE.search(one.title)]
    bodies = {identity for identity, actor in scene.actors.items() if actor.kind in ("body", "organisation")}
    pairs = {(scene.actor(one.person, one.report), scene.actor(one.organisation, one.report))
             for one in roles if re.search("mediat|facilitat", one.title, re.I)
             or scene.actor(one.organisation, one.report) in bodies}
    return frozenset(one for pair in pairs for one in pair)


def _apart(middle: frozenset[str], parties: frozenset[str], scene: Scene) -> frozenset[str]:
    """Mediators but for those who serve a party."""
    return frozenset(one for one in middle if not scene.served.get(one, frozenset()) & parties) - parties


def _named_parties(parties: frozenset[str], acts: Sequence[Act], scene: Scene,
                   others: frozenset[str]) -> frozenset[str]:
    """The parties, or the two that the same reports set against each other where an act names only "both sides"."""
    known = scene.known(parties)
    together = [act for act in acts if any(says(name.words, "collective") for name in act.actors + act.recipients)]
    plain = frozenset(one for one in parties
                      if any(says(scene.label(one), kind) for kind in ("collective", "fighters")))
    known = frozenset(one for one in known if not says(scene.label(one), "collective")) or known
    if len(known) > 1 or not together:
        return _specific(known, acts, scene) | _beside(known, plain, acts, scene)
    pairs: Counter[frozenset[str]] = Counter()
    for report in sorted({act.report for act in together}):
        pairs.update(_opposed(report, scene, others))
    ranked = pairs.most_common(2)
    if ranked and known <= ranked[0][0] and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    return known or plain


def _beside(known: frozenset[str], plain: frozenset[str], acts: Sequence[Act], scene: Scene) -> frozenset[str]:
    """"Some rebels" where nobody but the other side has a name: those that an act names beside it, said most."""
    if len(known) != 1:
        return frozenset() if known else plain
    met = [participants(act, scene) for act in acts]
    counted = Counter(one for some in met if known <= some for one in sorted(some - known - scene.known(some))
                      if says(scene.label(one), "fighters"))
    return frozenset(one for one, _ in counted.most_common(1))


def _specific(known: frozenset[str], acts: Sequence[Act], scene: Scene) -> frozenset[str]:
    """Parties without "the rebels" and the like where others are named and one act never names both."""
    loose = frozenset(one for one in known if says(scene.label(one), "fighters") and len(scene.label(one).split()) <= 2)
    beside = {one for act in acts if (met := scene.known(participants(act, scene)) & known) - loose for one in met}
    return known - loose | loose & beside or known


def _opposed(report: str, scene: Scene, others: frozenset[str]) -> Counter[frozenset[str]]:
    """How often a report sets each two actors against each other or at one table."""
    pairs: Counter[frozenset[str]] = Counter()
    for act in scene.by_report.get(report, ()):
        if isinstance(act, Act) and act.type in BETWEEN:
            met = scene.known(participants(act, scene)) - others - scene.persons
            if len(met) == 2:
                pairs[met] += 1
    return pairs
