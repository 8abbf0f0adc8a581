"""Actors across reports: one for all spellings, scripts, translations and offices of a person, group or government.

1. Names are gathered by report and sorted into state organs, persons and groups (cast.py).
2. Spellings that could be one bearer's are paired by their sounds (cluster.py) and compared: from the names alone
   (compare.py) and from what the reports add (evidence.py). Each comparison is a judgement with weighted reasons.
3. Pairs judged the same are joined, surest first, never across a pair judged different. A person's judgement goes
   first.
4. Surnames and bare words ("the Front") find their bearer in their own report, then in neighbouring ones, if it is
   unique.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from truceline.model import Actor, Judgement, Knowledge, Reason, Report, Statement, Verdict
from truceline.reconcile.actors.assemble import Gathered, assemble
from truceline.reconcile.actors.attach import attach_bare, attach_surnames
from truceline.reconcile.actors.cast import make_cast
from truceline.reconcile.actors.cluster import Clusters, candidate_pairs
from truceline.reconcile.actors.compare import reason, verdict
from truceline.reconcile.actors.evidence import Node, group_reasons, person_reasons, symmetric
from truceline.reconcile.actors.fold import key
from truceline.reconcile.actors.form import blocking_keys
from truceline.reconcile.actors.world import world

RULE = "actors 1"
Compare = Callable[[str, str], tuple[Reason, ...]]


@dataclass(frozen=True)
class Actors:
    """Who acts in a set of reports.

    `of` leads from (report key, name) and (report key, words) to an actor's id; words that stand for several actors in
    one report are not in it, nor are media, unnamed sources and unresolved references.
    """

    actors: tuple[Actor, ...]
    of: Mapping[tuple[str, str], str]
    judgements: tuple[Judgement, ...]


def resolve(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    judgements: Sequence[Judgement] = (),
    knowledge: Knowledge | None = None,
) -> Actors:
    """The actors that the statements name. `judgements` about "actor" by persons ("person:NAME") outrank every rule.

    `knowledge` is what is known beforehand; None is what is shipped.
    """
    by_key = {report.key: report for report in sorted(reports, key=lambda report: report.key)}
    ruled = _by_persons(judgements)
    cast = make_cast(by_key, statements, frozenset(
        side for pair, found in ruled.items() if found is Verdict.DIFFERENT for side in pair[1:]), world(knowledge))
    made: list[Judgement] = []
    persons = _cluster(cast.persons, partial(person_reasons, cast.persons), ruled, made)
    attach_surnames(cast, persons)
    groups = _cluster(cast.groups, partial(group_reasons, cast.groups, _same(persons)), ruled, made)
    attach_bare(cast, groups, persons)
    actors, of = assemble(Gathered(cast, persons, groups, by_key, tuple(statements), _joins(ruled)))
    return Actors(actors, of, tuple(made))


def _by_persons(judgements: Sequence[Judgement]) -> dict[tuple[str, str], Verdict]:
    """Folded pair of names to the latest verdict of a person."""
    ruled: dict[tuple[str, str], Verdict] = {}
    mine = [one for one in judgements if one.by.startswith("person:") and one.about == "actor"]
    for one in sorted(mine, key=lambda one: (one.at.isoformat() if one.at else "", one.by, one.left, one.right)):
        left, right = sorted((key(one.left), key(one.right)))
        ruled[left, right] = one.verdict
    return ruled


def _joins(ruled: Mapping[tuple[str, str], Verdict]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair, found in sorted(ruled.items()) if found is Verdict.SAME)


def _same(clusters: Clusters) -> Callable[[str, str], bool]:
    return lambda one, other: clusters.of(one) == clusters.of(other)


def _cluster(
    nodes: Mapping[str, Node], compare: Compare, ruled: Mapping[tuple[str, str], Verdict], made: list[Judgement]
) -> Clusters:
    """Cluster the spellings that say who is meant; the comparisons go to `made`."""
    compare = symmetric(partial(_ruled, nodes, compare, ruled))
    rough = {name for name, node in nodes.items() if node.scheme or node.form.script != "Latin"}
    clusters = Clusters(nodes, compare, rough)
    telling = {name: blocking_keys(node.form) | {f"!{other}" for other in (*node.links, name)}
               for name, node in nodes.items() if "@" not in name}
    pairs = candidate_pairs(telling)
    for pair in _joins(ruled):
        named = [name for name in sorted(telling) if nodes[name].form.key in pair]
        for other in named[1:]:
            clusters.join(named[0], other)
    clusters.agglomerate(pairs)
    made += [
        Judgement(about="actor", left=nodes[one].form.text, right=nodes[other].form.text,
                  verdict=verdict(compare(one, other)), reasons=compare(one, other), by=RULE)
        for one, other in pairs if any(ground.weight > 1 for ground in compare(one, other))
    ]
    return clusters


def _ruled(
    nodes: Mapping[str, Node], compare: Compare, ruled: Mapping[tuple[str, str], Verdict], one: str, other: str
) -> tuple[Reason, ...]:
    """The reasons, led by a person's judgement where there is one."""
    left, right = sorted((nodes[one].form.key, nodes[other].form.key))
    found = ruled.get((left, right))
    if found is None:
        return compare(one, other)
    share = {Verdict.SAME: 1.0, Verdict.DIFFERENT: -1.0, Verdict.UNSURE: 0.0}[found]
    own = reason("person's judgement", found.value, share)
    return (own,) if found is Verdict.UNSURE else (own, *compare(one, other))
