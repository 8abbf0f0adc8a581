"""A name, noun phrase or pronoun that may stand for an actor, before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from truceline.model import NameKind
from truceline.understand.mentions.gazetteer import Known


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens start to end (exclusive) with their head.

    `sort` is name, noun, role or pronoun. `noun` is the folded head noun of a noun phrase. `owner` says whose it is: a
    country's usual name, or the owner's words as written, "" where nobody is named. `title` are the tokens of a title
    before a name.
    """

    start: int
    end: int
    head: int
    words: str
    kind: NameKind
    sort: str = "name"
    noun: str = ""
    owner: str = ""
    known: Known | None = None
    title: tuple[int, int] | None = None
    definite: bool = True
    plural: bool = False


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token that the others of the range hang on; the last where several reach outside."""
    outside = [t.i for t in doc[start:end] if not start <= t.head.i < end or t.head is t]
    heads = [i for i in outside if not doc[i].is_punct and doc[i].tag_ != "POS"] or outside
    return heads[-1] if heads else end - 1


def words_of_range(doc: Doc, start: int, end: int) -> str:
    """The words as written, white space made single."""
    return " ".join(doc[start:end].text.split())
