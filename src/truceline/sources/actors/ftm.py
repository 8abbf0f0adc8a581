"""Actor lists in FollowTheMoney: one entity a line, with edges between entities that make roles over time.

Read are persons, organisations, companies, public bodies, countries (name, alias, weakAlias, country, position) and the
edges Membership, Directorship, Employment, Representation, and Occupancy of a Position. Other entities are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from truceline.knowledge.countries import country
from truceline.model import HeldRole, KnownActor, NameKind
from truceline.sources.actors.days import iso_day
from truceline.sources.actors.gather import Entry, gathered
from truceline.sources.actors.lines import ListFile

KINDS: Mapping[str, NameKind | None] = {
    "Person": NameKind.PERSON,
    "Company": NameKind.ORGANISATION,
    "Organization": NameKind.OTHER,  # of any kind: an armed group is one as well
    "PublicBody": NameKind.GOVERNMENT,
    "Country": NameKind.GOVERNMENT,
    "LegalEntity": None,  # a person or an organisation
}
ARMED = frozenset({"crime.terror", "mil", "armed"})
EDGES = {"Membership": ("member", "organization"), "Directorship": ("director", "organization"),
         "Employment": ("employee", "employer"), "Representation": ("agent", "client"), "Occupancy": ("holder", "post")}
USUAL_TITLES = {"Directorship": "director", "Employment": "employee", "Representation": "representative"}

Properties = Mapping[str, list[str]]


@dataclass
class _Graph:
    """The entities of a file by id, and its edges."""

    names: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    edges: list[tuple[int, str, Properties]] = field(default_factory=list)
    posts: dict[str, str] = field(default_factory=dict)  # position to its organisation's id


def is_ftm(head: str) -> bool:
    """Whether the first line is an entity."""
    return head.lstrip().startswith("{")


def read(file: ListFile) -> tuple[KnownActor, ...]:
    """The actors of a file of entities. Raises UnreadableFile."""
    graph = _Graph()
    for line, text in file.lines():
        if text.strip():
            _take(file, graph, line, text)
    roles = _roles(file, graph)
    for entry in graph.entries:
        entry.roles = (*entry.roles, *roles.get(entry.key, ()))
    return gathered(file, graph.entries)


def _take(file: ListFile, graph: _Graph, line: int, text: str) -> None:
    """One entity or edge."""
    try:
        value = json.loads(text)
    except (RecursionError, ValueError) as error:
        raise file.refused(f"broken JSON ({getattr(error, 'msg', 'too deep')}); there must be one entity a line",
                           line) from None
    if not isinstance(value, dict) or not isinstance(value.get("schema"), str) or not isinstance(value.get("id"), str):
        raise file.refused("no FollowTheMoney entity; each line needs id, schema and properties", line)
    schema, properties = value["schema"], _properties(file, line, value.get("properties", {}))
    if schema in EDGES:
        graph.edges.append((line, schema, properties))
    elif schema == "Position" or schema in KINDS:
        names = file.names([*([value["caption"]] if isinstance(value.get("caption"), str) else []),
                            *properties.get("name", [])], line)
        if names:
            graph.names[value["id"]] = names[0]
            graph.posts[value["id"]] = next(iter(properties.get("organization", [])), "")
        if names and schema in KINDS:
            graph.entries.append(_entry(file, line, value["id"], schema, properties | {"name": list(names)}))


def _properties(file: ListFile, line: int, value: Any) -> dict[str, list[str]]:
    """Properties as lists of texts; an entity nested in one counts as its id."""
    if not isinstance(value, dict):
        raise file.refused("properties that are no object; each is a name with a list of values", line)
    return {name: [text for one in (listed if isinstance(listed, list) else [listed]) if (text := _text(one))]
            for name, listed in value.items()}


def _text(value: Any) -> str:
    found = value.get("id") if isinstance(value, dict) else value
    return found.encode("utf-8", "ignore").decode() if isinstance(found, str) else ""


def _entry(file: ListFile, line: int, key: str, schema: str, properties: Properties) -> Entry:
    kind = KINDS[schema]
    if kind is NameKind.OTHER and ARMED & set(properties.get("topics", [])):
        kind = NameKind.ARMED_GROUP
    lands = [*properties.get("country", []), *properties.get("jurisdiction", []), *properties.get("nationality", [])]
    return Entry(
        line, properties["name"][0], kind, key=key,
        also=file.names([*properties["name"], *properties.get("alias", [])], line),
        weak=file.names(properties.get("weakAlias", []), line), countries=[country(one) for one in lands],
        roles=[HeldRole(title=one, organisation=None) for one in file.names(properties.get("position", []), line)],
    )


def _roles(file: ListFile, graph: _Graph) -> dict[str, list[HeldRole]]:
    """Id of an entity to the roles that edges give it."""
    roles: dict[str, list[HeldRole]] = {}
    for line, schema, properties in graph.edges:
        holder, where = EDGES[schema]
        for one in properties.get(holder, []):
            roles.setdefault(one, []).extend(_held(file, graph, line, schema, (where, properties)))
    return roles


def _held(
    file: ListFile, graph: _Graph, line: int, schema: str, at: tuple[str, Properties]
) -> Iterator[HeldRole]:
    """The roles that one edge gives its holder."""
    where, properties = at
    start, end = (_day(file, line, properties.get(name, [])) for name in ("startDate", "endDate"))
    said = file.names(properties.get("role", []), line)
    title = said[0] if said else USUAL_TITLES.get(schema, "")
    for place in properties.get(where, []):
        if schema == "Occupancy":
            body = graph.names.get(graph.posts.get(place, ""))
            yield HeldRole(title=graph.names.get(place, ""), organisation=body, start=start, end=end)
        elif place in graph.names:
            yield HeldRole(title=title, organisation=graph.names[place], start=start, end=end)


def _day(file: ListFile, line: int, written: Iterable[str]) -> str | None:
    """The first day given, None for none."""
    for one in written:
        try:
            return iso_day(one)
        except ValueError:
            raise file.refused(f"no ISO day: {one[:40]}; write 2016-05-31, 2016-05 or 2016", line) from None
    return None
