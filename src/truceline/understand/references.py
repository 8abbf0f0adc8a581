"""References resolved inside one report: surname to full name, title and role noun to person, "the regime", "he"."""

from __future__ import annotations

from spacy.tokens import Doc

from truceline.model import Name, NameKind
from truceline.understand.mentions.candidate import Candidate
from truceline.understand.reading import Mention


def resolve(doc: Doc, candidates: list[Candidate]) -> tuple[Mention, ...]:
    """The candidates as mentions."""
    mentions = []
    for c in candidates:
        full = c.words if c.known is None or c.kind is NameKind.PLACE and c.known.sort == "metonym" else c.known.name
        by = "name" if c.sort == "name" else ""
        mentions.append(Mention(c.start, c.end, c.head, Name(c.words, full, c.kind), by))
    return tuple(mentions)
