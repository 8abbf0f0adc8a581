"""Reconciliation: statements and judgements in, entries out. Order of arrival makes no difference."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.model import Judgement, Record, Report, Statement
from truceline.reconcile import copies, facts, pledges, stances, stories, talks, truces
from truceline.reconcile.scene import arrange


def reconcile(reports: Sequence[Report], statements: Sequence[Statement], judgements: Sequence[Judgement] = ()) -> Record:
    scene = arrange(reports, statements, (), {})
    copied = copies.find(tuple(scene.reports.values()))
    groups = facts.join(scene)
    return Record(stories=stories.group(scene, copied), facts=facts.entries(groups, scene, copied, frozenset(), frozenset()),
                  talks=talks.build(scene), truces=truces.build(scene), pledges=pledges.build(scene), stances=stances.build(scene))
