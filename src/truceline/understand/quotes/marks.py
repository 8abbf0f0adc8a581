"""Where quotation marks open and close, in one pass over the text.

A straight mark opens after white space or an opening bracket and closes elsewhere. An apostrophe is no mark. A stretch
that its paragraph leaves open ends with the paragraph; if the next paragraph opens with the same mark again, the
speaker goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CLOSERS = {"“": "”", "”": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "‘": "’", "'": "'", "``": "''", "「": "」"}
DOUBLE = '“”„«»"'
SINGLE = "‘’'"
OPENING_SPACE = " \t\n\r\u00a0([{—–-:/…"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters start to end (exclusive) between two marks; `closed` is False where the second is missing.

    `depth` counts the stretches around it.
    """

    start: int
    end: int
    mark: str
    closed: bool = True
    depth: int = 0


def stretches(text: str) -> list[Stretch]:
    """The stretches between quotation marks, in text order. Linear in the text's length."""
    found: list[Stretch] = []
    for start, end in paragraphs(text):
        found += in_paragraph(text, start, end)
    return sorted(found, key=lambda stretch: (stretch.start, -stretch.end))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs, which line ends part."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def in_paragraph(text: str, start: int, end: int) -> list[Stretch]:
    """The stretches of one paragraph. A mark inside an open stretch of another kind opens a nested one.

    At most three levels are open at once, so that hostile text costs no more than honest text.
    """
    found: list[Stretch] = []
    stack: list[tuple[str, int]] = []
    for i in range(start, end):
        char = text[i]
        if char not in DOUBLE and char not in SINGLE:
            continue
        level = closed_level(stack, text, i)
        if level is not None:
            mark, at = stack[level]
            found.append(Stretch(at, i, mark, True, level))
            del stack[level:]
        elif opens(text, i, start) and len(stack) < 3 and char not in (mark for mark, _ in stack):
            stack.append((char, i + 1))
    if stack and stack[0][0] in DOUBLE:
        mark, at = stack[0]
        while end > at and text[end - 1].isspace():
            end -= 1
        found.append(Stretch(at, end, mark, False, 0))
    return [stretch for stretch in found if stretch.end > stretch.start]


def closed_level(stack: list[tuple[str, int]], text: str, i: int) -> int | None:
    """The level of the open stretch that the mark at i closes; None if it closes none."""
    char = text[i]
    for level in range(len(stack) - 1, -1, -1):
        mark, at = stack[level]
        if char in CLOSERS[mark] and i > at and not (char in "'’" and is_apostrophe(text, i)):
            if char == mark and opens(text, i, 0) and not ends_word(text, i):
                return None
            return level
    return None


def is_apostrophe(text: str, i: int) -> bool:
    """Whether the mark stands between two letters."""
    return 0 < i < len(text) - 1 and text[i - 1].isalnum() and text[i + 1].isalnum()


def ends_word(text: str, i: int) -> bool:
    """Whether the mark is followed by white space, punctuation or nothing."""
    return i + 1 >= len(text) or not text[i + 1].isalnum()


def opens(text: str, i: int, start: int) -> bool:
    """Whether the mark at i may open a stretch."""
    char = text[i]
    if char in "’»›":
        return False
    if char in "“„«‹":
        return True
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    return before in OPENING_SPACE + DOUBLE and not after.isspace()
