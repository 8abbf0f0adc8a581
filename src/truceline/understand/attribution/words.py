"""The reporting words of a language, read from languages/<iso>/reporting.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from truceline.model import Status
from truceline.understand.lexicon import load


@dataclass(frozen=True, slots=True)
class Cue:
    """One sense of a reporting verb. `takes`, `only` and `medium` say where it reports; see the lexicon's head."""

    verb: str
    rest: tuple[str, ...]
    force: str
    takes: frozenset[str]
    status: Status | None = None
    only: frozenset[str] = frozenset()
    medium: bool = False


@dataclass(frozen=True)
class Words:
    """Cues by the lemma of their verb, longest first; phrases before a source; word classes by name."""

    cues: dict[str, tuple[Cue, ...]]
    sources: tuple[tuple[str, ...], ...]
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    platform_verbs: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> frozenset[str]:
        """The words of a class, in lower case."""
        return self.classes[name]


@cache
def words(language: str = "en") -> Words:
    """The reporting words of a language. Raises LexiconError where they cannot be read."""
    data = load("reporting", language)
    cues: dict[str, list[Cue]] = {}
    for group in data["cues"]:
        for phrase, sense in group["verbs"].items():
            cue = read_cue(phrase, sense if isinstance(sense, dict) else {}, group)
            cues.setdefault(cue.verb, []).append(cue)
    ordered = {verb: tuple(sorted(senses, key=lambda cue: -len(cue.rest))) for verb, senses in cues.items()}
    sources = sorted((tuple(phrase.split()) for phrase in data["sources"]), key=len, reverse=True)
    classes = {name: frozenset(value.split()) for name, value in data.items() if isinstance(value, str)}
    return Words(ordered, tuple(sources), classes, data["platform_verbs"])


def read_cue(phrase: str, sense: dict[str, Any], group: dict[str, Any]) -> Cue:
    """One sense as the lexicon gives it, with what it inherits from its group."""
    verb, *rest = phrase.split()
    status = sense.get("status", group.get("status"))
    return Cue(
        verb=verb,
        rest=tuple(rest),
        force=group["force"],
        takes=frozenset(sense.get("takes", group["takes"])),
        status=Status(status) if status else None,
        only=frozenset(sense.get("only", "").split()),
        medium=sense.get("by") == "medium",
    )
