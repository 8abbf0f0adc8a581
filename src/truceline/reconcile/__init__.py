"""Reconciliation: statements and judgements in, entries out. Order of arrival makes no difference."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.model import Judgement, Record, Report, Statement
from truceline.reconcile import copies, disagreements, facts, pledges, stances, stories, talks, truces
from truceline.reconcile.disagreements import numbers
from truceline.reconcile.scene import arrange


def reconcile(reports: Sequence[Report], statements: Sequence[Statement], judgements: Sequence[Judgement] = ()) -> Record:
    """The record that reports, their statements and judgements add up to. The same input gives the same record."""
    scene = arrange(reports, statements, (), {})
    copied = copies.find(tuple(scene.reports.values()))
    told = stories.group(scene, copied)
    story_of = {report: story.id for story in told for report in story.reports}
    groups = facts.join(scene)
    objects = talks.build(scene), truces.build(scene), pledges.build(scene)
    differing = disagreements.find(groups, told, [one for some in objects for one in some], scene)
    disputed = {statement for one in differing for value in one.values for statement in value.statements}
    return Record(
        stories=told, facts=facts.entries(groups, scene, copied, frozenset(disputed),
                                          numbers.superseded(groups, story_of, scene)),
        disagreements=differing, talks=objects[0], truces=objects[1], pledges=objects[2], stances=stances.build(scene))
