"""What the reports add to a comparison of names: offices, names side by side, acronyms spelled out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from truceline.model import Reason, Report, Role, Statement
from truceline.reconcile.actors.compare import compare_groups, compare_persons, reason
from truceline.reconcile.actors.fold import key, tokens
from truceline.reconcile.actors.form import Form
from truceline.reconcile.actors.likeness import pair_words

SCHEMES = {"zh": "pinyin", "ja": "pinyin", "ko": "pinyin", "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic",
           "sr": "cyrillic", "mk": "cyrillic"}
TWIN = 0.95  # likeness of all words beyond which two spellings in one report are one sloppy writer's
_BRACKET = re.compile(r"\((?:the |hereafter |or )?[\"“']?([A-Z][A-Za-z-]{1,7})[\"”']?\)")
BEFORE = 90  # characters before a bracket that may hold the full name
_LINKS = frozenset("of the a an and for to in".split())


@dataclass
class Node:
    """One spelling: its form, the reports that use it, the state that it mentions, the offices its bearer has."""

    form: Form
    reports: set[str] = field(default_factory=set)
    state: str = ""
    scheme: str = ""
    offices: set[tuple[str, str]] = field(default_factory=set)  # (title word, organisation), folded
    links: set[str] = field(default_factory=set)  # other spellings that a report gives the same bearer
    holders: dict[str, set[str]] = field(default_factory=dict)  # title word: persons, for a group


Nodes = Mapping[str, Node]


def person_reasons(nodes: Nodes, one: str, other: str) -> tuple[Reason, ...]:
    """Why two spellings are, or are not, one person's."""
    left, right = nodes[one], nodes[other]
    scheme = left.scheme or right.scheme
    found = list(compare_persons(left.form, right.form, scheme))
    if scheme and left.scheme != right.scheme and left.form.key != right.form.key:
        found.append(reason("ways of writing differ", scheme))
    if left.offices & right.offices:
        title, organisation = min(left.offices & right.offices)
        found.append(reason("same office", f"{title}, {organisation}"))
    elif left.form.key != right.form.key and _bodies(left) and _bodies(right) and not _bodies(left) & _bodies(right):
        found.append(reason("no office in common"))
    if one in right.links or other in left.links:
        found.append(reason("defined in a report", share=0.4))
    elif (both := left.reports & right.reports) and not _twins(left.form, right.form):
        found.append(reason("side by side in one report", min(both)))
    return tuple(found)


def _bodies(node: Node) -> set[str]:
    """The organisations that the bearer has an office in."""
    return {body for _, body in node.offices}


def _twins(one: Form, other: Form) -> bool:
    """Whether two forms are the same words in slightly other letters, or one is the other cut short."""
    pairing = pair_words(one.core, other.core, "", TWIN)
    return not pairing.left_over or not pairing.right_over


def group_reasons(nodes: Nodes, same_person: Callable[[str, str], bool], one: str, other: str) -> tuple[Reason, ...]:
    """Why two spellings are, or are not, one group's."""
    left, right = nodes[one], nodes[other]
    found = list(compare_groups(left.form, right.form, left.scheme or right.scheme))
    if left.form.key != right.form.key:
        found += _countries(left, right)
        if left.scheme != right.scheme:
            found.append(reason("ways of writing differ", left.scheme or right.scheme))
    if one in right.links or other in left.links:
        found.append(reason("defined in a report"))
    elif _shortened(left, right) or _shortened(right, left):
        found.append(reason("shortened in a report"))
    elif shared := _shared_holder(left, right, same_person):
        found.append(reason("same office holder", shared))
    elif left.reports & right.reports and not left.form.acronym and not right.form.acronym \
            and not _twins(left.form, right.form):
        found.append(reason("side by side in one report", share=0.3))
    return tuple(found)


def _shortened(full: Node, short: Node) -> bool:
    """Whether a report that gives the full name goes on with its last words ("the People's Army")."""
    return bool(full.reports & short.reports and full.form.types & short.form.types
                and full.form.organs == short.form.organs and full.form.key.endswith(f" {short.form.key}"))


def _countries(left: Node, right: Node) -> list[Reason]:
    if left.state and right.state:
        same = left.state == right.state
        return [reason("same country" if same else "other country", f"{left.state} / {right.state}")]
    return [reason("country on one side", left.state or right.state)] if left.state or right.state else []


def _shared_holder(left: Node, right: Node, same_person: Callable[[str, str], bool]) -> str:
    """A title that one person holds in both groups."""
    for title in sorted(left.holders.keys() & right.holders.keys()):
        for person in sorted(left.holders[title]):
            if any(same_person(person, other) for other in right.holders[title]):
                return f"{title}: {person}"
    return ""


def title_words(title: str) -> frozenset[str]:
    """The content words of a title, cut to five letters so that inflections count as one."""
    return frozenset(word[:5] for word in tokens(title) if word not in _LINKS)


def offices(statements: Iterable[Statement]) -> dict[str, list[tuple[str, str]]]:
    """Folded person's name to (title, organisation's name) of every role statement."""
    held: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for statement in statements:
        if isinstance(statement, Role) and statement.title:
            organisation = statement.organisation.name if statement.organisation else ""
            held[statement.person.name].append((statement.title, organisation))
    return dict(held)


def defined_acronyms(reports: Sequence[Report]) -> list[tuple[str, str, str]]:
    """(report, words before the bracket, acronym) for every "Full Name (ACR)" in the texts."""
    return [
        (report.key, key(report.text[max(0, match.start() - BEFORE):match.start()]), match[1])
        for report in reports for match in _BRACKET.finditer(report.text)
    ]


def scheme_of(reports: Mapping[str, Report], used: Iterable[str]) -> str:
    """The way of writing that explains odd spellings: that of the translated reports, if all that use it are."""
    schemes = {SCHEMES.get(reports[report].translated_from or "", "") for report in used if report in reports}
    return schemes.pop() if len(schemes) == 1 else ""


def symmetric(compare: Callable[[str, str], tuple[Reason, ...]]) -> Callable[[str, str], tuple[Reason, ...]]:
    """The same comparison, computed once for a pair whatever its order."""
    seen: dict[tuple[str, str], tuple[Reason, ...]] = {}

    def ordered(one: str, other: str) -> tuple[Reason, ...]:
        pair = (one, other) if one <= other else (other, one)
        if pair not in seen:
            seen[pair] = compare(*pair)
        return seen[pair]

    return ordered


__all__ = ["Node", "defined_acronyms", "group_reasons", "offices", "person_reasons", "scheme_of", "symmetric",
           "title_words"]
