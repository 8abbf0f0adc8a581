"""Persons' offices: title, organisation, and whether it is held, left or taken; once a report, person and title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from truceline.model import Name, NameKind, Role, Statement
from truceline.understand.mentions.gazetteer import fold, words_of
from truceline.understand.reading import Mention, Reading
from truceline.understand.roles_organisations import Organisations
from truceline.understand.roles_patterns import Introduction, introductions
from truceline.understand.roles_titles import KEPT, governing, in_body, state, title_of
from truceline.understand.roles_verbs import EXTRACTOR, changed, led
from truceline.understand.when import date_of


def extract(reading: Reading) -> tuple[Statement, ...]:
    """The offices that a report gives to named persons."""
    persons = people(reading)
    organisations = Organisations(reading)
    beside = introductions(reading.doc, {start: m.end for start, m in persons.items()})
    found = [
        *introduced(reading, persons, organisations, beside),
        *led(reading, persons, organisations),
        *announced(reading, organisations, beside),
        *changed(reading, organisations),
    ]
    return tuple(once(sorted(found, key=lambda role: (role.start, role.end))))


def people(reading: Reading) -> dict[int, Mention]:
    """First token of a person's name -> the mention."""
    named = (m for m in reading.mentions if m.name.kind is NameKind.PERSON and m.by in ("name", "surname"))
    return {m.start: m for m in named}


def once(found: Iterable[Role]) -> Iterator[Role]:
    """Each person and title once, the first that names an organisation before those that do not."""
    kept: dict[str, dict[frozenset[str], Role]] = defaultdict(dict)
    for role in found:
        words = frozenset(word[:5] for word in fold(role.title).split() if word not in KEPT)
        own = kept[role.person.name]
        known = next((k for k in own if (k <= words or words <= k) and own[k].state == role.state), None)
        if known is None:
            own[words] = role
        elif better(role, own[known]):
            own[known] = role
    yield from (role for own in kept.values() for role in own.values())


def better(role: Role, known: Role) -> bool:
    """Whether a second statement of an office says more: whose it is, or more words at the same place."""
    if known.organisation is None and role.organisation is not None:
        return True
    return len(role.title) > len(known.title) and role.start <= known.end and known.start <= role.end


def introduced(
    reading: Reading, persons: dict[int, Mention], organisations: Organisations, beside: list[Introduction]
) -> Iterator[Role]:
    """Offices that stand beside the name."""
    for i in beside:
        if not in_body(reading, i.person[0]):
            continue
        title = title_of(reading, i, organisations.peoples)
        organisation = organisations.of(i)
        minor = all(fold(reading.doc[h].text) in words_of("offices", "minor") for h in i.heads)
        if not title or minor and organisation is None and " " not in title:
            continue
        span = min(i.start, i.person[0]), max(i.end, i.person[1])
        held = state(reading.doc, i)
        verb = governing(reading.doc, i) if held != "holds" else None
        yield Role(
            **reading.evidence(*span),
            when=date_of(reading, verb) if verb is not None else None,
            chain=reading.chain(i.heads[0]),
            person=persons[i.person[0]].name,
            title=title,
            organisation=organisation,
            state=held,
            extractor=EXTRACTOR,
        )


def announced(reading: Reading, organisations: Organisations, beside: list[Introduction]) -> Iterator[Role]:
    """Offices that a report gives before the name, as in "The chief negotiator of … walked out"."""
    introducing = {head for i in beside for head in i.heads}
    for m in reading.mentions:
        if m.by == "title" and m.head not in introducing and in_body(reading, m.start):
            yield from plain_role(
                reading, m.name, Introduction((m.head, m.head), m.start, m.end, (m.head,)), organisations
            )


def plain_role(reading: Reading, person: Name, i: Introduction, organisations: Organisations) -> Iterator[Role]:
    """The role of a phrase that holds the office alone."""
    title = title_of(reading, i, organisations.peoples)
    if title:
        yield Role(
            **reading.evidence(i.start, i.end),
            chain=reading.chain(i.heads[0]),
            person=person,
            title=title,
            organisation=organisations.of(i),
            state=state(reading.doc, i),
            extractor=EXTRACTOR,
        )
