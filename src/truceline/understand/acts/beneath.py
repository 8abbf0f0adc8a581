"""Parties that are named in what is rejected, condemned, welcomed, threatened, asked or promised.

"rejected *Ethiopia*'s proposal", "condemned an attack by *Rwandan soldiers*", "threatened to bomb *Djibouti*". Where to
look is told by type in participants.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from truceline.knowledge import shipped
from truceline.model import Name, NameKind
from truceline.understand import clauses
from truceline.understand.acts.match import Match
from truceline.understand.acts.naming import PARTIES, names, states_of, table
from truceline.understand.acts.senses import index
from truceline.understand.reading import Reading

DEPTH = 2
"""How many nouns deep: "the resumption of ties with Uganda" is two."""
INNER = ("of", "on", "to", "for", "over", "in")
TOWARDS = ("with", "against", "on", "upon", "toward", "towards")
COMPLEMENT = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
SELF_DONE = frozenset({"resign", "withdraw", "disarm", "visit"})


def parties(reading: Reading, match: Match) -> Iterator[tuple[Name, ...]]:
    """Groups of parties beneath a predicate, the nearest first; a group may be empty."""
    for place in table()["beneath"].get(match.sense.type, ()):
        for noun in [] if place == "clause" else nouns_at(match, place):
            yield from in_noun(reading, noun, DEPTH)
        for verb in clause_verbs(match.token) if place == "clause" else []:
            yield from in_clause(reading, verb)


def nouns_at(match: Match, place: str) -> Sequence[Token]:
    """The nouns at one place of a predicate."""
    token = match.token
    if place != "object":
        return clauses.after(token, (place,))
    if token.pos_ in ("NOUN", "PROPN"):
        return clauses.after(token, ("of",))
    return clauses.subjects(token) if clauses.is_passive(token) else clauses.objects(token)


def in_noun(reading: Reading, noun: Token, depth: int) -> Iterator[tuple[Name, ...]]:
    """The parties in a noun phrase: whose it is, by whom, from whom, with or against whom."""
    groups = [clauses.possessors(noun), clauses.after(noun, ("by",)), clauses.after(noun, ("from",))]
    groups += [clauses.after(noun, ("of",))] if of_its_doer(noun) else []
    for group in (*groups, clauses.after(noun, TOWARDS), clauses.after(noun, ("to",))):
        yield only_parties(reading, group)
    yield tuple(states_of(reading, noun))
    if depth > 1:
        for inner in clauses.after(noun, INNER):
            yield from in_noun(reading, inner, depth - 1)


def of_its_doer(noun: Token) -> bool:
    """Whether an of-phrase names who does it: "the decision *of the court*", not "the release *of a priest*"."""
    senses = index().nouns.get(noun.lemma_.lower(), ())
    return all(sense.mode in SELF_DONE for _, sense in senses)


def clause_verbs(token: Token) -> list[Token]:
    """The verbs of what is threatened, promised, asked, that have no subject of their own."""
    near = [*token.children, *(low for child in token.children if child.dep_ == "prep" for low in child.children)]
    later = [child for child in near if child.i > token.i and child.pos_ == "VERB" and not clauses.own_subjects(child)]
    found = [child for child in later if child.dep_ in COMPLEMENT or is_purpose(child)]
    return [*found, *(low for verb in found for low in verb.children if low.dep_ == "xcomp")]


def is_purpose(verb: Token) -> bool:
    """Whether a clause says what for: "marched *to demand*"."""
    return verb.dep_ == "advcl" and clauses.is_infinitive(verb)


def in_clause(reading: Reading, verb: Token) -> Iterator[tuple[Name, ...]]:
    """The parties that a verb is to act on, or that its object names."""
    if clauses.is_passive(verb):
        return
    things = clauses.objects(verb)
    yield only_parties(reading, things)
    yield only_parties(reading, clauses.after(verb, (*TOWARDS, "to", "from")))
    for thing in things:
        yield from in_noun(reading, thing, DEPTH)


def only_parties(reading: Reading, tokens: Sequence[Token]) -> tuple[Name, ...]:
    """The parties among those named: a state also where its name might be the land's."""
    found = [name for name in names(reading, tokens) if name.kind in PARTIES or name.kind is NameKind.BODY]
    return tuple({name.name: name for name in (*found, *states_at(reading, tokens))}.values())


def states_at(reading: Reading, tokens: Sequence[Token]) -> Iterator[Name]:
    """The states among those named, where the name might be the land's."""
    known = {state.name for state in shipped().states}
    for token in tokens:
        mention = reading.mention_headed.get(token.i)
        if mention is not None and mention.name.kind is NameKind.PLACE and mention.name.name in known:
            yield mention.name
