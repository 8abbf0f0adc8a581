"""Whether an act happened: what the predicate's own words say, then what each word above it makes of that.

1. The predicate itself: its negations, modals and tense, the words beside it, and the sense's own status. Of several
   the first in STRENGTH wins.
2. The words that govern it, from the inside out (operators.py, languages/<iso>/status.yaml): "failed to agree to sign".
   The outermost decides, except that what makes a claim or a course of something leaves alone what is in LEFT.
3. What went otherwise: "was expected to come but did not" failed.
4. A condition on any of these makes conditional what is to come (conditions.py).
5. Whoever tells it: a denial denies, a claim claims, as does what nobody could check (hearsay.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from truceline.model import Status
from truceline.understand import clauses, when
from truceline.understand.acts.conditions import condition, has_modal, suspends
from truceline.understand.acts.hearsay import by_account, unchecked
from truceline.understand.acts.match import Match
from truceline.understand.acts.negation import negations, words
from truceline.understand.acts.operators import governing, listed, page
from truceline.understand.reading import Reading

STRENGTH = (
    Status.DENIED,
    Status.FAILED,
    Status.THREATENED,
    Status.DEMANDED,
    Status.CONDITIONAL,
    Status.CLAIMED,
    Status.PLANNED,
    Status.ONGOING,
    Status.OCCURRED,
)
"""Of several things that a predicate's own words say the first in this list wins."""

DONE = frozenset({Status.OCCURRED, Status.ONGOING})
LEFT = {
    Status.CLAIMED: frozenset(Status) - DONE,
    Status.ONGOING: frozenset(Status) - DONE - {Status.CLAIMED},
    Status.OCCURRED: frozenset({Status.DENIED}),
    Status.PLANNED: frozenset({Status.DENIED}),
}
"""What an outer status leaves as it is: who claims that he did not do it denies it."""

TO_COME = frozenset({Status.PLANNED, Status.CONDITIONAL})
ATTEMPT, PLANNING, DECIDING = "attempting", "planning", "deciding"
ORDERING, INFINITIVE = "ordering", "infinitive"
CONSENT = frozenset({"AGREE", "CONCEDE", "SUPPORT", "COOPERATE"})
"""What can be told as done and still hang on a condition."""
AT_ONCE = frozenset({"resign", "discontinue", "expel"})
"""Modes that take no time: "he is resigning" is told as done."""
COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "csubj", "advcl"})
ARGUMENTS = frozenset("dobj pobj nsubj nsubjpass attr conj prep agent acomp oprd advmod".split())
BEFORE_NOUNS = frozenset({"amod", "compound"})


class Sign(NamedTuple):
    """A status, the words that decide it, and the class of operator that gave it, "" for the predicate's own words."""

    status: Status
    cue: str = ""
    by: str = ""


def read(reading: Reading, match: Match) -> tuple[Status, tuple[str, ...]]:
    """The act's status and the words that decided it."""
    token = match.token
    sign = of_itself(reading, match)
    for word, child in chain_above(token):
        sign = under(sign, word, child)
    sign = thwarted(sign, match)
    limit = condition(token)
    open_still = sign.status in TO_COME or (sign.status is Status.OCCURRED and match.sense.type in CONSENT)
    if limit is not None and open_still and (sign.status in TO_COME or suspends(limit)):
        sign = Sign(Status.CONDITIONAL, limit.text)
    sign = told(reading, token, sign)
    if match.sense.mode in AT_ONCE and (sign.by == DECIDING or sign == Sign(Status.ONGOING, token.text)):
        sign = Sign(Status.OCCURRED)
    return sign.status, (sign.cue,) if sign.cue else ()


def of_itself(reading: Reading, match: Match) -> Sign:
    """What the predicate's own words say."""
    signs = [*([Sign(match.sense.status, match.token.text)] if match.sense.status else []), *own_signs(reading, match)]
    return min(signs, key=lambda sign: STRENGTH.index(sign.status), default=tense(reading, match.token))


def own_signs(reading: Reading, match: Match) -> Iterator[Sign]:
    """Every sign of a status on the predicate itself: negation, auxiliaries, the words beside it."""
    token = match.token
    said = token.pos_ == "ADJ" and match.sense.status is not None
    for word in () if said else negations(token):
        if word.i not in match.used or word.lower_ in words("nobody"):
            yield Sign(Status.FAILED if was_tried(token) else Status.DENIED, word.text)
    yield from auxiliaries(reading, token)
    for child in token.children:
        place = place_beside(token, child)
        found = listed(place, child) if place else None
        if found is not None and found.gives is not None:
            yield Sign(found.gives, child.text, found.name)
    if goes_on(token):
        yield Sign(Status.ONGOING, token.text)
    lasting = listed("happens", token) if clauses.own_subjects(token) and not clauses.is_passive(token) else None
    if lasting is not None and lasting.gives is Status.ONGOING:
        yield Sign(Status.ONGOING, token.text)


def place_beside(token: Token, child: Token) -> str:
    """Where in the lexicon a word beside a predicate is looked up, "" for nowhere."""
    if child.dep_ in BEFORE_NOUNS:
        return "before" if child.i < token.i else ""
    return {"advmod": "beside", "prep": "phrases"}.get(child.dep_, "")


def was_tried(token: Token) -> bool:
    """Whether what is negated was tried or due: "could not agree", "in the end not adopted"."""
    near = [token, *token.children, *(low for child in token.children for low in child.children)]
    return any(low.lower_ in words("tried") for low in near)


def auxiliaries(reading: Reading, token: Token) -> Iterator[Sign]:
    """What the auxiliaries of a verb, or of the verb that it shares them with, say of it."""
    verb = shares_with(token)
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    past = any(word.lower_ in ("have", "'ve", "’ve") for word in helpers)
    for word in helpers:
        status = page()["past_modals" if past else "modals"].get(word.lower_)
        if past and status == "failed" and reading.frames_over(token.i) and condition(token) is None:
            status = page()["told_past_modals"].get(word.lower_, status)
        if status is not None:
            yield Sign(Status(status), word.text)
    if is_progressive(token, helpers) and not has_modal(verb):
        coming = token.tag_ == "VBG" and is_to_come(reading, token)
        yield Sign(Status.PLANNED if coming else Status.ONGOING, token.text)


def shares_with(token: Token) -> Token:
    """The verb whose auxiliaries hold for a verb that is joined to it."""
    verb = token
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not clauses.has_aux(verb)
        and verb.tag_ in ("VB", "VBN")
    ):
        verb = verb.head
    return verb


def is_progressive(token: Token, helpers: list[Token]) -> bool:
    """Whether a verb tells what goes on: "is shelling", "are being held", "remain closed"."""
    if token.tag_ == "VBG":
        return any(word.lemma_ == "be" for word in helpers)
    lasting = any(word.lemma_ in ("remain", "stay") for word in helpers)
    return lasting or (token.tag_ == "VBN" and any(word.lower_ == "being" for word in helpers))


def goes_on(token: Token) -> bool:
    """Whether what lasts is told of the present ("they hold the pass", "have held it since May"), or of every day."""
    if token.tag_ in ("VBP", "VBZ"):
        every = any(low.lower_ in ("every", "each", "after") for low in token.subtree if low.head.dep_ == "npadvmod")
        return every or token.lemma_ in words("lasting")
    perfect = any(child.lower_ in ("has", "have", "'ve") and child.dep_ == "aux" for child in token.children)
    since = any(child.lower_ in ("since", "for") for child in token.children if child.dep_ == "prep")
    return perfect and since and token.lemma_ in words("lasting")


def is_to_come(reading: Reading, token: Token) -> bool:
    """Whether the day of a predicate is after the report's."""
    day = when.date_of(reading, token)
    return day is not None and reading.published is not None and day.start > reading.published


def chain_above(token: Token) -> Iterator[tuple[Token, Token]]:
    """The words that govern a predicate, each with its child on the way down, from the inside out."""
    child = token
    for word in token.ancestors:
        participle = child.dep_ == "acl" and not (clauses.is_infinitive(child) or clauses.own_subjects(child))
        if child.dep_ not in COMPLEMENTS | ARGUMENTS or participle or clauses.stands_alone(child):
            return
        found = governing(word, child)
        if child.dep_ == "advcl" and (found is None or not clauses.is_infinitive(child)):
            return
        if child.dep_ in clauses.SUBJECTS and found is None and word.lemma_ != "be":
            return
        yield word, child
        child = word


def under(sign: Sign, word: Token, child: Token) -> Sign:
    """What one governing word makes of a status: its own status, turned by a negation, and its auxiliaries'."""
    if child.dep_ == "conj":
        return sign
    if word.pos_ == "VERB" and child.dep_ not in clauses.SUBJECTS:
        sign = doubted(sign, word)
    preposition = listed("beside", word) if word.dep_ == "prep" else None
    found = preposition or governing(word, child)
    if found is None:
        return over(Sign(Status.PLANNED, f"{word.text} to"), sign) if is_to(word, child) else sign
    vain = next((low for low in word.children if low.dep_ == "prep" and listed("phrases", low)), None)
    if vain is not None:
        return over(Sign(Status.FAILED, f"{word.text} {vain.text}"), sign)
    turned = [low for low in negations(word) if low.i != child.i] if word.pos_ != "ADP" else []
    status = found.negated if turned else found.gives
    if status is None:
        return sign
    cue = f"{turned[0].text} {word.text}" if turned and turned[0].i < word.i else word.text
    return over(Sign(coming(status, word, found.name), cue, found.name), sign)


def is_to(copula: Token, child: Token) -> bool:
    """Whether a verb is told as to be done: "is *to* meet", unlike "was impossible to verify"."""
    bare = not any(low.dep_ in ("acomp", "attr") for low in copula.children)
    return copula.lemma_ == "be" and child.dep_ == "xcomp" and clauses.is_infinitive(child) and bare


def doubted(sign: Sign, verb: Token) -> Sign:
    """What a verb of telling makes of a status where its subject is unconfirmed: "*unverified* videos showed …"."""
    before = (low for noun in clauses.own_subjects(verb) for low in noun.children if low.dep_ == "amod")
    for word in before:
        found = listed("before", word)
        if found is not None and found.gives is Status.CLAIMED:
            return over(Sign(Status.CLAIMED, word.text), sign)
    return sign


def coming(status: Status, word: Token, name: str) -> Status:
    """The status that a governing word gives in its own tense: "will try to" plans, "is trying to" goes on."""
    if status in (Status.OCCURRED, Status.ONGOING) or name == ATTEMPT:
        if has_modal(word):
            return Status.PLANNED
        if name == ATTEMPT and (word.tag_ in ("VBG", "VBZ", "VBP") or clauses.is_infinitive(word)):
            return Status.ONGOING if word.tag_ != "VB" else Status.PLANNED
    return status


def over(outer: Sign, inner: Sign) -> Sign:
    """What is left of a status under another."""
    if inner.by == INFINITIVE or (inner.by == ATTEMPT and outer.status is not Status.CLAIMED):
        return outer
    return inner if inner.status in LEFT.get(outer.status, ()) else outer


def thwarted(sign: Sign, match: Match) -> Sign:
    """What was planned and, as the sentence goes on, did not come about: "had hoped to visit, but was turned away"."""
    planned = sign.status is Status.PLANNED and (sign.by == PLANNING or sign.cue.endswith(" to") or match.sense.status)
    for verb in [match.token, *(word for word, _ in chain_above(match.token))] if planned else ():
        if any(word.tag_ in ("VBD", "VBN") for word in [verb, *verb.children]) and not has_modal(verb):
            cue = next(otherwise(verb), None)
            if cue is not None:
                return Sign(Status.FAILED, cue.text)
    return sign


def otherwise(verb: Token) -> Iterator[Token]:
    """The words after a verb that say that it went otherwise: "but did *not* come", "; he *never* appeared"."""
    against = any(child.lower_ in ("but", "only", "yet") for child in verb.children if child.dep_ == "cc")
    follows = [child for child in verb.children if child.dep_ == "conj" and against]
    if verb.dep_ == "ccomp" and any(child.text == ";" for child in verb.head.children):
        follows.append(verb.head)
    for other in follows:
        if all(who.pos_ == "PRON" for who in clauses.own_subjects(other)):
            yield from negations(other)
            if listed("verbs", other) is not None or clauses.is_passive(other):
                yield other
        elif other.lemma_ in words("coming"):
            yield from negations(other)


def is_ordered(token: Token) -> bool:
    """Whether what is to come is what others are told to do."""
    found = (governing(word, child) for word, child in chain_above(token))
    return any(operator is not None and operator.name == ORDERING for operator in found)


def told(reading: Reading, token: Token, sign: Sign) -> Sign:
    """What those who tell it make of a status."""
    above = {word.i for word, _ in chain_above(token)}
    for frame in reading.frames_over(token.i)[:1]:
        if frame.status is not None and frame.cue not in above:
            sign = over(Sign(frame.status, reading.doc[frame.cue].text if frame.cue >= 0 else ""), sign)
    if sign.status in DONE:
        cue = by_account(token) or unchecked(reading, token)
        sign = Sign(Status.CLAIMED, cue) if cue else sign
    return sign


def tense(reading: Reading, token: Token) -> Sign:
    """What the bare form of a predicate says."""
    if clauses.is_infinitive(token) and token.tag_ == "VB":
        return Sign(Status.PLANNED, by=INFINITIVE)
    timeless = token.tag_ in ("VBP", "VBZ") or token.pos_ == "NOUN"
    return Sign(Status.PLANNED if timeless and is_to_come(reading, token) else Status.OCCURRED)
