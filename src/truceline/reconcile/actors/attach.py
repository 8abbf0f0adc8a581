"""References that say too little alone: a surname, "the Front". They go to the one bearer that fits, or to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from truceline.reconcile.actors.cast import Cast
from truceline.reconcile.actors.cluster import Clusters
from truceline.reconcile.actors.evidence import Node
from truceline.reconcile.actors.form import Form
from truceline.reconcile.actors.knowledge import words
from truceline.reconcile.actors.likeness import likeness

SURNAME = 0.85  # least likeness of a surname to the name that it shortens
GIVEN = 0.95  # the same for a given name, which more people share
SHARED = 50  # reports that may name an actor before it says nothing about what they have in common


def attach_surnames(cast: Cast, persons: Clusters) -> None:
    """Each single-word name to the one full name in its report that has the word, else in neighbouring reports.

    What finds nobody keeps its own company: the same word in neighbouring reports.
    """
    here = _by_report(cast.persons)
    near = _neighbours(cast, persons)
    alone: list[str] = []
    for name in sorted(cast.persons):
        if "@" not in name:
            continue
        node = cast.persons[name]
        report = min(node.reports)
        fitting = _fitting(cast, persons, node, here.get(report, frozenset()))
        if not fitting:
            around = frozenset().union(*(here.get(other, frozenset()) for other in near[report]))
            fitting = _fitting(cast, persons, node, around)
        if len(fitting) == 1:
            persons.join(name, min(fitting))
        elif not fitting:
            alone.append(name)
    _join_alone(alone, near, persons)


def _neighbours(cast: Cast, persons: Clusters) -> dict[str, set[str]]:
    """Report to the reports that name one of its persons or groups by a full name which not everybody uses."""
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for nodes in (cast.persons, cast.groups):
        for name, node in nodes.items():
            if "@" not in name and not node.form.known:
                shared[persons.of(name) if nodes is cast.persons else name] |= node.reports
    near: defaultdict[str, set[str]] = defaultdict(set)
    for reports in shared.values():
        for report in reports if len(reports) <= SHARED else ():
            near[report] |= reports
    return near


def _by_report(nodes: Mapping[str, Node]) -> dict[str, frozenset[str]]:
    """Report to the telling names in it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, node in nodes.items():
        if "@" not in name:
            for report in node.reports:
                found[report].add(name)
    return {report: frozenset(names) for report, names in sorted(found.items())}


def _fitting(cast: Cast, persons: Clusters, node: Node, names: frozenset[str]) -> set[str]:
    """The persons among the names whose surname is most like the single word, else whose given name is the word."""
    word = node.form.core[-1]
    scored: defaultdict[float, set[str]] = defaultdict(set)
    for name in sorted(names):
        core = cast.persons[name].form.core
        alike = likeness(word, core[-1], node.scheme)
        if alike < SURNAME:
            alike = 0.5 * max(likeness(word, part) for part in core)
        scored[round(alike, 2)].add(persons.of(name))
    best = max(scored, default=0.0)
    return scored[best] if best >= SURNAME or best >= 0.5 * GIVEN else set()


def attach_bare(cast: Cast, groups: Clusters, persons: Clusters) -> None:
    """"The Front", "the doctors' union" to the one group of this type in their report, else in neighbouring reports.

    What finds nobody keeps its own company, as surnames do.
    """
    here = _by_report(cast.groups)
    near = _neighbours(cast, persons)
    alone: list[str] = []
    for name in sorted(cast.groups):
        if "@" not in name:
            continue
        report = min(cast.groups[name].reports)
        fitting = _of_type(cast, groups, name, here.get(report, frozenset()))
        form = cast.groups[name].form
        if not fitting and form.core and not form.organs & words().state_organs:
            around = frozenset().union(*(here.get(other, frozenset()) for other in near[report]))
            fitting = _of_type(cast, groups, name, around)
        if len(fitting) == 1:
            groups.join(name, min(fitting))
        elif not fitting:
            alone.append(name)
    _join_alone(alone, near, groups)
    for name in alone:
        report = min(cast.groups[name].reports)
        for other in (one for one in alone if cast.groups[one].reports <= near[report] | {report}):
            if _like(cast.groups[name].form, cast.groups[other].form):
                groups.join(name, other)


def _like(one: Form, other: Form) -> bool:
    """Whether two bare names say the same ("Ministry of Health", "Federal Ministry of Health")."""
    return (one.core, one.types, one.organs) == (other.core, other.types, other.organs)


def _of_type(cast: Cast, groups: Clusters, name: str, names: frozenset[str]) -> set[str]:
    """The groups among the names that one of their spellings shows to be of the type, with all its core words."""
    form = cast.groups[name].form
    meant = form.types | form.organs

    def fits(twin: str) -> bool:
        other = cast.groups[twin].form
        return meant <= other.types | other.organs and set(form.core) <= set(other.core)

    return {groups.of(other) for other in names if meant and any(fits(twin) for twin in groups.under(other))}


def _join_alone(alone: list[str], near: Mapping[str, set[str]], clusters: Clusters) -> None:
    """The same word in neighbouring reports, where it found no bearer."""
    for name in alone:
        word, report = name.split("@", 1)
        for other in sorted(near[report]):
            if f"{word}@{other}" in alone:
                clusters.join(name, f"{word}@{other}")
