"""Noun phrases resolved inside a report: "the regime", "the ministry", "the movement", "the chief negotiator"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

from spacy.tokens import Doc

from truceline.model import NameKind
from truceline.understand.mentions.candidate import Candidate
from truceline.understand.mentions.gazetteer import fold, folded, words_of
from truceline.understand.roles_patterns import Introduction

RULERS = frozenset({"government", "regime", "authorities", "administration", "junta"})
GENERIC = frozenset(
    {"movement", "group", "faction", "militia", "organisation", "organization", "party", "coalition", "alliance"}
)
FIGHTERS = frozenset({"rebels", "guerrillas", "insurgents", "guerrilla", "guerillas", "insurgency"})
FEW = 40
"""How many earlier phrases a reference looks back over, so that long reports stay fast."""
SPECIAL = frozenset({"chief", "lead", "special", "senior", "top", "main", "peace", "official", "acting"})
Resolved = tuple[str, NameKind, str]


def same_land(one: str, other: str) -> bool:
    """Whether two owners are one country: equal, or a people's name and its country's ("Puntlander", "Puntland")."""
    a, b = fold(one), fold(other)
    size = max(4, min(len(a), len(b)) - 2)
    return a == b or len(a) >= 4 and len(b) >= 4 and a[:size] == b[:size] and abs(len(a) - len(b)) <= 3


class Phrases:
    """What the report's full noun phrases are, so that bare ones can be led back to them."""

    def __init__(self, doc: Doc, candidates: list[Candidate]) -> None:
        self.doc = doc
        self.forms: dict[str, str | None] = {}
        self.owned = [c for c in candidates if c.sort == "noun" and c.owner and c.noun]
        self.by_noun: dict[str, list[Candidate]] = defaultdict(list)
        for c in self.owned:
            self.by_noun[c.noun].append(c)
        self.rulers = [c for c in self.owned if c.noun in RULERS and c.kind is NameKind.GOVERNMENT]
        self.named = [c for c in candidates if c.sort == "name" and c.kind is not NameKind.PERSON]
        self.endings: dict[str, list[Candidate]] = defaultdict(list)
        for c in self.named:
            words = folded(c.words)
            if len(words) > 1:
                self.endings[words[-1]].append(c)
        self.lands = self.ruled()
        self.fighters = Counter(c.words for c in self.named if c.kind is NameKind.ARMED_GROUP)

    def ruled(self) -> list[str]:
        """The owners of the report's governments, one form of each."""
        lands: list[str] = []
        for owner in dict.fromkeys(c.owner for c in self.rulers):
            if len(lands) < FEW and not any(same_land(owner, land) for land in lands):
                lands.append(owner)
        return lands

    def government(self, owner: str) -> str | None:
        """The report's own fullest form of a country's government."""
        if owner not in self.forms:
            forms = [c for c in self.rulers if same_land(c.owner, owner)]
            plain = [c for c in forms if c.noun == "government"] or [c for c in forms if is_plain(c.words)]
            self.forms[owner] = without_article(plain[0].words) if plain else None
        return self.forms[owner]

    def resolve(self, c: Candidate, before: list[tuple[int, str, NameKind]]) -> Resolved | None:
        """What an acting noun phrase stands for; `before` are the groups named so far (token, name, kind)."""
        if c.kind is NameKind.GOVERNMENT and c.noun in RULERS:
            return self.ruler(c)
        if c.owner:
            first = next((o for o in self.by_noun[c.noun][:FEW] if same_land(o.owner, c.owner)), c)
            return without_article(first.words), c.kind, "role noun" if first is not c else "collective"
        if not c.definite and c.noun not in ("opposition",):
            return None
        same = self.same_noun(c)
        if same is not None:
            return same, c.kind, "role noun"
        if c.noun in GENERIC and not c.plural:
            return last_group(before)
        return self.fighting(c) if c.noun in FIGHTERS else None

    def ruler(self, c: Candidate) -> Resolved | None:
        """A government: the country's, else the only one of the report, else the last one before."""
        if c.owner:
            name = self.government(c.owner)
            return (name or without_article(c.words), NameKind.GOVERNMENT, "role noun")
        if len(self.lands) == 1:
            return self.government(self.lands[0]) or c.words, NameKind.GOVERNMENT, "role noun"
        at = bisect_left(self.rulers, c.start, key=lambda o: o.start)
        if at:
            return self.government(self.rulers[at - 1].owner) or c.words, NameKind.GOVERNMENT, "role noun"
        return None

    def same_noun(self, c: Candidate) -> str | None:
        """The last fuller phrase or name that ends in the same noun: "the ministry" -> "Defence Ministry"."""
        fuller = [] if c.noun in GENERIC else self.by_noun[c.noun] or self.by_noun[SIBLING.get(c.noun, c.noun)]
        if (
            fuller
            and c.noun in ("army", "military", "opposition", "police")
            and all(o.owner == fuller[0].owner for o in fuller[:FEW])
        ):
            return without_article(fuller[0].words)
        earlier = [
            found[at - 1]
            for found in (fuller, [] if c.noun in SIBLING else self.endings[c.noun])
            if (at := bisect_left(found, c.start, key=lambda o: o.start))
        ]
        if not earlier or c.plural:
            return None
        return without_article(max(earlier, key=lambda o: o.start).words)

    def fighting(self, c: Candidate) -> Resolved | None:
        """The armed group that "the rebels" are: the only one, or the one named far more often than any other."""
        if not c.definite or len(c.words.split()) > 2:
            return None
        ranked = self.fighters.most_common(2)
        if not ranked or len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]:
            return None
        return ranked[0][0], NameKind.ARMED_GROUP, "role noun"


SIBLING = {"army": "military", "military": "army"}
"""State forces by either word; a rebel "Army" with a name of its own is never just "the army"."""


def is_plain(words: str) -> bool:
    """Whether a phrase is a government's name and not one of its offices': "Mali's ruling junta"."""
    rest = without_article(words).lower().split()
    return len(rest) <= 2 or len(rest) == 3 and rest[1] in ("ruling", "military", "transitional", "interim", "of")


def last_group(before: list[tuple[int, str, NameKind]]) -> Resolved | None:
    """The armed group, else the organisation, named last before: "the movement", "the faction"."""
    near = before[-FEW:]
    earlier = [e for e in near if e[2] is NameKind.ARMED_GROUP] or [e for e in near if e[2] is NameKind.ORGANISATION]
    return (earlier[-1][1], earlier[-1][2], "role noun") if earlier else None


def without_article(words: str) -> str:
    """The words without a leading article."""
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else words


def modifiers(doc: Doc, head: int, start: int) -> set[str]:
    """The words of an office before its head, common ones left out."""
    words = {fold(t.text) for t in doc[start:head] if t.is_alpha}
    return (words & words_of("offices", "before")) - SPECIAL


def holder(doc: Doc, c: Candidate, introduced: list[Introduction]) -> Introduction | None:
    """Who was introduced with the office that a phrase names."""
    near = bisect_left(introduced, c.head, key=lambda i: i.person[0])
    own = [i for i in introduced[max(0, near - 4) : near + 4] if c.head in i.heads]
    if own:
        return own[0]
    if not c.definite or c.plural:
        return None
    wanted = modifiers(doc, c.head, c.start)
    before = bisect_left(introduced, c.start, key=lambda i: i.person[0])
    for i in reversed(introduced[max(0, before - FEW) : before]):
        for head in i.heads:
            given = modifiers(doc, head, i.start)
            if fold(doc[head].text) == c.noun and (not wanted or not given or wanted & given) and fits(doc, c, i):
                return i
    return None


def fits(doc: Doc, c: Candidate, i: Introduction) -> bool:
    """Whether nothing says that the office is another body's: "the rebels' negotiator", "the army's"."""
    owner = fold(c.owner)
    return (
        not owner
        or owner in ("its", "his", "her", "their")
        or any(fold(t.text)[:4] == owner[:4] for t in doc[i.start : i.end])
    )
