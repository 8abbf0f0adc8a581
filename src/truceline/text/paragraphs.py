"""The paragraphs of a kept text, whichever way its lines were laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
INK = re.compile(r"[^\s\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
BULLET = re.compile(r"(?:[•‣▪●◦■►·*–—-]|\d{1,2}[.)]|\([a-z0-9]\))\s+(?=\S)")
FULL_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")

# Mail and wire copy is wrapped between 50 and 100 columns; a longer line is a paragraph of its own.
NARROWEST, WIDEST = 50, 100


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the spans of its lines, without the white space around them; `text` is their words in one line."""

    lines: tuple[Span, ...]
    text: str

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.lines[-1][1]


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: blank lines part them, and so do line ends where lines are not hard-wrapped."""
    blocks = list(_blocks(text))
    width = _wrap_width(text, blocks)
    found = []
    for block in blocks:
        for lines in _parted(text, block, width):
            found.append(Paragraph(tuple(lines), " ".join(text[start:end] for start, end in lines)))
    return found


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines that have words on them."""
    lines = ((match, _inked(match)) for match in LINE.finditer(text))
    block: list[Span] = []
    last = 0
    for match, span in lines:
        blank_before = _line_ends(text, last, match.start()) > 1
        if block and (blank_before or span is None):
            yield block
            block = []
        if span is not None:
            block.append(span)
        last = match.end()
    if block:
        yield block


def _inked(line: re.Match[str]) -> Span | None:
    """The part of a line between its first and last visible character."""
    words = line[0]
    first = INK.search(words)
    if first is None:
        return None
    end = len(words.rstrip())
    while not INK.match(words, end - 1):
        end -= 1
    return line.start() + first.start(), line.start() + end


def _line_ends(text: str, start: int, end: int) -> int:
    between = text[start:end]
    return len(between) - between.count("\r\n")


def _wrap_width(text: str, blocks: Sequence[Sequence[Span]]) -> int:
    """The column at which the lines were wrapped, 0 where they were not."""
    inner = [span for block in blocks for span in block[:-1] if not BULLET.match(text, *span)]
    lengths = sorted(end - start for start, end in inner)
    if len(lengths) < 2 or not NARROWEST <= lengths[len(lengths) // 2] <= WIDEST:
        return 0
    broken = sum(1 for start, end in inner if not FULL_STOP.search(text[max(start, end - 5):end]))
    fitting = [length for length in lengths if length <= WIDEST]
    return fitting[-1] if broken * 2 >= len(inner) and len(fitting) * 10 >= len(lengths) * 9 else 0


def _parted(text: str, block: Sequence[Span], width: int) -> Iterator[list[Span]]:
    """The lines of a block, put together where one runs on into the next."""
    group = [block[0]]
    for line in block[1:]:
        if _runs_on(text, group[-1], line, width):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _runs_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line was broken by a wrap: it ends inside a sentence, or the next word would not have fitted."""
    if BULLET.match(text, *following):
        return False
    unfinished = not FULL_STOP.search(text[max(line[0], line[1] - 5):line[1]])
    if unfinished and text[following[0]].islower() and line[1] - line[0] >= NARROWEST // 2:
        return True
    if not width or (_indented(text, following) and not _indented(text, line)):
        return False
    word = text[following[0]:following[0] + width].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width


def _indented(text: str, line: Span) -> bool:
    """Whether a line begins with the white space that marks a new paragraph."""
    before = text[max(0, line[0] - 2):line[0]]
    return bool(before) and not before.strip(" \t")
