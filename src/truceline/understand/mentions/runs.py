"""Runs of capitalised words, cut into names: "Foreign Minister Abdoulaye Diop" into a title and a person's name.

The model's names are only a hint here: it merges neighbours and misses unusual names, whereas capitals hardly lie.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from truceline.understand.mentions.gazetteer import HYPHENS, Found, Known, fold, head_kinds, is_acronym, words_of

OPENERS = frozenset("\"“”‘'«([—–-:•*|>")
TITLE_CASE = 0.7
HEADLINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """One name at tokens start to end (exclusive): what the lists know of it, and the title tokens before it."""

    start: int
    end: int
    known: Known | None = None
    title: tuple[int, int] | None = None


def title_words() -> frozenset[str]:
    """Words that may stand in a title before a name, heads and forms of address among them."""
    lists = ("rank parts", "before", "left")
    return title_heads().union(*(words_of("offices", key) for key in lists))


def title_heads() -> frozenset[str]:
    """Words after which a person's name may follow at once."""
    heads = words_of("offices", "heads") | words_of("offices", "ranks") | words_of("offices", "address")
    return heads - words_of("offices", "rank parts")


def in_headline(sentence: Span) -> bool:
    """Whether nearly every word is capitalised, so that capitals say nothing."""
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return len(words) >= HEADLINE_WORDS and sum(t.text[0].isupper() for t in words) >= TITLE_CASE * len(words)


class Capitals:
    """Which tokens of a document can belong to a name."""

    def __init__(self, doc: Doc, found: list[Found]) -> None:
        self.doc = doc
        self.at = {f.start: f for f in found}
        self.inside = {i: f for f in found for i in range(f.start, f.end)}
        self.capitals = {fold(token.text) for token in doc if token.is_title and len(token) > 3}
        self.lower = {token.text for token in doc if token.is_lower}
        self.loud = {token.i for sentence in doc.sents if in_headline(sentence) for token in sentence}

    def initial(self, token: Token) -> bool:
        """Whether a capital is due here in any case."""
        if token.is_sent_start or token.i == 0:
            return True
        before = self.doc[token.i - 1]
        return (
            before.is_space
            or (before.text in OPENERS and before.text not in HYPHENS)
            or bool(before.is_sent_start and before.is_punct)
        )

    def is_name(self, token: Token) -> bool:
        """Whether the token is a word of a name."""
        if token.i in self.inside:
            return True
        text = token.text
        if (
            not text[0].isalpha()
            or not any(char.isupper() for char in text)
            or fold(text) in words_of("names", "never")
        ):
            return False
        if token.is_lower or text[0].islower() and not token.ent_type_:
            return False
        if self.initial(token):
            return self.names_at_start(token)
        return token.pos_ == "PROPN" or bool(token.ent_type_) if token.i in self.loud else True

    def names_at_start(self, token: Token) -> bool:
        """Whether a word that has its capital in any case is a name's all the same."""
        text = token.text
        if is_acronym(text) and len(text) > 1:
            return token.pos_ in ("PROPN", "NOUN") or token.text not in self.lower
        if token.lower_ in self.lower or token.pos_ in (
            "DET",
            "PRON",
            "ADP",
            "SCONJ",
            "CCONJ",
            "AUX",
            "VERB",
            "NUM",
            "ADV",
            "INTJ",
        ):
            return token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "ORG")
        if fold(text) in title_heads():
            return self.followed(token)
        return (
            token.pos_ == "PROPN"
            or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP", "LOC")
            or self.followed(token)
            and (token.pos_ == "ADJ" or token.tag_ == "NN")
        )

    def followed(self, token: Token) -> bool:
        """Whether the next word is capitalised as well."""
        after = token.i + 1
        return after < len(self.doc) and self.doc[after].text[0].isupper() and after not in self.loud

    def extend(self, start: int, at: int) -> int | None:
        """Where the run goes on after token `at`, or None where it ends."""
        doc, size = self.doc, len(self.doc)
        after = at + 1
        if after >= size or doc[at].is_space or doc[after].is_space:
            return None
        if doc[after].text == "." and is_abbreviation(doc[at]) and after + 1 < size and self.is_name(doc[after + 1]):
            return after + 1
        if doc[after].text in HYPHENS and not doc[at].whitespace_:
            return after + 1 if after + 1 < size and not doc[after].whitespace_ and self.part(after + 1) else None
        if self.is_name(doc[after]) or self.is_damaged(doc[after]):
            return after
        if fold(doc[after].text) in words_of("names", "particles") and doc[after].is_lower:
            return self.past_particle(after)
        if doc[after].tag_ == "POS" and fold(doc[at].text) in words_of("names", "generic owners") and after + 1 < size:
            return after + 1 if self.is_name(doc[after + 1]) else None
        return self.past_joint(start, after)

    def is_damaged(self, token: Token) -> bool:
        """Whether a name lost its capital in translation: "Karim ba'adi" where "Baadi" stands elsewhere."""
        return token.is_lower and token.pos_ == "PROPN" and len(token) > 3 and fold(token.text) in self.capitals

    def part(self, at: int) -> bool:
        """Whether the token goes on after a hyphen: "al-sharif", "PFA-Renewal", but not "UN-backed"."""
        token = self.doc[at]
        if self.is_name(token) or fold(self.doc[at - 2].text) in words_of("names", "particles") and token.is_alpha:
            return True
        person = (
            token.ent_type_ == "PERSON"
            and self.doc[at - 2].ent_type_ == "PERSON"
            and token.is_alpha
            and token.tag_ not in ("VBN", "VBG", "JJ")
        )
        if person:
            return True
        bridge = (
            token.text in ("al", "el", "ul", "an", "ur", "ad", "as")
            and at + 2 < len(self.doc)
            and self.doc[at + 1].text in HYPHENS
        )
        return bridge and self.doc[at + 2].is_alpha

    def past_particle(self, at: int) -> int | None:
        """The name word after one or two particles: "Juan *de* Vega", "Omar *al* - sharif"."""
        doc, after = self.doc, at + 1
        glued = after < len(doc) and doc[after].text in HYPHENS and not doc[at].whitespace_
        after += glued
        if after >= len(doc):
            return None
        if glued and doc[after].is_alpha:
            return after
        if fold(doc[after].text) in words_of("names", "particles") and after + 1 < len(doc):
            after += 1
        initial = fold(doc[at].text) in (
            "a",
            "an",
            "as",
            "at",
            "o",
            "e",
            "y",
            "do",
            "to",
            "la",
            "le",
            "les",
            "ten",
            "ad",
        )
        return after if self.is_name(doc[after]) and not (initial and not doc[at - 1].ent_type_) else None

    def past_joint(self, start: int, at: int) -> int | None:
        """The name word after "of the", "for" or "and" inside an organisation's name."""
        doc = self.doc
        if doc[at].text.lower() not in words_of("names", "joining") or not doc[at].is_lower:
            return None
        after = at + 1
        while after < len(doc) and doc[after].text in ("the", "de", "la"):
            after += 1
        if after >= len(doc) or not (self.is_name(doc[after]) or starts_lower(self, after)):
            return None
        kind = head_kinds().get(fold(doc[at - 1].text))
        joined = any(token.text in ("of", "for") for token in doc[start:at])
        if doc[at].text in ("and", "on"):
            known = after in self.at or fold(doc[after].text) in title_heads() or doc[after].ent_type_ == "PERSON"
            return (
                after
                if not known
                and (joined or doc[at].text == "on" and kind == "body")
                and self.heads(start) in ("body", "organisation")
                else None
            )
        if kind is None:
            return after if joined and doc[at].text == "of" and self.heads(start) else None
        word = fold(doc[at - 1].text)
        if word in ("government", "regime", "guards", "fighters"):
            return None
        land = (
            doc[after].ent_type_ == "GPE"
            or after in self.at
            and self.at[after].known.sort in ("state", "people", "metonym")
        )
        return None if land and word in ("army", "forces", "rebels", "units", "police", "parliament") else after

    def heads(self, start: int) -> str | None:
        """The kind that the run's first words say it is of."""
        for token in self.doc[start : start + 4]:
            if fold(token.text) in head_kinds():
                return str(head_kinds()[fold(token.text)])
        return None


def is_abbreviation(token: Token) -> bool:
    """Whether a full stop belongs to the word: "Col .", "Gen .", "M ."."""
    return fold(token.text) in words_of("offices", "ranks") | words_of("offices", "address") or len(token.text) == 1


def runs(caps: Capitals) -> Iterator[tuple[int, int]]:
    """The token ranges of runs of name words."""
    at, doc = 0, caps.doc
    while at < len(doc):
        if not caps.is_name(doc[at]) and not starts_lower(caps, at):
            at += 1
            continue
        end: int = caps.inside[at].end - 1 if at in caps.at else at
        while (after := caps.extend(at, end)) is not None:
            end = max(after, caps.inside[after].end - 1 if after in caps.inside else after)
        yield at, end + 1
        at = end + 1


def starts_lower(caps: Capitals, at: int) -> bool:
    """Whether a name starts with a lower-case particle here: "al-Sharif", "bin Omar"."""
    doc = caps.doc
    if not doc[at].is_lower or doc[at].text not in (
        "al",
        "el",
        "an",
        "ash",
        "bin",
        "ibn",
        "ben",
        "abu",
        "de",
        "di",
        "van",
        "von",
        "ould",
        "ul",
    ):
        return False
    glued = at + 1 < len(doc) and doc[at + 1].text in HYPHENS and not doc[at].whitespace_
    after = at + 1 + glued
    if after >= len(doc) or doc[at].text == "an" and not glued:
        return False
    return caps.is_name(doc[after]) or bool(glued and doc[after].is_alpha and doc[at].ent_type_)
