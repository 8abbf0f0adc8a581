"""What one voice says in one place: the six kinds of statement. Frozen; the id is a hash of the content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any


class Status(StrEnum):
    """What the report says of the act, not what came of it later."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    THREATENED = "threatened"
    DENIED = "denied"
    FAILED = "failed"
    CLAIMED = "claimed"
    CONDITIONAL = "conditional"


class Issue(StrEnum):
    """What the parties negotiate about."""

    TALKS = "talks"
    CEASEFIRE = "ceasefire"
    ACCESS = "humanitarian access"
    DETAINEES = "detainees"
    TRANSITION = "political transition"
    EXCLUDED = "excluded groups"
    FOREIGN_FORCES = "foreign forces"
    DIRECT_TALKS = "direct talks"
    BORDER = "border"
    TERRORISM = "terrorism"
    TERRITORY = "territory"
    OTHER = "other"


class VoiceClass(StrEnum):
    """What a voice in an attribution chain is."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL = "official"


class NameKind(StrEnum):
    """What a name in a report stands for; the kinds of actor, and media, places and collectives beside them."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed group"
    GOVERNMENT = "government"
    BODY = "body"
    MEDIA = "media"
    PLACE = "place"
    DOCUMENT = "document"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one report uses it.

    `words` stand at this place ("he", "the chief negotiator", "Okello"); `name` is the fullest form that the report
    gives the same bearer ("Mary Okello"), equal to `words` where the reference stays unresolved. Who that is
    across reports is reconciliation's business.
    """

    words: str
    name: str
    kind: NameKind = NameKind.OTHER


@dataclass(frozen=True, slots=True)
class Voice:
    """One hop of an attribution chain."""

    who: Name
    cls: VoiceClass = VoiceClass.NAMED


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days, both ends included, and the report's words for it."""

    start: date
    end: date
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the report names; coordinates and GeoNames id only where it was resolved.

    `precision`: "point", "area", "country" or "unresolved".
    """

    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "unresolved"


def plain(value: Any) -> Any:
    """Any value of the model as JSON-ready data: dataclasses as objects, enums and dates as text, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What every statement has. `start`, `end`, `quote` are the evidence in the report's kept text, verbatim.

    `chain` runs from the first speaker to the last medium that the text names; () is the outlet's own voice.
    `cues` are the words that decided the status; `named` everybody whom the evidence names, in whatever role.
    Made by `extractor` in `version`.
    """

    report: str
    start: int
    end: int
    quote: str
    chain: tuple[Voice, ...] = ()
    status: Status = Status.OCCURRED
    issue: Issue | None = None
    when: When | None = None
    where: tuple[Place, ...] = ()
    cues: tuple[str, ...] = ()
    named: tuple[Name, ...] = ()
    extractor: str = ""
    version: str = "1"

    @property
    def kind(self) -> str:
        """act, stance, pledge, figure, role or quote."""
        return type(self).__name__.lower()

    @cached_property
    def id(self) -> str:
        """The same content has the same id, on every machine and in every run."""
        content = json.dumps([self.kind, plain(self)], ensure_ascii=False, sort_keys=True)
        return "s" + hashlib.sha256(content.encode()).hexdigest()[:20]


@dataclass(frozen=True, kw_only=True)
class Act(Statement):
    """Somebody did, plans, denies … something, typed by PLOVER 0.8; `type` None where no PLOVER type fits."""

    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Name, ...] = ()
    recipients: tuple[Name, ...] = ()
    mediators: tuple[Name, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stance(Statement):
    """A party's position on an issue: demands, accepts, rejects, conditional or asserts."""

    holder: Name | None = None
    position: str = "asserts"


@dataclass(frozen=True, kw_only=True)
class Pledge(Statement):
    """A promise: by whom, to whom, what, due when, on what condition; state pending, kept, missed, withdrawn,
    disputed."""

    by: tuple[Name, ...] = ()
    to: tuple[Name, ...] = ()
    content: str = ""
    due: When | None = None
    condition: str | None = None
    state: str = "pending"


@dataclass(frozen=True, kw_only=True)
class Figure(Statement):
    """A count and what it counts. `value` is a number where one is given, else None with bounds in `low` and `high`.

    `comparator` are the words that make it a bound ("more than"); `scope` says of what, where, over which period.
    """

    measure: str = "other"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    comparator: str | None = None
    words: str = ""
    scope: str | None = None
    counted_by: Name | None = None


@dataclass(frozen=True, kw_only=True)
class Role(Statement):
    """A person's office: title, organisation, and whether it is held, left or taken."""

    person: Name
    title: str
    organisation: Name | None = None
    state: str = "holds"


@dataclass(frozen=True, kw_only=True)
class Quote(Statement):
    """Words of a speaker. `manner` is direct, indirect or unmarked; `notes` spliced, unclosed, truncated,
    translated."""

    speaker: Voice | None = None
    medium: Name | None = None
    cue: str | None = None
    content: str = ""
    manner: str = "direct"
    notes: tuple[str, ...] = ()
