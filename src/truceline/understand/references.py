"""References resolved inside one report: surname to full name, title and role noun to person, "the regime", "he".

What cannot be resolved keeps its own words as its name.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from truceline.model import Name, NameKind
from truceline.understand.mentions.candidate import Candidate
from truceline.understand.mentions.lands import lands
from truceline.understand.mentions.states import acts, first_of, located
from truceline.understand.reading import Mention
from truceline.understand.references_names import FullNames, Resolved
from truceline.understand.references_nouns import GENERIC, Phrases, holder, without_article
from truceline.understand.references_pronouns import Memory
from truceline.understand.roles_patterns import Introduction, introductions

OPENING = 8
"""Sentences in which a report may speak of a person by office before it gives the name."""


class Resolver:
    """One report's references, resolved in text order."""

    def __init__(self, doc: Doc, candidates: list[Candidate]) -> None:
        self.doc = doc
        self.number = {t.i: n for n, sentence in enumerate(doc.sents) for t in sentence}
        self.names = FullNames(doc, [c for c in candidates if c.sort == "name"])
        self.phrases = Phrases(doc, candidates)
        self.full = {(c.start, c.end): self.names.resolve(c) for c in candidates if c.sort == "name"}
        named = [c for c in candidates if c.sort == "name"]
        self.people = {c.start: c for c in named if self.full[c.start, c.end][1] is NameKind.PERSON}
        self.introduced = introductions(doc, {start: c.end for start, c in self.people.items()})
        self.named_at = {n.start: n for n in reversed(self.phrases.named)}
        self.group_of = {n.words: self.full[n.start, n.end] for n in reversed(self.phrases.named)}
        self.lands = lands(doc)
        self.memory = Memory(doc, self.number)
        self.groups: list[tuple[int, str, NameKind]] = []

    def run(self, candidates: list[Candidate]) -> tuple[Mention, ...]:
        """Every candidate as a mention."""
        return tuple(self.mention(c) for c in candidates)

    def mention(self, c: Candidate) -> Mention:
        """One candidate resolved and remembered."""
        resolve = {"name": self.name, "noun": self.noun, "role": self.role, "pronoun": self.pronoun}[c.sort]
        name, kind, by = resolve(c)
        if c.sort != "pronoun":
            self.memory.add(c, name, kind)
        if kind in (NameKind.ARMED_GROUP, NameKind.ORGANISATION) and c.sort == "name":
            self.groups.append((c.start, name, kind))
        return Mention(c.start, c.end, c.head, Name(c.words, name, kind), by)

    def name(self, c: Candidate) -> Resolved:
        """A capitalised name; a country or capital that acts is its government."""
        name, kind, by = self.full[c.start, c.end]
        token = first_of(self.doc[c.head])
        if c.known is not None and c.known.sort in ("state", "people", "metonym"):
            if kind is NameKind.PLACE:
                return c.words, kind, by
            by = "metonym" if c.known.sort == "metonym" else by
            return self.phrases.government(name) or name, kind, by
        acting = kind is NameKind.PLACE and acts(token, capital=False) and token.dep_ in ("nsubj", "agent", "pobj")
        if acting and self.lands.is_told(c.words) and not located(self.doc[c.head]):
            return self.phrases.government(name) or name, NameKind.GOVERNMENT, "metonym"
        return name, kind, by

    def noun(self, c: Candidate) -> Resolved:
        """An acting noun phrase."""
        resolved = self.inside(c) or self.phrases.resolve(c, self.groups)
        if resolved is None:
            return c.words, c.kind, "collective" if c.plural or c.kind is not NameKind.OTHER else ""
        name, kind, by = resolved
        group = self.group_of.get(name)
        return (group[0], group[1], by) if group else (name, kind, by)

    def inside(self, c: Candidate) -> Resolved | None:
        """The name in "the group of “Liwa al-Haqq”", "the AFP news agency", "rebel faction X"."""
        if c.noun not in GENERIC and c.kind not in (NameKind.MEDIA, NameKind.ARMED_GROUP):
            return None
        beside = self.named_at.get(c.end)
        name, kind, _ = self.full[beside.start, beside.end] if beside is not None else ("", c.kind, "")
        if beside is not None and kind in (NameKind.ARMED_GROUP, NameKind.ORGANISATION):
            return name, kind, "role noun"
        names = [n for at in range(c.start, c.end) if (n := self.named_at.get(at)) is not None and n.end <= c.end]
        fit = [self.full[n.start, n.end] for n in names if (n.kind is NameKind.MEDIA) == (c.kind is NameKind.MEDIA)]
        fit = [f for f in fit if f[1] in (NameKind.MEDIA, NameKind.ARMED_GROUP, NameKind.ORGANISATION)]
        by = "role noun" if c.plural and c.noun not in GENERIC else "name"
        return (fit[-1][0], fit[-1][1], by) if fit else None

    def role(self, c: Candidate) -> Resolved:
        """An office: its holder, if the report introduces one."""
        found = holder(self.doc, c, self.introduced) or self.opening(c)
        if found is None:
            return c.words, NameKind.OTHER, ""
        return self.full[found.person][0], NameKind.PERSON, "title" if c.head in found.heads else "role noun"

    def opening(self, c: Candidate) -> Introduction | None:
        """A first sentence's "The chief negotiator of … walked out", named by the next sentence's first subject."""
        here = self.number[c.head]
        if not c.definite or here >= OPENING or self.doc[c.head].dep_ != "nsubj" or len(c.words.split()) < 3:
            return None
        if any(self.number[start] <= here and start < c.start for start in self.people):
            return None
        after = [p for start, p in self.people.items() if self.number[start] == here + 1]
        if not after or self.doc[after[0].head].dep_ != "nsubj" or not leads(self.doc[after[0].start]):
            return None
        return Introduction((after[0].start, after[0].end), c.start, c.end, (c.head,))

    def pronoun(self, c: Candidate) -> Resolved:
        """A pronoun: its antecedent's name."""
        seen = self.memory.antecedent(c)
        return (
            (without_article(seen.name) if seen.kind is not NameKind.OTHER else seen.name, seen.kind, "pronoun")
            if seen
            else (c.words, NameKind.OTHER, "")
        )


def leads(token: Token) -> bool:
    """Whether the name opens its sentence, a title or adverb aside, and is not the speaker behind the words."""
    before = token.doc[token.sent.start : token.i]
    return all(t.pos_ not in ("VERB", "AUX") and not t.is_quote for t in before)


def resolve(doc: Doc, candidates: list[Candidate]) -> tuple[Mention, ...]:
    """The candidates, in text order, as mentions with the fullest name that the report gives them."""
    return Resolver(doc, candidates).run(candidates)
