"""Statements as rows: the same keys for what all kinds share, then those of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from truceline.export.base import Material, Row
from truceline.model import Act, Figure, Name, Place, Pledge, Quote, Role, Stance, Statement, Voice, When, plain


def rows(material: Material) -> Iterator[Row]:
    """One row a statement."""
    actors = dict(material.record.actor_of)
    for one in material.statements:
        names = Names(one.report, actors)
        yield shared(one, names) | OWN[one.kind](one, names) | {"extractor": one.extractor, "version": one.version}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one report and the actors that they were found to stand for."""

    report: str
    actors: Mapping[tuple[str, str], str]

    def one(self, name: Name | None) -> Row | None:
        """A name as the report has it, and its actor or None."""
        return None if name is None else {"name": name.name, "actor": self.actors.get((self.report, name.name))}

    def all(self, names: tuple[Name, ...]) -> list[Row | None]:
        """Several names."""
        return [self.one(name) for name in names]

    def voice(self, voice: Voice | None) -> Row | None:
        """A voice with its class."""
        return None if voice is None else {**(self.one(voice.who) or {}), "class": str(voice.cls)}


def shared(one: Statement, names: Names) -> Row:
    """What every statement has."""
    return {
        "id": one.id,
        "report": one.report,
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "chain": [names.voice(voice) for voice in one.chain],
        "status": str(one.status),
        "issue": None if one.issue is None else str(one.issue),
        "when": days(one.when),
        "where": [place(where) for where in one.where],
    }


def days(when: When | None) -> Row | None:
    """An interval, both ends included."""
    return plain(when) if when else None


def place(where: Place) -> Row:
    """A place with what was resolved of it."""
    row: Row = plain(where)
    return row


def act(one: Act, names: Names) -> Row:
    """An act's own keys."""
    return {
        "type": one.type,
        "mode": one.mode,
        "context": list(one.contexts),
        "actors": names.all(one.actors),
        "recipients": names.all(one.recipients),
        "mediators": names.all(one.mediators),
    }


def stance(one: Stance, names: Names) -> Row:
    """A stance's own keys."""
    return {"holder": names.one(one.holder), "position": one.position}


def pledge(one: Pledge, names: Names) -> Row:
    """A pledge's own keys."""
    return {
        "by": names.all(one.by),
        "to": names.all(one.to),
        "content": one.content,
        "due": days(one.due),
        "condition": one.condition,
        "state": one.state,
    }


def figure(one: Figure, names: Names) -> Row:
    """A figure's own keys; `words` are the report's for the number."""
    return {
        "measure": one.measure,
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "comparator": one.comparator,
        "words": one.words,
        "scope": one.scope,
        "counted_by": names.one(one.counted_by),
    }


def role(one: Role, names: Names) -> Row:
    """A role's own keys."""
    return {
        "person": names.one(one.person),
        "title": one.title,
        "organisation": names.one(one.organisation),
        "state": one.state,
    }


def quote(one: Quote, names: Names) -> Row:
    """A quotation's own keys; `fidelity` is its manner, with notes on what may have changed the words."""
    return {
        "speaker": names.voice(one.speaker),
        "medium": names.one(one.medium),
        "content": one.content,
        "fidelity": one.manner,
        "fidelity_notes": list(one.notes),
    }


OWN: Mapping[str, Callable[..., Row]] = {
    "act": act,
    "stance": stance,
    "pledge": pledge,
    "figure": figure,
    "role": role,
    "quote": quote,
}
