"""Where tokens, paragraphs, sentence ends and quotations stand in a text; worked out once a parse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from truceline.understand.parse import once_a_parse
from truceline.understand.quotes.marks import Stretch, stretches

TERMINATORS = frozenset({".", "!", "?", "…"})


class Layout:
    """Positions of a text: token offsets, paragraph of each token, how many sentence ends stand before each token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.offsets = [token.idx for token in doc]
        self.paragraph: list[int] = []
        self.ends: list[int] = [0]
        number = 0
        for token in doc:
            self.paragraph.append(number)
            number += token.text.count("\n")
            self.ends.append(self.ends[-1] + (token.text in TERMINATORS))

    def tokens(self, stretch: Stretch) -> tuple[int, int]:
        """The token range of a stretch."""
        start = bisect_left(self.offsets, stretch.start)
        return start, max(start, bisect_left(self.offsets, stretch.end))

    def parted(self, start: int, end: int) -> bool:
        """Whether a sentence end or paragraph end stands between two tokens."""
        if start >= end:
            return False
        last = min(end, len(self.paragraph) - 1)
        return self.ends[end] > self.ends[start] or self.paragraph[start] != self.paragraph[last]

    def bounds(self, token: int) -> tuple[int, int]:
        """The token range of the paragraph around a token."""
        number = self.paragraph[token]
        return bisect_left(self.paragraph, number), bisect_right(self.paragraph, number)


@once_a_parse
def layout(doc: Doc) -> Layout:
    """The positions of a text."""
    return Layout(doc)


@once_a_parse
def marked(doc: Doc) -> tuple[tuple[Stretch, int, int], ...]:
    """The outermost stretches between quotation marks, each with its token range."""
    places = layout(doc)
    return tuple((stretch, *places.tokens(stretch)) for stretch in stretches(doc.text) if stretch.depth == 0)
