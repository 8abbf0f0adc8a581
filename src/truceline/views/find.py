"""Finding an entry by what a reader types, and saying what lies near where there is none."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from truceline.errors import UnknownName
from truceline.model import Actor, Fact, Story
from truceline.views.holdings import Holdings

NEAR = 5  # names offered where one is not known


def actor(holdings: Holdings, name: str) -> Actor:
    """The actor of an id or of any of its names; a part of a name will do where only one actor has it.

    Raises UnknownName with names that are near.
    """
    if name in holdings.actors:
        return holdings.actors[name]
    named = {fold(text): one for one in reversed(holdings.record.actors)
             for text in (*(spelling.text for spelling in one.names), one.name)}
    if fold(name) in named:
        return named[fold(name)]
    parts = {one.id: one for text, one in named.items() if f" {fold(name)} " in f" {text} "}
    if len(parts) == 1:
        return next(iter(parts.values()))
    offered = [one.name for one in parts.values()] or _near(name, {text: one.name for text, one in named.items()})
    raise _unknown("actor", name, offered)


def story(holdings: Holdings, name: str) -> Story:
    """The story of an id or the beginning of one, or the story of a report's key. Raises UnknownName."""
    if name in holdings.story_of:
        return holdings.story_of[name]
    found = [one for one in holdings.record.stories if name and one.id.startswith(name)]
    if len(found) == 1 or any(one.id == name for one in found):
        return min(found, key=lambda one: len(one.id))
    ids = {one.id: one.id for one in found or holdings.record.stories}
    raise _unknown("story", name, list(ids) if found else _near(name, ids) or list(ids))


def fact(holdings: Holdings, name: str) -> Fact:
    """The fact of an id, or the one that a statement's id belongs to. Raises UnknownName."""
    found = holdings.facts.get(name) or holdings.fact_of.get(name)
    if found is None:
        raise _unknown("fact", name, [])
    return found


def report(holdings: Holdings, key: str) -> str:
    """A report's key, given in full. Raises UnknownName."""
    if key in holdings.reports:
        return key
    raise _unknown("report", key, _near(key, {fold(one): one for one in holdings.reports}))


def fold(text: str) -> str:
    """A name in the form that names are compared in: no accents, no case, single spaces."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace("-", " ").split())


def _near(name: str, known: Mapping[str, str]) -> list[str]:
    """The names that look or begin like this one."""
    wanted = fold(name)
    close = get_close_matches(wanted, list(known), n=NEAR, cutoff=0.5)
    inside = [text for text in known if wanted and wanted in text]
    return list(dict.fromkeys(known[text] for text in (*inside, *close)))


def _unknown(what: str, name: str, offered: list[str]) -> UnknownName:
    some = ", ".join(dict.fromkeys(offered[:NEAR]))
    return UnknownName(f"no {what} {name}" + (f"; near it: {some}" if some else f"; the record has no {what} like it"))
