"""Short names resolved to full ones inside a report: surnames, acronyms, shortened organisations."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

from spacy.tokens import Doc

from truceline.model import NameKind
from truceline.understand.mentions.candidate import Candidate
from truceline.understand.mentions.gazetteer import fold, folded, is_acronym, words_of

Words = tuple[str, ...]
NICKNAMED = frozenset({"known", "alias", "aka", "a.k.a.", "nicknamed", "guerre"})
GROUPS = frozenset({NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.BODY, NameKind.OTHER, NameKind.MEDIA})
LONGEST = 8
"""Words of a person's name that are looked at."""
NEAR = 60
"""Names that a shortened one looks back over."""
LOOSE = frozenset({NameKind.PERSON, NameKind.OTHER, NameKind.PLACE, NameKind.ORGANISATION})
Resolved = tuple[str, NameKind, str]
"""The full name, its kind, and the rule that found it."""


def bare(text: str) -> Words:
    """A name's folded words without particles: ("sharif",) for "al-Sharif"."""
    words = folded(text)
    return tuple(word for word in words if word not in words_of("names", "particles")) or words


class FullNames:
    """The fullest forms that a report uses, and what its shorter ones stand for."""

    def __init__(self, doc: Doc, names: list[Candidate]) -> None:
        self.doc = doc
        self.introduced = acronyms(doc, names)
        self.persons: dict[Words, Candidate] = {}
        self.groups: dict[Words, Candidate] = {}
        for c in names:
            if c.kind is NameKind.PERSON and c.known is None and len(bare(c.words)) > 1:
                self.persons.setdefault(bare(c.words), c)
            if c.kind in GROUPS and len(folded(c.words)) > 1:
                self.groups.setdefault(folded(c.words), c)
        self.in_order = names
        self.written = {c.words: c for c in reversed(names)}
        self.ending: dict[str, list[Candidate]] = defaultdict(list)
        for words, c in self.groups.items():
            self.ending[words[-1]].append(c)
        self.parts = parts_of(self.persons)
        self.initials = {initials(key): c for key, c in self.groups.items() if len(key) > 2}

    def resolve(self, c: Candidate) -> Resolved:
        """What a capitalised name stands for; itself where nothing fuller is found."""
        own = c.words
        if own in self.introduced and (c.known is None or c.known.sort not in ("state", "metonym")):
            full = self.introduced[own]
            name = full.known.name if full.known is not None and full.kind is not NameKind.PLACE else full.words
            return name, stronger(full.kind, c.kind), "name" if full.kind is NameKind.PERSON else "acronym"
        if c.known is not None:
            return c.known.name, c.kind, "name"
        if own.endswith("s") and own[:-1] in self.written:
            whose = self.written[own[:-1]]
            return whose.known.name if whose.known else whose.words, whose.kind, "name"
        surname = self.surname(c) if c.kind in LOOSE or c.title else None
        if surname is not None:
            return surname.words, NameKind.PERSON, "surname"
        if is_acronym(own) and fold(own) in self.initials:
            full = self.initials[fold(own)]
            return full.words, stronger(full.kind, c.kind), "acronym"
        longer = self.longer(c)
        return (longer.words, longer.kind, "name") if longer is not None else (own, c.kind, "name")

    def surname(self, c: Candidate) -> Candidate | None:
        """The one person whose full name has these words; None where two do and the title does not tell them apart."""
        key = bare(c.words)
        if c.kind is NameKind.ORGANISATION and (len(key) > 1 or is_acronym(c.words)):
            return None
        bearers = [full for full in self.parts.get(key, ()) if full.words != c.words]
        if c.kind is NameKind.PLACE and not c.title:
            bearers = [b for b in bearers if bare(b.words)[-len(key) :] == key]
        last = [b for b in bearers if bare(b.words)[-len(key) :] == key]
        options = last or bearers
        if len(options) > 1:
            options = [b for b in options if b.title and c.title and self.title(b) & self.title(c)]
        if len(options) > 1 or not options:
            return None
        return options[0]

    def title(self, c: Candidate) -> set[str]:
        """The folded words of the title before a name."""
        return {fold(t.text) for t in self.doc[c.title[0] : c.title[1]]} if c.title else set()

    def longer(self, c: Candidate) -> Candidate | None:
        """The one longer organisation's name that ends in the same word and has all the others."""
        key = folded(c.words)
        if len(key) == 1 and self.doc[c.start - 1].lower_ == "the" and not is_acronym(c.words):
            return self.nearest(c, self.ending[key[0]])
        if c.kind not in GROUPS or len(key) < 2:
            return None
        fuller = [(words, full) for full in self.ending[key[-1]] if len(words := folded(full.words)) > len(key)]
        longer = [full for words, full in fuller if words[-len(key) :] == key]
        return self.nearest(c, longer)

    def nearest(self, c: Candidate, fuller: list[Candidate]) -> Candidate | None:
        """The only fuller name; of several, the one last written before."""
        if len(fuller) < 2:
            return fuller[0] if fuller else None
        words = {full.words for full in fuller}
        at = bisect_left(self.in_order, c.start, key=lambda n: n.start)
        return next((n for n in reversed(self.in_order[max(0, at - NEAR) : at]) if n.words in words), None)


def stronger(full: NameKind, short: NameKind) -> NameKind:
    """The kind of a name and its acronym: whichever says more."""
    if full is NameKind.PERSON:
        return full
    order = (NameKind.ARMED_GROUP, NameKind.BODY, NameKind.GOVERNMENT, NameKind.MEDIA, NameKind.ORGANISATION)
    return next((kind for kind in order if kind in (full, short)), full)


def parts_of(persons: dict[Words, Candidate]) -> dict[Words, list[Candidate]]:
    """Each run of words inside a full name -> the persons who have it."""
    table: dict[Words, list[Candidate]] = defaultdict(list)
    for words, full in persons.items():
        words = words[:LONGEST]
        runs = {words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        for run in runs - {words}:
            table[run].append(full)
    return table


def initials(words: Words) -> str:
    """The first letters of a name's words, little ones left out."""
    return "".join(
        word[0] for word in words if word not in ("of", "the", "for", "and", "de", "la", "del", "in", "on", "s")
    )


def nicknames(doc: Doc, names: list[Candidate]) -> dict[str, Candidate]:
    """Other names of a person told as such: "Rodrigo Londoño, known as Timochenko", "alias"."""
    table: dict[str, Candidate] = {}
    for before, c in pairwise(names):
        cue = {token.lower_ for token in doc[max(before.end, c.start - 4) : c.start]}
        if c.start - before.end <= 8 and before.kind is NameKind.PERSON and cue & NICKNAMED and c.known is None:
            table[c.words] = before
    return table


def acronyms(doc: Doc, names: list[Candidate]) -> dict[str, Candidate]:
    """Short forms that the report gives in brackets after, or before, a full name."""
    ends = {c.end: c for c in names}
    table: dict[str, Candidate] = nicknames(doc, names)
    for c in names:
        before = ends.get(c.start - 1) if c.start and doc[c.start - 1].text in "([" else None
        if (
            before is None
            or c.end >= len(doc)
            or doc[c.end].text not in ")],;"
            or before.kind not in GROUPS | {NameKind.GOVERNMENT}
        ):
            continue
        if is_acronym(c.words) and before.kind is not NameKind.PLACE and len(c.words) < len(before.words):
            table[c.words] = before
        elif is_acronym(before.words) and len(before.words) < len(c.words):
            table[before.words] = c
    return table
