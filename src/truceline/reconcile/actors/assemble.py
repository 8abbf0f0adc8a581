"""Clusters of names as actors: names with their reports, a canonical name, a kind, an id, offices, memberships."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from truceline.model import Actor, ActorName, HeldRole, NameKind, Report, Role, Statement
from truceline.reconcile.actors.cast import Cast, Use
from truceline.reconcile.actors.cluster import Clusters
from truceline.reconcile.actors.fold import key, script
from truceline.reconcile.actors.form import group, person
from truceline.reconcile.actors.mentions import Bearer, is_name_of, proper
from truceline.reconcile.actors.roles import held_roles, is_membership
from truceline.reconcile.actors.states import organ_of
from truceline.reconcile.actors.witness import witnessed
from truceline.reconcile.actors.world import World

_DESCRIBED = re.compile(  # what a report adds behind a group's name to say what it is
    r" (?:rebel group|armed group|militant group|groups?|rebels|terrorists|guerrillas?|fighters|militants?|movement)$"
)
ORGAN_KINDS = {"government": "government", "army": "armed group", "opposition": "organisation"}


@dataclass(frozen=True)
class Gathered:
    """What the actors are made of. `joins` are pairs of folded names that a person judged the same."""

    cast: Cast
    persons: Clusters
    groups: Clusters
    reports: Mapping[str, Report]
    statements: tuple[Statement, ...]
    joins: tuple[tuple[str, str], ...]


@dataclass
class _Draft:
    """An actor in the making. `root` is what its bearers share: a cluster's first name, or a state and its organ."""

    root: tuple[str, ...]
    bearers: list[Bearer] = field(default_factory=list)


def assemble(gathered: Gathered) -> tuple[tuple[Actor, ...], dict[Use, str]]:
    """The actors in order of their names, and (report, name or words) → actor id."""
    drafts = _drafts(gathered)
    actors = {root: _actor(draft, gathered) for root, draft in drafts.items()}
    actors = _own_ids(actors, drafts)
    of = _index(drafts, actors)
    roles = _roles(gathered, actors, of)
    army_of = {root: (root[0], root[1], "government") for root in drafts if root[0] == "state" and root[2] == "army"}
    finished = []
    for root, actor in actors.items():
        held, member_of = roles.get(actor.id, ((), ()))
        if root in army_of and army_of[root] in actors:
            member_of = (actors[army_of[root]].id, *member_of)
        finished.append(replace(actor, roles=held, members_of=member_of))
    return tuple(sorted(finished, key=lambda actor: (actor.name, actor.id))), of


def _drafts(gathered: Gathered) -> dict[tuple[str, ...], _Draft]:
    """Bearers by actor; what a person judged the same goes together, whatever the rules made of it."""
    cast, drafts = gathered.cast, dict[tuple[str, ...], _Draft]()
    for bearer in cast.bearers:
        if root := _root(bearer, gathered):
            drafts.setdefault(root, _Draft(root)).bearers.append(bearer)
    for pair in gathered.joins:
        found = sorted(root for root, draft in drafts.items()
                       if any(key(bearer.name) in pair for bearer in draft.bearers))
        for other in found[1:]:
            drafts[found[0]].bearers += drafts.pop(other).bearers
    return dict(sorted(drafts.items()))


def _root(bearer: Bearer, gathered: Gathered) -> tuple[str, ...] | None:
    use = (bearer.report, bearer.name)
    if ref := gathered.cast.organs.get(use):
        return ("state", ref.state, ref.organ)
    node = gathered.cast.node_of.get(use)
    if node is None:
        return None
    if node in gathered.cast.persons:
        return ("person", gathered.persons.of(node))
    root = gathered.groups.of(node)
    told = any("@" not in name or gathered.cast.groups[name].form.core for name in gathered.groups.under(root))
    return ("group", root) if told else None


def _actor(draft: _Draft, gathered: Gathered) -> Actor:
    """The actor without its offices."""
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    uses: Counter[str] = Counter()
    for bearer in draft.bearers:
        for text in _called(bearer, draft.root, gathered.cast):
            spelled[text].add(bearer.report)
            uses[text] += bearer.uses
    for text, report in witnessed(draft.root[0], sorted(spelled), {bearer.report for bearer in draft.bearers},
                                  gathered.reports, gathered.cast.world):
        spelled[text].add(report)
    names = _names(spelled, uses)
    return Actor(id=_id(draft, gathered.reports), name=_canonical(draft, names, gathered.cast.world),
                 kind=_kind(draft, gathered.cast.world), names=names)


def _called(bearer: Bearer, root: tuple[str, ...], cast: Cast) -> set[str]:
    """The bearer's name and those of its words that name it; of a state's organ, no words for another organ."""
    called = {words for words in bearer.words if is_name_of(words, bearer.name, bearer.kind)}
    if root[0] == "state":
        called = {words for words in called if organ_of(cast.states.split(words)[1]) in ("", root[2])}
    bare = {text for name in (bearer.name, *called) if (text := _DESCRIBED.sub("", name)) != name and proper(text)}
    return {bearer.name, *called, *(bare if root[0] == "group" else ())}


def _names(spelled: Mapping[str, set[str]], uses: Counter[str]) -> tuple[ActorName, ...]:
    """The spellings, most used first; those that differ in capitals or an article alone are one."""
    reports: defaultdict[str, set[str]] = defaultdict(set)
    best: dict[str, str] = {}
    ranked = sorted(spelled, key=lambda text: (-len(spelled[text]), -uses[text], text))
    for text in sorted(ranked, key=lambda text: text.lower().startswith(("the ", "a "))):
        same = re.sub(r"^(?:the|an?) ", "", text.casefold())
        best.setdefault(same, text)
        reports[same] |= spelled[text]
    return tuple(
        ActorName(text=text, script=script(text), reports=tuple(sorted(reports[same])))
        for same, text in sorted(best.items(), key=lambda item: (-len(reports[item[0]]), ranked.index(item[1])))
    )


def _canonical(draft: _Draft, names: tuple[ActorName, ...], world: World) -> str:
    """The known name, else the fullest Latin spelling of those that most reports use."""
    if draft.root[0] != "state":
        form = world.person if draft.root[0] == "person" else world.group
        if known := next((found for name in names if (found := form(name.text).known)), ""):
            return known
    latin = [name for name in names if name.script == "Latin"] or list(names)
    if draft.root[0] == "person":
        full = max(min(len(person(name.text).core), 2) for name in latin)
        latin = [name for name in latin if len(person(name.text).core) >= full]
    elif draft.root[0] == "group":
        latin = [name for name in latin if not group(name.text).acronym and group(name.text).core] or latin
    else:
        if any(key(name.text) == key(draft.root[1]) for name in names):
            latin = [name for name in latin if key(name.text) == key(draft.root[1])] or latin
        latin = [name for name in latin if name.text[:1].isupper() and not name.text.startswith("The ")] or latin
    return min(latin, key=lambda name: (-len(name.reports), -len(name.text), name.text)).text


def _kind(draft: _Draft, world: World) -> str:
    """The kind that most uses give; what the world knows goes first."""
    if draft.root[0] == "person":
        return NameKind.PERSON.value
    if draft.root[0] == "state":
        return ORGAN_KINDS[draft.root[2]]
    known = {world.actors[name].kind for bearer in draft.bearers if (name := world.group(bearer.name).known)} - {None}
    if known:
        return min(kind.value for kind in known if kind)
    votes: Counter[str] = Counter()
    for bearer in draft.bearers:
        if bearer.kind not in (NameKind.PERSON, NameKind.OTHER, NameKind.PLACE):
            votes[bearer.kind.value] += bearer.uses
    return min(votes, key=lambda kind: (-votes[kind], kind)) if votes else NameKind.OTHER.value


def _id(draft: _Draft, reports: Mapping[str, Report]) -> str:
    """A hash of the kind and of the fullest name in the earliest report: a later spelling changes nothing."""
    if draft.root[0] == "state":
        content = "|".join(draft.root)
    else:
        first = min(draft.bearers, key=lambda bearer: _place(bearer, reports))
        content = f"{draft.root[0]}|{key(first.name)}"
    return "a" + hashlib.sha256(content.encode()).hexdigest()[:12]


def _place(bearer: Bearer, reports: Mapping[str, Report]) -> tuple[str, str, int, str]:
    report = reports.get(bearer.report)
    day = report.published.isoformat() if report and report.published else "9999"
    return day, bearer.report, -len(bearer.name), bearer.name


def _own_ids(
    actors: Mapping[tuple[str, ...], Actor], drafts: Mapping[tuple[str, ...], _Draft]
) -> dict[tuple[str, ...], Actor]:
    """Two bearers of one name (surnames in unrelated reports) get ids of their own."""
    counts = Counter(actor.id for actor in actors.values())
    own = {}
    for root, actor in actors.items():
        if counts[actor.id] > 1:
            where = min(bearer.report for bearer in drafts[root].bearers)
            actor = replace(actor, id="a" + hashlib.sha256(f"{actor.id}|{where}|{root}".encode()).hexdigest()[:12])
        own[root] = actor
    return own


def _index(
    drafts: Mapping[tuple[str, ...], _Draft], actors: Mapping[tuple[str, ...], Actor]
) -> dict[Use, str]:
    """(report, name) and (report, words) to actor id; words of several actors in a report are left out."""
    meant: defaultdict[Use, set[str]] = defaultdict(set)
    named: dict[Use, str] = {}
    for root, draft in drafts.items():
        for bearer in draft.bearers:
            named[bearer.report, bearer.name] = actors[root].id
            for words in bearer.words:
                meant[bearer.report, words].add(actors[root].id)
    of = {use: min(ids) for use, ids in meant.items() if len(ids) == 1}
    return dict(sorted((of | named).items()))


def _roles(
    gathered: Gathered, actors: Mapping[tuple[str, ...], Actor], of: Mapping[Use, str]
) -> dict[str, tuple[tuple[HeldRole, ...], tuple[str, ...]]]:
    """Actor id to its offices and the ids of the organisations that it belongs to."""
    names = {actor.id: actor.name for actor in actors.values()}
    ids = {actor.name: actor.id for actor in actors.values()}
    said: defaultdict[str, list[Role]] = defaultdict(list)
    for role in _role_statements(gathered.statements):
        if holder := of.get((role.report, role.person.name)):
            said[holder].append(role)

    def organisation(role: Role) -> str | None:
        if role.organisation is None:
            return None
        return names.get(of.get((role.report, role.organisation.name), ""), role.organisation.name)

    result = {}
    for holder, roles in said.items():
        held = held_roles(roles, gathered.reports, organisation)
        member = sorted({ids[role.organisation] for role in held if role.organisation in ids and is_membership(role)})
        result[holder] = (held, tuple(one for one in member if one != holder))
    return result


def _role_statements(statements: Iterable[Statement]) -> list[Role]:
    return [statement for statement in statements if isinstance(statement, Role)]
