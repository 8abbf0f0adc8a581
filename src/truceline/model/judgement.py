"""The same, different, or unsure: what reconciliation decides about two names, statements or reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One named ground of a judgement and its weight; positive speaks for the same, negative for different."""

    name: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two things compared. `by` is a rule's name, or "person:NAME", which outranks every rule."""

    about: str
    left: str
    right: str
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    by: str = ""
    at: datetime | None = None
