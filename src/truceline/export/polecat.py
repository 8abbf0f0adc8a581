"""POLECAT's forty columns and `status`, tab-separated, UTF-8, with a header.

Every act with one of PLOVER's types is a line; `Event ID` is the statement's id. Several actors stand in one cell,
with ";" between them, and the cells beside it have as many parts in the same order, some of them empty. What is not
known is an empty cell: intensity, Correlates of War and Wikipedia numbers always, as they are not kept here; district
and province, as the place index has neither. `Contexts` are the statement's, one mapped from its issue where PLOVER has
it (data/plover.yaml), and PLOVER's markers (future, hypothetical, negated, historical). `status` says what the report
says of the act: a line where it is neither "occurred" nor "ongoing" is no event that happened. Countries are ISO 3166
alpha-3 codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from truceline import __version__
from truceline.export.base import Format, Material, table
from truceline.export.events import Event, events
from truceline.export.parties import Party
from truceline.knowledge import shipped
from truceline.model import Actor

SEPARATOR = ";"
SIDE = ("Name", "Country", "COW", "Primary {} Sector", "Sectors", "Title", "Name Raw", "Wikipedia {} ID")
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(column.format("Actor") if "{}" in column else f"Actor {column}" for column in SIDE),
    *(column.format("Recipient") if "{}" in column else f"Recipient {column}" for column in SIDE),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version", "status",
)  # fmt: skip


def pieces(part: str, material: Material) -> Iterator[bytes]:  # noqa: ARG001 - statements are all it writes
    """The header and a line for each act."""
    statements = tuple(material.statements)
    stories = Stories(material.record.actors)
    for one in statements:
        stories.places.setdefault(one.report, {}).update(dict.fromkeys(place.name for place in one.where))
    yield line(COLUMNS)
    for event in events(Material(statements, material.record, material.reports)):
        yield line((*what(event), *side(event.actors), *side(event.recipients), *where(event), *source(event, stories)))


def line(cells: Iterable[str]) -> bytes:
    """Cells as a line; a tab or line end within one becomes a blank, as the format has no quoting."""
    return ("\t".join(" ".join(cell.split()) for cell in cells) + "\n").encode()


class Stories:
    """Who and what is named in each report."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.people: dict[str, list[str]] = {}
        self.organisations: dict[str, list[str]] = {}
        self.places: dict[str, dict[str, None]] = {}
        for actor in actors:
            kept = self.people if actor.kind == "person" else self.organisations
            for report in sorted({report for name in actor.names for report in name.reports}):
                kept.setdefault(report, []).append(actor.name)


def what(event: Event) -> tuple[str, ...]:
    """Event ID to Contexts."""
    day = event.act.when.start.isoformat() if event.act.when else ""
    quad = str(table("plover")["quad"][event.type])
    return (event.act.id, day, event.type, event.mode, "", quad, SEPARATOR.join(event.contexts))


def side(parties: tuple[Party, ...]) -> tuple[str, ...]:
    """The eight columns of the actors or of the recipients."""

    def cell(value: Callable[[Party], str]) -> str:
        values = [value(party) for party in parties]
        return SEPARATOR.join(values) if any(values) else ""

    sectors = cell(lambda party: party.sector)
    return (
        cell(lambda party: party.name), cell(lambda party: party.country), "", sectors, sectors,
        cell(lambda party: party.title), cell(lambda party: party.text), "",
    )  # fmt: skip


def where(event: Event) -> tuple[str, ...]:
    """Placename to Feature Type, of the first place."""
    if event.site is None:
        return ("",) * 10
    site, place = event.site, event.site.place
    return (
        site.name, site.name if site.kind == "P" else "", "", "", alpha3().get(site.country, ""), number(place.lat),
        number(place.lon), number(place.geonameid), place.name, {"C": "A"}.get(site.kind, site.kind),
    )  # fmt: skip


def number(value: float | None) -> str:
    """A number as text."""
    return "" if value is None else str(value)


def alpha3() -> Mapping[str, str]:
    """Alpha-2 to alpha-3 codes."""
    return {state.codes[0]: state.codes[-1] for state in shipped().states if state.codes}


def source(event: Event, stories: Stories) -> tuple[str, ...]:
    """Source to Version, and the status."""
    report, key = event.report, event.act.report
    return (
        (report.outlet or "") if report else "",
        report.published.isoformat() if report and report.published else "",
        SEPARATOR.join(stories.people.get(key, ())),
        SEPARATOR.join(stories.organisations.get(key, ())),
        SEPARATOR.join(stories.places.get(key, ())),
        report.language if report else "",
        f"truceline {__version__}",
        str(event.act.status),
    )


FORMAT = Format(("statements",), pieces)
