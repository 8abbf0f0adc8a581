"""The cast of a set of reports: each name sorted into state organ, person or group, and each spelling made a node."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.model import NameKind, Report, Statement
from truceline.reconcile.actors.evidence import Node, defined_acronyms, offices, scheme_of, title_words
from truceline.reconcile.actors.fold import key
from truceline.reconcile.actors.form import Form, group, person
from truceline.reconcile.actors.knowledge import words
from truceline.reconcile.actors.mentions import Bearer, gather, is_actor, is_name_of
from truceline.reconcile.actors.states import StateRef, States, find_states
from truceline.reconcile.actors.world import World

Use = tuple[str, str]  # report key, name


@dataclass
class Cast:
    """Names sorted: `node_of` (report, name) is a node in `persons` or `groups`, `organs` a state's organ.

    A node's key is the folded spelling; a spelling that says too little to be one bearer's everywhere ("Hamad", "the
    Front") has a node in each report, "hamad@report".
    """

    bearers: tuple[Bearer, ...]
    states: States
    persons: dict[str, Node] = field(default_factory=dict)
    groups: dict[str, Node] = field(default_factory=dict)
    node_of: dict[Use, str] = field(default_factory=dict)
    organs: dict[Use, StateRef] = field(default_factory=dict)

    @property
    def world(self) -> World:
        """What is known of actors beforehand."""
        return self.states.world


def make_cast(
    reports: Mapping[str, Report], statements: Sequence[Statement], pulled: frozenset[str], world: World
) -> Cast:
    """Sort every name of the statements; names in `pulled` (folded) are never read as a state's organ."""
    bearers = tuple(bearer for bearer in gather(statements) if is_actor(bearer))
    cast = Cast(bearers, find_states(list(reports.values()), bearers, world))
    people = frozenset(name for name in _persons_by_vote(bearers, world) if " " in name or not cast.states.state(name))
    for bearer in bearers:
        if key(bearer.name) in people:
            _add(cast, bearer, cast.persons)
        elif (ref := cast.states.read(replace(bearer, kind=_group_kind(bearer)))) and key(bearer.name) not in pulled:
            if ref.state:
                cast.organs[bearer.report, bearer.name] = ref
        elif bearer.kind is not NameKind.PLACE:
            _add(cast, bearer, cast.groups)
    for nodes in (cast.persons, cast.groups):
        for node in nodes.values():
            node.scheme = scheme_of(reports, node.reports)
    _add_offices(cast, statements)
    _add_acronyms(cast, list(reports.values()))
    return cast


def _group_kind(bearer: Bearer) -> NameKind:
    return NameKind.OTHER if bearer.kind is NameKind.PERSON else bearer.kind


def _persons_by_vote(bearers: Iterable[Bearer], world: World) -> frozenset[str]:
    """Folded names that most uses take for a person's; a known group is none, a known person is one."""
    votes: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for bearer in bearers:
        if bearer.kind is not NameKind.OTHER:
            votes[key(bearer.name)][bearer.kind is NameKind.PERSON] += bearer.uses
    return frozenset(name for name, count in votes.items()
                     if not world.is_group(name) and (count[True] > count[False] or world.known(name, is_person=True)))


def _add(cast: Cast, bearer: Bearer, nodes: dict[str, Node]) -> None:
    """The bearer's name as a node, and its other full spellings in the same report linked to it."""
    name = _node(cast, bearer.report, bearer.name, nodes)
    cast.node_of[bearer.report, bearer.name] = name
    for called in bearer.words:
        if called != bearer.name and is_name_of(called, bearer.name, bearer.kind):
            form = _form(called, nodes is cast.persons, cast.states)[0]
            if _tells(form, nodes is cast.persons):
                other = _node(cast, bearer.report, called, nodes)
                nodes[other].links.add(name)


def _node(cast: Cast, report: str, text: str, nodes: dict[str, Node]) -> str:
    form, state = _form(text, nodes is cast.persons, cast.states)
    name = form.key
    if nodes is cast.groups and not state and _of_a_state(form):
        state = cast.states.home.get(report, "")
        name = f"{form.key} ({state})" if state else f"{form.key}@{report}"
    elif not _tells(form, nodes is cast.persons) and not (state and form.types | form.organs):
        name = f"{form.key}@{report}"
    node = nodes.setdefault(name, Node(form, state=state))
    node.reports.add(report)
    return name


def _form(text: str, is_person: bool, states: States) -> tuple[Form, str]:
    """The form, and for a group the state that its name mentions, taken out of its core words."""
    if is_person:
        return states.world.person(text), ""
    form = states.world.group(text)
    state, rest = ("", ()) if form.acronym else states.split(text)
    if not state:
        return form, ""
    left = group(" ".join(rest))
    return replace(left, text=text, key=form.key, script=form.script, known=form.known), state


def _tells(form: Form, is_person: bool) -> bool:
    """Whether the form alone says who is meant, in whichever report it stands."""
    if is_person:
        return len(form.core) > 1 or bool(form.known)
    return bool(form.known or form.acronym or form.core)


def _of_a_state(form: Form) -> bool:
    """Whether every state may have a body of this name ("Ministry of Health", "national council")."""
    if form.known or form.acronym:
        return False
    return bool(form.organs & words().state_organs) or bool(form.core and set(form.core) <= words().everywhere)


def _add_offices(cast: Cast, statements: Sequence[Statement]) -> None:
    """Titles and organisations on the persons' nodes, and their holders on the groups'."""
    for name, held in offices(statements).items():
        node = cast.persons.get(person(name).key)
        for title, organisation in held if node else ():
            body = _body(organisation, cast)
            for word in title_words(title):
                if node and organisation:
                    node.offices.add((word, _body_key(organisation, cast)))
                if body:
                    body.holders.setdefault(word, set()).add(person(name).key)


def _body(organisation: str, cast: Cast) -> Node | None:
    """The node of an organisation's name."""
    return next((cast.groups[node] for (_, name), node in cast.node_of.items()
                 if name == organisation and node in cast.groups), None)


def _body_key(organisation: str, cast: Cast) -> str:
    """A rough name of an organisation: known name, state, or core words."""
    form, state = _form(organisation, False, cast.states)
    return form.known or " ".join(sorted(form.core)) or state or form.key


def _add_acronyms(cast: Cast, reports: Sequence[Report]) -> None:
    """Link an acronym to the full names that texts put before its bracket."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for _, before, acronym in defined_acronyms(reports):
        found = before.split()
        full = next((name for start in range(max(0, len(found) - 12), len(found))
                     if (name := " ".join(found[start:])) in cast.groups), None)
        if full and group(acronym).key in cast.groups:
            meant[group(acronym).key].add(full)
    for short, names in meant.items():
        cast.groups[short].links |= names
