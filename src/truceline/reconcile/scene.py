"""What every part of reconciliation looks at: reports and statements in order of time, names as actors, sentences."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from truceline.model import (
    Act,
    Actor,
    Figure,
    Name,
    NameKind,
    Place,
    Pledge,
    Quote,
    Report,
    Role,
    Stance,
    Statement,
    VoiceClass,
)
from truceline.reconcile.words import digest, fold, sentence_starts

_SPEAKS_FOR = re.compile(r"negotiat|delegat|spokes|minister|president|envoy|ambassador|leader|commander|chair", re.I)
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-ÞА-Я][\w’'-]+")
SIDES = ("government", "armed group", "organisation")
Days = tuple[date, date]
UNDATED = date.max
_GENERIC = frozenset("""gunmen gunman attackers assailants men fighters militants officials official unknown somebody
    they he she it his her their its him them i we you who himself herself themselves police sources source soldiers
    troops people unnamed unidentified terrorists""".split())


@dataclass(frozen=True)
class Scene:
    """Reports and statements by time, with the actor behind every name. Adding later reports changes nothing before."""

    reports: Mapping[str, Report]
    statements: Sequence[Statement]
    actors: Mapping[str, Actor]
    of: Mapping[tuple[str, str], str]
    story_of: Mapping[str, str] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict, repr=False)
    _capitals: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    name_stems: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    name_ids: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    actor_names: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def actor(self, name: Name | None, report: str) -> str:
        """The actor's id, or an id of the folded name where no actor was resolved; "" for no name."""
        if name is None or not name.name:
            return ""
        found = self.of.get((report, name.name)) or self.of.get((report, name.words))
        return found or digest("n", fold(name.name))

    def ids(self, names: Iterable[Name], report: str) -> frozenset[str]:
        """The actors behind names; vague references ("gunmen", "officials") are left out."""
        return frozenset(self.actor(name, report) for name in names if not vague(name))

    def together(self, one: str, other: str) -> bool:
        """Whether two reports tell one story."""
        return self.story_of.get(one, one) == self.story_of.get(other, other)

    def known(self, ids: frozenset[str]) -> frozenset[str]:
        """Those of the ids that are actors: a reference that stayed unresolved ("the bandits") is nobody else's."""
        return frozenset(one for one in ids if one in self.actors)

    def label(self, identity: str) -> str:
        """An actor's name for a reader."""
        known = self.actors.get(identity)
        return known.name if known else self._loose.get(identity, identity)

    @cached_property
    def _loose(self) -> dict[str, str]:
        labels: dict[str, str] = {}
        for statement in self.statements:
            for name in names_of(statement):
                labels.setdefault(digest("n", fold(name.name)), name.name)
        return labels

    def published(self, report: str) -> date:
        """The day of publication; the end of time where it is unknown, so that such reports come last."""
        return self.reports[report].published or UNDATED if report in self.reports else UNDATED

    def sentence_span(self, statement: Statement) -> tuple[int, int]:
        """Offsets of the sentence or sentences that hold a statement's evidence."""
        report = self.reports.get(statement.report)
        if report is None:
            return statement.start, statement.end
        starts = self._starts.get(report.key)
        if starts is None:
            starts = self._starts[report.key] = sentence_starts(report.text)
        first = starts[max(0, bisect.bisect_right(starts, statement.start) - 1)]
        after = bisect.bisect_left(starts, statement.end)
        last = starts[after] if after < len(starts) else len(report.text)
        return max(first, statement.start - 600), min(last, statement.end + 600)

    def sentence(self, statement: Statement) -> str:
        """The sentence that holds a statement's evidence, or the evidence where the report is not at hand."""
        report = self.reports.get(statement.report)
        if report is None:
            return statement.quote
        start, end = self.sentence_span(statement)
        return report.text[start:end].strip() or statement.quote

    @cached_property
    def by_report(self) -> dict[str, list[Statement]]:
        """The statements of each report in order of their place."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.report].append(statement)
        return found

    def capitals(self, report: str) -> frozenset[str]:
        """The folded words that a report writes with a capital letter."""
        if report not in self._capitals:
            kept = self.reports.get(report)
            self._capitals[report] = frozenset(map(fold, _CAPITAL.findall(kept.text))) if kept else frozenset()
        return self._capitals[report]

    @cached_property
    def names_of_sides(self) -> dict[str, frozenset[str]]:
        """The folded names of governments, armed groups and organisations, by actor id."""
        return {identity: frozenset(folded for form in actor.names if len(folded := fold(form.text)) > 2)
                for identity, actor in self.actors.items() if actor.kind in SIDES}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each statement in time, by id."""
        return {statement.id: number for number, statement in enumerate(self.statements)}

    @cached_property
    def persons(self) -> frozenset[str]:
        """The actors that are persons."""
        known = {identity for identity, actor in self.actors.items() if actor.kind == "person"}
        roles = [one for one in self.statements if isinstance(one, Role)]
        return frozenset(known | {self.actor(one.person, one.report) for one in roles})

    def with_organisations(self, ids: frozenset[str]) -> frozenset[str]:
        """Actors and those they speak for."""
        return ids | {self.organisation_of[one] for one in ids if one in self.organisation_of}

    @cached_property
    def served(self) -> dict[str, frozenset[str]]:
        """Every organisation that a person is said to hold or have held an office of, by actor id."""
        found: dict[str, set[str]] = defaultdict(set)
        for statement in self.statements:
            if isinstance(statement, Role) and statement.organisation:
                found[self.actor(statement.person, statement.report)].add(
                    self.actor(statement.organisation, statement.report))
        return {person: frozenset(organisations) for person, organisations in found.items()}

    @cached_property
    def organisation_of(self) -> dict[str, str]:
        """The organisation that a person speaks for, by actor id: of the latest office that speaks for one, or else of
        the latest office."""
        found: dict[str, tuple[bool, str]] = {}
        for statement in self.statements:
            if isinstance(statement, Role) and statement.organisation and statement.state != "left":
                person = self.actor(statement.person, statement.report)
                speaks = bool(_SPEAKS_FOR.search(statement.title))
                if speaks or not found.get(person, (False, ""))[0]:
                    found[person] = speaks, self.actor(statement.organisation, statement.report)
        return {person: organisation for person, (_, organisation) in found.items()}


def arrange(reports: Sequence[Report], statements: Sequence[Statement], actors: Sequence[Actor],
            of: Mapping[tuple[str, str], str]) -> Scene:
    """A scene whose order depends on the content alone, never on the order of arrival."""
    days = {report.key: report.published or UNDATED for report in reports}
    ordered = sorted({statement.id: statement for statement in statements}.values(),
                     key=lambda one: (days.get(one.report, UNDATED), one.report, one.start, one.end, one.id))
    keyed = {report.key: report for report in sorted(reports, key=lambda one: (days[one.key], one.key))}
    return Scene(keyed, ordered, {actor.id: actor for actor in actors}, of)


def names_of(statement: Statement) -> tuple[Name, ...]:
    """Every name in a statement, chain included."""
    own: tuple[Name | None, ...] = ()
    if isinstance(statement, Act):
        own = statement.actors + statement.recipients + statement.mediators
    elif isinstance(statement, Stance):
        own = (statement.holder,)
    elif isinstance(statement, Pledge):
        own = statement.by + statement.to
    elif isinstance(statement, Figure):
        own = (statement.counted_by,)
    elif isinstance(statement, Role):
        own = (statement.person, statement.organisation)
    elif isinstance(statement, Quote):
        own = (statement.speaker.who if statement.speaker else None, statement.medium)
    return tuple(name for name in own if name) + tuple(voice.who for voice in statement.chain)


def vague(name: Name) -> bool:
    """Whether a name is nobody in particular: "gunmen", "two officials"."""
    words = fold(name.name).split()
    generic = words and words[-1] in _GENERIC and (len(words) == 1 or name.kind is NameKind.OTHER)
    return not words or bool(generic) or words == ["armed", "men"]


def days(statement: Statement) -> Days | None:
    """The days of the act, both inclusive."""
    return (statement.when.start, statement.when.end) if statement.when else None


def gap(one: Days, other: Days) -> int:
    """Days between two intervals; 0 where they meet."""
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def width(one: Days) -> int:
    """How many days an interval has."""
    return (one[1] - one[0]).days + 1


def place_keys(places: Iterable[Place]) -> frozenset[str]:
    """Places comparable: by GeoNames id where resolved, and by folded name."""
    return frozenset(key for place in places
                     for key in (fold(place.name), f"#{place.geonameid}" if place.geonameid else "") if key)


def named_source(statement: Statement) -> Name | None:
    """The first voice behind a statement that is somebody: the owner of what it says."""
    counted = statement.counted_by if isinstance(statement, Figure) else None
    if counted:
        return counted
    if isinstance(statement, Quote) and statement.speaker:
        return statement.speaker.who
    media = (VoiceClass.AGENCY, VoiceClass.OUTLET)
    speakers = [voice.who for voice in statement.chain if voice.cls not in media]
    return speakers[0] if speakers else (statement.chain[0].who if statement.chain else None)
