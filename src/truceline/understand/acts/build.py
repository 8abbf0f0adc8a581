"""A matched predicate turned into a statement: act, stance or pledge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from truceline.model import Act, Name, NameKind, Pledge, Stance, Statement, Status, Voice, VoiceClass
from truceline.understand import clauses, places, when
from truceline.understand.acts import participants, setting, status
from truceline.understand.acts.conditions import condition, is_exclusive
from truceline.understand.acts.due import LAST_DAYS
from truceline.understand.acts.hearsay import is_partisan
from truceline.understand.acts.match import Match, is_told
from truceline.understand.acts.match import match as matching
from truceline.understand.acts.negation import negations
from truceline.understand.dates.find import reach
from truceline.understand.reading import Reading

EXTRACTOR, VERSION = "acts", "1"
KEEPABLE = frozenset({"AID", "RETREAT", "COOPERATE", "MOBILIZE", "CONCEDE"})
"""Types whose announced doing by oneself is a promise rather than a plan, if it has a day or a condition."""
VOWS = frozenset({"vow", "swear", "promise", "pledge"})
NOBODY = frozenset("who those one oneself anyone everyone we they he she it i you which that".split())
"""Words for nobody in particular, where a position needs somebody."""
HARM = frozenset({"ASSAULT", "SANCTION", "COERCE", "REJECT", "MOBILIZE", "PROTEST", "THREATEN"})


def statements(reading: Reading, match: Match) -> Iterator[Statement]:
    """What a predicate states."""
    if match.sense.kind == "nothing":
        return
    found, cues = status.read(reading, match)
    for words in evidence(match):
        yield from statements_on(reading, match, shared(reading, match, words) | {"cues": cues}, found)


def statements_on(reading: Reading, match: Match, common: dict[str, Any], found: Status) -> Iterator[Statement]:
    """What a predicate states on one stretch of evidence."""
    kind = match.sense.kind
    if kind == "pledge" and is_vow_of_harm(reading, match, found):
        yield threat(reading, match, common)
    elif kind == "pledge":
        made = pledge(reading, match, common)
        if made.by or match.token.pos_ != "NOUN":  # "their vows" of nobody are no promise
            yield made
    elif kind == "stance":
        yield from stances(reading, match, common, position(match, found))
    elif is_promise(reading, match, found):
        yield pledge(reading, match, common)
    elif found is Status.CONDITIONAL or (found is Status.DENIED and condition(match.token) is not None):
        yield conditional(reading, match, common)
    else:
        yield act(reading, match, common, found)


def shared(reading: Reading, match: Match, words: list[Token]) -> dict[str, Any]:
    """What every statement of the predicate has."""
    token = match.token
    return {
        **reading.evidence_over(words),
        "chain": chain(reading, match),
        "issue": setting.issue(match, words),
        "when": setting.time(reading, match),
        "where": places.places_of(reading, token),
        "extractor": EXTRACTOR,
        "version": VERSION,
    }


def evidence(match: Match) -> Iterator[list[Token]]:
    """The words that a statement rests on: the predicate's clause, with its complement where it takes one.

    What is promised or asked in several clauses is as many statements: "to hold elections *and to free* all prisoners".
    """
    words = clauses.clause_tokens(copula(match.token))
    if not match.sense.takes_clause:
        yield words
        return
    taken = [child for child in match.token.children if child.dep_ in ("ccomp", "xcomp") and child.i > match.token.i]
    yield [*words, *(token for child in taken for token in clauses.clause_tokens(child))]
    if match.sense.kind == "pledge" or match.sense.type == "REQUEST":
        for child in taken:
            yield from (
                clauses.clause_tokens(more) for more in child.children if more.dep_ == "conj" and more.pos_ == "VERB"
            )


def copula(token: Token) -> Token:
    """The verb that carries an adjective ("*is* ready for talks"), else the predicate itself."""
    return token.head if token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd") else token


def chain(reading: Reading, match: Match) -> tuple[Voice, ...]:
    """The voices over the predicate."""
    chain = reading.chain(match.token.i)
    if match.sense.own_voice:
        who = participants.actors(reading, match)[:1]
        return (*(Voice(name, VoiceClass.NAMED) for name in who), *chain)
    return chain


def act(reading: Reading, match: Match, common: dict[str, Any], found: Status) -> Act:
    """An act with its participants; an attack that one side tells of the other is claimed."""
    who = participants.actors(reading, match)
    sense = match.sense
    if found is not Status.DENIED and (sense.told and is_told(reading, match.token) or is_complaint(reading, match)):
        return accusation(common, who)
    if found in (Status.PLANNED, Status.CONDITIONAL) and is_warning(reading, match.token):
        return threat(reading, match, common)
    if sense.type == "ASSAULT" and common["chain"] and found in (Status.PLANNED, Status.CONDITIONAL):
        return threat(reading, match, common, "violence")
    if sense.type in ("ASSAULT", "COERCE") and found is Status.OCCURRED and is_partisan(reading, match.token):
        found = Status.CLAIMED
    if found is Status.OCCURRED and sense.type == "REQUEST":
        found = Status.DEMANDED
    if found is Status.OCCURRED and sense.type == "THREATEN":
        found = Status.THREATENED
    return Act(
        **common,
        status=found,
        type=sense.type,
        mode=sense.mode,
        contexts=sense.contexts,
        actors=who,
        recipients=participants.recipients(reading, match),
        mediators=participants.mediators(reading, match),
    )


def threat(reading: Reading, match: Match, common: dict[str, Any], mode: str | None = None) -> Act:
    """Harm that is announced: a threat by whoever would do it."""
    return Act(
        **common,
        status=Status.THREATENED,
        type="THREATEN",
        mode=mode,
        actors=participants.actors(reading, match),
        recipients=participants.recipients(reading, match),
    )


def is_complaint(reading: Reading, match: Match) -> bool:
    """Whether a hostile act stands in the words of an accusation: "complain that troops were moved"."""
    frames = reading.frames_over(match.token.i)
    return (
        bool(frames)
        and match.sense.status is None
        and frames[0].force == "accuse"
        and match.sense.type in HARM
        and bool(frames[0].chain)
    )


def is_warning(reading: Reading, token: Token) -> bool:
    """Whether the words are a warning or a threat of the one who speaks."""
    return any(frame.force in ("warn", "threaten") for frame in reading.frames_over(token.i))


def accusation(common: dict[str, Any], who: tuple[Name, ...]) -> Act:
    """What a party tells of another's breach or neglect: an accusation by whoever speaks of whoever does it."""
    return Act(**common | {"cues": ()}, type="ACCUSE", mode="allege", actors=(common["chain"][0].who,), recipients=who)


def is_promise(reading: Reading, match: Match, found: Status) -> bool:
    """Whether a planned act is a promise: somebody's own doing, for the good of others, with a day to be held to."""
    if (
        found is not Status.PLANNED
        or match.sense.type in HARM - KEEPABLE | {"CONSULT"}
        or match.sense.mode == "ceasefire"
    ):
        return False
    if not has_maker(reading, match) or status.is_ordered(match.token):
        return False
    if match.sense.type in ("COOPERATE", "AID"):
        return True
    due = when.deadline_of(reading, match.token)
    if due is not None and reach(due.text) in LAST_DAYS:
        return True
    return match.sense.type in KEEPABLE and (due is not None or when.date_of(reading, match.token) is not None)


def is_vow_of_harm(reading: Reading, vow: Match, found: Status) -> bool:
    """Whether what is promised is harm: "swore to burn every well". What others order or guarantee is none."""
    if vow.sense.state != "pending" or vow.token.lemma_.lower() not in VOWS or found in (Status.DENIED, Status.FAILED):
        return False
    promised = (child for child in vow.token.children if child.dep_ in ("ccomp", "xcomp"))
    inner = (matching(reading, child) for child in promised)
    return any(one is not None and one.sense.type in ("ASSAULT", "COERCE") for one in inner)


def has_maker(reading: Reading, match: Match) -> bool:
    """Whether anybody is named who could be held to what is to come."""
    return bool(participants.actors(reading, match) or reading.chain(match.token.i))


def pledge(reading: Reading, match: Match, common: dict[str, Any]) -> Pledge:
    """A promise, with its maker, day and condition."""
    limit = condition(match.token)
    by = participants.actors(reading, match) or tuple(voice.who for voice in common["chain"][:1])
    promised = [
        match.token,
        *(child for child in match.token.children if child.dep_ in ("ccomp", "xcomp", "acl", "pcomp")),
    ]
    return Pledge(
        **common,
        by=by,
        to=participants.recipients(reading, match),
        content=common["quote"].removeprefix("that "),
        due=next((due for token in promised if (due := when.deadline_of(reading, token))), None),
        condition=None if limit is None else setting.subtree_text(limit),
        state=match.sense.state or "pending",
    )


def position(match: Match, found: Status) -> str:
    """The sense's position, turned round where it is negated: "is not ready for" rejects."""
    own = match.sense.position or "asserts"
    if own == "accepts" and condition(match.token) is not None:
        return "conditional"
    return (
        {"accepts": "rejects", "rejects": "accepts"}.get(own, own) if found in (Status.DENIED, Status.FAILED) else own
    )


def stances(reading: Reading, match: Match, common: dict[str, Any], position: str) -> Iterator[Stance]:
    """A position of whoever acts or speaks; none where that is nobody in particular ("whoever wants war")."""
    who = holder(reading, match, common)
    if who is not None and who.name.lower() not in NOBODY:
        yield Stance(**common, holder=who, position=position)


def holder(reading: Reading, match: Match, common: dict[str, Any]) -> Name | None:
    """Whose position it is: who does it, else who speaks."""
    who = () if match.sense.actor == ("voice",) else participants.actors(reading, match.under or match)
    if who:
        return who[0]
    return next((voice.who for voice in common["chain"] if voice.who.kind is not NameKind.MEDIA), None)


def conditional(reading: Reading, match: Match, common: dict[str, Any]) -> Statement:
    """What will be done only if: harm is a threat, the rest a condition set by whoever would do it."""
    harm = HARM if common["chain"] else HARM - {"MOBILIZE"}
    if match.sense.type in harm and not negations(match.token):
        return threat(reading, match, common)
    who, limit = participants.actors(reading, match), condition(match.token)
    if who and limit is not None and is_exclusive(match.token, limit):
        return Stance(**common, status=Status.CONDITIONAL, holder=who[0], position="conditional")
    return act(reading, match, common, Status.CONDITIONAL)
