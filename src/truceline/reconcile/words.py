"""Words and names made comparable: folded, stemmed, weighed. The lists are in data/wording.yaml."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

STEM = 6   # letters kept of a word, so that inflections count as one
SHORT = 4  # letters up to which a word keeps its ending
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ENDING = re.compile(r"(?:([bdgmnprt])\1)?(?:ing|ed|es|s|e)$")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_POSSESSIVE = re.compile(r"['’]s\b")


@cache
def lexicon(name: str) -> Any:
    """One of reconciliation's own word lists, by file name without its ending."""
    path = files("truceline.reconcile").joinpath(f"data/{name}.yaml")
    return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without accents, apostrophes and possessives; words parted by single blanks."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text)).lower()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_WORD.findall(re.sub(r"['’‘`´ʼʻʿʾ]", "", plain)))


@cache
def _stop() -> frozenset[str]:
    return frozenset(lexicon("wording")["stop"].split())


@cache
def _same() -> dict[str, str]:
    return {form: first for first, forms in lexicon("wording")["same"].items() for form in (first, *forms)}


@cache
def _numbers() -> dict[str, str]:
    """Number words as digits."""
    cardinals = {word: str(value) for value, word in enumerate(lexicon("wording")["numbers"].split())}
    return cardinals | {word: str(value) for value, word in enumerate(lexicon("wording")["ordinals"].split(), 4)}


@cache
def weak() -> frozenset[str]:
    """Stems that every report on a conflict has."""
    return frozenset(_stem(word) for word in lexicon("wording")["weak"].split())


def _stem(word: str) -> str:
    word = _ORDINAL.sub("", word)
    word = _same().get(word, _numbers().get(word, word))
    return (_ENDING.sub(r"\1", word) if len(word) > SHORT else word)[:STEM]


@lru_cache(maxsize=100_000)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words; synonyms of the lexicon count as one."""
    return frozenset(_stem(word) for word in fold(text).split() if word not in _stop())


def counted_kinds(text: str) -> frozenset[str]:
    """The kinds of people that a figure's words name."""
    words = set(fold(text).split())
    return frozenset(kind for kind, forms in lexicon("wording")["counted"].items() if words & set(forms))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The weight of the shared stems as a share of the lighter text's weight, from 0 to 1."""
    lighter = min(mass(one), mass(other))
    return mass(one & other) / lighter if lighter else 0.0


def mass(words: frozenset[str]) -> float:
    """The summed weight of stems: a weak word weighs a quarter."""
    return len(words) - 0.75 * len(words & weak())


def digest(prefix: str, *parts: str) -> str:
    """A stable id from its parts."""
    return prefix + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


_ENDS = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s|$|[A-ZА-ЯЁ“\"])|\n+")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Col|Gen|Gov|Lt|Sgt|Maj|Brig|Sept|Oct|Nov|Dec|Jan|Feb|Aug|St|No"
                           r"|vs|p\.m|a\.m|[A-Z]\.[A-Z]))\.$")


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin; rough, for context only: evidence spans come from the reading."""
    starts = [0]
    for match in _ENDS.finditer(text):
        if not _ABBREVIATION.search(text, max(0, match.start() - 8), match.start() + 1):
            starts.append(match.end())
    return starts
