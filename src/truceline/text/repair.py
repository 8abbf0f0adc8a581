"""What transport and translation broke, found in the kept text and mended in the overlay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from truceline.text.scripts import FOREIGN, FOREIGN_RUN, unmixed

PARAGRAPH = 2000  # characters looked back for the quotation mark that a sentence's last one closes
TOKEN = 40  # characters looked at on either side to tell a web address from two sentences
ADDRESS = ("://", "www.", "@", ".com", ".org", ".net", ".info", ".gov", ".edu", ".htm", ".php")
UNSEEN = ("\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
          "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff")
ODD_BLANK = "\\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BLANK = " " + ODD_BLANK
LOWER = "a-zß-öø-ÿ"
UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"


@dataclass(frozen=True, slots=True)
class Edit:
    """Original characters start to end (exclusive) are read as `words`; of the same number, one stands for one."""

    start: int
    end: int
    words: str
    kind: str


Mender = Callable[[re.Match[str]], Iterable[Edit]]


def edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """The repairs that a passage needs, in order and without overlap."""
    while suspect := SUSPECT.search(text, start, end):
        match = DAMAGED.match(text, suspect.start(), end)
        if match:
            yield from MENDERS[match.lastgroup or ""](match)
        start = max(suspect.end(), match.end() if match else 0)


def _edit(kind: str, words: str) -> Mender:
    return lambda match: [Edit(match.start(), match.end(), words, kind)]


def _glued(match: re.Match[str]) -> list[Edit]:
    """A space behind a full stop, unless the stop is part of an address."""
    text, at = match.string, match.end()
    around = (text[max(0, at - TOKEN):at].rsplit(None, 1)[-1] + text[at:at + TOKEN].split(None, 1)[0]).lower()
    return [] if any(mark in around for mark in ADDRESS) else [Edit(at, at, " ", "missing space")]


def _quote(match: re.Match[str]) -> list[Edit]:
    """A space at a straight quotation mark between two sentences: behind a closing one, before an opening one."""
    nearest = max(0, match.start() - PARAGRAPH)
    paragraph = match.string.rfind("\n", nearest, match.start()) + 1
    opened = match.string.count('"', max(paragraph, nearest), match.start()) % 2
    at = match.end() if opened else match.end() - 1
    return [Edit(at, at, " ", "missing space")]


def _entity(match: re.Match[str]) -> list[Edit]:
    meant = unescape(match[0])
    return [Edit(match.start(), match.end(), meant, "entity")] if len(meant) == 1 else []


def _recoded(match: re.Match[str]) -> list[Edit]:
    """One character whose UTF-8 bytes were read as Western European."""
    try:
        meant = match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return []
    return [Edit(match.start(), match.end(), meant, "wrong encoding")] if len(meant) == 1 else []


def _foreign(match: re.Match[str]) -> list[Edit]:
    """Foreign letters that cannot belong to their word; the blank behind a word that goes altogether goes with it."""
    text, start, end = match.string, match.start(), match.end()
    words = unmixed(text, start, end)
    if words == match[0]:
        return []
    alone = not words and text[end:end + 1] == " " and not text[max(0, start - 1):start].strip()
    return [Edit(start, end + alone, words, "mixed script")]


# name: (what is damaged, how it is mended). A pattern looks at a few characters only: reports may be one long line.
DAMAGES: dict[str, tuple[str, Mender]] = {
    "unseen": (f"[{UNSEEN}]+", _edit("invisible character", "")),
    "entity": (r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});", _entity),
    "recoded": (r"â[€‚][\u0080-\u2122]|[ÃÂ][\u0080-\u00bf\u0152-\u2122]", _recoded),
    "lost": (r"(?<=\w)\ufffd(?=\w)", _edit("lost character", "’")),
    "possessive": (rf"(?<=[{LOWER}])[ ](?=['’‘]s\b)|(?<=s)[ ](?=['’‘] [{LOWER}])", _edit("extra space", "")),
    "stranded": (rf"(?<=[{LOWER}0-9\"”’)])[{BLANK}]+(?=[,.;!?](?:[{BLANK}\n]|$))", _edit("extra space", "")),
    "spaces": (rf"[{BLANK}]{{2,}}|[{ODD_BLANK}]", _edit("extra space", " ")),
    "dots": (r"(?<![.\s])\.\.(?!\.)", _edit("doubled full stop", ".")),
    "straight": (rf"(?<=[{LOWER}0-9])[.!?]\"(?=[{UPPER}])", _quote),
    "glued": (rf"(?:(?<=[{LOWER}]{{2}})[.!?][”’»)\]]?(?=[“‘«(\[]?[{UPPER}])"
              rf"|(?:(?<=[0-9]{{2}}|[{UPPER}]{{2}}|[{LOWER}0-9][\"”’»)\]])[.!?]|(?<=[{UPPER}]\.[{UPPER}])\.)[”’»)\]]?"
              rf"(?=[“‘«(\[]?[{UPPER}][{LOWER}’' ]))", _glued),
    "clause": (rf"(?<=[{LOWER}]{{2}})(?::(?=[“\"]?[{UPPER}][{LOWER}])|[,;](?=[A-Za-z]{{2}}))", _glued),
    "foreign": (FOREIGN_RUN, _foreign),
}
MENDERS = {name: mender for name, (_, mender) in DAMAGES.items()}
DAMAGED = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in DAMAGES.items()))
# Where a damage can begin, told from one or two characters: the search for it is what a long report waits for.
SUSPECT = re.compile(
    rf"\.{{3,}}|[ ](?=[{BLANK},.;!?'’‘])|[.!?](?=[.\"“‘«(\[”’»)\]{UPPER}])|[:,;](?=[“\"A-Za-z])"
    rf"|[{UNSEEN}{ODD_BLANK}{FOREIGN}&âÃÂ\ufffd]"
)
