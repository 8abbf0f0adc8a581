"""Speech that only its speaker's name introduces, as in a transcript: "Senator Ana Ruiz: We do not need a table."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from truceline.model import NameKind
from truceline.understand.reading import Mention, Reading

SHORTEST = 5
"""Tokens of the words said: less is a caption or a credit."""
TITLE = 8
"""Tokens that may stand before the name in its paragraph."""


def labelled(reading: Reading) -> Iterator[tuple[Token, tuple[int, int]]]:
    """Each person's head token with the token range of the paragraph's words behind the colon."""
    doc = reading.doc
    for mention in reading.mentions:
        if mention.name.kind is not NameKind.PERSON or not is_label(reading, mention):
            continue
        start = mention.end + 1
        end = next((t.i for t in doc[start:] if "\n" in t.text), len(doc))
        words = [t for t in doc[start:end] if t.is_alpha]
        if len(words) >= SHORTEST and any(t.pos_ in ("VERB", "AUX") for t in words) and not doc[start].is_quote:
            yield doc[mention.head], (start, end)


def is_label(reading: Reading, mention: Mention) -> bool:
    """Whether the name, with a title at most before it, opens its paragraph and a colon follows."""
    doc = reading.doc
    if mention.end + 1 >= len(doc) or doc[mention.end].text != ":":
        return False
    before = doc[max(0, mention.start - TITLE) : mention.start]
    line = next((t.i + 1 for t in reversed(before) if "\n" in t.text), before.start)
    opens = line > before.start or before.start == 0
    return opens and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "ADP") for t in doc[line : mention.start])
