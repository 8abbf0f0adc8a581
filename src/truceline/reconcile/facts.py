"""Facts: statements of one happening, quantity, saying, promise or office, joined in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from truceline.model import Act, Fact, Figure, Pledge, Quote, Role, Statement
from truceline.reconcile import origins
from truceline.reconcile.attest import happenings, support
from truceline.reconcile.copies import Copies
from truceline.reconcile.groups import MEMBERS, Group, Groups, block
from truceline.reconcile.merging import settle
from truceline.reconcile.quantities import Quantity, agree, comparable, quantity
from truceline.reconcile.scene import Days, Scene, gap, width
from truceline.reconcile.traits import ACT_JOIN, Trait, days_apart, score, side, trait
from truceline.reconcile.words import digest, fold, mass, overlap, stems

SAYING = 0.6          # share of words from which two quotations are one utterance
COPIED = 40           # letters from which the same words are a copy, whatever their sentence


def join(scene: Scene, keys: Mapping[str, str]) -> list[Group]:
    """The facts in the making. `keys` are those of statements that talks, truces and pledges hold to be of one fact.

    Denials come after what they deny, and figures after the happenings in which they stand.
    """
    desk = Desk(scene, keys)
    later: list[Statement] = []
    for statement in scene.statements:
        if isinstance(statement, Figure) or side(statement) == "denied":
            later.append(statement)
        else:
            _place(trait(statement, scene), desk)
    settle(desk.groups)
    desk.file_again()
    known = happenings(desk.groups.all, scene)
    for statement in later:
        if isinstance(statement, Figure):
            size = quantity(statement, scene, known.figure(statement))
            _add_figure(trait(statement, scene), size, desk)
        else:
            happened = known.act(statement) if isinstance(statement, Act) else None
            _place(trait(statement, scene, happened.id if happened else ""), desk)
    return [group for group in desk.groups.all if group.traits]


@dataclass
class Desk:
    """The facts in the making, by what holds statements together beforehand: a key, or the very same words."""

    scene: Scene
    keys: Mapping[str, str]
    groups: Groups = field(default_factory=Groups)
    keyed: dict[str, Group] = field(default_factory=dict)
    worded: dict[str, Group] = field(default_factory=dict)

    def held(self, one: Trait) -> Group | None:
        """The group of the statements that have the same key, or the same words in another report of the story."""
        found = self.keyed.get(self.keys.get(one.statement.id, ""))
        return found or next((self.worded[words] for words in self._wordings(one) if words in self.worded), None)

    def file(self, one: Trait, group: Group) -> None:
        """Have a statement's key and words lead to its group."""
        key = self.keys.get(one.statement.id, "")
        if key:
            group.key = group.key or key
            self.keyed.setdefault(key, group)
        for words in self._wordings(one):
            self.worded.setdefault(words, group)

    def file_again(self) -> None:
        """The same for all statements, once groups were put together."""
        self.keyed, self.worded = {}, {}
        for group in self.groups.all:
            for one in group.traits:
                self.file(one, group)

    def _wordings(self, one: Trait) -> list[str]:
        """The words of a statement, with its sentence where they are few, under which a copy is found."""
        story = self.scene.story_of.get(one.statement.report, one.statement.report)
        words, sentence = fold(one.statement.quote), fold(self.scene.sentence(one.statement))
        whole = [digest("w", block(one), story, words, sentence)]
        return [*whole, digest("w", block(one), story, words)] if len(words) >= COPIED else whole


def _place(one: Trait, desk: Desk) -> None:
    """Put a statement to those of its key or words, or to those like it that have no other key."""
    group = desk.held(one)
    if group is None:
        key = desk.keys.get(one.statement.id, "")
        near = [group for group in desk.groups.near(one) if not key or not group.key
                or isinstance(one.statement, Pledge)]
        group = _best(one, near)
    desk.file(one, desk.groups.add(one, group))


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
    if kind == other.statement.kind == "act":
        return score(one, other) / ACT_JOIN
    if kind == "role":
        same = one.doers == other.doers and overlap(one.words, other.words) >= 0.6
        return 1.0 + overlap(one.words, other.words) if same else 0.0
    shared = overlap(one.words, other.words)
    enough = mass(one.words & other.words) >= 2
    if kind != other.statement.kind:
        return _retold(one, other, shared) if enough and not _others(one, other) else 0.0
    if kind == "pledge":
        joint = enough and shared >= 0.5  # two sides tell of what they promised together
        return 0.0 if _others(one, other) and not joint else _pledge(one, other, shared)
    if one.doers and other.doers and not one.doers & other.doers:
        return 0.0
    return shared / SAYING if enough else 0.0


def _others(one: Trait, other: Trait) -> bool:
    """Whether two statements are known to be of others."""
    return bool(one.doers & one.known and other.doers & other.known and not one.doers & other.doers)


def _retold(one: Trait, other: Trait, shared: float) -> float:
    """One thing told as an act here and as a promise or position there; a day in common helps."""
    days_told = [_due(each) for each in (one, other)]
    if days_told[0] and days_told[1]:
        shared += 0.15 if gap(days_told[0], days_told[1]) == 0 else -0.5
    return shared / SAYING


def _due(one: Trait) -> Days | None:
    """The days by which something promised is due, or of what is told."""
    due = one.statement.due if isinstance(one.statement, Pledge) else None
    return (due.start, due.end) if due else one.when


def _pledge(one: Trait, other: Trait, shared: float) -> float:
    """One promise is due on one day, or made on one day, in like words."""
    first, second = one.statement, other.statement
    dues = [(pledge.due.start, pledge.due.end) for pledge in (first, second)
            if isinstance(pledge, Pledge) and pledge.due]
    due = len(dues) == 2 and gap(*dues) == 0
    made = bool(one.when and other.when and gap(one.when, other.when) == 0
                and max(width(one.when), width(other.when)) <= 3)
    if mass(one.context & other.context) < 1:
        return 0.0
    near = max(shared, 0.8 * overlap(one.context, other.context))
    return (near + (0.35 if due else 0.0) + (0.35 if made else 0.0)) / 0.5


def _add_figure(one: Trait, size: Quantity, desk: Desk) -> None:
    groups = desk.groups
    candidates = groups.near(one)
    if size.event:
        numbers = groups.by_word.get((block(one), size.event), ())
        candidates += [groups.all[number] for number in numbers if groups.all[number] not in candidates]
    found = desk.held(one) or next((group for group in candidates if _counts_same(size, group)), None)
    group = groups.add(one, found)
    desk.file(one, group)
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
    besides = support(groups, scene)
    return tuple(_entry(group, besides.get(group.id, ()), (scene, copies, events), (disputed, superseded))
                 for group in groups)


def _entry(group: Group, besides: Sequence[Statement], known: tuple[Scene, Copies, Mapping[str, str]],
           struck: tuple[frozenset[str], frozenset[str]]) -> Fact:
    scene, copies, events = known
    disputed, superseded = struck
    statements = [one.statement for one in group.traits]
    named = label(statements, scene)
    statements += besides
    roots = origins.of(statements, scene, copies)
    standing = ("superseded" if group.id in superseded else "disputed" if any(one.id in disputed for one in statements)
                else "corroborated" if origins.sides(roots) > 1 else "single")
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
