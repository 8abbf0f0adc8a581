"""What parties negotiate about: the issue of a stretch of text (languages/<iso>/issues.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from truceline.model import Issue
from truceline.understand import lexicon


@cache
def patterns() -> tuple[tuple[Issue, re.Pattern[str]], ...]:
    """Each issue with the pattern of its words, strongest first."""
    words = lexicon.load("issues")["words"]
    return tuple(
        (Issue(name), re.compile("|".join(map(bounded, forms)), re.IGNORECASE)) for name, forms in words.items()
    )


def bounded(words: str) -> str:
    """The pattern of words between word ends; a form that starts with a hyphen hangs on the word before it."""
    spaced = re.escape(words).replace(r"\-", r"\s?-\s?")
    return spaced + r"(?!\w)" if words.startswith("-") else r"(?<!\w)" + spaced + r"(?!\w)"


@lru_cache(maxsize=1024)  # the same sentence is asked for by each of its predicates
def of_words(text: str) -> Issue | None:
    """The strongest issue that the words name, or None."""
    return next((issue for issue, pattern in patterns() if pattern.search(text)), None)


def of_classes(classes: Iterable[str]) -> Issue | None:
    """The issue that a class of thing stands for, or None."""
    table = lexicon.load("issues")["classes"]
    return next((Issue(table[name]) for name in table if name in set(classes)), None)
