"""What of a statement is compared: its family, side, doers, places, days and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from truceline.model import Act, Figure, Pledge, Quote, Role, Stance, Statement, Status, VoiceClass
from truceline.reconcile.scene import Days, Scene, days, gap, names_of, place_keys, vague, width
from truceline.reconcile.words import fold, lexicon, mass, overlap, stems, weak

ACT_JOIN = 2.1        # score from which two statements speak of one act
APART = -10.0         # what two datings weigh that cannot be of one happening
VIOLENT = ("ASSAULT", "COERCE")
SPEECH = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
DAY = 3               # days up to which two datings are of one day
WIDE = ("country", "area")
NIGHT = re.compile(r"\b(?:night|overnight|midnight|dawn|daybreak|evening|early|late|hours)\b", re.I)
SPELT = 78            # likeness of two spellings from which they may be of one place
NARROW = 10           # days up to which an interval says when something happened


@dataclass(frozen=True)
class Trait:
    """A statement made comparable. `words` are of the evidence, `context` of its sentence too.

    `known` are those of its parties that are actors of the record; `event` is the fact that a denial means, where its
    own words do not say; `around` are the capitalised words of its report.
    """

    statement: Statement
    family: str
    side: str
    doers: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    when: Days | None
    words: frozenset[str]
    context: frozenset[str]
    known: frozenset[str]
    event: str = ""
    around: frozenset[str] = frozenset()


def trait(statement: Statement, scene: Scene, event: str = "") -> Trait:
    """A statement's traits within a scene."""
    doers, targets = (scene.with_organisations(ids) for ids in _parties(statement, scene))
    words = stems(_said(statement))
    if family(statement).startswith(SPEECH):  # two charges of one mouth are one only where what they say is
        words -= frozenset(stem for name in names_of(statement) for stem in stems(name.name) | stems(name.words))
        words -= _speaking()
    return Trait(statement, family(statement), side(statement), doers, targets, place_keys(statement.where),
                 days(statement) or _inner_days(statement, scene), words, stems(scene.sentence(statement)),
                 _certain(doers | targets, scene), event, scene.capitals(statement.report))


def _certain(ids: frozenset[str], scene: Scene) -> frozenset[str]:
    """Those that are actors of a kind: "3,200 fighters" may be anybody's."""
    return frozenset(one for one in scene.known(ids) if scene.actors[one].kind != "other")


@cache
def _speaking() -> frozenset[str]:
    return frozenset(stem for word in lexicon("families")["speaking"] for stem in stems(word))


def _inner_days(statement: Statement, scene: Scene) -> Days | None:
    """The days of an act of the same kind that stands within an undated one: "a meeting due on Friday was put off"."""
    if not isinstance(statement, Act):
        return None
    inner = (days(one) for one in scene.by_report[statement.report] if isinstance(one, Act) and one.when
             and one.type == statement.type and statement.start <= one.start and one.end <= statement.end)
    return next(inner, None)


def family(statement: Statement) -> str:
    """The kind of happening that a statement speaks of."""
    if isinstance(statement, Act):
        modes = lexicon("families")["by_mode"].get(statement.type, ())
        return f"{statement.type}/{statement.mode}" if statement.mode in modes else statement.type or "act"
    if isinstance(statement, Figure):
        return f"figure/{statement.measure}"
    if isinstance(statement, Stance):
        return f"stance/{statement.issue}"
    return statement.kind


def side(statement: Statement) -> str:
    """What the status makes of the act; for a stance its position, for a role its state."""
    if isinstance(statement, Stance):
        return statement.position
    if isinstance(statement, Role):
        return "left" if statement.state == "left" else "holds"
    if isinstance(statement, Act):
        announced = statement.mode == "resign" and statement.status is Status.PLANNED
        return str(lexicon("families")["sides"][str(Status.OCCURRED if announced else statement.status)])
    return ""


def _said(statement: Statement) -> str:
    if isinstance(statement, Role):
        return f"{statement.title} {statement.organisation.name if statement.organisation else ''}"
    if isinstance(statement, Pledge):
        return f"{statement.content} {statement.quote}"
    return statement.quote


def _parties(statement: Statement, scene: Scene) -> tuple[frozenset[str], frozenset[str]]:
    """Actor ids of who does it and to whom."""
    report = statement.report
    if isinstance(statement, Act):
        denier = [voice.who for voice in statement.chain[:1]] if statement.status is Status.DENIED else []
        return scene.ids((*statement.actors, *denier), report), scene.ids(statement.recipients, report)
    if isinstance(statement, Stance):
        return scene.ids([statement.holder] if statement.holder else [], report), frozenset()
    if isinstance(statement, Pledge):
        return scene.ids(statement.by, report), scene.ids(statement.to, report)
    if isinstance(statement, Role):
        return scene.ids([statement.person], report), scene.ids(
            [statement.organisation] if statement.organisation else [], report)
    if isinstance(statement, Quote) and statement.speaker and statement.speaker.cls is not VoiceClass.UNNAMED:
        return scene.ids([statement.speaker.who], report), frozenset()
    return frozenset(), frozenset()


@cache
def alike(one: str, other: str) -> bool:
    """Whether two families may be one happening told in two ways."""
    if one == other:
        return True
    if "act" in (one, other):
        return not (one.startswith(SPEECH) or other.startswith(SPEECH))
    return any(one in line and other in line for line in lexicon("families")["alike"])


def score(one: Trait, other: Trait) -> float:
    """How much speaks for two statements being of one happening. `ACT_JOIN` is enough."""
    return likeness(one, other) + _time(one, other) if alike(one.family, other.family) else 0.0


def days_apart(one: Trait, other: Trait) -> bool:
    """Whether the days of two statements rule out that they are of one happening."""
    return _time(one, other) <= APART


def likeness(one: Trait, other: Trait) -> float:
    """The same without the days."""
    total = 0.6 if one.family == other.family else 0.0
    common = mass(one.words & other.words)
    slight = min(1.0, max(min(mass(one.words), mass(other.words)), 0.5) / 2)  # "the shelling" may be of anything
    total += 2.2 * overlap(one.words, other.words) * min(1.0, common / 2) * slight
    total += 0.8 * overlap(one.context, other.context) * slight
    total += _agree(one, other, "doers", -0.7) + _agree(one, other, "targets", -0.3) + _leaving(one, other)
    total += _modes(one, other) + (1.2 if one.event and one.event == other.event else 0.0)
    total += _voices(one, other) + _speech(one, other, common) + _report(one, other)
    return total + _struck(one, other) + _places(one, other) + _issues(one, other)


def _struck(one: Trait, other: Trait) -> float:
    """What one says was struck, and the other names too ("the hospital"), or says that something else was."""
    if not (one.family in VIOLENT and other.family in VIOLENT):
        return 0.0
    mine, theirs = _victims(one), _victims(other)
    if mass(one.words & other.words & (mine | theirs)) >= 1:
        return 0.8
    return -1.0 if mine and theirs and not mine & other.context and not theirs & one.context else 0.0


def _victims(one: Trait) -> frozenset[str]:
    """The stems of what an act struck, beyond "troops" and "people"."""
    struck = one.statement.recipients if isinstance(one.statement, Act) else ()
    return frozenset(stem for name in struck if not vague(name) for stem in stems(name.words)) - weak()


def _speech(one: Trait, other: Trait, common: float) -> float:
    """Asking, blaming and refusing are one only in like words by the same mouth."""
    if not (one.family.startswith(SPEECH) and other.family.startswith(SPEECH)):
        return 0.0
    others = bool(one.doers and other.doers and not one.doers & other.doers)
    return (-2.5 if others else 0.0) + (-2.0 if common < 1 else 0.0)


def _report(one: Trait, other: Trait) -> float:
    """One report seldom tells a thing twice, unless in the same words, or violence that it opens with."""
    apart = one.family == "ASSAULT" or one.statement.report != other.statement.report
    return 0.0 if apart or overlap(one.words, other.words) >= 0.6 else -0.6


def _voices(one: Trait, other: Trait) -> float:
    """One medium that both quote for what one speaker said."""
    media = [{fold(voice.who.name) for voice in trait.statement.chain[1:]} for trait in (one, other)]
    return 0.7 if media[0] & media[1] and one.doers & other.doers else 0.0


def _modes(one: Trait, other: Trait) -> float:
    """A mode that both name."""
    first, second = one.statement, other.statement
    same = isinstance(first, Act) and isinstance(second, Act) and first.mode and first.mode == second.mode
    return 0.4 if same else 0.0


def _agree(one: Trait, other: Trait, part: str, different: float) -> float:
    """One actor in common speaks for; actors that are known to be others speak against."""
    mine: frozenset[str] = getattr(one, part)
    theirs: frozenset[str] = getattr(other, part)
    if mine & theirs:
        return 0.6
    return different if mine & one.known and theirs & other.known else 0.0


def _leaving(one: Trait, other: Trait) -> float:
    """One who resigns here and is dismissed there leaves one office."""
    if {one.family, other.family} != {"RETREAT/resign", "SANCTION/expel"}:
        return 0.0
    return 1.6 if (one.doers | one.targets) & (other.doers | other.targets) else -0.5


def _places(one: Trait, other: Trait) -> float:
    if not one.places or not other.places:
        named = {word for trait, text in ((one, other), (other, one)) for place in trait.places
                 for word in stems(place) if word in text.context}
        return 0.4 if named else 0.0
    if one.places & other.places:
        both = one.family == other.family == "ASSAULT"
        said = one.when and other.when or mass(one.words & other.words) >= 1
        return 0.6 if not both else 1.0 if said else 0.3
    if levels(one, other):
        return 0.0
    return -1.2 if one.family == other.family == "ASSAULT" else -0.5


def levels(one: Trait, other: Trait) -> bool:
    """Whether two places may be one, told at two levels (a report names both) or spelt in two ways."""
    wide = any(place.precision in WIDE for trait in (one, other) for place in trait.statement.where)
    near = any(set(place.split()) <= trait.around for trait, rival in ((one, other), (other, one))
               for place in rival.places)
    return wide or near or any(fuzz.ratio(mine, theirs) >= SPELT for mine in one.places for theirs in other.places)


def _issues(one: Trait, other: Trait) -> float:
    first, second = one.statement.issue, other.statement.issue
    if not first or not second or one.family == other.family == "ASSAULT":  # violence is told under any issue
        return 0.0
    return 0.2 if first == second else -0.4


def _time(first: Trait, second: Trait) -> float:
    """What two datings say: a day in common speaks for; days apart rule out, but for one day in what else is alike."""
    one, other = first.when, second.when
    if one is None or other is None:
        return 0.0
    apart = gap(one, other)
    if apart > 0:
        return -0.5 if apart == 1 and _one_night(first, second) else APART
    wider = max(width(one), width(other))
    return 0.8 if wider <= DAY else 0.5 if wider <= NARROW else 0.3 if wider <= 62 else 0.0


def _one_night(one: Trait, other: Trait) -> bool:
    """Whether two reports may count the same hours to two days: of one place or target, or where a night is told."""
    if one.statement.report == other.statement.report:
        return False
    night = NIGHT.search(one.statement.quote) or NIGHT.search(other.statement.quote)
    here = one.places & other.places or one.targets & other.targets
    return bool(here or night and mass(one.words & other.words) >= 1)


def key_words(one: Trait) -> list[str]:
    """The stems and ids under which others find a statement, the rarest kind first."""
    strong = [word for word in sorted(one.words) if len(fold(word)) > 3]
    number = [f"={one.statement.value:g}"] if isinstance(one.statement, Figure) and one.statement.value else []
    return [*number, *sorted(one.doers), *sorted(one.places), *strong]
