"""What changed in a report between the states in which it was received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from truceline.store import Revision

LONGEST = 2000  # paragraphs compared; finding what moved among more takes too long


@dataclass(frozen=True, slots=True)
class Change:
    """Paragraphs that a revision took out and those that it put in their place; either may be none."""

    ordinal: int
    removed: tuple[str, ...]
    added: tuple[str, ...]


def changes(revisions: Sequence[Revision]) -> tuple[Change, ...]:
    """The changes of every revision but the first, in order; `ordinal` is that of the later one."""
    return tuple(change for old, new in pairwise(revisions) for change in _between(old, new))


def _between(old: Revision, new: Revision) -> list[Change]:
    left, right = _paragraphs(old.text), _paragraphs(new.text)
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [Change(new.ordinal, tuple(left[a:b]), tuple(right[c:d])) for what, a, b, c, d in steps if what != "equal"]


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:LONGEST]
