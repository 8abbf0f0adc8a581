"""Names that are known beforehand: states, capitals, world bodies, armed groups, media; found in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from spacy.tokens import Doc

from truceline.model import Knowledge, NameKind
from truceline.model.knowledge import is_acronym as is_acronym
from truceline.understand.lexicon import load

MARKS = re.compile(r"[.'’‘`´ʼʻʿʾ\"“”„«»]")
LONGEST = 9
HYPHENS = frozenset("-‐‑–/")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in lower case without accents, dots and apostrophes."""
    text = unicodedata.normalize("NFKD", word).lower()
    return MARKS.sub("", "".join(char for char in text if not unicodedata.combining(char)))


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens taken as spaces."""
    apart = re.sub(r"['’]s\b", " s", text)
    return tuple(word for word in (fold(part) for part in re.split(r"[\s\-‐‑–]+", apart)) if word)


@dataclass(frozen=True, slots=True)
class Known:
    """A listed name: its usual form, kind, and sort (state, people, metonym, group, body, agency, outlet …).

    `form` is the listed spelling that matched, `lands` the countries that it belongs to; `land_bound` forms count only
    where the report speaks of one of them.
    """

    name: str
    kind: NameKind
    sort: str
    form: str
    lands: tuple[str, ...] = ()
    land_bound: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name at tokens start to end (exclusive)."""

    start: int
    end: int
    known: Known


def states(knowledge: Knowledge) -> Iterator[Known]:
    """States under their names, their people's names and the seats that stand for their governments."""
    for state in (*knowledge.states, *knowledge.regions):
        name, lands = state.name, (state.name,)
        for form in (name, *state.also):
            yield Known(name, NameKind.GOVERNMENT, "state", form, lands)
            if form[-1] in "aeiny":  # a possessive that lost its apostrophe
                yield Known(name, NameKind.GOVERNMENT, "state", form + "s", lands)
        for form in state.people:
            for shape in {form, form + ("" if form.endswith(("s", "ese", "sh", "ch")) else "s")}:
                yield Known(name, NameKind.GOVERNMENT, "people", shape, lands)
        for form in filter(None, (state.capital, *state.seats)):
            yield Known(name, NameKind.GOVERNMENT, "metonym", form, lands)


def actors(knowledge: Knowledge) -> Iterator[Known]:
    """Groups, parties and bodies of a known kind under all their names; persons' names are cut by other means."""
    for actor in knowledge.actors:
        if actor.kind not in (None, NameKind.PERSON, NameKind.PLACE):
            wide = not actor.countries and actor.kind in (NameKind.ORGANISATION, NameKind.BODY)
            for form in actor.names:
                bound = actor.needs_country(form)
                yield Known(actor.name, actor.kind, "body" if wide else "group", form, actor.countries, bound)


def media() -> Iterator[Known]:
    """Media under all their names; the sort is the class that an attribution chain gives them."""
    for sort, entries in load("media").items():
        if sort != "patterns":
            for name, forms in entries.items():
                for form in (name, *forms):
                    yield Known(name, NameKind.MEDIA, sort, form)


Listed = dict[str, dict[tuple[str, ...], list[Known]]]
"""Names by their first folded word, then by all folded words."""


@lru_cache(maxsize=4)
def listed(knowledge: Knowledge) -> Listed:
    """All that is known and has a name of its own: countries, groups, bodies, media."""
    table: dict[str, dict[tuple[str, ...], list[Known]]] = defaultdict(lambda: defaultdict(list))
    for known in (*states(knowledge), *actors(knowledge), *media()):
        if key := folded(known.form):
            table[key[0]][key].append(known)
    return {first: dict(keys) for first, keys in table.items()}


@lru_cache(maxsize=4)
def known_persons(knowledge: Knowledge) -> frozenset[tuple[str, ...]]:
    """The folded full names of persons who are known beforehand."""
    persons = (actor for actor in knowledge.actors if actor.kind is NameKind.PERSON)
    return frozenset(key for actor in persons for name in actor.names if len(key := folded(name)) > 1)


Piece = tuple[int, str, str]
"""Token index, folded word, word as written."""


def pieces(doc: Doc) -> list[Piece]:
    """The words of a document with hyphens taken as spaces."""
    found: list[Piece] = []
    for token in doc:
        if token.text in HYPHENS and token.i and not doc[token.i - 1].whitespace_:
            continue
        parts = re.split(r"[\-‐‑–]", token.text) if token.text[0].isalnum() else [token.text]
        found += [(token.i, fold(part), part) for part in parts if fold(part)]
    return found


def spelled(known: Known, words: list[str], initial: bool) -> bool:
    """Whether the words, as written, can be the listed form: capitals where an acronym or a name needs them."""
    if is_acronym(known.form):
        return "".join(words).replace(".", "") == re.sub(r"[.\-\s]", "", known.form)
    if not any(char.isupper() for char in known.form):
        return True
    if len(words) == 1:
        return words[0][:1].isupper() and not initial
    return sum(word[:1].isupper() for word in words) * 2 >= sum(part[:1].isupper() for part in known.form.split())


def candidates(names: Listed, words: list[Piece], at: int, doc: Doc) -> list[tuple[int, list[Known]]]:
    """Every listed reading of the words from `at`, longest first, with the number of words it covers."""
    keys = names.get(words[at][1], {})
    found = []
    for size in sorted({len(key) for key in keys}, reverse=True):
        key = tuple(word[1] for word in words[at : at + size])
        if len(key) < size:
            continue
        token = doc[words[at][0]]
        initial = token.is_sent_start and token.pos_ not in ("PROPN", "ADJ") and not token.ent_type_
        fit = [
            known for known in keys.get(key, ()) if spelled(known, [w[2] for w in words[at : at + size]], bool(initial))
        ]
        if fit:
            found.append((size, fit))
    return found


def matches(doc: Doc, knowledge: Knowledge) -> tuple[list[Found], Counter[str]]:
    """The listed names in a document, leftmost longest, and how often the report speaks of each country."""
    names, words, raw, at = listed(knowledge), pieces(doc), [], 0
    while at < len(words):
        options = candidates(names, words, at, doc)
        if options:
            size, fit = options[0]
            raw.append((words[at][0], words[at + size - 1][0] + 1, fit))
            at += size
        else:
            at += 1
    lands = Counter(land for _, _, fit in raw if fit[0].sort in ("state", "people", "metonym") for land in fit[0].lands)
    chosen = ((start, end, choose(fit, lands)) for start, end, fit in raw)
    found = [Found(start, end, known) for start, end, known in chosen if known]
    return [one for one in found if not is_part(doc, one)], lands


def is_part(doc: Doc, found: Found) -> bool:
    """Whether an outlet's one-word name is only a word of a longer name: "Highland *Liberation* Front"."""
    if found.known.sort != "outlet" or found.end - found.start > 1 or found.end >= len(doc):
        return False
    after = doc[found.end]
    return after.is_title and after.lower_ in head_kinds()


def choose(fit: list[Known], lands: Counter[str]) -> Known | None:
    """The reading whose countries the report speaks of most; None where it needs one that is never named."""

    def weight(known: Known) -> float:
        return max((lands[land] for land in known.lands), default=0.5)

    free = [known for known in fit if not known.land_bound or weight(known) > 0]
    return max(free, key=weight) if free else None


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """A list of a lexicon as folded words: words_of("offices", "heads")."""
    return frozenset(fold(str(word)) for word in load(name)[key])


@cache
def head_kinds() -> dict[str, NameKind]:
    """Words that end an organisation's name -> its kind."""
    table: dict[str, list[str]] = load("names")["heads"]
    return {fold(word): NameKind(kind) for kind, words in reversed(table.items()) for word in words}


@cache
def media_words(key: str) -> frozenset[str]:
    """A list of words below `patterns` in media.yaml."""
    patterns: dict[str, Any] = load("media")["patterns"]
    return frozenset(fold(word) for word in patterns[key])
