"""Noun phrases that act without naming anybody: "the rebels", "the chief negotiator", "a source close to the talks"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from truceline.model import NameKind
from truceline.understand.clauses import is_side
from truceline.understand.lexicon import load
from truceline.understand.mentions.candidate import Candidate, words_of_range
from truceline.understand.mentions.gazetteer import Found, fold, words_of
from truceline.understand.reading import Mention

KINDS = {
    "armed group": NameKind.ARMED_GROUP,
    "government": NameKind.GOVERNMENT,
    "body": NameKind.BODY,
    "organisation": NameKind.ORGANISATION,
    "document": NameKind.DOCUMENT,
    "media": NameKind.MEDIA,
}
LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "predet", "case", "punct", "quantmod", "npadvmod"}
)
LONGEST = 14
WIDE = ("of", "for", "to", "in", "from", "at", "with", "within", "inside")
BARE = ("armed group", "government")
"""Nouns that an of-phrase makes longer only where it says whose they are."""
CLOSERS = frozenset(',;:()[]"“”—–')
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our", "said"})


@cache
def noun_kinds() -> dict[str, str]:
    """Folded noun, singular and regular plural, -> the first list of collectives.yaml that has it."""
    table: dict[str, str] = {}
    for sort, nouns in load("collectives").items():
        for noun in nouns:
            for shape in (fold(noun), plural_of(fold(noun))):
                table.setdefault(shape, sort)
    return table


def plural_of(noun: str) -> str:
    """The regular plural."""
    if noun.endswith(("s", "ch", "sh", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeo" else noun + "s"


def is_unnamed(mention: Mention) -> bool:
    """Whether the mention is a source without a name: "a Western diplomat", "an official", "residents"."""
    if mention.name.kind is not NameKind.OTHER or mention.name.name != mention.name.words or mention.by == "name":
        return False
    nouns = words_of("collectives", "unnamed")
    words = [fold(word) for word in mention.name.words.replace("-", " ").split()]
    return any(word in nouns or singular(word) in nouns for word in words)


def singular(word: str) -> str:
    """A regular plural's singular."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def noun_of(token: Token) -> str:
    """The token as the lexicons write it: compound nouns of two words where they are listed."""
    word = fold(token.text)
    if token.i and not token.is_sent_start:
        pair = f"{fold(token.nbor(-1).text)} {word}"
        if pair in noun_kinds():
            return pair
    return word


def is_role(token: Token) -> bool:
    """Whether the noun names an office held by one person."""
    return (
        fold(token.text) in words_of("offices", "heads")
        and token.tag_ in ("NN", "NNP")
        or "-" in token.text
        and (fold(token.text.rsplit("-", 1)[-1]) in words_of("offices", "heads"))
    )


def nouns(doc: Doc, taken: dict[int, NameKind], found: list[Found]) -> Iterator[Candidate]:
    """Every acting noun phrase whose head is not part of a name; `taken` are the names' tokens with their kinds."""
    armed = {i for i, kind in taken.items() if kind is NameKind.ARMED_GROUP}
    lands = {i: f for f in found if f.known.sort in ("state", "people", "metonym") for i in range(f.start, f.end)}
    for token in doc:
        if (
            token.i in taken
            or token.pos_ not in ("NOUN", "PROPN", "ADJ")
            or token.dep_ in ("compound", "amod", "npadvmod")
            and joint_before(token) is None
        ):
            continue
        noun = noun_of(token)
        sort = "role" if is_role(token) else noun_kinds().get(noun)
        if sort == "forces" and not (lands_before(token, lands) or group_before(token, armed) or sided(token)):
            continue
        if sort is not None and (token.pos_ != "ADJ" or token.dep_ in ("nsubj", "dobj", "pobj", "conj", "nsubjpass")):
            yield candidate(doc, token, noun, sort, lands)


def lands_before(token: Token, lands: dict[int, Found]) -> bool:
    """Whether a country or its people says whose the noun is: "Azerbaijani artillery"."""
    return any(child.i in lands for child in token.lefts)


def sided(token: Token) -> bool:
    """Whether the noun is told by the side that it takes: "pro-government forces", "anti-junta fighters"."""
    return any(is_side(t) for t in token.doc[left_of(token) : token.i])


def group_before(token: Token, armed: set[int]) -> bool:
    """Whether an armed group's name stands right before the noun: "ELN units"."""
    return token.i > 0 and token.i - 1 in armed and token.nbor(-1).head == token


def candidate(doc: Doc, token: Token, noun: str, sort: str, lands: dict[int, Found]) -> Candidate:
    """The phrase around an acting noun."""
    start, end = left_of(token), right_of(doc, token, sort)
    owner = owner_of(doc, token, start, end, lands)
    plural = token.tag_ in ("NNS", "NNPS") or noun in ("police", "both")
    definite = any(fold(t.text) in DEFINITE or t.dep_ == "poss" for t in doc[start : token.i + 1])
    kind = KINDS.get(sort, NameKind.OTHER)
    if (
        sort in ("organisation", "body", "collective", "armed group", "government")
        and noun not in ("army", "military")
        and of_government(doc, token, start, end)
        and not sided(token)
    ):
        kind, noun = NameKind.GOVERNMENT, "government"
    if sort == "forces":
        kind = NameKind.GOVERNMENT if lands_before(token, lands) and not sided(token) else NameKind.ARMED_GROUP
    words = words_of_range(doc, start, end)
    return Candidate(
        start,
        end,
        token.i,
        words,
        kind,
        "noun" if sort != "role" else "role",
        noun,
        owner,
        None,
        None,
        definite,
        plural,
    )


def left_of(token: Token) -> int:
    """The first token of what stands before the noun, and belongs to it without a gap."""
    start = token.i
    torn = [c for c in token.head.lefts if c.i < token.left_edge.i] if joint_before(token) is not None else []
    for child in reversed([*torn, *token.lefts]):
        if child.dep_ not in LEFT or child.right_edge.i != start - 1 or child.is_punct and child.text not in "-'":
            break
        if child.dep_ == "advmod" and child.lower_ not in (
            "nearly",
            "some",
            "about",
            "most",
            "more",
            "highly",
            "well",
            "formerly",
        ):
            break
        joint = joint_before(child)
        if joint is not None:
            return joint + 1
        start = child.left_edge.i
    return start


def joint_before(child: Token) -> int | None:
    """The "and" that joins another party to the noun: "the government *and* rebel groups"; None where none does."""
    joints = [t.i for t in child.subtree if t.dep_ == "cc" and t.i > child.i]
    party = child.pos_ in ("NOUN", "PROPN") and fold(child.text) in noun_kinds()
    return joints[-1] if joints and party and child.i < joints[-1] else None


def right_of(doc: Doc, token: Token, sort: str) -> int:
    """The end of the phrase: "of the rebels", "close to the talks" belong to it, clauses do not."""
    end = token.i + 1
    for child in token.rights:
        if child.left_edge.i != end or not belongs(child, sort):
            break
        end = before_clause(doc, end, child.right_edge.i + 1)
        if end <= child.right_edge.i:
            break
    return past_owner(doc, end)


def past_owner(doc: Doc, end: int) -> int:
    """The end, or where what is owned ends where a wrong parse stops at the owner: "envoys of Mali's | government"."""
    if doc[end - 1].text not in ("'s", "’s"):
        return end
    while end < len(doc) and doc[end].pos_ in ("ADJ", "NOUN", "PROPN"):
        end += 1
    return end


def belongs(child: Token, sort: str) -> bool:
    """Whether what hangs on the noun's right is part of the phrase."""
    if child.dep_ == "prep" and child.lower_ != "close":
        allowed = WIDE if sort in ("unnamed", "role") else ("of", "in") if sort == "government" else ("of",)
        objects = [t for t in child.children if t.dep_ == "pobj"]
        if child.lower_ == "of" and objects and (sort in BARE or token_is(child.head, "opposition")):
            return owns(objects[0])
        named = child.lower_ != "in" or sort != "government" or bool(objects) and objects[0].pos_ == "PROPN"
        return child.lower_ in allowed and bool(objects) and named and not is_time(child)
    return sort in ("unnamed", "role") and (child.dep_ in ("amod", "acl") or child.lower_ == "close")


def token_is(token: Token, word: str) -> bool:
    """Whether the token is the word."""
    return bool(token.lower_ == word)


def owns(token: Token) -> bool:
    """Whether what stands behind "of" is an owner: a name or another party; or "unity" in a government's name."""
    return token.text[0].isupper() or noun_of(token) in noun_kinds() or token.lower_ in ("unity", "accord", "salvation")


def before_clause(doc: Doc, start: int, end: int) -> int:
    """The end, or where a comma, bracket, quotation mark or relative clause starts before it."""
    for at in range(start, min(end, start + LONGEST)):
        if doc[at].text in CLOSERS or ends_phrase(doc[at]):
            return at
    return min(end, start + LONGEST)


def ends_phrase(token: Token) -> bool:
    """Whether a finite verb, a relative or a day starts here; a possessive taken for a verb does not."""
    if token.text in ("'s", "’s"):
        return False
    return token.tag_ in ("WP", "WDT", "WRB", "MD", "VBD", "VBZ", "VBP") or token.dep_ == "prep" and on_day(token)


def on_day(prep: Token) -> bool:
    """Whether a day or hour is what the preposition governs: "on Wednesday"."""
    return any(t.dep_ == "pobj" and t.ent_type_ in ("DATE", "TIME") for t in prep.children)


def is_time(prep: Token) -> bool:
    """Whether the preposition leads a time."""
    return any(t.ent_type_ in ("DATE", "TIME") for t in prep.subtree)


def of_government(doc: Doc, token: Token, start: int, end: int) -> bool:
    """Whether the noun is a government's: "government forces", "regime delegation", "delegation of the government"."""
    near = [fold(t.text) for t in doc[start:end] if t.head in (token,) or t.head.head is token]
    return any(word in ("government", "regime") for word in near)


def owner_of(doc: Doc, token: Token, start: int, end: int, lands: dict[int, Found]) -> str:
    """Whose it is: a country's usual name where one is named, else the owner's words, else ""."""
    for at in range(start, end):
        if at in lands:
            return lands[at].known.name
    for child in token.children:
        if child.dep_ == "poss" and start <= child.i < end:
            return words_of_range(doc, child.left_edge.i, child.i + 1)
    proper = [t for t in doc[start:end] if t.i != token.i and t.pos_ == "PROPN" and t.text[0].isupper()]
    return proper[-1].text if proper else ""
