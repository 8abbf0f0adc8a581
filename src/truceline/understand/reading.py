"""One report being read: its single parse and what each stage has found in it so far.

Token positions are indices into `doc`, the parse of the overlay text; only `evidence` speaks of the kept text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypedDict

from spacy.tokens import Doc, Token

from truceline.knowledge import shipped
from truceline.model import CleanText, Knowledge, Name, Place, Report, Status, Voice, When

NAMING = frozenset({"name", "surname", "acronym", "metonym"})
"""Ways of referring that use a name."""


class Evidence(TypedDict):
    """The arguments of a statement that say where it stands."""

    report: str
    start: int
    end: int
    quote: str
    named: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens start to end (exclusive) that name somebody or something, or refer to one named elsewhere.

    `head` is the syntactic head token. `by` says how the reference was resolved: "name", "surname", "acronym",
    "title", "role noun", "metonym", "pronoun", "collective", or "" where it stays unresolved.
    """

    start: int
    end: int
    head: int
    name: Name
    by: str = "name"


@dataclass(frozen=True, slots=True)
class Dated:
    """Tokens start to end (exclusive) that name a day or an interval."""

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class Placed:
    """Tokens start to end (exclusive) that name a place."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of speech: who says it through whom, by which cue, and the tokens that are said.

    `chain` runs from the speaker to the last medium. `cue` is the token of the reporting verb or preposition, -1 for a
    free quotation. `content` holds token ranges (end exclusive). `manner` is direct, indirect or unmarked. `force` is
    the cue's class in languages/<iso>/reporting.yaml: say, claim, deny, accuse, demand, promise, warn, hope …
    `said` is the day of speaking, `status` what the cue makes of its content (None: nothing). `notes` are a quotation's
    fidelity notes.
    """

    chain: tuple[Voice, ...]
    cue: int
    content: tuple[tuple[int, int], ...]
    manner: str = "indirect"
    force: str = "say"
    said: When | None = None
    status: Status | None = None
    notes: tuple[str, ...] = ()

    def holds(self, token: int) -> bool:
        """Whether the token is part of what is said."""
        return any(start <= token < end for start, end in self.content)


def frames_by_token(frames: tuple[Frame, ...]) -> dict[int, list[Frame]]:
    """Token index to the frames whose content holds it, shortest content first."""
    found: dict[int, list[Frame]] = {}
    for frame in sorted(frames, key=lambda one: sum(end - start for start, end in one.content)):
        for token in {i for start, end in frame.content for i in range(start, end)}:
            found.setdefault(token, []).append(frame)
    return found


@dataclass
class Reading:
    """A report, its clean text, its parse, what is known beforehand, and what the stages found, each filled once."""

    report: Report
    text: CleanText
    doc: Doc
    knowledge: Knowledge = field(default_factory=shipped)
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Dated, ...] = ()
    places: tuple[Placed, ...] = ()
    frames: tuple[Frame, ...] = ()
    indexed: tuple[tuple[Frame, ...], dict[int, list[Frame]]] = field(default_factory=lambda: ((), {}))

    @property
    def published(self) -> date | None:
        """The day that relative dates start from."""
        return self.report.published

    @cached_property
    def date_starts(self) -> frozenset[int]:
        """The tokens at which dates begin; read only once dates are found."""
        return frozenset(dated.start for dated in self.dates)

    @cached_property
    def mention_of(self) -> dict[int, Mention]:
        """Token index to the (innermost, else longest) mention that covers it; read only once mentions are found."""
        return {i: m for m in sorted(self.mentions, key=lambda m: m.start - m.end) for i in range(m.start, m.end)}

    @cached_property
    def mention_headed(self) -> dict[int, Mention]:
        """Head token index to its mention."""
        return {mention.head: mention for mention in self.mentions}

    def frames_over(self, token: int) -> list[Frame]:
        """The frames whose content holds the token, innermost (shortest content) first."""
        if self.indexed[0] is not self.frames:
            self.indexed = (self.frames, frames_by_token(self.frames))
        return [frame for frame in self.indexed[1].get(token, ()) if frame.cue != token]

    def chain(self, token: int) -> tuple[Voice, ...]:
        """The voices from the first speaker of the token's words to the last medium; () for the outlet's own voice."""
        chain: list[Voice] = []
        for frame in self.frames_over(token):
            chain += [voice for voice in frame.chain if voice.who.name not in {seen.who.name for seen in chain}]
        return tuple(chain)

    def evidence(self, start: int, end: int) -> Evidence:
        """The place in the kept text of tokens start to end (exclusive), with the words verbatim."""
        tokens = self.doc[start:end]
        first, last = self.text.span(tokens.start_char, tokens.end_char)
        return Evidence(
            report=self.report.key,
            start=first,
            end=last,
            quote=self.text.original[first:last],
            named=self.named(start, end),
        )

    def named(self, start: int, end: int) -> tuple[Name, ...]:
        """Everybody whom tokens start to end (exclusive) call by a name, each form once."""
        inside = {self.mention_of[i] for i in range(start, end) if i in self.mention_of}
        ordered = sorted((one for one in inside if one.by in NAMING), key=lambda one: (one.start, one.end))
        return tuple(dict.fromkeys(one.name for one in ordered))

    def evidence_over(self, tokens: Iterable[Token]) -> Evidence:
        """The smallest place that covers all the tokens."""
        indices = [token.i for token in tokens]
        return self.evidence(min(indices), max(indices) + 1)
