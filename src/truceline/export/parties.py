"""Whose an actor is and what it is, in the codes of event data: country and sector, each only where it is known.

A country is known for a state and its government, for a group that is known to belong to one country, for a person
through what the person is a member of, and where an organ of state or a people is named by it ("Kenyan police"). A
sector is known from the words of an actor's names, from what a person belongs to, or from an office of state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from truceline.export.base import table
from truceline.knowledge import shipped
from truceline.model import Actor, Name, Record


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event. `text` are the report's words, `id` and `name` the record's; "" where nothing is known.

    `country` is an ISO 3166 alpha-3 code, `sector` one of PLOVER's, `title` an office.
    """

    text: str
    id: str = ""
    name: str = ""
    country: str = ""
    sector: str = ""
    title: str = ""


@dataclass(frozen=True)
class Parties:
    """The parties of a record's events."""

    actors: Mapping[str, Actor]
    actor_of: Mapping[tuple[str, str], str]
    met: dict[tuple[str, Name], Party] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Parties:
        """Those of a record."""
        return cls({actor.id: actor for actor in record.actors}, dict(record.actor_of))

    def party(self, report: str, name: Name) -> Party:
        """Whom a name of a report stands for."""
        if (report, name) not in self.met:
            self.met[report, name] = self.made(report, name)
        return self.met[report, name]

    def made(self, report: str, name: Name) -> Party:
        """Whom a name of a report stands for, worked out."""
        actor = self.actors.get(self.actor_of.get((report, name.name), ""))
        if actor is None:
            sector = sector_of((name.words, name.name))
            return Party(name.words, "", "", country_of((name.name,), sector), sector)
        return Party(name.words, actor.id, actor.name, self.country(actor), self.sector(actor), title(actor))

    def sector(self, actor: Actor) -> str:
        """What the actor is."""
        if actor.kind != "person":
            return sector_of(spellings(actor)) or ("GOV" if actor.kind == "government" else "")
        if actor.members_of:
            return only(self.sector(body) for body in self.bodies(actor))
        offices = table("sectors")["titles"]
        return "GOV" if title(actor).lower() in offices else ""

    def country(self, actor: Actor) -> str:
        """Whose the actor is."""
        if actor.kind == "person":
            return only(self.country(body) for body in self.bodies(actor))
        return code_of(actor.name) or country_of(spellings(actor), self.sector(actor))

    def bodies(self, person: Actor) -> list[Actor]:
        """What a person is a member of."""
        found = (self.actors.get(one) for one in person.members_of)
        return [body for body in found if body is not None and body.kind != "person"]


def spellings(actor: Actor) -> tuple[str, ...]:
    """All names of an actor, the chosen one first."""
    return (actor.name, *(name.text for name in actor.names))


def title(actor: Actor) -> str:
    """The one office that an actor holds, where the reports tell of one only."""
    return only(role.title for role in actor.roles if role.end is None)


def only(values: Iterable[str]) -> str:
    """The one value that all agree on, "" where they do not."""
    found = {value for value in values if value}
    return found.pop() if len(found) == 1 else ""


def sector_of(texts: Iterable[str]) -> str:
    """The sector that words in any of the texts tell of."""
    lowered = [text.lower() for text in texts]
    for line in table("sectors")["words"]:
        for sector, words in line.items():
            if any(shape(tuple(words)).search(text) for text in lowered):
                return str(sector)
    return ""


@cache
def shape(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")


def country_of(texts: Iterable[str], sector: str) -> str:
    """The country whose name or people's name stands in the texts, for organs of state and peoples."""
    if sector not in table("sectors")["of_a_country"]:
        return only(code_of(text) for text in texts)
    words = (word for text in texts for word in re.findall(r"[^\W\d_][\w'’-]*", text))
    return only([*(code_of(text) for text in texts), *(code_of(word) for word in words if word[0].isupper())])


def code_of(name: str) -> str:
    """The alpha-3 code of a state, of the state of a people, or of the one country that a known group belongs to."""
    return codes().get(name.removeprefix("the ").removeprefix("The ").lower(), "")


@cache
def codes() -> Mapping[str, str]:
    """Names of states, peoples and groups of one country, in small letters, to alpha-3 codes."""
    found: dict[str, str] = {}
    of_state = {state.name: state.codes[-1] for state in shipped().states if state.codes}
    for state in reversed(shipped().states):
        for name in (state.name, *state.also, *state.people) if state.codes else ():
            found[name.lower()] = of_state[state.name]
    for actor in shipped().actors:
        homes = {of_state[country] for country in actor.countries if country in of_state}
        if len(actor.countries) == len(homes) == 1:
            found.setdefault(actor.name.lower(), *homes)
    return found
