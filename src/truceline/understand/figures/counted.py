"""What a number counts: the noun it stands with, and the measure that verb, describing word or noun give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from truceline.understand.figures.numbers import Quantity, lexicon

PASSIVE = frozenset({"nsubjpass"})
LOOK_AHEAD = 9  # tokens after a number in which a participle may say what became of those counted
FEW = 10
BREAK = frozenset({".", ";", ":", "?", "!", "\n"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the measure, the noun's token and the token that decided, where there are any."""

    measure: str
    noun: Token | None
    cue: Token | None


@cache
def table(part: str) -> dict[str, str]:
    """A word to its measure, for verbs by object or subject, nouns, and describing words."""
    return {word: measure for measure, parts in lexicon()["measures"].items() for word in parts[part]}


@cache
def words(name: str) -> frozenset[str]:
    """One of the language's lists."""
    return frozenset(lexicon()[name])


@cache
def phrases() -> list[tuple[str, re.Pattern[str]]]:
    """Phrases that give a measure, compiled."""
    return [(measure, re.compile(rf"(?i)\b{phrase}\b")) for measure, parts in lexicon()["measures"].items()
            for phrase in parts["phrases"]]


def lemma(token: Token) -> str:
    """The token's lemma, its own word where the lemma is none; plurals that the tagger left are cut."""
    found = token.lemma_.lower()
    if found.endswith("men") and found not in ("men", "women"):
        found = found[:-3] + "man"
    return found


def known(token: Token, name: str) -> bool:
    """Whether the token is in one of the language's lists, as it stands or as its lemma."""
    return bool({token.lower_, lemma(token), token.lower_.rstrip("s")} & words(name))


def noun_of(doc: Doc, quantity: tuple[int, int]) -> Token | None:
    """The noun that the number counts: "nine valiant *soldiers*", "thousands of *prisoners*", "23 of its *men*"."""
    start, end = quantity
    number = doc[end - 1]
    node = number
    while node.dep_ in ("nummod", "quantmod", "compound", "npadvmod", "amod", "advmod", "det", "predet") \
            and node.head.i >= end and node.head.sent == number.sent:
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
        if token.is_punct and token.text not in ('"', "“", "”", "-", "’", "'") or token.lower_ in ("and", "or", "in", "at"):
            return None
        if token.pos_ in ("NOUN", "PROPN") and not (token.dep_ in ("compound", "poss") and token.head.i > token.i):
            return token
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
            return None
        if known(token, "people") or token.lower_ in table("words"):
            return token
    return None


def measure_of(doc: Doc, quantity: tuple[int, int], shape: Quantity) -> Counted | None:
    """What the number counts, or None where it is no count of the conflict."""
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
    person = known(noun, "people")
    cue = None if whole_of(doc, start) else by_verb(noun) or by_verb(doc[end - 1])
    if lemma(noun) in ("body", "remains", "corpse") or handed_over(doc, start, noun):
        return returned(doc, start, end, noun)
    cue = cue and settled_release(cue)
    if cue and (cue.measure == "released" or dies(cue)):
        return Counted(cue.measure, noun, cue.cue)
    if start and doc[start - 1].lower_ in table("words") and doc[start - 1].tag_ in ("JJ", "VBN"):
        return Counted(table("words")[doc[start - 1].lower_], noun, doc[start - 1])
    for token in doc[end:noun.i + 1]:
        if token.lower_ in table("words"):
            return Counted(table("words")[token.lower_], noun, token)
    own = table("nouns").get(lemma(noun)) or table("nouns").get(noun.lower_)
    if own and not person:
        return Counted(own, noun, noun)
    if cue and (person or noun.pos_ == "PROPN" or noun.ent_type_ == "NORP" or noun.pos_ == "ADJ"):
        return Counted(cue.measure, noun, cue.cue)
    loose = person or noun.pos_ in ("PROPN", "ADJ") or noun.ent_type_ == "NORP"
    right_after = noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in table("words")
    after = following(doc, noun.i + 1) if (loose or right_after) and not whole_of(doc, start) else None
    if after:
        return settled_release(Counted(after[0], noun, after[1]))
    if own:
        return Counted(own, noun, noun)
    if person and part_of_list(doc, start):
        return Counted("inherited", noun, None)
    return other(noun, shape)


def whole_of(doc: Doc, start: int) -> bool:
    """Whether the number is the whole of which a part was counted before: "three of the *five* hostages were freed"."""
    before = [token.lower_ for token in doc[max(0, start - 3):start]]
    return "of" in before[-2:] and any(token.like_num for token in doc[max(0, start - 3):start])


def dies(cue: Counted) -> bool:
    """Whether the verb is one of dying: the wounded who died are dead."""
    return cue.cue is not None and table("subject").get(lemma(cue.cue)) == "killed"


def settled_release(cue: Counted) -> Counted:
    """Those whose release is asked or promised are still detained."""
    if cue.measure == "released" and not past(cue.cue):
        return Counted("detained", cue.noun, cue.cue)
    return cue


def part_of_list(doc: Doc, start: int) -> bool:
    """Whether the number is a part of a count just given: "nine bodies: those of six soldiers, two guerrillas"."""
    sentence = doc[start].sent
    before = [token.lower_ for token in doc[sentence.start:start]]
    return any(mark in before for mark in ("including", "among", ":")) and any(
        token.like_num for token in doc[sentence.start:start])


def past(verb: Token | None) -> bool:
    """Whether a verb states what happened, and not what is asked or promised."""
    return verb is not None and verb.tag_ in ("VBD", "VBN") and not any(
        child.lower_ in ("to", "be", "will", "would", "should", "must") for child in verb.children if child.dep_ == "aux"
        or child.dep_ == "auxpass")


def handed_over(doc: Doc, start: int, noun: Token) -> bool:
    """Whether the dead are counted as bodies: "received 11 of its dead", "the bodies of 13 of our martyrs"."""
    before = [token.lemma_.lower() for token in doc[max(0, start - 4):start]]
    return "body" in before or "remains" in before or (
        noun.lower_ == "dead" and bool(set(before) & words("bodies_returned")))


def returned(doc: Doc, start: int, end: int, noun: Token) -> Counted:
    """Bodies found are dead people, bodies handed over are counted by themselves."""
    near = {token.lemma_.lower() for token in doc[max(doc[start].sent.start, start - 12):min(doc[start].sent.end, end + 10)]}
    handed = near & words("bodies_returned") or doc[max(0, start - 1)].lower_ == "of"
    return Counted("other" if handed else "killed", noun, noun)


def by_verb(noun: Token) -> Counted | None:
    """The measure of the verb whose object or passive subject the noun is, or whose subject, for verbs such as die."""
    node = noun
    for _ in range(4):
        head = node.head
        if head == node:
            return None
        role = node.dep_
        if lemma(head) in words("lives"):
            return Counted("killed", noun, head)
        if role == "attr" and (named := subject_measure(head)):
            return Counted(named[0], noun, named[1])
        found = verb_measure(head, role)
        if found:
            return Counted(found, noun, head)
        if role in ("conj", "appos", "nummod", "pobj", "prep", "nsubj", "quantmod", "dobj") and head.pos_ not in ("VERB", "AUX"):
            node = head
            continue
        return None
    return None


def subject_measure(verb: Token) -> tuple[str, Token] | None:
    """What the subject of "became", "are" says that is counted: "its *victims* became 9 thousand people"."""
    for child in verb.children:
        if child.dep_ == "nsubj" and (found := table("nouns").get(lemma(child))):
            return found, child
    return None


def verb_measure(verb: Token, role: str) -> str | None:
    """The measure of a verb for what stands in a role to it."""
    if verb.pos_ not in ("VERB", "AUX") and verb.tag_[:2] != "VB":
        return None
    word = verb.lemma_.lower()
    passive = verb.tag_ == "VBN" and not any(child.dep_ == "dobj" for child in verb.children)
    if word == "set" and any(child.lower_ == "free" for child in verb.children):
        return "released"
    if role in ("dobj", "nsubjpass", "pobj", "attr", "oprd") or (role == "nsubj" and passive and not is_perfect(verb)):
        if word == "take":
            return "detained" if any(c.lower_ in ("hostage", "prisoner", "captive") for c in verb.subtree) else None
        return table("object").get(word)
    if role == "nsubj":
        if word == "fall" and any(child.lower_ in words("fell_otherwise") for child in verb.children):
            return None
        if word == "lose" and any(child.lemma_.lower() == "life" for child in verb.children):
            return "killed"
        return table("subject").get(word)
    return None


def is_perfect(verb: Token) -> bool:
    """Whether the verb is an active perfect: "have killed"."""
    return any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in verb.children) and not any(
        child.dep_ == "auxpass" or child.lower_ == "been" for child in verb.children)


def following(doc: Doc, start: int) -> tuple[str, Token] | None:
    """A participle or phrase soon after the noun that says what became of those counted: "26 others wounded"."""
    end = start
    while end < min(len(doc), start + LOOK_AHEAD) and doc[end].text not in BREAK and not doc[end].like_num:
        end += 1
    for token in doc[start:end]:
        if token.lower_ in ("and", "but", "while", "which"):
            break
        if token.lower_ in table("words") and (token.i == start or token.tag_ in ("VBN", "JJ", "VBD", "NN")):
            active = any(child.dep_ == "dobj" for child in token.children)
            if not active:
                return table("words")[token.lower_], token
        if token.pos_ == "VERB" and lemma(token) in table("subject"):
            return table("subject")[lemma(token)], token
    return by_phrase(doc, start, end)


def by_phrase(doc: Doc, start: int, end: int) -> tuple[str, Token] | None:
    """A set phrase among the tokens: "lost their lives", "from their homes"."""
    if start >= end:
        return None
    text = doc[start:end].text
    for measure, pattern in phrases():
        match = pattern.search(text)
        if match:
            place = doc[start].idx + match.end() - 1
            return measure, next(token for token in doc[start:end] if token.idx + len(token) > place)
    return None


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
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in ("say", "tell", "add", "announce", "report", "claim", "warn")


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
