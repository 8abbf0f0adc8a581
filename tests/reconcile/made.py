"""Invented reports and statements, made short: the words of each statement stand in its report."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from truceline.model import (
    Act,
    Figure,
    Issue,
    Name,
    NameKind,
    Place,
    Pledge,
    Quote,
    Report,
    Role,
    Stance,
    Statement,
    Status,
    Voice,
    VoiceClass,
    When,
)

S = TypeVar("S", bound=Statement)


def report(key: str, text: str, day: str = "2031-05-02", outlet: str | None = None, title: str | None = None) -> Report:
    return Report(key=key, text=text, published=date.fromisoformat(day), outlet=outlet or f"The {key}", title=title)


def name(text: str, kind: NameKind = NameKind.OTHER) -> Name:
    return Name(text, text, kind)


def names(*texts: str) -> tuple[Name, ...]:
    return tuple(name(text) for text in texts)


def when(start: str, end: str | None = None, text: str = "then") -> When:
    return When(date.fromisoformat(start), date.fromisoformat(end or start), text)


def chain(*voices: str | Voice) -> tuple[Voice, ...]:
    return tuple(voice if isinstance(voice, Voice) else Voice(name(voice)) for voice in voices)


def medium(text: str) -> Voice:
    return Voice(name(text, NameKind.MEDIA), VoiceClass.OUTLET)


def made(kind: type[S], of: Report, quote: str, **slots: Any) -> S:
    """A statement whose evidence is the first place of a quotation in its report."""
    start = of.text.index(quote)
    return kind(report=of.key, start=start, end=start + len(quote), quote=quote, extractor="test", **slots)


def at(*places: str) -> tuple[Place, ...]:
    return tuple(Place(place) for place in places)


__all__ = ["Act", "Figure", "Issue", "Pledge", "Quote", "Role", "Stance", "Status", "at", "chain", "made", "medium",
           "name", "names", "report", "when"]
