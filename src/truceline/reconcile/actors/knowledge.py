"""What letters sound like and what words in names mean, all of it data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Sounds:
    """data/sounds.yaml: spelling rules, the Arabic alphabet, and what it costs to take one sound for another."""

    rules: tuple[tuple[str, str], ...]
    arabic: Mapping[str, str]
    swaps: Mapping[str, Mapping[tuple[str, str], float]]
    lost: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Words:
    """data/words.yaml: honorifics, particles, concepts in several languages, words for parties."""

    honorifics: frozenset[str]
    articles: frozenset[str]
    particles: frozenset[str]
    servants: frozenset[str]
    concepts: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    types: frozenset[str]
    organs: frozenset[str]
    state_organs: frozenset[str]
    everywhere: frozenset[str]
    legal_forms: frozenset[str]
    government: frozenset[str]
    army: frozenset[str]
    opposition: frozenset[str]
    pronouns: frozenset[str]
    nobodies: frozenset[str]
    quantifiers: frozenset[str]


def _data(name: str) -> Any:
    source = files("truceline.reconcile").joinpath("data", name)
    return yaml.load(source.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def sounds() -> Sounds:
    """The sound tables; scheme "" is the plain one, and every other scheme includes it."""
    data = _data("sounds.yaml")
    swaps, lost = {"": _pairs(data["swaps"])}, {"": dict(data["lost"])}
    for name, scheme in data["schemes"].items():
        swaps[name] = swaps[""] | _pairs(scheme["swaps"])
        lost[name] = lost[""] | scheme["lost"]
    return Sounds(tuple((a, b) for a, b in data["rules"]), data["alphabet_arabic"], swaps, lost)


def _pairs(table: Mapping[float, list[str]]) -> dict[tuple[str, str], float]:
    """Costs by pair of sounds, both ways round; the lowest cost listed holds."""
    pairs: dict[tuple[str, str], float] = {}
    for cost, listed in sorted(table.items(), reverse=True):
        for both in listed:
            one, other = both[0], both[1]
            pairs[one, other] = pairs[other, one] = float(cost)
    return pairs


@cache
def words() -> Words:
    """The word lists."""
    data = _data("words.yaml")
    concepts = {name: tuple(forms) for name, forms in data.pop("concepts").items()}
    return Words(concepts=concepts, **{name: frozenset(listed) for name, listed in data.items()})
