"""What the dependency tree says of a predicate: who does it, to whom, and how far its words reach.

Written for the labels of spaCy's English models (ClearNLP style). Every function takes tokens and returns tokens, head
tokens of phrases, in text order; coordinated phrases are unfolded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

MAX_DEPTH = 8
"""How many verbs up a subject is looked for."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "iobj", "obj"})
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "csubj", "csubjpass", "parataxis"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
LASTING = frozenset({"remain", "stay"})
"""Verbs with which a participle is as good as a passive: "remains closed"."""
BY_OBJECT = frozenset(
    "ask urge order force allow oblige persuade convince tell call call_on invite press pressure compel help warn want "
    "permit encourage instruct direct request require beg implore appeal enable lead push authorize authorise".split()
)
"""Verbs whose infinitive is done by their object: "urged the rebels to leave"."""


def unfold(tokens: Iterable[Token]) -> list[Token]:
    """The tokens and everything coordinated with them: "Russia, Turkey and Iran" from "Russia"."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        found += unfold(child for child in token.children if child.dep_ == "conj" and child.pos_ != "VERB")
    return found


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: "was attacked", "talks brokered by Oman", "have been put off"."""
    if any(child.dep_ in ("nsubjpass", "csubjpass", "auxpass") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not own_subjects(verb):
        return not any(child.dep_ == "aux" for child in verb.children) and is_passive(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ in ("acomp", "oprd") and verb.head.lemma_ in LASTING:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and not own_subjects(verb) and not has_aux(verb)


def has_aux(verb: Token) -> bool:
    """Whether an auxiliary stands with the verb."""
    return any(child.dep_ == "aux" for child in verb.children)


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on the verb itself, coordinated ones unfolded."""
    return unfold(child for child in verb.children if child.dep_ in SUBJECTS)


def stands_alone(verb: Token) -> bool:
    """Whether a supposed complement is the main verb of a sentence that the parser took for one with a participle.

    "A truce agreed in May has been violated": *violated* hangs on *agreed*, without a subject of its own.
    """
    finite = any(child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP") for child in verb.children)
    return verb.dep_ == "ccomp" and finite and not own_subjects(verb)


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participial clause with this verb belongs to."""
    return (
        verb.head
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        else None
    )


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who stands as the verb's subject, through relative clauses, coordination, control, raising and participles.

    For a passive this is the one acted upon. Empty where the sentence names nobody.
    """
    if depth > MAX_DEPTH:
        return []
    own, noun = own_subjects(verb), antecedent(verb)
    if own and noun is not None and own[0].lower_ in RELATIVE:
        return unfold([noun]) if verb.dep_ == "relcl" else [noun]
    if own:
        return own
    if noun is not None:
        return planner(noun, depth) if is_infinitive(verb) and verb.dep_ == "acl" else [noun]
    return [] if verb.head == verb else borrowed(verb, depth)


def borrowed(verb: Token, depth: int) -> list[Token]:
    """The subject that a verb takes over from the verb that it hangs on."""
    head, verbal = verb.head, verb.head.pos_ in ("VERB", "AUX")
    if verb.dep_ in ("xcomp", "ccomp") and (verbal or head.pos_ in ("ADJ", "NOUN")):
        return controller(verb, depth)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return governor_subject(head, depth)
    if (verb.dep_ in ("conj", "advcl", "parataxis") and verbal) or verb.dep_ in ("acomp", "attr"):
        return subjects(head, depth + 1)
    return []


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def planner(noun: Token, depth: int) -> list[Token]:
    """Who does the infinitive on a noun: "*his* decision to resign", "*the UN* made a promise to drop aid"."""
    if is_passive_infinitive(noun):
        return [noun]
    owners = possessors(noun) or after(noun, ("by", "of", "from"))
    if owners:
        return owners
    if noun.dep_ in OBJECTS | {"attr"} and noun.head.pos_ in ("VERB", "AUX"):
        return subjects(noun.head, depth + 1)
    if noun.dep_ == "pobj" and noun.lower_ in ("order", "effort", "bid", "attempt", "view", "move"):
        verb = governing_verb(noun.head)
        return subjects(verb, depth + 1) if verb is not None else []
    return []


def is_passive_infinitive(noun: Token) -> bool:
    """Whether the infinitive on the noun is done to it: "negotiations to be held"."""
    return any(child.dep_ == "acl" and is_passive(child) for child in noun.children)


def controller(verb: Token, depth: int) -> list[Token]:
    """Who does an infinitive: the object of "urged X to leave", else the subject of "X agreed to leave"."""
    head = verb.head
    if head.pos_ == "NOUN":
        return [child for child in head.children if child.dep_ == "poss"]
    if head.lemma_.lower() in BY_OBJECT:
        given = unfold(child for child in head.children if child.dep_ in OBJECTS and child.i < verb.i)
        given = given or [
            child
            for prep in head.children
            if prep.dep_ == "prep" and prep.i < verb.i
            for child in unfold(c for c in prep.children if c.dep_ == "pobj")
        ]
        if given:
            return given
    return subjects(head, depth + 1)


def governor_subject(prep: Token, depth: int) -> list[Token]:
    """Who does the gerund after a preposition: "accused Y of breaking" is Y, "after meeting Z" is the main subject."""
    governor = prep.head
    if prep.lower_ in ("of", "from", "for") and governor.pos_ == "VERB":
        given = unfold(child for child in governor.children if child.dep_ in OBJECTS and child.i < prep.i)
        if given:
            return given
        if is_passive(governor):
            return subjects(governor, depth + 1)
    if governor.pos_ in ("VERB", "AUX"):
        return subjects(governor, depth + 1)
    if governor.pos_ in ("NOUN", "PROPN"):
        return planner(governor, depth)
    return []


def objects(verb: Token) -> list[Token]:
    """The direct and dative objects; those of a verb coordinated after it where it has none and shares them."""
    own = unfold(child for child in verb.children if child.dep_ in OBJECTS)
    noun = antecedent(verb)
    led = any(child.lower_ in RELATIVE and child.dep_ in SUBJECTS for child in verb.children)
    if not own and noun is not None and verb.dep_ == "relcl" and own_subjects(verb) and not led:
        return [noun]
    relative = [child for child in own if child.lower_ in RELATIVE]
    return [noun] if relative and noun is not None else own


def agents(verb: Token) -> list[Token]:
    """The by-phrase of a passive."""
    near = [
        *verb.children,
        *(low for child in verb.children if child.dep_ in ("prt", "advmod") for low in child.children),
    ]
    preps = [child for child in near if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")]
    return [token for prep in preps for token in unfold(child for child in prep.children if child.dep_ == "pobj")]


def after(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """The objects of the given prepositions on a verb or noun: "talks *with* the rebels", "attack *on* a convoy"."""
    wanted = set(prepositions)
    found: list[Token] = []
    loose = [
        low
        for child in token.children
        if child.dep_ in ("prt", "advmod")
        for low in child.children
        if low.dep_ == "prep"
    ]
    for prep in [
        *token.children,
        *loose,
        *([child for child in stray(token) if child.lower_ == "of"] if "of" in wanted else []),
    ]:
        if prep.dep_ in ("prep", "agent", "dative") and preposition(prep) & wanted:
            found += unfold(objects_of(prep))
    return found


def objects_of(prep: Token) -> list[Token]:
    """The object of a preposition, through a doubled one ("from within the camp", "because of")."""
    own = [child for child in prep.children if child.dep_ == "pobj"]
    return own or [token for child in prep.children if child.dep_ == "prep" for token in objects_of(child)]


def preposition(prep: Token) -> set[str]:
    """The preposition alone, and with what doubles it: {"out", "of", "out of"}."""
    if prep.lower_ == "according":
        return {"according to"}
    inner = [child.lower_ for child in prep.children if child.dep_ in ("prep", "pcomp")]
    return {prep.lower_, *inner, *(f"{prep.lower_} {word}" for word in inner)}


def is_side(word: Token) -> bool:
    """Whether the word only says what somebody is for or against: "pro-*government* forces"."""
    doc = word.doc
    return word.i > 1 and doc[word.i - 1].text == "-" and doc[word.i - 2].lower_ in ("pro", "anti")


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "*the minister*'s resignation", "*his* offer"."""
    return unfold(child for child in noun.children if child.dep_ == "poss")


def modifiers(noun: Token) -> list[Token]:
    """Words before a noun that say of what it is: "*ceasefire* violation", "*Russian* mediation"."""
    return [child for child in noun.children if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i]


def stray(noun: Token) -> list[Token]:
    """Prepositional phrases that follow an object but hang on its verb: "followed the shelling *on Monday* *of a
    market*"."""
    if noun.dep_ not in OBJECTS or noun.head.pos_ not in ("VERB", "AUX"):
        return []
    return [
        child
        for child in noun.head.children
        if child.dep_ == "prep" and child.i > noun.i and child.lower_ in ("of", "on", "in")
    ]


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above the token, or the token itself if it is one."""
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def clause_tokens(predicate: Token) -> list[Token]:
    """The predicate's own words: its subtree without clauses that have a subject of their own, in text order."""
    found = [predicate]
    for token in found:
        found += [child for child in token.children if not leaves_clause(child, token)]
    return sorted(found, key=lambda token: token.i)


def leaves_clause(child: Token, parent: Token) -> bool:
    """Whether a dependent starts a clause of its own, or is punctuation at the rim."""
    if child.dep_ == "punct":
        return True
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and parent.pos_ in ("VERB", "AUX"):
        return True
    if child.dep_ == "cc" and any(c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for c in parent.children):
        return True
    return child.dep_ in CLAUSES or (child.dep_ == "acl" and bool(own_subjects(child)))


def phrase(noun: Token) -> list[Token]:
    """A noun phrase without relative clauses and appositions, in text order."""

    def within(token: Token) -> Iterator[Token]:
        yield token
        for child in token.children:
            if child.dep_ not in ("relcl", "appos", "acl", "punct", "cc", "conj", "advcl", "ccomp"):
                yield from within(child)

    return sorted(within(noun), key=lambda token: token.i)
