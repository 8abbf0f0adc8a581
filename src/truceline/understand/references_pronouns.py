"""Pronouns resolved to the person or group that the report last made its subject."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from truceline.model import NameKind
from truceline.understand.mentions.candidate import Candidate
from truceline.understand.mentions.gazetteer import fold, words_of

PERSONAL = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
FEMALE = frozenset(
    {
        "mrs",
        "ms",
        "miss",
        "madame",
        "madam",
        "señora",
        "spokeswoman",
        "mediatress",
        "chairwoman",
        "queen",
        "daw",
        "sister",
        "congresswoman",
    }
)
BACK = 3
"""Sentences that a pronoun may reach back."""


@dataclass(slots=True)
class Seen:
    """A possible antecedent: where it stands, what it is named, whether it is the subject of its clause."""

    token: Token
    name: str
    kind: NameKind
    subject: bool
    plural: bool
    person: bool


@dataclass(slots=True)
class Memory:
    """What has been named so far, newest last, and which gender a name took."""

    doc: Doc
    number: dict[int, int]
    seen: list[Seen] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)

    def add(self, c: Candidate, name: str, kind: NameKind) -> None:
        """Remember a mention."""
        token = self.doc[c.head]
        unnamed = (
            kind is NameKind.OTHER
            and not c.plural
            and c.sort in ("noun", "role")
            and c.noun in words_of("collectives", "unnamed") | words_of("offices", "heads")
        )
        self.seen.append(Seen(token, name, kind, subject(token), c.plural, kind is NameKind.PERSON or unnamed))
        if kind is NameKind.PERSON and c.title and {fold(t.text) for t in self.doc[c.title[0] : c.title[1]]} & FEMALE:
            self.gender[name] = "f"

    def antecedent(self, c: Candidate) -> Seen | None:
        """Who a pronoun stands for; None where nobody fits."""
        word, token = c.words.lower(), self.doc[c.head]
        here = self.number[token.i]
        near = [s for s in self.seen[-60:] if here - self.number[s.token.i] <= BACK and s.token.i < token.i]
        if word in PERSONAL:
            return self.person(near, PERSONAL[word])
        if word in ("it", "its"):
            return self.thing(near, here)
        return self.several(near, here)

    def person(self, near: list[Seen], gender: str) -> Seen | None:
        """The last person who was a subject; else the last person at all."""
        fit = [s for s in near if s.person and self.gender.get(s.name, gender) == gender]
        chosen = max(fit, key=lambda s: (self.number[s.token.i] + (1.5 if s.subject else 0), s.token.i), default=None)
        if chosen is not None and chosen.kind is NameKind.PERSON:
            self.gender[chosen.name] = gender
        return chosen

    def thing(self, near: list[Seen], here: int) -> Seen | None:
        """The group, body or government that was subject in this sentence or the last."""
        kinds = (NameKind.ARMED_GROUP, NameKind.ORGANISATION, NameKind.GOVERNMENT, NameKind.BODY)
        last = [s for s in near if not s.plural and here - self.number[s.token.i] <= 1]
        fit = [s for s in last if s.kind in kinds or s.kind is NameKind.PLACE and s.subject]
        subjects = [s for s in fit if s.subject]
        return (subjects or fit)[-1] if subjects or fit else None

    def several(self, near: list[Seen], here: int) -> Seen | None:
        """The plural or group that was subject in this sentence or the last."""
        groups = (NameKind.ARMED_GROUP, NameKind.ORGANISATION, NameKind.GOVERNMENT)
        fit = [s for s in near if s.subject and (s.plural or s.kind in groups) and here - self.number[s.token.i] <= 1]
        return fit[-1] if fit else None


def subject(token: Token) -> bool:
    """Whether the token is, or is coordinated or in apposition with, a clause's subject."""
    while token.dep_ in ("conj", "appos", "compound") and token.head is not token:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")
