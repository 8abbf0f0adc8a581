"""Where a report introduces a person: "army spokesman Colonel X", "X, the movement's chief negotiator"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from truceline.understand.mentions.gazetteer import fold, words_of
from truceline.understand.parse import once_a_parse

REACH = 18
BEFORE = 9
STOPS = frozenset({"VERB", "AUX", "SCONJ"})
RANK_PARTS = frozenset({".", "the", "first", "”", '"', "’"})
OWNED = frozenset({"its", "his", "her", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person's tokens, the tokens of the office (end exclusive), and the office's head nouns."""

    person: tuple[int, int]
    start: int
    end: int
    heads: tuple[int, ...]


def is_head(token: Token) -> bool:
    """Whether the token is the head noun of an office held by one person."""
    word = fold(token.text)
    if (
        word not in words_of("offices", "heads")
        or token.pos_ in ("VERB", "AUX")
        and token.is_lower
        and token.tag_ != "NN"
    ):
        return False
    if (
        token.i + 1 < len(token.doc)
        and fold(token.nbor().text) in words_of("offices", "heads")
        and token.nbor().tag_ not in ("NNS", "NNPS")
    ):
        return False
    return token.tag_ not in ("NNS", "NNPS") and not is_first_part(token) and not is_owner(token)


def is_owner(token: Token) -> bool:
    """Whether a possessive mark follows: "the prosecutor's wife"."""
    after = token.i + 1
    while after + 2 < len(token.doc) and token.doc[after].text == "-":
        after += 2
    return after < len(token.doc) and is_possessive(token.doc[after])


def is_possessive(token: Token) -> bool:
    """Whether the token is a possessive mark, also one that the tagger took for a quotation mark."""
    if token.tag_ == "POS" or token.lower_ in ("'s", "’s"):
        return True
    return (
        token.text in "'’"
        and token.i > 0
        and token.nbor(-1).text.endswith("s")
        and not token.nbor(-1).whitespace_
        and bool(token.whitespace_)
    )


def is_first_part(token: Token) -> bool:
    """Whether the noun only describes the next: "minister" in "ministerial-level", "leader" in "leader-in-exile"."""
    after = token.i + 1
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "in":
        return True
    return (
        after < len(token.doc)
        and token.doc[after].text == "-"
        and fold(token.doc[after + 1 : after + 2].text) not in ("general", "in", "designate", "elect")
    )


def introductions(doc: Doc, persons: dict[int, int]) -> list[Introduction]:
    """Every introduction, in text order; `persons` maps the first token of a person's name to its end."""
    inside = {i for start, end in persons.items() for i in range(start, end)}
    found = [i for token in offices(doc) if token.i not in inside and (i := before_name(doc, token, persons))]
    found += after_names(doc, persons)
    return sorted(set(found), key=lambda i: (i.person, i.start))


@once_a_parse
def offices(doc: Doc) -> tuple[Token, ...]:
    """The head nouns of offices, in text order."""
    return tuple(token for token in doc if is_head(token) or is_one_of(token))


def is_one_of(token: Token) -> bool:
    """Whether a plural office is shared: "one of the leaders of the opposition"."""
    if token.tag_ != "NNS" or fold(token.lemma_) not in words_of("offices", "heads"):
        return False
    words = [t.lower_ for t in token.doc[max(0, token.i - 5) : token.i]]
    return "one" in words and "of" in words[words.index("one") :]


def name_at(doc: Doc, at: int, persons: dict[int, int]) -> int | None:
    """Where a person's name starts at or after `at`, past ranks and forms of address."""
    while at < len(doc) and at not in persons:
        word = fold(doc[at].text)
        if word not in words_of("offices", "ranks") | words_of("offices", "address") and doc[at].text not in RANK_PARTS:
            return None
        if doc[at].text == "." and not doc[at - 1].text[0].isupper():
            return None
        at += 1
    return at if at in persons else None


def before_name(doc: Doc, head: Token, persons: dict[int, int]) -> Introduction | None:
    """The office before the name, with or without a comma between."""
    at, commas, rim, heads = head.i + 1, 0, 0, [head.i]
    while at < min(len(doc), head.i + REACH):
        token = doc[at]
        name = name_at(doc, at, persons)
        if (
            name is not None
            and not (name > at and doc[at - 1].text == "-")
            and doc[at - 1].pos_ != "ADP"
            and doc[name - 1].lower_ != "the"
            and not says(doc, head, persons[name], commas)
            and not of_armed_group(doc, name)
        ):
            if not rim and nested(doc, head, name):
                return None
            if (
                name == head.i + 1
                and fold(head.text) in words_of("offices", "minor")
                and left_edge(doc, head.i) == head.i
            ):
                return None
            return Introduction((name, persons[name]), left_edge(doc, head.i), rim or at, tuple(heads))
        if token.text == ",":
            commas, rim = commas + 1, rim or at
            if commas > 2 or not goes_on(doc, at + 1, persons):
                return None
        elif not passes(token):
            return None
        elif is_head(token) and doc[at - 1].lower_ in ("and", "chief", "lead"):
            heads.append(at)
        at += 1
    return None


def of_armed_group(doc: Doc, name: int) -> bool:
    """Whether the name is that of a "rebel group" right before it."""
    return fold(doc[name - 1].text) == "group" and fold(doc[name - 2].text) in words_of("names", "armed context")


def nested(doc: Doc, head: Token, name: int) -> bool:
    """Whether the name belongs to another office inside this one: "adviser to *Prime Minister* Abiy Ahmed"."""
    inner = [t for t in doc[head.i + 1 : name] if is_head(t)]
    return bool(inner) and inner[-1].i == name - 1 and any(t.pos_ == "ADP" for t in doc[head.i + 1 : inner[-1].i])


def says(doc: Doc, head: Token, end: int, commas: int) -> bool:
    """Whether the name starts a clause of its own: "… to a single observer, Karimov said"."""
    definite = any(
        t.lower_ in ("the", "its", "their", "his", "her", "our") or is_possessive(t)
        for t in doc[left_edge(doc, head.i) : head.i]
    )
    definite = definite or bool(head.is_sent_start) and head.text[0].isupper()
    return bool(commas) and not definite and end < len(doc) and doc[end].tag_ in ("VBD", "VBZ", "VBP")


def goes_on(doc: Doc, at: int, persons: dict[int, int]) -> bool:
    """Whether after a comma comes the name, or another office before it."""
    if name_at(doc, at, persons) is not None:
        return True
    ahead = doc[at : at + 4]
    office = words_of("offices", "ranks") | {"one"}
    return any(is_head(t) or fold(t.text) in office for t in ahead) and all(passes(t) for t in ahead)


def passes(token: Token) -> bool:
    """Whether the token can belong to an office: no clause begins with it."""
    if token.is_space or token.text in ".;:!?" or token.tag_ in ("WP", "WDT", "WRB", "PRP", "MD"):
        return False
    return (
        token.pos_ not in STOPS
        or token.tag_ in ("VBN", "VBG")
        and token.dep_ in ("amod", "compound")
        or token.text[0].isupper()
    )


def left_edge(doc: Doc, at: int) -> int:
    """Where an office with its head at `at` starts: modifiers, an owner ("the movement's"), an article."""
    start = at
    while start > 0 and at - start < BEFORE:
        token = doc[start - 1]
        modifies = (
            token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM")
            or is_possessive(token)
            or token.tag_ == "HYPH"
            or token.text in "-"
            or token.lower_ in ("vice",)
        )
        if token.is_space or not modifies and token.pos_ != "DET" and token.lower_ not in OWNED:
            break
        if (
            token.is_sent_end
            or token.right_edge.i < start - 1
            and token.pos_ == "NOUN"
            and token.dep_ in ("dobj", "nsubj")
        ):
            break
        start -= 1
        if token.pos_ == "DET" or token.lower_ in OWNED:
            break
    glued = start > 1 and doc[start].text == "-" and not doc[start - 1].whitespace_ and doc[start - 1].is_alpha
    return start - glued


def after_names(doc: Doc, persons: dict[int, int]) -> Iterator[Introduction]:
    """The office after the name: "X, the movement's secretary-general and chief negotiator, …"."""
    for start, end in persons.items():
        at = past_age(doc, end)
        if at is None or doc[at].is_space:
            continue
        found = after_comma(doc, at, persons)
        if found is not None:
            yield Introduction((start, end), *found)


def past_age(doc: Doc, end: int) -> int | None:
    """The first token after the name's comma, past an age: "X, 61, …"."""
    if end >= len(doc) - 2 or doc[end].text not in (",", "(", "–", "—"):
        return None
    after = end + 1
    if doc[after].like_num and after + 2 < len(doc) and doc[after + 1].text == ",":
        after += 2
    return after


def after_comma(doc: Doc, at: int, persons: dict[int, int]) -> tuple[int, int, tuple[int, ...]] | None:
    """Start, end and heads of an office at `at`, if it is not the next person's."""
    head = next(
        (
            t
            for t in doc[at : at + 12]
            if is_head(t) or is_one_of(t) or t.i in persons or not passes(t) or t.text == ","
        ),
        None,
    )
    if (
        head is None
        or head.i in persons
        or not (is_head(head) or is_one_of(head))
        or any(t.lower_ in ("in", "at", "by", "after") for t in doc[at : head.i])
    ):
        return None
    heads, end = [head.i], head.i + 1
    while end < len(doc) and end - head.i < REACH:
        token = doc[end]
        name = name_at(doc, end, persons)
        if name is not None and not any(t.pos_ == "ADP" for t in doc[head.i + 1 : end]):
            return None
        if name is not None:
            end = persons[name]
            break
        if token.text in (",", ")", "—", "–") or not passes(token) or token.is_sent_start:
            break
        if is_head(token) and (doc[end - 1].lower_ == "and" or "and" in (t.lower_ for t in doc[end - 3 : end])):
            heads.append(end)
        end += 1
    return at, end, tuple(heads)
