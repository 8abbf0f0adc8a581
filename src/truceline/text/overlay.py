"""Building the overlay: pieces of the kept text, each character with its offset there."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from truceline.model import CleanText, Damage, Region


class Overlay:
    """The overlay under construction. Pieces come in the order of the kept text; inserted characters carry the offset
    of the character before them, so offsets never decrease."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._pieces: list[str] = []
        self._origin = array("I")

    def __bool__(self) -> bool:
        return bool(self._origin)

    def keep(self, start: int, end: int) -> None:
        """Take over the kept text from start to end (exclusive) as it is."""
        if start < end:
            self._pieces.append(self.original[start:end])
            self._origin.extend(range(start, end))

    def replace(self, start: int, end: int, words: str) -> None:
        """Read the kept text from start to end (exclusive) as `words`: one for one where there are as many."""
        if len(words) == end - start:
            self._pieces.append(words)
            self._origin.extend(range(start, end))
        elif start < end:
            self._add(words, start)
        else:
            self.put(words)

    def put(self, words: str) -> None:
        """Add characters that the kept text does not hold."""
        self._add(words, self._origin[-1] if self._origin else 0)

    def _add(self, words: str, offset: int) -> None:
        self._pieces.append(words)
        self._origin.extend([offset] * len(words))

    def done(self, regions: Sequence[Region], damage: Sequence[Damage]) -> CleanText:
        """The clean text, with the offset behind the last character closing `origin`."""
        self._origin.append(self._origin[-1] + 1 if self._origin else 0)
        return CleanText(self.original, tuple(regions), tuple(damage), "".join(self._pieces), self._origin)
