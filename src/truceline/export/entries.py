"""The entries of the record as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truceline.export.base import Material, Row
from truceline.model import HeldRole, PeaceObject, plain


def actors(material: Material) -> Iterator[Row]:
    """One row an actor."""
    for actor in material.record.actors:
        yield plain(actor) | {"roles": [held(role) for role in actor.roles]}


def held(role: HeldRole) -> Row:
    """An office and the time it was held."""
    return {
        "title": role.title,
        "organisation": role.organisation,
        "from": role.start,
        "until": role.end,
        "statements": list(role.statements),
    }


def stories(material: Material) -> Iterator[Row]:
    """One row a story."""
    return map(plain, material.record.stories)


def facts(material: Material) -> Iterator[Row]:
    """One row a fact."""
    return map(plain, material.record.facts)


def disagreements(material: Material) -> Iterator[Row]:
    """One row a disagreement."""
    return map(plain, material.record.disagreements)


def talks(material: Material) -> Iterator[Row]:
    """One row for each talks."""
    return objects(material.record.talks)


def truces(material: Material) -> Iterator[Row]:
    """One row a truce."""
    return objects(material.record.truces)


def pledges(material: Material) -> Iterator[Row]:
    """One row a pledge."""
    return objects(material.record.pledges)


def stances(material: Material) -> Iterator[Row]:
    """One row a holder and issue."""
    return objects(material.record.stances)


def objects(found: Iterable[PeaceObject]) -> Iterator[Row]:
    """The fields that each kind of object has of its own, under its id."""
    return ({"id": one.id, **plain_fields(one)} for one in found)


def plain_fields(one: PeaceObject) -> Row:
    """The object's fields as JSON-ready data."""
    return {key: plain(value) for key, value in one.fields.items()}
