"""Acts as events: what the formats of event data share, before any of them lays it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from truceline.export.base import Material, table
from truceline.export.parties import Parties, Party
from truceline.model import Act, Place, Report


@dataclass(frozen=True, slots=True)
class Site:
    """Where an event was: the report's word, and of GeoNames what the word was resolved to; "" where it was not.

    `kind` is P for a town, A for an area, C for a country; `country` an ISO 3166 alpha-2 code.
    """

    place: Place
    name: str = ""
    kind: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An act of one of PLOVER's types with its parties; `report` is None where the material has no reports.

    `contexts` are PLOVER's, its markers (historical, future, hypothetical, negated) among them.
    """

    act: Act
    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mediators: tuple[Party, ...]
    mode: str
    contexts: tuple[str, ...]
    site: Site | None
    report: Report | None


def events(material: Material) -> Iterator[Event]:
    """Every act that has one of PLOVER's types, in the order of the statements."""
    reports = {report.key: report for report in material.reports}
    parties = Parties.of(material.record)
    for one in material.statements:
        if isinstance(one, Act) and one.type in table("plover")["quad"]:
            yield event(one, parties, reports.get(one.report))


def event(act: Act, parties: Parties, report: Report | None) -> Event:
    """An act as an event."""
    kind = act.type or ""
    return Event(
        act=act,
        type=kind,
        actors=tuple(parties.party(act.report, name) for name in act.actors),
        recipients=tuple(parties.party(act.report, name) for name in act.recipients),
        mediators=tuple(parties.party(act.report, name) for name in act.mediators),
        mode=act.mode if act.mode and act.mode in table("plover")["modes"].get(kind, ()) else "",
        contexts=contexts(act, report),
        site=site(act.where[0]) if act.where else None,
        report=report,
    )


def contexts(act: Act, report: Report | None) -> tuple[str, ...]:
    """The act's own contexts, that of its issue, and its marker."""
    page = table("plover")
    by_issue = page["contexts"].get(str(act.issue)) if act.issue else None
    status = str(act.status)
    marker = None if page["spoken"].get(act.type) == status else page["markers"].get(status)
    found = (*act.contexts, by_issue, marker, "historical" if is_historical(act, report) else None)
    return tuple(dict.fromkeys(context for context in found if context))


def is_historical(act: Act, report: Report | None) -> bool:
    """Whether the act was long over when the report was published; False where either day is unknown."""
    if act.when is None or report is None or report.published is None:
        return False
    return report.published - act.when.end >= timedelta(days=table("plover")["historical_after"])


def site(place: Place) -> Site:
    """A place with what GeoNames knows of it."""
    if place.geonameid is None:
        return Site(place)
    from truceline.understand.places.index import look_up  # loads the index, which only resolved places need

    found = next((known for known in look_up(place.name) if known.id == place.geonameid), None)
    return Site(place) if found is None else Site(place, found.name, found.kind, found.country)
