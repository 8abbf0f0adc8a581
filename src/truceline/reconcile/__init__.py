"""Reconciliation: statements and judgements in, entries out. Order of arrival makes no difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.model import Judgement, Knowledge, Record, Report, Statement
from truceline.reconcile import (
    actors,
    copies,
    disagreements,
    facts,
    links,
    pledges,
    stances,
    stories,
    talks,
    truce_entries,
    truces,
)
from truceline.reconcile.disagreements import numbers
from truceline.reconcile.regroup import regroup
from truceline.reconcile.rulings import Rulings, standing
from truceline.reconcile.scene import arrange


def reconcile(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    judgements: Sequence[Judgement] = (),
    knowledge: Knowledge | None = None,
) -> Record:
    """The record that reports, their statements and judgements add up to. The same input gives the same record.

    `knowledge` is what is known of actors beforehand; None is what is shipped.
    """
    persons = standing(judgements)
    resolved = actors.resolve(reports, statements, persons, knowledge)
    scene = arrange(reports, statements, resolved.actors, resolved.of)
    copied = copies.find(tuple(scene.reports.values()), Rulings.about("report", persons))
    told = stories.group(scene, copied, Rulings.about("story", persons))
    scene = replace(scene, story_of={report: story.id for story in told for report in story.reports})
    held, gathered, promised = talks.build(scene), truces.gather(scene), pledges.build(scene)
    kept = truce_entries.entries(gathered, scene)
    joined = facts.join(scene, links.keys(held, gathered, promised, scene))
    groups = regroup(joined, Rulings.about("fact", persons))
    differing = disagreements.find(groups, [*held, *kept, *promised], scene)
    disputed = frozenset(key for one in differing if one.type != "manner" for value in one.values
                         for key in value.statements)
    return Record(
        actors=tuple(resolved.actors), actor_of=tuple(sorted(resolved.of.items())), stories=told,
        disagreements=differing, talks=held, truces=kept, pledges=promised, stances=stances.build(scene),
        facts=facts.entries(groups, scene, copied, disputed, numbers.superseded(groups, scene)))
