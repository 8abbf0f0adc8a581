"""Pairs about which the rules are in doubt, each with the reasons on both sides, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model import Judgement, Knowledge, Reason, Report, Statement, Verdict
from truceline.reconcile import actors, copies, facts, links, pledges, stories, talks, truces
from truceline.reconcile.groups import Group, Groups
from truceline.reconcile.happenings import JOIN
from truceline.reconcile.overlaps import ENOUGH
from truceline.reconcile.regroup import told_apart
from truceline.reconcile.rulings import Rulings, standing
from truceline.reconcile.scene import Scene, arrange
from truceline.reconcile.traits import ACT_JOIN, days_apart, score

FEW = 2 * ENOUGH    # words up to which copies share so few that they may both quote a third
CLOSE = 0.3         # what two acts' score may be below ACT_JOIN for them to be in doubt
Doubts = Iterator[Judgement]


def find(reports: Sequence[Report], statements: Sequence[Statement], judgements: Sequence[Judgement] = (),
         knowledge: Knowledge | None = None) -> tuple[Judgement, ...]:
    """The unsure pairs of a record: of names, of copies, of stories (all three by report) and of acts (by statement).

    Those that a person has judged, be it as unsure, are not among them. The same input gives the same pairs.
    """
    persons = standing(judgements)
    ruled = {kind: Rulings.about(kind, persons) for kind in ("report", "story", "fact")}
    resolved = actors.resolve(reports, statements, persons, knowledge)
    scene = arrange(reports, statements, resolved.actors, resolved.of)
    copied = copies.find(tuple(scene.reports.values()), ruled["report"])
    told = stories.group(scene, copied, ruled["story"])
    scene = replace(scene, story_of={report: story.id for story in told for report in story.reports})
    found = [*(one for one in resolved.judgements if one.verdict is Verdict.UNSURE),
             *_copies(copied, scene), *_stories(scene, ruled["story"]), *_facts(scene, ruled["fact"])]
    judged = {(one.about, frozenset((one.left, one.right))) for one in persons}
    return tuple({(one.about, one.left, one.right): one for one in found
                  if (one.about, frozenset((one.left, one.right))) not in judged
                  and (one.about not in ruled or ruled[one.about].verdict(one.left, one.right) is None)}.values())


def _copies(found: copies.Copies, scene: Scene) -> Doubts:
    for (one, other), words in sorted(found.shared.items()):
        if words < FEW:
            text = scene.reports[one].text
            passages = copies.passages(scene.reports[one], scene.reports[other])
            said = " … ".join(text[slice(*passage.here)] for passage in passages)
            yield _unsure("report", one, other,
                          Reason("words in shared passages", words - ENOUGH, f"{words}: “{said}”"))


def _stories(scene: Scene, rulings: Rulings) -> Doubts:
    for report, first, likeness in stories.tell(scene, rulings).close:
        yield _unsure("story", first, report, Reason("words and names in common", round(likeness - JOIN, 3),
                                                     f"{likeness:.2f} where {JOIN} is enough"))


def _facts(scene: Scene, rulings: Rulings) -> Doubts:
    held, gathered, promised = talks.build(scene), truces.gather(scene), pledges.build(scene)
    groups = [group for group in facts.join(scene, links.keys(held, gathered, promised, scene))
              if group.traits[0].statement.kind == "act"]
    filed = Groups()
    numbered: dict[int, Group] = {}
    for group in groups:
        one = group.traits[0]
        for near in filed.near(one):
            other = near.traits[0]
            short = score(one, other) - ACT_JOIN
            if -CLOSE <= short < 0 and not days_apart(one, other) and not told_apart(
                    group, numbered[near.number], rulings):
                yield _unsure("fact", other.statement.id, one.statement.id,
                              Reason("kind, parties, place, days and words", round(short, 2),
                                     f"{short + ACT_JOIN:.2f} where {ACT_JOIN} is enough"))
        numbered[filed.add(one, None).number] = group


def _unsure(about: str, one: str, other: str, reason: Reason) -> Judgement:
    return Judgement(about=about, left=one, right=other, verdict=Verdict.UNSURE, reasons=(reason,), by=f"{about} rules")
