"""Whose word it is that an act happened: hearsay, what nobody could check, and what one side tells of an attack."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from truceline.model import VoiceClass
from truceline.understand import clauses
from truceline.understand.acts.conditions import marker
from truceline.understand.acts.negation import negations
from truceline.understand.acts.operators import page
from truceline.understand.reading import Reading

OWNING = "confirm"
"""The force of those who admit or confirm."""
TELLING = frozenset({VoiceClass.NAMED, VoiceClass.OFFICIAL, VoiceClass.DOCUMENT})


def unchecked(reading: Reading, token: Token) -> str:
    """The words that say that nobody could check a predicate's sentence, "" where nobody says so.

    They stand in the sentence itself or open the next one: "The claim could not be verified."
    """
    here = token.sent
    follows = reading.doc[here.end].sent if here.end < len(reading.doc) else None
    if follows is not None and not opens_with_claim(follows):
        follows = None
    places = [sentence for sentence in (here, follows) if sentence is not None]
    return next((word.text for sentence in places for word in uncheckable(sentence) if word != token), "")


def opens_with_claim(sentence: Span) -> bool:
    """Whether a sentence is about what was claimed before it: "The report …", "This could not be …"."""
    first = [word.lemma_.lower() for word in sentence[:3]]
    return any(word in page()["claims"] or word in ("this", "it", "none") for word in first)


def uncheckable(sentence: Span) -> Iterator[Token]:
    """The verbs of checking in a sentence that say that nobody could."""
    for word in sentence:
        if word.lemma_.lower() not in page()["checking"] or word.pos_ != "VERB":
            continue
        above = word.head.lower_ in page()["uncheckable"]
        could = any(child.lower_ in ("could", "can") or child.lemma_ == "be" for child in word.children)
        if above or (could and negations(word)):
            yield word


def is_partisan(reading: Reading, token: Token) -> bool:
    """Whether a side, its people or its papers tell of an attack, and not as one who owns to it."""
    frames = reading.frames_over(token.i)
    chain = reading.chain(token.i)
    if not chain or frames[0].force == OWNING:
        return False
    words = set(chain[0].who.words.lower().split())
    sided = chain[0].cls is VoiceClass.UNNAMED and not words.isdisjoint(page()["sides"])
    return sided or chain[0].cls in TELLING


def by_account(token: Token) -> str:
    """The source by whose word alone a predicate is told: "*on the words* of the militants", "" where none is."""
    for child in token.children:
        believed = {low.lemma_ for low in [child, *child.children]} & set(page()["believed"])
        if child.dep_ == "advcl" and believed and marker(child) == "if":
            return f"if … {believed.pop()}"
    for prep in (child for child in token.children if child.dep_ in ("prep", "agent")):
        known = page()["by_account"].get(prep.lower_, ())
        for noun in clauses.objects_of(prep):
            owned = any(low.dep_ == "poss" or low.lower_ == "of" for low in noun.children)
            if noun.lemma_.lower() in known and owned:
                return f"{prep.text} {noun.text}"
    return ""
