"""Names as letters and as sounds: folding across scripts and ways of writing them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from truceline.reconcile.actors.knowledge import sounds, words

_APOSTROPHES = re.compile(r"['’‘`´ʼʻʿʾ\"“”„«»]")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]")
LONGEST = 200  # code points of a name that are read; a longer one is a sentence, not a name


def script(text: str) -> str:
    """The script of the first letter, as Unicode names it (Latin, Cyrillic, Arabic, Han …); "" without letters."""
    letter = next((char for char in text if char.isalpha()), "")
    family = (unicodedata.name(letter, "") if letter else "").split(" ")[0].split("-")[0]
    return "Han" if family == "CJK" else family.capitalize()


@lru_cache(maxsize=65536)
def romanise(text: str) -> str:
    """Lower-case Latin letters for any script; the Arabic article is set apart, as in transliterations."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])
    if _ARABIC.search(text):
        text = re.sub(r"(?<!\w)ال(?=\w\w)", "al ", text)
        text = "".join(sounds().arabic.get(char, char) for char in text)
    text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text))
    return re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", anyascii(text).lower())


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a name: romanised, split at everything that is no letter or digit, leading articles dropped."""
    found = re.findall(r"[a-z0-9]+", _APOSTROPHES.sub("", romanise(text)))
    while len(found) > 1 and found[0] in words().articles:
        found.pop(0)
    return tuple(found)


def key(text: str) -> str:
    """The folded name: the same for two spellings that differ in case, accents, quotes, hyphens, a leading article."""
    return " ".join(tokens(text))


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """The sounds of a folded word, one character each: transliteration classes joined, doubled letters single."""
    for written, heard in sounds().rules:
        token = token.replace(written, heard)
    token = re.sub(r"(.)\1+", r"\1", token)
    return re.sub(r"(?<=[aeiou])h$", "", token) if len(token) > 3 else token


@lru_cache(maxsize=65536)
def bones(token: str) -> str:
    """The consonants of a word in coarse classes: a key that spellings of one name nearly always share."""
    heard = re.sub(r"[lr](?![aeiou])", "", sound(token))
    heard = re.sub(r"[aeiouhj]", "", heard).translate(_COARSE)
    return re.sub(r"(.)\1+", r"\1", heard)


_COARSE = str.maketrans("rfbpvdtkgGXzZSCs", "lvvvvttkkkksssss")
