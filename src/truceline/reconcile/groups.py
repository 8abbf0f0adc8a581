"""Facts in the making: groups of statements, and where to find those that may be of one fact."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from truceline.model import Act, Pledge, Stance
from truceline.reconcile.quantities import Quantity
from truceline.reconcile.traits import Trait, key_words
from truceline.reconcile.words import digest

POSTINGS = 60         # the latest groups kept under one word
CANDIDATES = 16       # groups looked at for one statement
MEMBERS = 8           # members compared of a group
OUTLOOK = {"": "ahead", "demands": "demanded"}  # of pledges and positions, what side of an act they are told beside


@dataclass
class Group:
    """Statements of one fact in the making."""

    number: int
    traits: list[Trait] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    key: str = ""

    @property
    def id(self) -> str:
        """The id of the fact: of its first statement, so that later reports do not change it."""
        return digest("f", self.traits[0].statement.id)


@dataclass
class Groups:
    """All facts in the making, and where to find those that share a word."""

    all: list[Group] = field(default_factory=list)
    by_word: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def near(self, one: Trait) -> list[Group]:
        """The groups that share most with a statement."""
        votes: Counter[int] = Counter()
        for word in (*key_words(one), one.event):
            for number in self.by_word.get((block(one), word), ()) if word else ():
                votes[number] += 1
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:CANDIDATES]
        return [self.all[number] for number, _ in ranked if self.all[number].traits]

    def add(self, one: Trait, found: Group | None) -> Group:
        """Put a statement into a group, or into a new one."""
        group = found or Group(len(self.all))
        if found is None:
            self.all.append(group)
        group.traits.append(one)
        for word in (*key_words(one), one.event):
            postings = self.by_word[block(one), word]
            if group.number not in postings[-4:]:
                postings.append(group.number)
                del postings[:-POSTINGS]
        return group


def block(one: Trait) -> str:
    """Statements of different blocks are never compared: what was done, is to come, is asked, denied, or failed."""
    if isinstance(one.statement, Act | Pledge | Stance):
        return f"told|{OUTLOOK.get(one.side, one.side)}"
    return f"{one.family}|{one.side}"
