"""Verbs, participles and set phrases that say what became of those counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from truceline.understand.figures.numbers import lexicon

LOOK_AHEAD = 9  # tokens after a number in which a participle may say what became of those counted
CLIMBED = frozenset({"conj", "appos", "nummod", "pobj", "prep", "nsubj", "quantmod", "dobj"})
NOT_YET = frozenset({"to", "be", "will", "would", "should", "must"})
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
        if role in CLIMBED and head.pos_ not in ("VERB", "AUX"):
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


def past(verb: Token | None) -> bool:
    """Whether a verb states what happened, and not what is asked or promised."""
    if verb is None or verb.tag_ not in ("VBD", "VBN"):
        return False
    return not any(child.lower_ in NOT_YET for child in verb.children if child.dep_ in ("aux", "auxpass"))


def dies(cue: Counted) -> bool:
    """Whether the verb is one of dying: the wounded who died are dead."""
    return cue.cue is not None and table("subject").get(lemma(cue.cue)) == "killed"


def settled_release(cue: Counted) -> Counted:
    """Those whose release is asked or promised are still detained."""
    if cue.measure == "released" and not past(cue.cue):
        return Counted("detained", cue.noun, cue.cue)
    return cue
