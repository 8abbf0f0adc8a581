"""The senses of predicates: what a verb, noun or adjective means in press on conflict and peace.

A sense stands in languages/<iso>/acts/*.yaml:

    - sense: break off talks          # a name for people; unique in its file
      verbs: [break off, suspend]     # first word is the verb; the others must hang below it, anywhere
      nouns: [suspension]             # nominalisations; "exchange of fire" has its head first, "air strike" last
      adjectives: [deadlocked]        # after "be", "remain", "become"
      subject: [talks]                # class (things.yaml) that the subject must have
      object: [talks]                 # class that the object must have (the subject of a passive, a noun's of-phrase)
      with: {in|at: [talks]}          # class that the object of one of these prepositions must have
      bars: [talks]                   # class that the object must not have; any: no object at all
      type: SANCTION                  # PLOVER type; the file's where left out; none: no type; skip: only as told
      told: ACCUSE                    # type when a party tells it of another: its words are then an accusation
      mode: discontinue
      issue: talks
      status: failed                  # where the words themselves say so
      kind: act | stance | pledge     # act where left out; position / state go with the last two
      kind: nothing                   # the words only look like another sense: no statement
      takes: clause                   # the complement is what is asked, refused, threatened …: no statement of its own
      actor: [subject, by]            # where the roles stand, where not in the type's usual place; voice: who speaks
      recipient: [object, with]
      voice: own                      # whoever does it is also the one who says so ("denied any part in it")
      form: active | passive | coming # where only that form has this sense; coming: not yet done
      examples: [...]                 # each must be read as this sense: they are the sense's tests
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from truceline.errors import LexiconError
from truceline.model import Issue, Status
from truceline.understand import lexicon

ANY = "any"


@dataclass(frozen=True)
class Sense:
    """One meaning of a set of predicates; see the module's text for the fields."""

    name: str
    file: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    with_: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bars: frozenset[str] = frozenset()
    type: str | None = None
    told: str | None = None
    mode: str | None = None
    issue: Issue | None = None
    status: Status | None = None
    kind: str = "act"
    position: str | None = None
    state: str | None = None
    takes_clause: bool = False
    own_voice: bool = False
    form: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def as_tuple(value: Any) -> tuple[str, ...]:
    """A list of words, or one word, or nothing."""
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def words_of(entry: Mapping[str, Any]) -> list[Any]:
    """Every word of an entry; YAML turns a bare no, on or null into something else."""
    listed = [
        word
        for key in ("verbs", "nouns", "adjectives", "subject", "object", "bars", "actor", "recipient")
        for word in as_tuple(entry.get(key))
    ]
    required = entry.get("with") or {}
    return [*listed, *required, *(word for classes in required.values() for word in as_tuple(classes))]


KEYS = {
    "sense",
    "verbs",
    "nouns",
    "adjectives",
    "subject",
    "object",
    "with",
    "bars",
    "type",
    "told",
    "mode",
    "issue",
    "status",
    "kind",
    "position",
    "state",
    "takes",
    "voice",
    "form",
    "actor",
    "recipient",
    "contexts",
    "examples",
}


def make(entry: Mapping[str, Any], usual_type: str | None, file: str) -> Sense:
    """A sense from its YAML entry. Raises LexiconError, naming file and sense, for an unknown key or value."""
    name = str(entry.get("sense"))
    if unknown := set(entry) - KEYS:
        raise LexiconError(f"{file}: {name}: unknown {', '.join(sorted(unknown))}")
    kind = entry.get("kind", "act")
    if bad := [word for word in words_of(entry) if not isinstance(word, str)]:
        raise LexiconError(f"{file}: {name}: {bad[0]!r} is no word: put quotation marks round it")
    try:
        return Sense(
            name=name,
            file=file,
            verbs=as_tuple(entry.get("verbs")),
            nouns=as_tuple(entry.get("nouns")),
            adjectives=as_tuple(entry.get("adjectives")),
            subject=frozenset(as_tuple(entry.get("subject"))),
            object=frozenset(as_tuple(entry.get("object"))),
            with_={prep: frozenset(as_tuple(classes)) for prep, classes in (entry.get("with") or {}).items()},
            bars=frozenset(as_tuple(entry.get("bars"))),
            type=None if entry.get("type", usual_type) == "none" else entry.get("type", usual_type),
            told=entry.get("told"),
            mode=entry.get("mode"),
            issue=Issue(entry["issue"]) if entry.get("issue") else None,
            status=Status(entry["status"]) if entry.get("status") else None,
            kind=kind,
            position=entry.get("position"),
            state=entry.get("state"),
            takes_clause=entry.get("takes") == "clause",
            own_voice=entry.get("voice") == "own",
            form=entry.get("form"),
            actor=as_tuple(entry.get("actor")),
            recipient=as_tuple(entry.get("recipient")),
            contexts=as_tuple(entry.get("contexts")),
            examples=as_tuple(entry.get("examples")),
        )
    except ValueError as error:
        raise LexiconError(f"{file}: {name}: {error}") from error


@cache
def senses(language: str = "en") -> tuple[Sense, ...]:
    """Every sense of a language, in the order of its files."""
    return tuple(
        make(entry, page.get("type"), file)
        for file in lexicon.names("acts", language)
        for page in [lexicon.load(file, language)]
        for entry in page["senses"]
    )


@dataclass(frozen=True)
class Index:
    """Senses by the lemma of their head word: (the other words that must be there, the sense)."""

    verbs: Mapping[str, list[tuple[tuple[str, ...], Sense]]]
    nouns: Mapping[str, list[tuple[tuple[str, ...], Sense]]]
    adjectives: Mapping[str, list[tuple[tuple[str, ...], Sense]]]


def noun_head(words: list[str]) -> int:
    """Which word of a nominal predicate is its head: the one before a preposition, else the last."""
    return next(
        (i - 1 for i, word in enumerate(words) if i and word in ("of", "for", "on", "to", "in")), len(words) - 1
    )


@cache
def index(language: str = "en") -> Index:
    """The senses of a language, found by head word."""
    verbs, nouns, adjectives = defaultdict(list), defaultdict(list), defaultdict(list)
    for sense in senses(language):
        for predicate in sense.verbs:
            first, *rest = predicate.split()
            verbs[first].append((tuple(rest), sense))
        for predicate in sense.nouns:
            words = predicate.split()
            head = words.pop(noun_head(words))
            nouns[head].append((tuple(words), sense))
        for predicate in sense.adjectives:
            first, *rest = predicate.split()
            adjectives[first].append((tuple(rest), sense))
    return Index(dict(verbs), dict(nouns), dict(adjectives))
