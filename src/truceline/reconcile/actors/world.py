"""What is known of actors beforehand, as reconciliation looks it up: folded names of states, groups, persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from truceline.knowledge import shipped
from truceline.model import Knowledge, KnownActor, NameKind
from truceline.reconcile.actors import form
from truceline.reconcile.actors.fold import key
from truceline.reconcile.actors.form import Form
from truceline.reconcile.actors.knowledge import words

Shape = tuple[frozenset[str], frozenset[str]]  # core words and types of a group's name


class World:
    """Look-up tables over a Knowledge. A name that two actors bear, or that needs its country, stands for nobody."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.actors: dict[str, KnownActor] = {actor.name: actor for actor in knowledge.actors}
        self._forms: dict[tuple[str, bool], Form] = {}

    def person(self, text: str) -> Form:
        """A person's name prepared for comparison, with the known person whom it names."""
        return self._form(text, True)

    def group(self, text: str) -> Form:
        """A group's name prepared for comparison, with the known group that it names, however its type is spelled."""
        return self._form(text, False)

    def _form(self, text: str, is_person: bool) -> Form:
        found = self._forms.get((text, is_person))
        if found is None:
            bare = form.person(text) if is_person else form.group(text)
            name = self.known(bare.key, is_person) or ("" if is_person else self._shaped(bare))
            found = self._forms[text, is_person] = replace(bare, known=name) if name else bare
        return found

    def known(self, folded: str, is_person: bool = False) -> str:
        """The usual name of the person, or else of the group, that is known by this folded name, else "".

        An actor of unknown kind may be either.
        """
        return self._named[is_person].get(folded, "")

    def is_group(self, folded: str) -> bool:
        """Whether the folded name is known for a group's."""
        return bool(name := self.known(folded)) and self.actors[name].kind is not None

    @cached_property
    def _named(self) -> Mapping[bool, Mapping[str, str]]:
        """Whether a person's, and folded name, to usual name."""
        bearers: defaultdict[tuple[bool, str], set[str]] = defaultdict(set)
        for actor in self.knowledge.actors:
            for name in (name for name in actor.names if not actor.needs_country(name)):
                if actor.kind in (NameKind.PERSON, None) and _tells(actor, folded := form.person(name).key):
                    bearers[True, folded].add(actor.name)
                if actor.kind is not NameKind.PERSON:
                    bearers[False, key(name)].add(actor.name)
        tables: dict[bool, dict[str, str]] = {True: {}, False: {}}
        for (is_person, folded), names in bearers.items():
            if len(names) == 1:
                tables[is_person][folded] = min(names)
        return tables

    def _shaped(self, bare: Form) -> str:
        """The known armed group with these core words and types."""
        if bare.organs or set(bare.core) <= words().concepts.keys():
            return ""
        return self._shapes.get((frozenset(bare.core), bare.types), "")

    @cached_property
    def _shapes(self) -> Mapping[Shape, str]:
        shapes: dict[Shape, str] = {}
        for actor in self.knowledge.actors:
            for name in actor.names if actor.kind is NameKind.ARMED_GROUP else ():
                if not actor.needs_country(name) and self.known(key(name)):
                    said = frozenset(form.concept(token) for token in form.spoken(name))
                    types = said & words().types
                    shapes.setdefault((said - types - words().fillers, types), actor.name)
        return shapes

    @cached_property
    def states(self) -> Mapping[str, str]:
        """Folded name, adjective, people or seat to the state."""
        return self._states | {folded: name for folded, name in self._seats.items() if folded not in self._states}

    @cached_property
    def named_states(self) -> Mapping[str, str]:
        """As above without capitals, whose mention says where and not who."""
        capitals = {key(state.capital) for state in self.knowledge.states}
        return {folded: name for folded, name in self.states.items() if folded not in capitals}

    @cached_property
    def _states(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for state in self.knowledge.states:
            for name in (state.name, *state.also, *state.people, *(f"{people}s" for people in state.people)):
                table.setdefault(key(name), state.name)
        return table

    @cached_property
    def _seats(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for state in self.knowledge.states:
            for name in filter(None, (state.capital, *state.seats)):
                table.setdefault(key(name), state.name)
        return table

    @cached_property
    def state_acronyms(self) -> Mapping[str, frozenset[str]]:
        """Folded name of a state to its acronyms as written."""
        table: dict[str, frozenset[str]] = {}
        for state in self.knowledge.states:
            short = frozenset(name for name in state.also if name.isupper())
            table |= {key(name): short for name in (state.name, *state.also)}
        return table


def _tells(actor: KnownActor, folded: str) -> bool:
    """Whether a person's folded name stands for it anywhere: no single word that is part of another of its names.

    Surnames and given names are shared; a war name is not.
    """
    if " " in folded:
        return True
    return bool(folded) and all(folded not in key(name).split() for name in actor.names if key(name) != folded)


@lru_cache(maxsize=4)
def world(knowledge: Knowledge | None = None) -> World:
    """The tables over a Knowledge, made once; None is what is shipped."""
    return World(knowledge or shipped())
