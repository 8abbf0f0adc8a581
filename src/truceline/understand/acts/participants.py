"""Who takes part in an act: actors, recipients, mediators, as the report names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.tokens import Token

from truceline.model import Name
from truceline.understand import clauses
from truceline.understand.acts import beneath
from truceline.understand.acts.match import Match
from truceline.understand.acts.naming import PARTIES, names, strip_article, table
from truceline.understand.acts.senses import index
from truceline.understand.acts.things import of_word
from truceline.understand.reading import Reading

PAIR_REACH = 90
"""Tokens: about the sentence before last."""
MOVING = frozenset({"RETREAT", "MOBILIZE", "CONSULT"})
"""Types of going and sending, where a land is a place one goes to rather than a party."""
RECIPROCAL = frozenset({"other", "another"})
"""Heads of "each other" and "one another"."""


def is_noun(match: Match) -> bool:
    """Whether the predicate is a nominalisation."""
    return match.token.pos_ in ("NOUN", "PROPN")


def argument_nouns(match: Match) -> list[Token]:
    """The nouns that share a predicate's meaning: "held *talks*", "the *truce* collapsed", "the *round* of *talks*"."""
    doc = match.token.doc
    used = [doc[i] for i in sorted(match.used) if doc[i].pos_ in ("NOUN", "PROPN") and i != match.token.i]
    return [*used, *(inner for noun in used for inner in clauses.after(noun, ("of",)) if inner.pos_ == "NOUN")]


def stand_at(match: Match, place: str) -> list[Token]:
    """The tokens at one place of a predicate: subject, object, by, or any preposition."""
    token = match.token
    if place in ("voice", "aim"):
        return []
    if place == "subject":
        return (
            noun_actors(match)
            if is_noun(match)
            else clauses.agents(token)
            if clauses.is_passive(token)
            else clauses.subjects(token)
        )
    if place == "object":
        if is_noun(match):
            return [] if intransitive(match) else clauses.after(token, ("of", "on", "against"))
        return clauses.subjects(token) if clauses.is_passive(token) else clauses.objects(token)
    found = clauses.after(token, [place])
    nouns = [noun for noun in argument_nouns(match) if place != "of" or is_asked_of(match, noun)]
    return found or [far for noun in nouns for far in clauses.after(noun, [place])]


def is_asked_of(match: Match, noun: Token) -> bool:
    """Whether an of-phrase may name who it is asked of: not in "demanded the release *of a priest*"."""
    return match.sense.type != "REQUEST" or beneath.of_its_doer(noun)


def intransitive(match: Match) -> bool:
    """Whether the of-phrase of a noun names who acts: "the withdrawal *of the army*", "a meeting *of the sides*"."""
    return match.sense.mode in ("resign", "withdraw", "disarm", "visit") or match.sense.type in ("CONSULT", "PROTEST")


def noun_actors(match: Match) -> list[Token]:
    """Who does what a noun names."""
    token = match.token
    found = doers_of(token)
    if intransitive(match):
        found = found or clauses.after(token, ("of",))
    return found or [*clauses.modifiers(token), *(around(token) if match.sense.type == "CONSULT" else [])]


def doers_of(noun: Token) -> list[Token]:
    """Who does what a noun names, by its own words: "by X", "X's", "laid by X"; a broker does not."""
    by_phrase = clauses.after(noun, ("by",)) or clauses.possessors(noun)
    brokering = table()["mediation"]["verbs"]
    verbs = (verb for verb in noun.children if verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() not in brokering)
    return by_phrase or [agent for verb in verbs for agent in clauses.agents(verb)]


def around(noun: Token) -> list[Token]:
    """Who does the deed that a noun only dates: "left *after a meeting* with the envoy"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("after", "in", "at", "during", "for", "before", "following"):
        verb = clauses.governing_verb(noun.head)
        return clauses.subjects(verb) if verb is not None and not clauses.is_passive(verb) else []
    return []


def together(match: Match) -> list[Token]:
    """Those who do a mutual act together: "between X and Y", and for a meeting the with-phrase of its noun."""
    nouns = [match.token, *argument_nouns(match), *nouns_acted_on(match)]
    between = next((found for noun in nouns if (found := clauses.after(noun, ("between", "among")))), [])
    if not between:
        below = (low for low in match.token.subtree if low.lower_ == "between" and low.i - match.token.i < 20)
        between = [who for prep in below for who in clauses.unfold(clauses.objects_of(prep))]
    return between or (clauses.after(match.token, ("with",)) if is_noun(match) else [])


def nouns_acted_on(match: Match) -> list[Token]:
    """The noun arguments of a verb: its subject and object phrases."""
    if is_noun(match):
        return []
    return [*clauses.own_subjects(match.token), *clauses.objects(match.token)]


def actors(reading: Reading, match: Match) -> tuple[Name, ...]:
    """Who does it."""
    places = match.sense.actor or ("subject",)
    found = expand(
        reading, match.token, names(reading, (token for place in places for token in stand_at(match, place)))
    )
    if match.sense.type in table()["mutual"]:
        found = merge(found, names(reading, together(match)))
    if not found and not match.sense.takes_clause:
        found = names(reading, of_arguments(match)) or names(reading, behind_deeds(match))
    return found


def behind_deeds(match: Match) -> list[Token]:
    """Who is behind the deed that stands as subject: "a *rebel* attack killed", "*the army*'s raid left two dead"."""
    if is_noun(match) or clauses.is_passive(match.token):
        return []
    deeds = [noun for noun in clauses.own_subjects(match.token) if is_deed(noun)]
    forces = (part for noun in deeds for part in clauses.modifiers(noun) if "forces" in of_word(part))
    return [who for noun in deeds for who in doers_of(noun)] or list(forces)


def is_deed(noun: Token) -> bool:
    """Whether a noun names what somebody does to others by force: an attack, a raid, shelling."""
    return any(sense.type == "ASSAULT" for _, sense in index().nouns.get(noun.lemma_.lower(), ()))


def of_arguments(match: Match) -> list[Token]:
    """Who stands with the nouns that a predicate takes, where it has nobody of its own: "the army's truce expired"."""
    shared = [who for noun in argument_nouns(match) for who in clauses.after(noun, ("between", "among"))]
    return shared or [who for noun in argument_nouns(match) for who in doers_of(noun)]


def recipients(reading: Reading, match: Match) -> tuple[Name, ...]:
    """To whom it is done: the first of the type's usual places that names anybody."""
    places: Sequence[str] = match.sense.recipient or table()["recipient"].get(match.sense.type or "none", ())
    doing = {name.name for name in actors(reading, match)}
    if not is_noun(match) and any(token.lower_ in RECIPROCAL for token in clauses.objects(match.token)):
        return actors(reading, match)
    for place in places:
        near = [token for token in stand_at(match, place) if not is_own(reading, match, token, doing)]
        named = expand(reading, match.token, names(reading, near))
        if not named and match.sense.type not in MOVING:
            named = tuple(beneath.states_at(reading, near))
        found = tuple(name for name in named if not any(name.name in one or one in name.name for one in doing))
        if found:
            return found
    groups = chain(asked(reading, match), beneath.parties(reading, match))
    return next((others for group in groups if (others := tuple(one for one in group if one.name not in doing))), ())


def is_own(reading: Reading, match: Match, token: Token, doing: set[str]) -> bool:
    """Whether what is withdrawn or sent is the doer's own: "recalled *its ambassador*", "moved *its troops*"."""
    if match.sense.type not in ("RETREAT", "MOBILIZE", "SANCTION"):
        return False
    owners = names(reading, [part for part in token.children if part.dep_ == "poss" and part.pos_ == "PRON"])
    return any(owner.name in doing for owner in owners)


def asked(reading: Reading, match: Match) -> Iterator[tuple[Name, ...]]:
    """Who is to do what is asked: "demanded that *the junta* leave", "called for *both* to stop"."""
    if match.sense.type != "REQUEST":
        return
    children = [child for child in match.token.children if child.dep_ in ("ccomp", "xcomp")]
    yield names(
        reading, (who for child in children if not clauses.is_passive(child) for who in clauses.own_subjects(child))
    )
    if any(clauses.is_infinitive(child) for child in children):
        yield tuple(one for one in names(reading, clauses.after(match.token, ("for",))) if one.kind in PARTIES)


def expand(reading: Reading, token: Token, found: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, "both sides" replaced by the two that the report named together shortly before."""
    both = table()["both"]
    if not any(strip_article(name.words).lower() in both for name in found):
        return found
    pair = pair_before(reading, token)
    return (
        merge(tuple(name for name in found if strip_article(name.words).lower() not in both), pair) if pair else found
    )


def pair_before(reading: Reading, token: Token) -> tuple[Name, ...]:
    """The last two parties that the report coordinates ("the government and the rebels") before a token, near it."""
    near = [
        m
        for m in reading.mentions
        if token.i - PAIR_REACH < m.head < token.i
        and m.name.kind in PARTIES
        and m.by != "pronoun"
        and m.name.words.lower() not in table()["both"]
    ]
    for mention in reversed(near):
        head = reading.doc[mention.head]
        if head.dep_ == "conj" or head.head.lower_ == "by":
            continue
        names = [
            m.name
            for child in head.children
            if child.dep_ == "conj" and (m := reading.mention_headed.get(child.i)) and m.name.kind in PARTIES
        ]
        if len(names) == 1 and names[0].name != mention.name.name:
            return (mention.name, names[0])
    return ()


def merge(one: tuple[Name, ...], other: tuple[Name, ...]) -> tuple[Name, ...]:
    """Both lists, each name once."""
    return tuple({name.name: name for name in (*one, *other)}.values())


def mediators(reading: Reading, match: Match) -> tuple[Name, ...]:
    """Who brokered or hosted it: "brokered by X", "under X's mediation", "X-mediated talks"."""
    page = table()["mediation"]
    found: list[Token] = []
    for token in sorted(surroundings(match), key=lambda t: t.i):
        lemma = token.lemma_.lower()
        if (
            lemma in page["verbs"]
            and token.pos_ == "VERB"
            and token.tag_ == "VBN"
            and token.dep_ in ("acl", "relcl", "conj", "advcl")
        ):
            found += clauses.agents(token) if is_brokered(token) else []
        if token.lower_ in page["participles"] and token.i > 1 and reading.doc[token.i - 1].text == "-":
            found.append(reading.doc[token.i - 2])
        if lemma in page["nouns"]:
            found += [
                *clauses.after(token, ("of", "by")),
                *clauses.possessors(token),
                *coordinated(clauses.modifiers(token)),
            ]
    return names(reading, found)


def is_brokered(verb: Token) -> bool:
    """Whether what a participle stands with can have a mediator: talks, a truce, a deal; a group that is led cannot."""
    noun = clauses.antecedent(verb)
    return noun is None or bool(of_word(noun) & {"talks", "truce", "deal", "body"})


def coordinated(tokens: Sequence[Token]) -> list[Token]:
    """Modifiers with those coordinated to them: "*African Union* and *Tamberran* mediation"."""
    return [*clauses.unfold(tokens)]


def surroundings(match: Match) -> set[Token]:
    """The predicate's own words and the phrases of its arguments, relative clauses on them included."""
    own = set(clauses.clause_tokens(match.token))
    for noun in [*nouns_acted_on(match), *([match.token] if is_noun(match) else [])]:
        own |= {token for token in noun.subtree if abs(token.i - noun.i) < 40}
    return own
