"""Names folded to tell whether two of them are the same words, in whatever script and with whatever marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile(r"['’‘`´ʼʻʿʾ\"“”„«»]")
_WORDS = re.compile(r"[a-z0-9]+")
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The words of a name in lower-case Latin letters, single-spaced, without marks and a leading article."""
    plain = name if name.isascii() else anyascii(_MARKS.sub("", unicodedata.normalize("NFKC", name)))
    return _ARTICLE.sub("", " ".join(_WORDS.findall(_MARKS.sub("", plain.lower()))))


def tidy(name: str) -> str:
    """A name as written, single-spaced, without control characters and the marks that turn its direction."""
    if name.isascii() and name.isprintable():
        return " ".join(name.split())
    shown = "".join(" " if char.isspace() else char for char in name
                    if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(unicodedata.normalize("NFC", shown).split())
