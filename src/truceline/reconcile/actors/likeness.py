"""How alike two words sound (a weighted edit distance over sounds), and the best pairing of two names' words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from truceline.reconcile.actors.fold import sound
from truceline.reconcile.actors.knowledge import sounds

VOWELS = frozenset("aeiou")
VOWEL_SWAP = 0.5  # vowels that the table does not list
HOPELESS = 0.5  # share of letters edited beyond which weighing the edits is not worth the time


@lru_cache(maxsize=262144)
def likeness(one: str, other: str, scheme: str = "") -> float:
    """1 for folded words that sound the same, 0 for nothing in common; `scheme` is a way of writing (sounds.yaml)."""
    if one == other:
        return 1.0
    if one > other:
        one, other = other, one
    left, right = sound(one), sound(other)
    longest = max(len(left), len(right))
    if not longest:
        return 0.0
    if not scheme and Levenshtein.distance(left, right) > HOPELESS * longest:
        return 0.0
    return max(0.0, 1.0 - _distance(left, right, scheme) / max(longest, 3))


def _distance(left: str, right: str, scheme: str) -> float:
    """Least total cost of turning one sound sequence into the other."""
    lost = sounds().lost[scheme]
    row = [0.0]
    for char in right:
        row.append(row[-1] + lost.get(char, 1.0))
    for place, char in enumerate(left):
        gone = lost.get(char, 1.0) * (0.7 if place == len(left) - 1 else 1.0)
        above, row = row, [row[0] + gone]
        for column, match in enumerate(right):
            new = lost.get(match, 1.0) * (0.7 if column == len(right) - 1 else 1.0)
            row.append(min(above[column + 1] + gone, row[-1] + new, above[column] + _swap(char, match, scheme)))
    return row[-1]


def _swap(one: str, other: str, scheme: str) -> float:
    if one == other:
        return 0.0
    cost = sounds().swaps[scheme].get((one, other))
    if cost is not None:
        return cost
    return VOWEL_SWAP if one in VOWELS and other in VOWELS else 1.0


@dataclass(frozen=True, slots=True)
class Pairing:
    """Words of two names paired one to one: (left index, right index, likeness), and the indices left over."""

    pairs: tuple[tuple[int, int, float], ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]

    @property
    def weakest(self) -> float:
        """The likeness of the least alike pair; 0 without pairs."""
        return min((alike for _, _, alike in self.pairs), default=0.0)

    @property
    def mean(self) -> float:
        """The mean likeness of the pairs; 0 without pairs."""
        return sum(alike for _, _, alike in self.pairs) / len(self.pairs) if self.pairs else 0.0


def pair_words(left: Sequence[str], right: Sequence[str], scheme: str = "", floor: float = 0.6) -> Pairing:
    """Pair the words greedily, most alike first (then in order), leaving over what is less alike than `floor`."""
    ranked = sorted(
        ((likeness(one, other, scheme), -abs(i - j), -i, -j) for i, one in enumerate(left)
         for j, other in enumerate(right)),
        reverse=True,
    )
    lefts, rights = set(range(len(left))), set(range(len(right)))
    pairs = []
    for alike, _, i, j in ranked:
        if alike >= floor and -i in lefts and -j in rights:
            lefts.discard(-i)
            rights.discard(-j)
            pairs.append((-i, -j, alike))
    return Pairing(tuple(sorted(pairs)), tuple(sorted(lefts)), tuple(sorted(rights)))
