"""A name prepared for comparison: a person's words, or a group's core words, types and initials."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from truceline.reconcile.actors.fold import bones, key, script, sound, tokens
from truceline.reconcile.actors.knowledge import words


@dataclass(frozen=True, slots=True)
class Form:
    """`core` are the words that tell the bearer apart; `types` and `organs` (groups only) are concepts (words.yaml).

    `known` is the usual name of an actor known beforehand (world.py), else "". `acronym` is the folded name if it is
    written as one.
    """

    text: str
    key: str
    script: str
    core: tuple[str, ...]
    types: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    known: str = ""
    acronym: str = ""


@lru_cache(maxsize=65536)
def person(text: str) -> Form:
    """A person's name without honorifics and particles; "Abd al-X" is one word."""
    if re.fullmatch(r"[^,]+,[^,]+", text):
        text = " ".join(reversed(text.split(",")))
    found = list(tokens(text))
    while len(found) > 1 and found[0] in words().honorifics:
        found.pop(0)
    core: list[str] = []
    servant = ""
    for token in found:
        if token in words().servants:
            servant = "abdul"
        elif token in words().particles and len(found) > 1:
            continue
        else:
            core.append(servant + token)
            servant = ""
    if servant:
        core.append(servant)
    return Form(text, " ".join(found), script(text), tuple(core or found))


@lru_cache(maxsize=65536)
def group(text: str) -> Form:
    """A group's name as core words, types and organs; its words are taken for the concept that they translate."""
    found = spoken(text)
    found = [token for token in found if token not in words().legal_forms] or found
    concepts = [concept(token) for token in found]
    types = frozenset(name for name in concepts if name in words().types)
    organs = frozenset(name for name in concepts if name in words().organs)
    core = tuple(dict.fromkeys(
        name for name in concepts if not (name in types or name in organs or name in words().fillers)
    ))
    return Form(text, key(text), script(text), core, types, organs, "", _acronym(text))


def spoken(text: str) -> list[str]:
    """The words of a group's name that carry meaning."""
    silent = words().particles | words().articles | {"and"}
    return [token for token in tokens(text) if token not in silent]


def _acronym(text: str) -> str:
    """The folded text if it is written as an acronym ("SPLM-IO", "U.N."), else ""."""
    bare = re.sub(r"[.\s-]|^[Tt]he\s", "", text)
    capitals = sum(char.isupper() for char in bare)
    return bare.lower() if 2 <= len(bare) <= 8 and capitals >= max(2, len(bare) - 1) and bare.isalnum() else ""


@cache
def _concepts() -> Mapping[str, str]:
    """Written form or sound to concept."""
    table: dict[str, str] = {}
    for name, forms in words().concepts.items():
        for form in forms:
            written = key(form)
            table.setdefault(written, name)
            if len(written) > 4:
                table.setdefault("~" + sound(written), name)
    return table


def concept(token: str) -> str:
    """What a folded word of a group's name means, whatever the language; the word itself if the list lacks it."""
    table = _concepts()
    single = token[:-1] if len(token) > 4 and token.endswith("s") and not token.endswith("ss") else token
    heard = "~" + sound(token)
    return table.get(token) or table.get(single) or (table.get(heard) if len(token) > 4 else None) or single


def blocking_keys(form: Form) -> frozenset[str]:
    """Keys that two forms of one name nearly always share: consonant classes of its words, alone and joined."""
    singles = {bones(word) or word for word in form.core}
    letters = {"".join(sorted(name[0] for name in (*form.core, *form.types, *form.organs) if name))}
    own = {f"={form.acronym}", f"?{form.known}"} - {"=", "?"}
    return frozenset(singles | own | ({f"#{min(letters)}"} if form.acronym else set()))


@cache
def _initials() -> Mapping[str, frozenset[str]]:
    """Concept to the first letters that it has in any listed language."""
    return {name: frozenset(key(form)[0] for form in forms) for name, forms in words().concepts.items()}


def spells(acronym: str, text: str) -> float:
    """How well an acronym stands for a name: 1 in order, 0.6 in another order or another language, 0 not at all."""
    found = spoken(text)
    if acronym == "".join(token[0] for token in found):
        return 1.0
    if len(acronym) < 3 or len(acronym) != len(found):
        return 0.0
    choices = [_initials().get(concept(token), frozenset()) | {token[0]} for token in found]
    return 0.6 if _covers(acronym, choices) else 0.0


def _covers(acronym: str, choices: list[frozenset[str]]) -> bool:
    """Whether each letter can be taken from another word's choices."""
    if not acronym:
        return True
    return any(
        acronym[0] in letters and _covers(acronym[1:], choices[:place] + choices[place + 1:])
        for place, letters in enumerate(choices)
    )
