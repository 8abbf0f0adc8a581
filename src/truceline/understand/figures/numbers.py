"""Numbers as the press writes them: "3 200", "1,48 million", "two million and 300 thousand", "a fifteen of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from truceline.understand.lexicon import load


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, characters start to end, its comparator included.

    `value` is None for words that only bound it ("thousands"); `core` is where the number itself starts.
    """

    start: int
    end: int
    core: int
    value: float | None
    low: float | None
    high: float | None
    comparator: str | None
    words: str


@cache
def lexicon() -> dict[str, Any]:
    """The language's words for counts."""
    data: dict[str, Any] = load("figures")
    return data


def either(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)


@cache
def shapes() -> dict[str, re.Pattern[str]]:
    """The patterns of numbers and of what stands before them."""
    words = lexicon()
    small, big = either(list(words["digits"])), either(list(words["multipliers"]))
    figures = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d{1,2})?(?![\d])"
    spelled = rf"(?:{small})(?:-(?:{small}))?"
    chunk = rf"(?:(?:{figures}|{spelled})(?:\s{{1,3}}(?:{big})s?\b)?|(?:half\s)?an?\s(?:{big})\b)"
    return {
        "number": re.compile(rf"(?i)(?<![\w.,/:-])(?P<first>{chunk})(?:\s(?:and\s)?(?P<second>{chunk}))?"
                             r"(?![\w/])"),
        "magnitude": re.compile(rf"(?i)\b(?P<word>{either(list(words['magnitudes']))})\b"),
        "share": re.compile(rf"(?i)\b(?P<word>{either(words['shares'])})\b"),
        "rough": re.compile(rf"(?i)\b(?:a|an)\s(?P<first>{small})\sof\b"),
        "before": re.compile("(?i)(?:" + "|".join(
            rf"(?P<{name.replace(' ', '_')}>{either(list(group))})" for name, group in words["comparators"].items()
        ) + r")\s{1,3}(?:the\s|a\s|of\s)?$"),
    }


def spelled_value(text: str) -> float:
    """The value of "twenty-two" or of a number in figures."""
    words = lexicon()["digits"]
    total = 0.0
    for piece in text.lower().split("-"):
        total += words[piece.strip()]
    return total


def chunk_value(text: str) -> float:
    """The value of one number with its multiplier: "1,48 million", "a hundred", "nine"."""
    words = lexicon()
    pieces = re.split(r"[\s\u00a0\u202f]+", text.strip().lower())
    factor = 1.0
    last = pieces[-1] if pieces[-1] in words["multipliers"] else pieces[-1].rstrip("s")
    if last in words["multipliers"] and len(pieces) > 1:
        factor = words["multipliers"][last]
        pieces = pieces[:-1]
    head = "".join(pieces) if pieces[0][0].isdigit() else " ".join(pieces)
    if head in ("a", "an"):
        return factor
    if head.startswith("half"):
        return factor / 2
    return number_value(head, factor) * factor


def number_value(text: str, factor: float = 1) -> float:
    """The value of a bare number; a comma is decimal before a multiplier, else it groups thousands."""
    if not text[0].isdigit():
        return spelled_value(text)
    if re.fullmatch(r"\d+,\d{1,2}", text) and factor > 1:
        return float(text.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return float(text.replace(".", ""))
    return float(text.replace(",", ""))


def quantities(text: str) -> Iterator[Quantity]:
    """Every number of the text in order, with its comparator."""
    found = [*numbers(text), *bounded(text, "magnitude"), *bounded(text, "share"), *rough(text)]
    end = -1
    for one in sorted(found, key=lambda item: (item.core, -item.end)):
        if one.core >= end:
            end = one.end
            yield with_comparator(text, one)


def numbers(text: str) -> Iterator[Quantity]:
    """Numbers in figures or words, "two million and 300 thousand" as one."""
    for match in shapes()["number"].finditer(text):
        first = chunk_value(match["first"])
        second = chunk_value(match["second"]) if match["second"] else 0
        if second and not (first >= 1000 and 0 < second < first and " " in match["first"]):
            yield Quantity(match.start(), match.end("first"), match.start(), first, None, None, None, match["first"])
            yield Quantity(match.start("second"), match.end(), match.start("second"), second, None, None, None,
                           match["second"])
            continue
        yield Quantity(match.start(), match.end(), match.start(), first + second, None, None, None, match[0])


def bounded(text: str, shape: str) -> Iterator[Quantity]:
    """Words such as "dozens" with their lower bound, and shares such as "the majority of" with none."""
    sizes = lexicon()["magnitudes"]
    for match in shapes()[shape].finditer(text):
        word = re.sub(r"\s+", " ", match["word"].lower())
        low = float(sizes[word]) if word in sizes else None
        yield Quantity(match.start(), match.end(), match.start(), None, low, None, None, word)


def rough(text: str) -> Iterator[Quantity]:
    """A round number of a translation: "a fifteen of wounded"."""
    for match in shapes()["rough"].finditer(text):
        value = spelled_value(match["first"])
        yield Quantity(match.start(), match.end("first"), match.start(), value, None, None, "about", match[0])


HANDED = re.compile(r"\b(?:hand|turn|giv|sign|took|tak|cross|pass)\w*\s+$", re.IGNORECASE)
"""Verbs before "over" that are one with it: "hand over 17 prisoners" is no lower bound."""


def with_comparator(text: str, one: Quantity) -> Quantity:
    """The quantity with what stands before it: "more than" is a lower bound, "up to" an upper one."""
    window = text[max(0, one.core - 28):one.core]
    match = shapes()["before"].search(window)
    if not match:
        return one
    kind = (match.lastgroup or "").replace("_", " ")
    words = re.sub(r"\s+", " ", match[match.lastgroup or 0].lower())
    start = one.core - len(window) + match.start()
    if words == "over" and HANDED.search(text[max(0, start - 12):start]):
        return one
    low = one.value if kind == "at least" and one.value is not None else one.low
    high = one.value if kind == "at most" else one.high
    return replace(one, start=start, low=low, high=high, comparator=words)
