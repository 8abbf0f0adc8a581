"""What persons have judged, closed under same and different: it outranks every rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from truceline.model import Judgement, Verdict
from truceline.reconcile.words import digest

PERSON = "person:"
UNDO = "undo"
KINDS = ("actor", "report", "story", "fact")


def judgement_id(one: Judgement) -> str:
    """The id of a judgement: of its content, its maker and its time."""
    grounds = (f"{reason.name}={reason.weight}={reason.detail}" for reason in one.reasons)
    at = one.at.isoformat() if one.at else ""
    return digest("j", one.about, one.left, one.right, one.verdict.value, one.by, at, *grounds)[:11]


def pair_id(one: Judgement) -> str:
    """The id of a pair, whatever is said of it and in whatever order it stands."""
    return digest("p", one.about, *sorted((one.left, one.right)))[:8]


def standing(log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements of persons that nobody has undone, in the order of the log. Undoing can be undone as well."""
    undone: set[str] = set()
    kept: list[Judgement] = []
    for one in reversed([one for one in log if one.by.startswith(PERSON)]):
        if judgement_id(one) in undone:
            continue
        if one.about == UNDO:
            undone.add(one.left)
        else:
            kept.append(one)
    return tuple(reversed(kept))


@dataclass
class Rulings:
    """What persons judged about one kind of thing. A later judgement goes before an earlier one that it contradicts."""

    same: dict[str, str] = field(default_factory=dict)
    different: set[frozenset[str]] = field(default_factory=set)

    @classmethod
    def about(cls, kind: str, judgements: Iterable[Judgement]) -> Rulings:
        """The rulings about one kind; the latest word on a pair is the only one that counts."""
        latest = {frozenset((one.left, one.right)): one for one in judgements if one.about == kind}
        order = {id(one): place for place, one in enumerate(judgements)}
        made = cls()
        for one in sorted(latest.values(), key=lambda one: -order[id(one)]):
            made.add(one)
        return made

    def add(self, one: Judgement) -> bool:
        """Take in a judgement; False where it contradicts what is held already, and is left out."""
        held = self.verdict(one.left, one.right)
        if one.verdict is Verdict.UNSURE or held is one.verdict:
            return True
        if held is not None:
            return False
        if one.verdict is Verdict.SAME:
            gone, kept = self._first(one.left), self._first(one.right)
            self.same |= {name: kept for name, first in self.same.items() if first == gone} | {gone: kept}
            self.different = {frozenset(kept if name == gone else name for name in pair) for pair in self.different}
        else:
            self.different.add(frozenset((self._first(one.left), self._first(one.right))))
        return True

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What persons say of two things, said or implied; None where they say nothing."""
        first, second = self._first(one), self._first(other)
        if first == second:
            return Verdict.SAME
        return Verdict.DIFFERENT if frozenset((first, second)) in self.different else None

    def named(self) -> frozenset[str]:
        """Everything that a ruling is about."""
        return frozenset(self.same) | frozenset(self.same.values()) | frozenset().union(*self.different)

    def joined_with(self, one: str) -> frozenset[str]:
        """Everything that is ruled the same as a thing, itself included."""
        first = self._first(one)
        return frozenset(name for name, of in self.same.items() if of == first) | {first, one}

    def _first(self, name: str) -> str:
        return self.same.get(name, name)
