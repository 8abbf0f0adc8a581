"""Facts: statements of one happening, quantity, saying, promise or office, joined in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from truceline.model import Act, Fact, Figure, Pledge, Quote, Role, Statement
from truceline.reconcile import origins
from truceline.reconcile.allegations import meant
from truceline.reconcile.copies import Copies
from truceline.reconcile.groups import MEMBERS, Group, Groups, block
from truceline.reconcile.merging import settle
from truceline.reconcile.quantities import Quantity, agree, comparable, quantity
from truceline.reconcile.scene import Scene, gap
from truceline.reconcile.traits import ACT_JOIN, Trait, days_apart, score, side, trait
from truceline.reconcile.words import mass, overlap, stems

SAYING = 0.6          # share of words from which two quotations are one utterance
NEAREST = 500         # characters within which a figure belongs to a happening told before it


def join(scene: Scene, keys: Mapping[str, str]) -> list[Group]:
    """The facts in the making. `keys` are those of statements that talks, truces and pledges hold to be of one fact.

    Denials come after what they deny, and figures after the happenings in which they stand.
    """
    groups = Groups()
    keyed: dict[str, Group] = {}
    later: list[Statement] = []
    for statement in scene.statements:
        if isinstance(statement, Figure) or side(statement) == "denied":
            later.append(statement)
        else:
            _place(trait(statement, scene), keys.get(statement.id, ""), keyed, groups)
    settle(groups)
    of = {one.statement.id: group for group in groups.all for one in group.traits}
    keyed = {group.key: group for group in groups.all if group.key and group.traits}
    for statement in later:
        if isinstance(statement, Figure):
            size = quantity(statement, scene, _event(statement, scene, of))
            _add_figure(trait(statement, scene), size, groups)
        else:
            act = meant(statement, scene) if isinstance(statement, Act) else None
            one = trait(statement, scene, of[act.id].id if act else "")
            _place(one, keys.get(statement.id, ""), keyed, groups)
    return [group for group in groups.all if group.traits]


def _place(one: Trait, key: str, keyed: dict[str, Group], groups: Groups) -> Group:
    """Put a statement to those of its key, or to those like it that have no other key."""
    if key in keyed:
        return groups.add(one, keyed[key])
    near = [group for group in groups.near(one) if not key or not group.key]
    group = groups.add(one, _best(one, near))
    if key:
        group.key = key
        keyed[key] = group
    return group


def _best(one: Trait, groups: Iterable[Group]) -> Group | None:
    """The group that a statement belongs to, or None."""
    best, found = 0.0, None
    for group in groups:
        if isinstance(one.statement, Act) and any(days_apart(one, member) for member in group.traits[:MEMBERS]):
            continue
        likeness = max(_likeness(one, member) for member in group.traits[:MEMBERS])
        if likeness > best:
            best, found = likeness, group
    return found if best >= 1.0 else None


def _likeness(one: Trait, other: Trait) -> float:
    """From 1 on, two statements are of one fact."""
    kind = one.statement.kind
    if kind == "act":
        return score(one, other) / ACT_JOIN
    if kind == "role":
        same = one.doers == other.doers and overlap(one.words, other.words) >= 0.6
        return 1.0 + overlap(one.words, other.words) if same else 0.0
    if one.doers and other.doers and not one.doers & other.doers:
        return 0.0
    shared = overlap(one.words, other.words)
    enough = mass(one.words & other.words) >= 2
    if kind == "pledge":
        return _pledge(one, other, shared)
    return shared / SAYING if enough else 0.0


def _pledge(one: Trait, other: Trait, shared: float) -> float:
    first, second = one.statement, other.statement
    dues = [(pledge.due.start, pledge.due.end) for pledge in (first, second)
            if isinstance(pledge, Pledge) and pledge.due]
    due = len(dues) == 2 and gap(*dues) == 0
    return (shared + (0.25 if due else 0.0)) / 0.5 if mass(one.words & other.words) >= 1 else 0.0


def _event(figure: Figure, scene: Scene, of: dict[str, Group]) -> str:
    """The happening that a figure belongs to: the act told in its sentence, or else the last violent one before."""
    start, end = scene.sentence_span(figure)
    harm = figure.measure in ("killed", "injured")
    reach = start - (NEAREST if harm else 0)
    acts = [other for other in scene.by_report[figure.report] if isinstance(other, Act) and other.id in of
            and other.start < end and other.end > reach and (other.type == "ASSAULT" or not harm)]
    inside = [act for act in acts if act.end > start]
    chosen = min(inside or acts, key=lambda act: (abs(act.start - figure.start), act.start), default=None)
    return of[chosen.id].id if chosen else ""


def _add_figure(one: Trait, size: Quantity, groups: Groups) -> None:
    candidates = groups.near(one)
    if size.event:
        numbers = groups.by_word.get((block(one), size.event), ())
        candidates += [groups.all[number] for number in numbers if groups.all[number] not in candidates]
    found = next((group for group in candidates if _counts_same(size, group)), None)
    group = groups.add(one, found)
    group.quantities.append(size)
    if size.event and group.number not in groups.by_word[block(one), size.event]:
        groups.by_word[block(one), size.event].append(group.number)


def _counts_same(size: Quantity, group: Group) -> bool:
    return all(agree(size, other) for other in group.quantities[:MEMBERS]) and any(
        not comparable(size, other) for other in group.quantities[:MEMBERS])


def entries(groups: Sequence[Group], scene: Scene, copies: Copies, disputed: frozenset[str],
            superseded: frozenset[str]) -> tuple[Fact, ...]:
    """The facts of the record. `disputed` are statement ids, `superseded` fact ids."""
    events = {group.id: label([one.statement for one in group.traits], scene) for group in groups
              if group.traits[0].side == "real"}
    return tuple(_entry(group, (scene, copies, events), disputed, superseded) for group in groups)


def _entry(group: Group, known: tuple[Scene, Copies, Mapping[str, str]], disputed: frozenset[str],
           superseded: frozenset[str]) -> Fact:
    scene, copies, events = known
    statements = [one.statement for one in group.traits]
    roots = origins.of(statements, scene, copies)
    standing = ("superseded" if group.id in superseded else "disputed" if any(one.id in disputed for one in statements)
                else "corroborated" if len(roots) > 1 else "single")
    named = label(statements, scene)
    event = next((event for event in [*(one.event for one in group.quantities), *(one.event for one in group.traits)]
                  if event), "")
    if event in events and event != group.id:
        named = f"{named} — {events[event]}"
    return Fact(id=group.id, label=named, kind=statements[0].kind,
                statements=tuple(statement.id for statement in statements),
                reports=tuple(dict.fromkeys(statement.report for statement in statements)), origins=roots,
                standing=standing)


def label(statements: Sequence[Statement], scene: Scene) -> str:
    """A short line for a fact: the wording with most of the words that its reports share, and who, when."""
    wording = statements[0] if len(statements) == 1 else _central(statements)
    text = " ".join(wording.quote.split())
    if isinstance(wording, Quote) and wording.speaker:
        return f"{scene.label(scene.actor(wording.speaker.who, wording.report))}: “{text[:200]}”"
    text = text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + "…"
    if isinstance(wording, Figure):
        text = f"{text} ({_counted(wording, scene)})"
    day = next((one.when for one in statements if one.when and one.when.start == one.when.end), None)
    who = ""
    if isinstance(wording, Act) and wording.actors:
        names = [scene.label(scene.actor(name, wording.report)) for name in wording.actors]
        missing = [name for name in names if name.casefold() not in text.casefold()]
        who = f"{', '.join(missing)}: " if missing else ""
        text += _office(wording, scene)
    return f"{who}{text}" + (f" ({day.start.isoformat()})" if day else "")


def _counted(figure: Figure, scene: Scene) -> str:
    """What a figure counts, and whose count it is."""
    owner = figure.counted_by
    kind = figure.measure if figure.measure != "other" else "counted"
    return f"{kind}, according to {scene.label(scene.actor(owner, figure.report))}" if owner else kind


def _office(act: Act, scene: Scene) -> str:
    """The office that somebody who resigns is said to leave."""
    if act.mode != "resign":
        return ""
    who = scene.ids(act.actors, act.report)
    left = [one.title for one in scene.statements if isinstance(one, Role) and one.state == "left"
            and scene.actor(one.person, one.report) in who]
    return f" (as {Counter(left).most_common(1)[0][0]})" if left else ""


def _central(statements: Sequence[Statement]) -> Statement:
    counts = Counter(word for one in statements for word in stems(one.quote))
    shares = {one.id: sum(counts[word] for word in stems(one.quote)) / (8 + len(stems(one.quote)))
              for one in statements}
    return max(statements, key=lambda one: (shares[one.id], -one.start))
