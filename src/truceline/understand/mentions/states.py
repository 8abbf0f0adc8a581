"""Whether a country or capital acts, as its government, or is only a place."""

from __future__ import annotations

from spacy.tokens import Token

from truceline.model import NameKind
from truceline.understand.mentions.gazetteer import Known, fold, words_of

STILL = frozenset("be become lie host remain see witness wake stand fall have border belong".split())
"""Verbs whose subject may be a mere place."""
MOVING = frozenset("leave enter flee quit visit reach cross tour exit depart traverse devastate ravage shake".split())
"""Verbs whose object is a mere place."""
MINDED = frozenset("ready willing unwilling prepared committed opposed eager reluctant determined keen".split())
"""What only somebody who acts can be."""
PARTNERS = frozenset({"with", "between", "against", "by", "among", "to", "toward", "towards", "of", "for", "on"})
TO_WHOM = frozenset(
    (
        "accuse urge blame tell ask call press thank praise condemn criticise criticize warn invite pressure give "
        "say hand return"
    ).split()
)
PLACES = frozenset(
    (
        "airport suburb street port road resident district countryside outskirts bureau correspondent office hotel "
        "hospital capital city town village border river weather north south east west soil territory mosque "
        "university round talks process people war conflict crisis"
    ).split()
)


def state_kind(head: Token, known: Known) -> NameKind:
    """The listed kind; for countries and capitals PLACE unless they act or are acted with."""
    if known.sort not in ("state", "people", "metonym"):
        return known.kind
    if is_official(head):
        return NameKind.GOVERNMENT
    if located(head):
        return NameKind.PLACE
    return NameKind.GOVERNMENT if acts(first_of(head), capital=known.sort == "metonym") else NameKind.PLACE


def before(head: Token) -> str:
    """The word before the name that the token ends, "" at the start of a sentence."""
    first = head
    while first.i > first.sent.start and first.nbor(-1).dep_ == "compound" and first.nbor(-1).head in (head, first):
        first = first.nbor(-1)
    return fold(first.nbor(-1).text) if first.i > first.sent.start else ""


def is_official(head: Token) -> bool:
    """Whether the report says that the state is meant: "official Damascus"."""
    return before(head) == "official"


def located(head: Token) -> bool:
    """Whether a preposition of place stands right before the name, whatever the parse makes of it."""
    return before(head) in words_of("names", "locatives")


def first_of(token: Token) -> Token:
    """The first of coordinated names: the role of "Turkey" in "Russia, Turkey and Iran"."""
    while token.dep_ in ("conj", "appos") and token.head.pos_ == "PROPN":
        token = token.head
    return token


def acts(token: Token, capital: bool) -> bool:
    """Whether the name stands where an actor stands."""
    dep, head = token.dep_, token.head
    if dep == "nsubj":
        return head.lemma_ not in STILL or minded(head) or not capital and head.lemma_ == "have"
    if dep == "dobj" and head.lemma_ in MOVING:
        return False
    if dep in ("nsubjpass", "dobj", "dative"):
        return not capital or head.lemma_ in TO_WHOM
    if dep in ("pobj", "agent"):
        return partner(head, capital)
    if dep == "poss" and capital and fold(head.text) in words_of("names", "belongings"):
        return True
    if dep == "poss":
        return head.lemma_.lower() not in PLACES and not capital or fold(head.text) in words_of("offices", "heads")
    if dep == "npadvmod":
        return True
    return (
        dep in ("compound", "amod", "nmod")
        and head.pos_ in ("NOUN", "PROPN")
        and fold(head.text) in words_of("offices", "heads")
    )


def minded(verb: Token) -> bool:
    """Whether what is said of the subject is a state of mind: "Athens was ready"."""
    return any(c.dep_ == "acomp" and c.lower_ in MINDED for c in verb.children)


def partner(prep: Token, capital: bool) -> bool:
    """Whether a preposition leads one who takes part: "talks with Iran", "brokered by Oman", but not "in Oman"."""
    word = prep.lower_
    if word in ("with", "between", "against", "by", "among"):
        return True
    if word == "of" and fold(prep.head.lemma_) in words_of("names", "belongings"):
        return capital
    if capital or word not in PARTNERS:
        return False
    return (
        word in ("to", "for", "on")
        and prep.head.pos_ == "VERB"
        and prep.head.lemma_ in TO_WHOM
        or word == "of"
        and prep.head.lemma_ == "accuse"
    )
