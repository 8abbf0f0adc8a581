"""Whom a noun stands for when somebody acts: by its own name, what it holds, or what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from spacy.tokens import Token

from truceline.knowledge import shipped
from truceline.model import Name, NameKind
from truceline.understand import clauses, lexicon
from truceline.understand.acts import things
from truceline.understand.reading import Mention, Reading

PARTIES = {NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.ORGANISATION, NameKind.PERSON}
NO_ACTOR = {NameKind.PLACE, NameKind.DOCUMENT, NameKind.MEDIA}
ACTING = frozenset({"actor", "people", "forces"})
DESCRIBING = ("", "collective", "role noun", "title")
"""Ways of referring that describe rather than name."""
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
PRONOUNS = frozenset("he she it they him her them his hers its their theirs this these that those who which".split())
"""What names nobody where nothing in the report resolves it."""
OWN_WORDS = frozenset("det predet amod compound nummod poss nmod quantmod advmod".split())
OWN_FORCES = ("army", "military", "police", "navy", "government")


@cache
def table() -> dict[str, Any]:
    """The lexicon of participants."""
    page: dict[str, Any] = lexicon.load("participants")
    return page


def names(reading: Reading, tokens: Iterable[Token]) -> tuple[Name, ...]:
    """The actors that the tokens name, each once, in text order."""
    found: dict[str, Name] = {}
    for one in (beside for token in tokens for beside in in_apposition(reading, token) or [token]):
        for name in () if clauses.is_side(one) else names_at(reading, one):
            if name.name.lower() not in PRONOUNS:
                found.setdefault(name.name, name)
    return tuple(found.values())


def names_at(reading: Reading, token: Token) -> list[Name]:
    """The actors that a noun names: several where states share it ("*Malian and Nigerien* officers")."""
    states = list(states_of(reading, token)) if acts_for(token) else []
    name = name_at(reading, token)
    if len(states) > 1 and (name is None or name.name == states[0].name):
        return states
    return [] if name is None else [name]


def name_at(reading: Reading, token: Token) -> Name | None:
    """The actor that a noun names, or that acts through what it names ("*Rwandan* artillery"); None for a thing."""
    if token.lower_ in FIRST_PERSON:
        return next((frame.chain[0].who for frame in reading.frames_over(token.i) if frame.chain), None)
    mention = reading.mention_headed.get(token.i) or reading.mention_of.get(token.i)
    named = mention is not None and mention.by not in ("", "collective")
    if not named and (inner := stands_for(reading, token)) is not None:
        return inner
    if mention is not None and mention.name.kind is NameKind.PLACE:
        return mention.name if acts_as_government(token) else None
    if mention is not None and mention.name.kind not in NO_ACTOR and (mention.by or not acts_for(token)):
        return mention.name
    if token.pos_ != "PRON" and ACTING & things.of_word(token):
        words = reading.doc[first_of(token).i : token.i + 1].text
        return Name(words, strip_article(words))
    if (whom := counted(token)) is not None and (who := name_at(reading, whom)) is not None:
        words = reading.doc[first_of(token).i : whom.i + 1].text
        return who if who.kind in PARTIES else Name(words, strip_article(words))
    known = mention is not None and mention.name.kind not in NO_ACTOR and (bool(mention.by) or token.pos_ != "PRON")
    return mention.name if known and mention is not None else None


def first_of(noun: Token) -> Token:
    """The first of a noun's own words before it, whatever else hangs on it."""
    own = [child for child in noun.children if child.i < noun.i and child.dep_ in OWN_WORDS]
    return min((child.left_edge for child in own), key=lambda token: token.i, default=noun)


def counted(token: Token) -> Token | None:
    """Whom a word counts or groups: "thousands of *teachers*", "a number of *officers*"."""
    if token.pos_ != "NUM" and token.lemma_.lower() not in table()["counting"]:
        return None
    return next(iter(clauses.after(token, ("of",))), None)


def acts_for(token: Token) -> bool:
    """Whether a noun names somebody or something that acts for another: envoys, artillery, a side."""
    return token.lemma_.lower() in table()["acting_for"]


def stands_for(reading: Reading, token: Token) -> Name | None:
    """Whom a description stands for: "the *ELN* guerrillas", "*its* forces", "*Rwandan* troops", "*Renamo*, a rival
    group"."""
    if token.dep_ == "appos" and (beside := proper(reading, token.head)) is not None:
        return beside.name
    if not acts_for(token) or token.lower_ in table()["several"]:
        return None
    owners = [*clauses.possessors(token), *clauses.after(token, ("of", "from")), *clauses.modifiers(token)]
    for part in owners:
        whose = reading.mention_of.get(part.i)
        if clauses.is_side(part):
            return None
        if whose is None or whose.name.kind in NO_ACTOR or whose.head == token.i or not whose.by:
            continue
        if whose.by != "pronoun" or whose.name.name != whose.name.words:
            return whose.name
    return state_of(reading, token) or branch_of(token)


def state_of(reading: Reading, token: Token) -> Name | None:
    """The state whose people's name stands before a noun that acts for it: "*Rwandan* officers"."""
    return next(states_of(reading, token), None)


def states_of(reading: Reading, token: Token) -> Iterator[Name]:
    """The states whose peoples' names stand before a noun."""
    for part in clauses.unfold(clauses.modifiers(token)):
        if not part.text[:1].isupper():
            continue
        state = demonyms().get(part.lower_) or like_sounding(reading, part)
        if state is not None:
            yield Name(f"{part.text} {token.text}", state, NameKind.GOVERNMENT)


@cache
def demonyms() -> Mapping[str, str]:
    """The name of a people or its adjective to the state's."""
    countries = (*shipped().states, *shipped().regions)
    return {people.lower(): country.name for country in reversed(countries) for people in country.people}


def like_sounding(reading: Reading, part: Token) -> str | None:
    """The state or land of this report from whose name an adjective is made, for those that no list has."""
    stem = part.lower_[: max(4, len(part.text) - 3)]
    lands = (
        one.name.name
        for one in reading.mentions
        if one.name.kind in (NameKind.PLACE, NameKind.GOVERNMENT) and one.by == "name"
    )
    return next(
        (
            land
            for land in lands
            if " " not in land
            and land.lower().startswith(stem)
            and len(land) <= len(part.text)
            and land.lower() != part.lower_
        ),
        None,
    )


def branch_of(token: Token) -> Name | None:
    """The army or police whose thing acts or is hit: "an *army* convoy"."""
    return next(
        (
            Name(part.text, part.text, NameKind.GOVERNMENT)
            for part in clauses.modifiers(token)
            if part.lower_ in OWN_FORCES and acts_for(token)
        ),
        None,
    )


def proper(reading: Reading, token: Token) -> Mention | None:
    """The party that a token names by a name of its own."""
    mention = reading.mention_headed.get(token.i)
    return (
        mention
        if mention is not None and mention.name.kind in PARTIES and mention.by in ("name", "surname", "acronym")
        else None
    )


def in_apposition(reading: Reading, token: Token) -> list[Token]:
    """Those named beside a description: "the chief negotiator, *Mary Okello*", "the guarantors, *Norway* and
    *Cuba*"."""
    mention = reading.mention_headed.get(token.i)
    if mention is not None and mention.by not in DESCRIBING and mention.name.kind is not NameKind.PLACE:
        return []
    beside = [child for child in token.children if child.dep_ == "appos" and child.i > token.i]
    beside += [low for child in beside for low in child.children if low.dep_ == "appos"]
    return [low for low in clauses.unfold(beside) if proper(reading, low) is not None]


def acts_as_government(token: Token) -> bool:
    """Whether a place name stands where only somebody who acts can: as subject, or behind "by" or "with"."""
    while token.dep_ == "conj" and token.head.pos_ != "VERB":
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass") or (
        token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "between", "against")
    )


def strip_article(words: str) -> str:
    """A phrase without its leading article."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else words
