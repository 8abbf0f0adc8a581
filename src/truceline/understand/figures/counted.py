"""What a number counts: the noun it stands with, and the measure that verb, describing word or noun give it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from truceline.understand.figures.cues import (
    LOOK_AHEAD,
    Counted,
    by_phrase,
    by_verb,
    dies,
    following,
    known,
    lemma,
    settled_release,
    table,
    words,
)
from truceline.understand.figures.numbers import Quantity, lexicon

SPEECH = frozenset({"say", "tell", "add", "announce", "report", "claim", "warn"})
QUOTES = frozenset("\"“”-’'")
REACH = 30  # tokens within which a number finds its noun
FEW = 10  # from so many on, people of whom nothing else is said are a crowd



def noun_of(doc: Doc, quantity: tuple[int, int]) -> Token | None:
    """The noun that the number counts: "nine valiant *soldiers*", "thousands of *prisoners*", "23 of its *men*"."""
    end = quantity[1]
    number = doc[end - 1]
    node = number
    while node.dep_ in ("nummod", "quantmod", "compound", "npadvmod", "amod", "advmod", "det", "predet") \
            and end <= node.head.i < end + REACH:
        node = node.head
    if node.i >= end and (node.pos_ in ("NOUN", "PROPN", "ADJ", "PRON") or known(node, "people")):
        return doc[node.i + 2] if node.lower_ == "ex" and node.i + 2 < len(doc) else node
    return near_noun(doc, end)


def near_noun(doc: Doc, end: int) -> Token | None:
    """The first noun right after the number, over describing words, "of" and "its"."""
    for token in doc[end:end + 6]:
        if token.lower_ in ("ex", "non", "would"):
            continue
        if token.pos_ == "ADP" and token.lower_ != "of":
            return None
        if token.is_punct and token.text not in QUOTES or token.lower_ in ("and", "or", "in", "at"):
            return None
        if token.pos_ in ("NOUN", "PROPN") and not (token.dep_ in ("compound", "poss") and token.head.i > token.i):
            return token
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
            return None
        if known(token, "people") or token.lower_ in table("words"):
            return token
    return None


def measure_of(doc: Doc, quantity: tuple[int, int], shape: Quantity) -> Counted | None:
    """What the number counts, or None where it is no count of the conflict.

    "inherited" stands for the measure of the count before it.
    """
    start, end = quantity
    if doc[end:end + 2].text.lower() in ("of them", "of whom") and (not start or doc[start - 1].lower_ != "first"):
        return Counted("inherited", None, None)
    noun = noun_of(doc, quantity)
    if noun is not None and noun.lower_ == "times" or end < len(doc) and doc[end].lower_ == "times":
        return occasions(doc, end)
    if noun is not None and (known(noun, "never") or is_adjectival(doc, end)):
        return None
    if noun is None or noun.i - end > LOOK_AHEAD:
        return bare(doc, quantity)
    return by_noun(doc, quantity, noun, shape)


def is_adjectival(doc: Doc, end: int) -> bool:
    """Whether the number is part of a compound: "five-year war", "40-minute meeting"."""
    return end < len(doc) and doc[end].text in ("-", "–") and not doc[end - 1].whitespace_


def occasions(doc: Doc, end: int) -> Counted | None:
    """"Violated the truce 64 times": how often, of what."""
    sentence = doc[end - 1].sent
    for token in reversed(doc[max(sentence.start, end - 12):end]):
        for measure, verbs in lexicon()["times"].items():
            if lemma(token) in verbs:
                return Counted(measure, doc[min(end, len(doc) - 1)], token)
    return None


def by_noun(doc: Doc, quantity: tuple[int, int], noun: Token, shape: Quantity) -> Counted | None:
    """The measure of a counted noun: from its describing words, its verb, itself, what follows, its being a thing."""
    start, end = quantity
    cue = None if whole_of(doc, start) else by_verb(noun) or by_verb(doc[end - 1])
    if lemma(noun) in ("body", "remains", "corpse") or handed_over(doc, start, noun):
        return returned(doc, start, end, noun)
    cue = cue and settled_release(cue)
    if cue and (cue.measure == "released" or dies(cue)):
        return Counted(cue.measure, noun, cue.cue)
    return described(doc, quantity, noun) or by_fate(doc, start, noun, cue) or other(noun, shape)


def described(doc: Doc, quantity: tuple[int, int], noun: Token) -> Counted | None:
    """The measure of a describing word around the number: "eleven *wounded* soldiers", "the *dead* five soldiers"."""
    start, end = quantity
    if start and doc[start - 1].lower_ in table("words") and doc[start - 1].tag_ in ("JJ", "VBN"):
        return Counted(table("words")[doc[start - 1].lower_], noun, doc[start - 1])
    cue = next((token for token in doc[end:noun.i + 1] if token.lower_ in table("words")), None)
    return Counted(table("words")[cue.lower_], noun, cue) if cue is not None else None


def by_fate(doc: Doc, start: int, noun: Token, cue: Counted | None) -> Counted | None:
    """The measure of the noun itself, or for people that of their verb, of what follows, or of the count before."""
    person = known(noun, "people")
    own = table("nouns").get(lemma(noun)) or table("nouns").get(noun.lower_)
    if own and not person:
        return Counted(own, noun, noun)
    loose = person or noun.pos_ in ("PROPN", "ADJ") or noun.ent_type_ == "NORP"
    if cue and loose:
        return Counted(cue.measure, noun, cue.cue)
    right_after = noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in table("words")
    after = following(doc, noun.i + 1) if (loose or right_after) and not whole_of(doc, start) else None
    if after:
        return settled_release(Counted(after[0], noun, after[1]))
    if own:
        return Counted(own, noun, noun)
    return Counted("inherited", noun, None) if person and part_of_list(doc, start) else None


def whole_of(doc: Doc, start: int) -> bool:
    """Whether the number is the whole of which a part was counted before: "three of the *five* hostages were freed"."""
    before = [token.lower_ for token in doc[max(0, start - 3):start]]
    return "of" in before[-2:] and any(token.like_num for token in doc[max(0, start - 3):start])


def part_of_list(doc: Doc, start: int) -> bool:
    """Whether the number is a part of a count just given: "nine bodies: those of six soldiers, two guerrillas"."""
    sentence = doc[start].sent
    before = [token.lower_ for token in doc[sentence.start:start]]
    return any(mark in before for mark in ("including", "among", ":")) and any(
        token.like_num for token in doc[sentence.start:start])


def handed_over(doc: Doc, start: int, noun: Token) -> bool:
    """Whether the dead are counted as bodies: "received 11 of its dead", "the bodies of 13 of our martyrs"."""
    before = [token.lemma_.lower() for token in doc[max(0, start - 4):start]]
    return "body" in before or "remains" in before or (
        noun.lower_ == "dead" and bool(set(before) & words("bodies_returned")))


def returned(doc: Doc, start: int, end: int, noun: Token) -> Counted:
    """Bodies found are dead people, bodies handed over are counted by themselves."""
    sentence = doc[start].sent
    near = {token.lemma_.lower() for token in doc[max(sentence.start, start - 12):min(sentence.end, end + 10)]}
    handed = near & words("bodies_returned") or doc[max(0, start - 1)].lower_ == "of"
    return Counted("other" if handed else "killed", noun, noun)


def other(noun: Token, shape: Quantity) -> Counted | None:
    """A thing of the conflict, or a crowd; not those who merely speak or act."""
    many = shape.value is None or shape.value >= FEW or shape.comparator is not None
    if speaks(noun):
        return None
    if known(noun, "things") and not (known(noun, "people") and not many):
        return Counted("other", noun, None)
    if known(noun, "crowds") and many:
        return Counted("other", noun, None)
    return None


def speaks(noun: Token) -> bool:
    """Whether the noun is the subject of a verb of speech."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in SPEECH


def bare(doc: Doc, quantity: tuple[int, int]) -> Counted | None:
    """A number without a noun: "killing over 100", "the toll rose to 23", "at more than 2.3 million"."""
    start, end = quantity
    number = doc[end - 1]
    ahead = following(doc, end) if end < len(doc) and doc[end].text not in (",", ")", "-") else None
    cue = by_verb(number)
    if cue:
        cue = settled_release(cue)
        return Counted(cue.measure, None, cue.cue)
    if ahead and (ahead[1].i - end <= 3 or ahead[0] == "displaced"):
        return settled_release(Counted(ahead[0], None, ahead[1]))
    if start and doc[start - 1].lower_ == "including":
        return Counted("inherited", None, None)
    return total(doc, start, end)


def total(doc: Doc, start: int, end: int) -> Counted | None:
    """A bare number that a noun before it announces: "the death toll rose overnight to 23"."""
    sentence = doc[end - 1].sent
    window = list(doc[max(sentence.start, end - 26):start])
    if not announced(window, doc[start].lower_):
        return None
    for token in reversed(window):
        for measure, nouns in lexicon()["totals"].items():
            if token.lower_ in nouns:
                return Counted(measure, None, token)
    found = by_phrase(doc, max(sentence.start, end - 26), start)
    return Counted(found[0], None, found[1]) if found else Counted("inherited", None, None)


def announced(window: list[Token], first: str) -> bool:
    """Whether a counting verb or a word for a total stands shortly before the bare number."""
    close = window[-6:]
    if not close:
        return False
    links = {"to", "at", "of", "than", "by", "the", "about", "over", "around", "nearly", "some"}
    linked = close[-1].lower_ in links or first in ("exceeded", "surpassed", "passed", "exceeding")
    counting = any(token.pos_ == "VERB" and lemma(token) in words("counting") for token in close)
    named = any(token.lower_ in ("toll", "number", "figure", "total", "tally") for token in window)
    direct = lemma(close[-1]) in ("announce", "count", "report", "record", "register", "confirm")
    return direct or linked and (counting or named)
