"""PLOVER 0.8 event records, one JSON object a line.

Every act with one of PLOVER's types is a record; its `id` is the statement's id. Fields that PLOVER does not have, as
it invites coders to add them: `status` (what the report says of the act), `chain` (the voices it came through),
`mediator`, and `text_info.report`. `text` is the evidence alone, verbatim, and `text_info.start` and `end` are its
offsets in the report's kept text. What is not known is null or []: no scale (`event_scale`), as drafts of the manual
differ on it, no ethnicity, religion, gender or age. `date` is the act's day, null where the report gives none.

Contexts are those of the statement, and one mapped from its issue where PLOVER has such a context
(data/plover.yaml): a ceasefire is `military`, humanitarian access `human_security`, and so on. The markers `future`,
`hypothetical`, `negated` come from the status, `historical` from the act's day.
"""

from __future__ import annotations

from collections.abc import Iterator

from truceline import __version__
from truceline.export import jsonl
from truceline.export.base import Format, Material, Row, table
from truceline.export.events import Event, Site, events
from truceline.export.parties import Party
from truceline.model import Report

RESOLUTION = {"point": 5, "area": 3, "country": 1}
"""PLOVER's precision of a place, 5 for a city to 1 for a country."""
BODIES = frozenset({"UNO", "EUR", "IGO"})


def pieces(part: str, material: Material) -> Iterator[bytes]:  # noqa: ARG001 - statements are all it writes
    """The acts as records."""
    return jsonl.lines(map(record, events(material)))


def record(event: Event) -> Row:
    """One event."""
    act = event.act
    return {
        "id": act.id,
        "has_event": True,
        "date": act.when.start.isoformat() if act.when else None,
        "time": None,
        "enddate": act.when.end.isoformat() if act.when and act.when.end > act.when.start else None,
        "endtime": None,
        "actor": [entity(one) for one in event.actors],
        "recipient": [entity(one) for one in event.recipients],
        "mediator": [entity(one) for one in event.mediators],
        "event": [event.type],
        "event_loc": location(event.site) if event.site else None,
        "event_text": [act.quote],
        "quad_code": table("plover")["quad"][event.type],
        "event_scale": None,
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "status": str(act.status),
        "chain": [voice.who.name for voice in act.chain],
        "link": None,
        "text": act.quote,
        "text_info": {"report": act.report, "sequence": None, "start": act.start, "end": act.end, "text_story": None},
        "cite_info": citation(act.report, event.report),
        "coder": f"truceline {__version__}",
        "coded_date": None,
        "coded_time": None,
        "comment": None,
    }


def entity(party: Party) -> Row:
    """An actor object."""
    return {
        "code": party.country or ("IGO" if party.sector in BODIES else party.sector if party.sector == "NGO" else None),
        "sector": party.sector or None,
        "entity_text": party.text,
        "identifier_id": party.id or None,
        "identifier_text": party.name or None,
        "religion": None,
        "ethnicity": None,
        "office": party.title or None,
        "gender": None,
        "age": None,
    }


def location(site: Site) -> Row:
    """A location object."""
    place = site.place
    return {
        "extracted_place": place.name,
        "resolved_place": site.name or None,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "city": site.name if site.kind == "P" else None,
        "district": None,
        "province": None,
        "country": None,
        "country_code": site.country or None,
        "feature_class": {"C": "A"}.get(site.kind, site.kind) or None,
        "feature_code": None,
        "resolution": RESOLUTION.get(place.precision),
    }


def citation(key: str, report: Report | None) -> Row:
    """Where the words stand."""
    return {
        "corpus": None,
        "citation": key,
        "url": report.url if report else None,
        "title": report.title if report else None,
        "language": report.language if report else None,
        "publication": report.outlet if report else None,
        "license": None,
        "copyright": None,
        "coder": f"truceline {__version__}",
        "codebook": f"plover-{table('plover')['version']}",
        "version": __version__,
    }


FORMAT = Format(("statements",), pieces)
