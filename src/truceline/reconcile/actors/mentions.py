"""Who the reports name: every name in the statements, gathered by report, and which of them can be an actor at all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truceline.model import (
    Act,
    Figure,
    Name,
    NameKind,
    Pledge,
    Quote,
    Role,
    Stance,
    Statement,
    Voice,
    VoiceClass,
)
from truceline.reconcile.actors.fold import key, tokens
from truceline.reconcile.actors.form import concept
from truceline.reconcile.actors.knowledge import words
from truceline.reconcile.actors.likeness import likeness

NO_ACTORS = frozenset({NameKind.MEDIA, NameKind.DOCUMENT})
_ATTRIBUTE = re.compile(r"^\S+-(?:brokered|backed|led|mediated|sponsored|based|held|controlled|run|allied)$")
NO_VOICES = frozenset({VoiceClass.AGENCY, VoiceClass.OUTLET, VoiceClass.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Bearer:
    """One name of one report: the words that it is called by, most used first, and how often it is named."""

    report: str
    name: str
    kind: NameKind
    words: tuple[str, ...]
    uses: int


def gather(statements: Iterable[Statement]) -> tuple[Bearer, ...]:
    """The bearers of names in all statements by report and name; media, documents, unnamed voices left out."""
    called: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    kinds: defaultdict[tuple[str, str], Counter[NameKind]] = defaultdict(Counter)
    for statement in statements:
        for name in names_in(statement):
            if name.kind not in NO_ACTORS and name.name.strip():
                called[statement.report, name.name][name.words] += 1
                kinds[statement.report, name.name][name.kind] += 1
    return tuple(
        Bearer(report, name, _vote(kinds[report, name]), _ranked(counts), counts.total())
        for (report, name), counts in sorted(called.items())
    )


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda words: (-counts[words], words)))


def _vote(kinds: Counter[NameKind]) -> NameKind:
    """The most frequent kind; "other" only where nothing else was said."""
    return min(kinds, key=lambda kind: (kind is NameKind.OTHER, -kinds[kind], kind))


def names_in(statement: Statement) -> Iterator[Name]:
    """Every name of a statement that may be an actor's."""
    yield from (name for name in statement.named if name.kind is not NameKind.PLACE)
    yield from (voice.who for voice in statement.chain if _speaks(voice))
    match statement:
        case Act():
            yield from (*statement.actors, *statement.recipients, *statement.mediators)
        case Stance(holder=Name() as holder):
            yield holder
        case Pledge():
            yield from (*statement.by, *statement.to)
        case Figure(counted_by=Name() as counter):
            yield counter
        case Role():
            yield from (name for name in (statement.person, statement.organisation) if name)
        case Quote(speaker=Voice() as voice) if _speaks(voice):
            yield voice.who


def _speaks(voice: Voice) -> bool:
    """Whether the voice is somebody: an unnamed one is, only where it is a party ("the rebels")."""
    if voice.cls is VoiceClass.UNNAMED:
        return is_party(voice.who.name)
    return voice.cls not in NO_VOICES


def is_party(text: str) -> bool:
    """Whether a name without proper words denotes a party: a government, an army, an opposition."""
    phrase = " ".join(token for token in tokens(text) if token not in ("of", "the"))
    return phrase in words().government - words().nobodies or phrase in words().army - words().nobodies \
        or phrase in words().opposition


def proper(text: str) -> bool:
    """Whether the text has a capitalised word that is more than a title or a role."""
    return any(
        part[:1].isupper() or not part.isascii()
        for part in re.findall(r"[^\W_][\w'’]*", text)
        if not set(tokens(part)) & (words().honorifics | words().pronouns | words().articles)
        and tokens(part) and not set(tokens(part)) <= words().nobodies
    )


def is_actor(bearer: Bearer) -> bool:
    """Whether the bearer can be an actor: named by a proper word, a party, or a body with a function of its own."""
    acronym = bearer.name.replace(".", "").isupper()  # "US" is no pronoun
    found = [token for token in tokens(bearer.name) if token not in words().particles]
    if not found or len(found) > 12 or (set(found) <= words().pronouns and not acronym):
        return False
    if len(found) == 1 and bearer.kind in (NameKind.PERSON, NameKind.OTHER) and concept(found[0]) in words().concepts:
        return False
    if {"government", "opposition"} <= set(found):  # two parties in one breath are no actor
        return False
    if _ATTRIBUTE.search(bearer.name) or (is_description(bearer.name) and not acronym):
        return False
    if acronym or proper(bearer.name) or is_party(bearer.name):
        return True
    kinds = (NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY)
    functions = words().types | words().organs | words().fillers
    if bearer.kind in kinds and any(
        part[:1].isupper() and concept(key(part)) in functions for part in re.findall(r"[^\W_][\w'’]*", bearer.name)
    ):
        return True
    function = [token for token in found if token not in words().nobodies | words().honorifics]
    return bearer.kind in kinds and bool(function) and any(
        concept(token) in words().types | words().organs for token in found
    )


def is_description(text: str) -> bool:
    """Whether the text tells of somebody without naming anybody ("two people", "a commander of the Front")."""
    if is_party(text):
        return False
    first = re.match(r"\W*([\w'’-]+)", text)
    said = [token for token in tokens(text) if token not in words().articles]
    if first and first[1].lower() in words().quantifiers:
        return True
    parties = words().government | words().army | words().opposition
    opens = len(said) > 1 and said[0] in words().nobodies - parties and concept(said[0]) not in words().concepts
    return opens and not proper(" ".join(text.split()[:2]))


def is_name_of(called: str, name: str, kind: NameKind) -> bool:
    """Whether the words name the bearer, and do not only refer to it ("he", "the minister", "the UN envoy")."""
    if called == name:
        return True
    said = [token for token in tokens(called) if token not in words().particles]
    if not said or set(said) <= words().pronouns | words().honorifics:
        return False
    if kind is not NameKind.PERSON and proper(called) and not is_description(called):
        return True
    full = [token for token in tokens(name) if token not in words().particles]
    shared = any(likeness(one, other) >= 0.72 or concept(one) == concept(other) for one in said for other in full
                 if one not in words().honorifics)
    return shared if proper(called) else shared and len(said) > 1 or is_party(called)

