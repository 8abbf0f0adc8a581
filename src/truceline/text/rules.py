"""The furniture rules: furniture.yaml, made ready to be asked about a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from truceline.errors import LexiconError
from truceline.model import Zone

# Rules look no further into a paragraph than this many characters: what is longer is no furniture.
LOOK = 600
KEYS = {"reason", "zone", "whole", "begins", "contains", "longest", "takes"}
TAKES = ("", "next", "list", "rest")

WILDCARD = r".{1,60}?"
FIRST = re.compile(r"\w+|\S")
FOLDS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Rule:
    """What a matching paragraph is, and what it `takes` with it: the "next" line, a "list", the "rest", or nothing."""

    reason: str
    zone: Zone
    longest: int = 40
    takes: str = ""


@dataclass(frozen=True)
class Rules:
    """All rules: whole phrases, beginnings by their first word, and phrases that may stand anywhere."""

    whole: dict[str, Rule]
    begins: dict[str, list[tuple[re.Pattern[str], Rule]]]
    contains: list[tuple[str, re.Pattern[str], Rule]]

    def match(self, text: str) -> Rule | None:
        """The first rule that a paragraph meets."""
        folded = fold(text)
        words = len(folded.split()) if len(text) <= LOOK else LOOK
        bare = folded.strip(" .:;>[]()*#|-•·=_")
        if bare in self.whole:
            return self.whole[bare]
        return self._begun(folded, words) or self._begun(folded.lstrip(" >*#|-•·"), words) or self._held(folded, words)

    def _begun(self, folded: str, words: int) -> Rule | None:
        first = FIRST.search(folded)
        candidates = self.begins.get(first[0], []) if first else []
        return next((rule for phrase, rule in candidates if words <= rule.longest and phrase.match(folded)), None)

    def _held(self, folded: str, words: int) -> Rule | None:
        for start, phrase, rule in self.contains:
            if start in folded and words <= rule.longest and phrase.search(folded):
                return rule
        return None


def fold(text: str) -> str:
    """The first part of a text in the form that phrases are compared in."""
    return " ".join(text[:LOOK].translate(FOLDS).lower().split())


@cache
def rules() -> Rules:
    """The rules of furniture.yaml. Raises `LexiconError` where an entry does not have the shape described there."""
    found = Rules({}, defaultdict(list), [])
    for number, entry in enumerate(yaml.safe_load(files(__package__).joinpath("furniture.yaml").read_text("utf-8")), 1):
        _add(found, _checked(entry, number))
    return found


def _checked(entry: object, number: int) -> dict[str, object]:
    problem = None
    if not isinstance(entry, dict) or not entry.get("reason"):
        problem = "no reason"
    elif set(entry) - KEYS:
        problem = f"unknown key {min(set(entry) - KEYS)}"
    elif entry.get("takes", "") not in TAKES:
        problem = f"takes must be one of {', '.join(TAKES[1:])}"
    elif not all(isinstance(phrase, str) for key in ("whole", "begins", "contains") for phrase in entry.get(key, ())):
        problem = "a phrase is not text"
    if problem or not isinstance(entry, dict):
        raise LexiconError(f"furniture.yaml, rule {number}: {problem}")
    return entry


def _add(found: Rules, entry: dict[str, object]) -> None:
    rule = Rule(
        str(entry["reason"]), Zone(str(entry.get("zone", "furniture"))), int(str(entry.get("longest", 40))),
        str(entry.get("takes", "")),
    )
    for phrase in _phrases(entry, "whole"):
        found.whole.setdefault(phrase.strip(" .:;>[]()*#|-•·=_"), rule)
    for phrase in _phrases(entry, "begins"):
        first = FIRST.search(phrase)
        found.begins[first[0] if first else ""].append((re.compile(_pattern(phrase)), rule))
    for phrase in _phrases(entry, "contains"):
        found.contains.append((phrase.split("*")[0], re.compile(r"(?<!\w)" + _pattern(phrase)), rule))


def _phrases(entry: dict[str, object], key: str) -> list[str]:
    phrases = entry.get(key, [])
    return [fold(phrase) for phrase in phrases] if isinstance(phrases, list) else []


def _pattern(phrase: str) -> str:
    """A phrase as a regular expression; it must not end inside a word."""
    body = WILDCARD.join(re.escape(part) for part in phrase.split("*"))
    return body + (r"(?!\w)" if re.search(r"\w$", phrase) else "")
