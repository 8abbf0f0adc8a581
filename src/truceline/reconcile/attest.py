"""What attests a violent happening besides those who tell it: its toll, a charge or a denial, in any report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from truceline.model import Act, Figure, Statement
from truceline.reconcile.allegations import alleges, meant
from truceline.reconcile.groups import MEMBERS, Group
from truceline.reconcile.scene import Scene, days, gap, vague
from truceline.reconcile.words import lexicon, stems, weak

FELLOWS = 40      # violent happenings of a story among which the one meant is looked for
NEAREST = 500     # characters within which a figure belongs to a happening told before it
FAR = 2500        # characters back to the attack that a charge means
SURE = 2          # marks that a sentence must share with the happening that it means
GENERIC = frozenset(stems("attack violence killed"))
HARM = ("killed", "injured")
VIOLENT = ("ASSAULT", "COERCE")


@dataclass(frozen=True)
class Marks:
    """What a happening is known by: the stems of its places and victims, and of the violence done."""

    group: Group
    names: frozenset[str]
    violence: frozenset[str]


@dataclass
class Happenings:
    """The violent happenings of a record, and which of them a figure, a charge or a denial means."""

    scene: Scene
    of: dict[str, Group] = field(default_factory=dict)
    by_story: dict[str, list[Marks]] = field(default_factory=lambda: defaultdict(list))

    def figure(self, figure: Figure) -> str:
        """The fact of the happening to which a figure belongs, or ""."""
        found = self._told_beside(figure)
        if found is None and figure.measure in HARM:
            found = self.by_words(figure)
        return found.id if found else ""

    def act(self, act: Act) -> Group | None:
        """The happening that a charge or denial means: one that its sentence describes, or else one told before."""
        described = self.by_words(act)
        if described is not None:
            return described
        target = meant(act, self.scene)
        if target is None or not stems(target.quote) & _violence():  # "hostilities" that a truce ends are no attack
            target = self._attack_before(act) or target
        return self.of.get(target.id) if target else None

    def _attack_before(self, act: Act) -> Act | None:
        """The last act before that names violence, where the charge or denial names none or the same."""
        own = stems(act.quote) & _violence()
        before = [one for one in self.scene.by_report[act.report] if isinstance(one, Act) and one.type in VIOLENT
                  and act.start - FAR <= one.start < act.start and one.id in self.of and _violent(self.of[one.id])
                  and stems(one.quote) & _violence()]
        return next((one for one in reversed(before) if not own or own <= GENERIC or own & stems(one.quote)), None)

    def by_words(self, statement: Statement) -> Group | None:
        """The one happening of the story whose places, victims and violence a statement's sentence names."""
        said = stems(self.scene.sentence(statement))
        charge = isinstance(statement, Act) and statement.type != "ASSAULT"  # dated on the day of speaking
        own = None if charge else days(statement)
        story = self.scene.story_of.get(statement.report, statement.report)
        scored: list[tuple[float, Group]] = []
        for marks in self.by_story.get(story, ()):
            dated = [one.when for one in marks.group.traits[:MEMBERS] if one.when]
            if not own or not dated or min(gap(own, when) for when in dated) <= 1:
                named, done = len(said & marks.names), len(said & marks.violence)
                scored.append((named + min(done, 1) if named else 0.0, marks.group))
        scored.sort(key=lambda entry: (-entry[0], entry[1].number))
        clear = scored and scored[0][0] >= SURE and (len(scored) == 1 or scored[1][0] < scored[0][0])
        return scored[0][1] if clear else None

    def _told_beside(self, figure: Figure) -> Group | None:
        """The act told in a figure's sentence, or else the last violent one before."""
        start, end = self.scene.sentence_span(figure)
        harm = figure.measure in HARM
        reach = start - (NEAREST if harm else 0)
        acts = [other for other in self.scene.by_report[figure.report] if isinstance(other, Act) and other.id in self.of
                and other.start < end and other.end > reach and (other.type == "ASSAULT" or not harm)]
        inside = [act for act in acts if act.end > start]
        chosen = min(inside or acts, key=lambda act: (abs(act.start - figure.start), act.start), default=None)
        return self.of[chosen.id] if chosen else None


def happenings(groups: Sequence[Group], scene: Scene) -> Happenings:
    """All acts by their fact, and the violent facts by story."""
    found = Happenings(scene)
    for group in groups:
        found.of.update((one.statement.id, group) for one in group.traits)
        if group.traits and group.traits[0].side == "real" and group.traits[0].family in VIOLENT:
            for story in dict.fromkeys(scene.story_of.get(one.statement.report, one.statement.report)
                                       for one in group.traits):
                if len(found.by_story[story]) < FELLOWS:
                    found.by_story[story].append(_marks(group))
    return found


def _marks(group: Group) -> Marks:
    some = group.traits[:MEMBERS]
    named = frozenset(stem for one in some for place in one.statement.where for stem in stems(place.name))
    victims = frozenset(stem for one in some if isinstance(one.statement, Act) for name in one.statement.recipients
                        if not vague(name) for stem in stems(name.words) | stems(name.name))
    words = frozenset().union(*(one.words for one in some))
    return Marks(group, (named | victims) - weak() - _violence(), words & _violence())


@cache
def _violence() -> frozenset[str]:
    return frozenset(stem for word in lexicon("peace")["violence"] for stem in stems(word))


def support(groups: Sequence[Group], scene: Scene) -> dict[str, list[Statement]]:
    """For each violent fact the tolls and charges of reports that do not otherwise tell it."""
    known = happenings(groups, scene)
    told = {group.id: {one.statement.report for one in group.traits} for group in groups}
    found: dict[str, list[Statement]] = defaultdict(list)
    for group in groups:
        for size in group.quantities:
            if size.event in told and size.figure.report not in told[size.event]:
                found[size.event].append(size.figure)
    for act in scene.statements:
        if isinstance(act, Act) and alleges(act):
            meant_group = known.act(act)
            if meant_group and act.report not in told[meant_group.id] and _violent(meant_group):
                found[meant_group.id].append(act)
    return found


def _violent(group: Group) -> bool:
    return group.traits[0].family in VIOLENT and group.traits[0].side == "real"
