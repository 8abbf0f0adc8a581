"""Which sense a predicate has here: its other words must be there, and what it asks of its arguments must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from truceline.model import VoiceClass
from truceline.understand import clauses
from truceline.understand.acts import things
from truceline.understand.acts.senses import ANY, Sense, index
from truceline.understand.reading import Reading

PARTISAN = frozenset({VoiceClass.NAMED, VoiceClass.OFFICIAL})
LOOSE = frozenset({"actor", "people", "forces", "place"})
"""Classes that say little: almost anybody is of them."""
PERSONS = frozenset({"people", "forces", "captive", "patient", "displaced", "inhabitant", "crowd", "lawmen"})
"""Classes of people: "it" is none of them."""
PRONOUNS = frozenset({"it", "them", "this", "these", "that", "which", "its", "their", "they", "one"})


@dataclass(frozen=True)
class Match:
    """A predicate token in one of its senses.

    `used` are the tokens that the sense took up: no predicates of their own. `under` is the aim that it is part of.
    `weight` says how tellingly what stands around it meets the sense's demands.
    """

    token: Token
    sense: Sense
    used: frozenset[int]
    under: Match | None = None
    weight: float = 0.0


def match(reading: Reading, token: Token) -> Match | None:
    """The sense in which a token is a predicate here, the most demanding one that fits, or None."""
    return max(candidates(reading, token), key=lambda found: (found.weight, len(found.used)), default=None)


def candidates(reading: Reading, token: Token) -> Iterator[Match]:
    """Every sense of the token whose words are there and whose demands hold."""
    listed = entries(token)
    below = forms_below(token) if any(rest for rest, _ in listed) else {}
    for rest, sense in listed:
        words = find_words(token, rest, below)
        if words is None:
            continue
        if sense.type == "skip" and not is_told(reading, token):
            continue
        if token.pos_ == "VERB" and not has_form(token, sense.form):
            continue
        met = demands_met(reading, token, sense)
        if met is not None:
            yield Match(token, sense, frozenset({token.i} | words | met[0]), weight=met[1])


def has_form(verb: Token, form: str | None) -> bool:
    """Whether a verb stands in the form that a sense is limited to: active, passive, or coming ("will free")."""
    if form == "coming":
        modal = any(child.tag_ == "MD" for child in verb.children)
        return modal or clauses.is_infinitive(verb) or verb.tag_ not in ("VBD", "VBN")
    return form is None or clauses.is_passive(verb) == (form == "passive")


def is_told(reading: Reading, token: Token) -> bool:
    """Whether somebody with a name or an office tells it, rather than the outlet, an agency or an unnamed source."""
    chain = reading.chain(token.i)
    return bool(chain) and chain[0].cls in PARTISAN


def entries(token: Token) -> Sequence[tuple[tuple[str, ...], Sense]]:
    """The senses that the index lists for this word in its part of speech."""
    table, lemma = index(), lemma_of(token)
    if token.pos_ in ("VERB", "AUX"):
        if token.dep_ == "amod":
            return ()
        return table.verbs.get(lemma, ()) or (table.adjectives.get(token.lower_, ()) if token.tag_ == "VBN" else ())
    if token.pos_ in ("NOUN", "PROPN"):
        return table.nouns.get(lemma, ()) or table.nouns.get(token.lower_, ())
    if token.pos_ == "ADJ" and token.dep_ in (
        "acomp",
        "attr",
        "oprd",
        "ROOT",
        "conj",
        "relcl",
        "amod",
        "xcomp",
        "ccomp",
    ):
        return table.adjectives.get(token.lower_, ()) if token.dep_ != "amod" else ()
    return ()


def lemma_of(token: Token) -> str:
    """The lemma of a word; the lexicon's own where the model's is none of it ("raped" to "rap", "Drones" as a name)."""
    lemma, form = token.lemma_.lower(), token.lower_
    known = index().verbs if token.pos_ in ("VERB", "AUX") else index().nouns
    guesses = (lemma, form, form.removesuffix("d"), form.removesuffix("ed"), form.removesuffix("s"))
    return next((guess for guess in guesses if guess in known), lemma)


def forms_below(token: Token, depth: int = 4) -> dict[str, list[Token]]:
    """The words in which further words of a predicate are looked for, by form and lemma: looked up once for all of its
    senses."""
    marks = (mark for child in token.children for mark in child.children if opens_clause(mark))
    found: dict[str, list[Token]] = {}
    for low in (*within(token, depth), *marks):
        for form in {low.lower_, low.lemma_.lower()}:
            found.setdefault(form, []).append(low)
    return found


def find_words(token: Token, words: tuple[str, ...], below: Mapping[str, list[Token]]) -> set[int] | None:
    """Where the other words of a predicate stand below it, or None if one is missing."""
    found: set[int] = set()
    for word in words:
        places = below.get(word, ())
        place = next((t.i for t in places if t.i not in found and is_word(t, word, token)), None)
        if place is None:
            return None
        found.add(place)
    return found


def opens_clause(token: Token) -> bool:
    """Whether the word opens a clause: "that", "whether", "when"."""
    return token.dep_ == "mark" or token.tag_ in ("WRB", "WP")


def is_word(token: Token, word: str, predicate: Token) -> bool:
    """Whether a token is a further word of a predicate; a preposition only beside it, and not before a day or hour."""
    if predicate.lemma_ == "be" and clauses.is_infinitive(token):
        return False
    if token.dep_ not in ("prep", "prt", "agent"):
        return word in (token.lower_, token.lemma_.lower())
    if token.lower_ != word or any(child.ent_type_ in ("DATE", "TIME") for child in token.children):
        return False
    return token.dep_ == "prt" or token.head == predicate or predicate in (token.head.head, token.head.head.head)


def within(token: Token, depth: int) -> Iterator[Token]:
    """What hangs below a token, not deeper than `depth`, in its own clause."""
    for child in token.children:
        if clauses.leaves_clause(child, token):
            continue
        yield child
        if depth > 1:
            yield from within(child, depth - 1)


def demands_met(reading: Reading, token: Token, sense: Sense) -> tuple[set[int], float] | None:
    """The tokens that meet the sense's demands, and how tellingly they do; None if one is not met."""
    taken: set[int] = set()
    weight = 0.0
    if sense.bars and any(is_barred(reading, other, sense.bars) for other in acted_upon(token)):
        return None
    for wanted, places in demands(token, sense):
        fitting = {t.i: fit for t in places if (fit := fits(reading, t, wanted))}
        if not fitting:
            return None
        taken |= fitting.keys()
        weight += max(fitting.values())
    return taken, weight


def is_barred(reading: Reading, token: Token, bars: frozenset[str]) -> bool:
    """Whether an object is of a class that rules the sense out."""
    return ANY in bars or bool(bars & things.of_noun(reading, token))


def demands(token: Token, sense: Sense) -> Iterator[tuple[frozenset[str], list[Token]]]:
    """Each class that a sense asks for, with the tokens that may be of it."""
    if sense.subject:
        yield sense.subject, acting(token)
    if sense.object:
        yield sense.object, acted_upon(token)
    for prepositions, wanted in sense.with_.items():
        listed = prepositions.split("|")
        nouns = clauses.objects(token)
        yield wanted, clauses.after(token, listed) or [far for noun in nouns for far in clauses.after(noun, listed)]


def fits(reading: Reading, token: Token, wanted: frozenset[str]) -> float:
    """How well a token fits a class: 1 for a thing of it, less for somebody, anything or a pronoun, 0 for no fit."""
    met = wanted & things.of_noun(reading, token)
    if met - LOOSE:
        return 1.0
    return 0.6 if met or ANY in wanted or refers_back(reading, token, wanted) else 0.0


def refers_back(reading: Reading, token: Token, wanted: frozenset[str]) -> bool:
    """Whether a pronoun can stand for a thing of the wanted class that was named shortly before: "it broke down"."""
    if token.lower_ not in PRONOUNS or token.i in reading.mention_of and "actor" not in wanted:
        return False
    if "actor" in wanted:
        return token.i in reading.mention_of
    wanted = wanted - PERSONS if token.lower_ in ("it", "its") else wanted
    start = max(0, token.sent.start - 1)
    start = reading.doc[start].sent.start
    return any(wanted & things.of_word(other) for other in reading.doc[start : token.i])


def acting(token: Token) -> list[Token]:
    """The subject of an active verb; what a noun's possessor or of-phrase names."""
    if token.pos_ in ("NOUN", "PROPN"):
        return [
            *clauses.possessors(token),
            *clauses.after(token, ("of", "in", "by", "between")),
            *clauses.modifiers(token),
        ]
    return clauses.subjects(token)


def acted_upon(token: Token) -> list[Token]:
    """The object of a verb, the subject of a passive; the of-phrase, modifier or possessor of a noun."""
    if token.pos_ in ("NOUN", "PROPN"):
        return [
            *clauses.after(token, ("of", "on", "to", "for", "from", "in", "against")),
            *clauses.modifiers(token),
            *clauses.possessors(token),
        ]
    if clauses.is_passive(token):
        return [*clauses.subjects(token), *clauses.objects(token)]
    return [*clauses.objects(token), *let_do(token)]


def let_do(verb: Token) -> list[Token]:
    """Who or what a verb lets do something: "allowed *aid* to enter"."""
    inner = (child for child in verb.children if child.dep_ == "ccomp" and clauses.is_infinitive(child))
    return [who for child in inner for who in clauses.own_subjects(child)]
