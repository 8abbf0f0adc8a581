"""From pairs of spellings to actors: blocking, and agglomeration that never joins what was judged different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import combinations

from truceline.model import Reason, Verdict
from truceline.reconcile.actors.compare import score, verdict

Reasons = tuple[Reason, ...]
CROWDED = 40  # names under one key, beyond which a second shared key is asked for


def candidate_pairs(keys: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs of names that share a key, in order; names under a crowded key must share two."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(keys):
        for one in keys[name]:
            holders[one].append(name)
    pairs: set[tuple[str, str]] = set()
    crowded = {one for one, names in holders.items() if len(names) > CROWDED}
    for one, names in holders.items():
        if one not in crowded:
            pairs.update(combinations(names, 2))
    double: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(keys):
        for both in combinations(sorted(keys[name] & crowded), 2):
            double[both].append(name)
        if len(keys[name]) == 1 and keys[name] <= crowded:
            double[min(keys[name]), ""].append(name)
    for names in double.values():
        pairs.update((names[i], other) for i in range(len(names)) for other in names[i + 1:i + CROWDED])
    return sorted(pairs)


class Clusters:
    """Names under one roof, joined pair by pair. `compare` gives the reasons of any pair, in either order.

    `rough` are names in a way of writing that blurs differences: they cannot bridge names that are not alike.
    """

    def __init__(
        self, names: Iterable[str], compare: Callable[[str, str], Reasons], rough: Container[str] = frozenset()
    ) -> None:
        self._roof = {name: name for name in names}
        self._under = {name: [name] for name in self._roof}
        self._compare = compare
        self._rough = rough

    def of(self, name: str) -> str:
        """The first name under the same roof."""
        return self._roof[name]

    def under(self, name: str) -> list[str]:
        """Every name under the same roof."""
        return self._under[self._roof[name]]

    def all(self) -> list[list[str]]:
        """Every cluster, its names and itself in order."""
        return [sorted(names) for _, names in sorted(self._under.items())]

    def join(self, one: str, other: str) -> None:
        """Put two names and all with them under one roof."""
        keep, give = sorted((self._roof[one], self._roof[other]))
        if keep == give:
            return
        for name in self._under[give]:
            self._roof[name] = keep
        self._under[keep] += self._under.pop(give)

    def agglomerate(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Join the pairs judged the same, surest first, unless other pairs across the two clusters speak against it."""
        ranked = []
        for one, other in pairs:
            reasons = self._compare(one, other)
            if verdict(reasons) is Verdict.SAME:
                ranked.append((-score(reasons), one, other))
        for _, one, other in sorted(ranked):
            if self._roof[one] != self._roof[other] and not self.apart(one, other):
                self.join(one, other)

    def apart(self, one: str, other: str) -> bool:
        """Whether a pair across the roofs is judged different, or no plainly written one is judged the same."""
        crossing = [(left, right) for left in self.under(one) for right in self.under(other)]
        found = {pair: verdict(self._compare(*pair)) for pair in crossing}
        plain = [pair for pair in crossing if pair[0] not in self._rough and pair[1] not in self._rough]
        return Verdict.DIFFERENT in found.values() or bool(
            plain and all(found[pair] is not Verdict.SAME for pair in plain))
