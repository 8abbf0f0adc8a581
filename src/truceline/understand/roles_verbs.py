"""Offices that verbs tell: "who leads the delegation of Y", "led by X", "resigned as head of Y", "was named Z"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from truceline.model import Name, NameKind, Role
from truceline.understand.clauses import agents, antecedent, is_passive, objects, subjects
from truceline.understand.lexicon import load
from truceline.understand.mentions.gazetteer import words_of
from truceline.understand.reading import Mention, Reading
from truceline.understand.roles_organisations import Organisations
from truceline.understand.roles_patterns import Introduction, is_head, passes
from truceline.understand.roles_titles import in_body, title_of
from truceline.understand.when import date_of

EXTRACTOR = "roles"
GROUP_NOUNS = frozenset(
    "group faction movement militia party organisation organization alliance coalition army rebels guerrillas "
    "which that who".split()
)


def changed(reading: Reading, organisations: Organisations) -> Iterator[Role]:
    """Offices taken or left: "resigned as head of …", "was named chief negotiator", "appointed X as envoy"."""
    taken, left = words_of("offices", "takes"), words_of("offices", "leaves")
    both = taken | left
    for verb in reading.doc:
        lemma = verb.lemma_.lower()
        if lemma not in both or not in_body(reading, verb.i):
            continue
        office = office_of(verb)
        person = holder_of(reading, verb, lemma in taken) if office is not None else None
        if office is None or person is None:
            continue
        i = Introduction((office.i, office.i), office.left_edge.i, right_end(office), (office.i,))
        title = title_of(reading, i, organisations.peoples)
        if title:
            yield Role(
                **reading.evidence(min(verb.i, i.start), max(verb.i + 1, i.end)),
                chain=reading.chain(verb.i),
                when=date_of(reading, verb),
                person=person,
                title=title,
                organisation=organisations.of(i),
                state="takes" if lemma in taken else "left",
                extractor=EXTRACTOR,
            )


def office_of(verb: Token) -> Token | None:
    """The office noun that a verb of appointing or leaving governs."""
    for child in verb.children:
        if child.lower_ == "as" and child.dep_ in ("prep", "mark"):
            return next((t for t in child.children if is_head(t)), None)
        if child.dep_ in ("oprd", "attr") and is_head(child):
            return child
    return None


def right_end(office: Token) -> int:
    """The end of the office's phrase, before a comma or clause."""
    end = office.i + 1
    while end <= office.right_edge.i and passes(office.doc[end]) and office.doc[end].text != ",":
        end += 1
    return end


def holder_of(reading: Reading, verb: Token, taken: bool) -> Name | None:
    """The person who takes or leaves the office."""
    who = subjects(verb) if not taken or is_passive(verb) else objects(verb)
    found = [m.name for t in who if (m := reading.mention_headed.get(t.i) or reading.mention_of.get(t.i))]
    return next((name for name in found if name.kind is NameKind.PERSON), None)


def led(reading: Reading, persons: dict[int, Mention], organisations: Organisations) -> Iterator[Role]:
    """Offices that a verb of leading tells: "X, who leads the delegation of Y", "the team headed by X"."""
    titles: dict[str, str] = load("offices")["leads"]
    heads = {m.head: m for m in persons.values()} | {m.end - 1: m for m in persons.values()}
    for verb in reading.doc:
        lemma = verb.lemma_.lower()
        if lemma not in titles or verb.pos_ not in ("VERB", "AUX") and verb.tag_ != "VBN":
            continue
        if in_body(reading, verb.i):
            yield from leading(reading, verb, titles[lemma], heads, organisations)


def leading(
    reading: Reading, verb: Token, title: str, heads: dict[int, Mention], organisations: Organisations
) -> Iterator[Role]:
    """The office of one verb of leading."""
    by = [heads[t.i] for t in agents(verb) if t.i in heads]
    if by:
        noun = antecedent(verb)
        what = [noun] if noun is not None else subjects(verb)
        yield from leader(reading, by[0], title, what, organisations, verb)
        return
    who = [heads[t.i] for t in subjects(verb) if t.i in heads]
    if who and objects(verb):
        yield from leader(reading, who[0], title, objects(verb)[:1], organisations, verb)


def leader(
    reading: Reading, person: Mention, title: str, what: list[Token], organisations: Organisations, verb: Token
) -> Iterator[Role]:
    """The role, where what is led is a group, body or place."""
    for thing in what[:1]:
        organisation = organisations.around(thing)
        if organisation is None:
            return
        led_noun = "" if thing.pos_ == "PROPN" or thing.lower_ in GROUP_NOUNS else f" of the {thing.text}"
        last = (
            max(thing.right_edge.i if len(list(thing.subtree)) < 12 else thing.i, person.end - 1)
            if thing.i > verb.i
            else person.end - 1
        )
        first = min(person.start, thing.i, verb.i)
        yield Role(
            **reading.evidence(first, max(last, verb.i) + 1),
            chain=reading.chain(verb.i),
            person=person.name,
            title=title + led_noun,
            organisation=organisation,
            extractor=EXTRACTOR,
        )
