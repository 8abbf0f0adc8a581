"""Names folded to tell whether two of them are the same words, in whatever script and with whatever marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile(r"['’‘`´ʼʻʿʾ\"“”„«»]")
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The words of a name in lower-case Latin letters, single-spaced, without marks and a leading article."""
    plain = anyascii(_MARKS.sub("", unicodedata.normalize("NFKC", name))).lower()
    return _ARTICLE.sub("", " ".join(re.findall(r"[a-z0-9]+", _MARKS.sub("", plain))))


def tidy(name: str) -> str:
    """A name as written, single-spaced, without control characters and the marks that turn its direction."""
    shown = "".join(" " if char.isspace() else char for char in name
                    if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(unicodedata.normalize("NFC", shown).split())
