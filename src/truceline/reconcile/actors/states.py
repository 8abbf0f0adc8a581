"""States and their organs: which government, army or opposition a name in a report stands for.

"Damascus", "the regime", "government of Syria", "Russian Foreign Ministry" → (state, organ). States are those known
beforehand, and those that the reports themselves show to be one: a name with its own adjective ("X", "Xan") that has a
government, an army or a president.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from truceline.model import NameKind, Report
from truceline.reconcile.actors.fold import key, sound, tokens
from truceline.reconcile.actors.knowledge import words
from truceline.reconcile.actors.likeness import likeness
from truceline.reconcile.actors.mentions import Bearer, proper
from truceline.reconcile.actors.world import World, world

_STATELIKE = (NameKind.GOVERNMENT, NameKind.PLACE, NameKind.PERSON)  # a name model takes unknown states for persons
READ = 20_000  # characters of a report that are searched for states
LEAD = 2  # times that the home state must be named as often as the next
SHARED = 50  # reports that may name an actor before it says nothing about what they have in common
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OWNER = re.compile(r"(?:[Tt]he )?(\w{5,})['’]s (?:government|army|military|opposition|parliament|president)\b")
_MEDIATION = re.compile(  # beside these words a state is named as a host or go-between
    r"mediat|broker|guarant|host|envoy|ambassador|neighbou?r|sponsor|auspices|facilit|capital|city|hotel|airport", re.I
)
_ADJECTIVE = re.compile(r"(ians?|eans?|ans?|ese|ish|is?|ns?|ia|a|e|s)$")


@dataclass(frozen=True, slots=True)
class StateRef:
    """A state's organ: government, army, opposition. `state` is "" if unknown, `by` is an unknown leader or city."""

    state: str
    organ: str
    by: tuple[str, ...] = ()


@cache
def _phrases(organ: str) -> frozenset[frozenset[str]]:
    listed: frozenset[str] = getattr(words(), organ)
    return frozenset(frozenset(tokens(phrase)) - {"of", "the"} for phrase in listed)


@cache
def _singles(organ: str) -> frozenset[str]:
    """The words that alone denote the organ."""
    return frozenset(word for phrase in _phrases(organ) if len(phrase) == 1 for word in phrase)


def root(token: str) -> str:
    """A folded name of a country or people without the endings of adjectives, as sounds."""
    bare = sound(token)
    while len(bare) > 4 and (cut := _ADJECTIVE.sub("", bare)) != bare and len(cut) >= 4:
        bare = cut
    return bare


def organ_of(rest: Iterable[str]) -> str:
    """The organ that the words beside a state's name denote: government, army, opposition, or "" for none of them."""
    said = frozenset(rest)
    for organ in ("government", "army", "opposition"):
        if said in _phrases(organ):
            return organ
    government, army, opposition = _singles("government"), _singles("army"), _singles("opposition")
    if said and said <= government:
        return "government"
    if said & army and said <= government | army:
        return "army"
    loose = opposition | government | words().fillers | {"armed", "moderate", "main", "political"}
    return "opposition" if said & opposition and said <= loose else ""


@dataclass
class States:
    """The states of a set of reports. `home` maps a report to the state that it is mostly about, where there is one."""

    world: World = field(default_factory=world)
    made: dict[str, str] = field(default_factory=dict)
    cities: dict[str, str] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)

    def state(self, phrase: str) -> str:
        """The state of a folded name, adjective or capital; "" if it is none."""
        found = self.world.states.get(phrase) or self.cities.get(phrase)
        return found or (self.made.get(root(phrase), "") if phrase else "")

    def split(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The state that a name mentions, longest phrase first, and the words that are left."""
        found = [token for token in tokens(text) if token not in ("s", "in", "and")]
        for length in range(min(4, len(found)), 0, -1):
            for start in range(len(found) - length + 1):
                phrase = " ".join(found[start:start + length])
                if len(phrase) <= 3 and phrase.upper() not in text.replace(".", ""):
                    continue
                if state := self.state(phrase):
                    rest = found[:start] + found[start + length:]
                    return state, tuple(word for word in rest if word not in ("of", "the", "s"))
        return "", tuple(word for word in found if word not in ("of", "the"))

    def read(self, bearer: Bearer) -> StateRef | None:
        """The state and organ that a bearer's name stands for; None if it is no government, army or opposition."""
        if bearer.kind is NameKind.PERSON:
            return None
        state, rest = self.split(bearer.name)
        if state and not rest:
            return StateRef(state, "government")
        if organ := organ_of(rest):
            return StateRef(state or self.home.get(bearer.report, ""), organ)
        return None if state else self._led(bearer, rest)

    def _led(self, bearer: Bearer, rest: Sequence[str]) -> StateRef | None:
        """"Regime of X", "the X government", where X is no state: its leader, or a city."""
        organs = [word for word in rest if frozenset((word,)) in _phrases("government")]
        names = tuple(word for word in rest if word not in organs
                      and word not in words().particles | words().honorifics)
        if not organs or not names or not set(organs) & {"government", "regime", "authorities", "cabinet"}:
            return None
        capital = any(part[:1].isupper() and set(tokens(part)) & set(names) for part in bearer.name.split())
        return StateRef(self.home.get(bearer.report, ""), "government", names) if capital else None


def find_states(reports: Sequence[Report], bearers: Sequence[Bearer], known: World) -> States:
    """The states that the reports speak of: known ones, and names that behave like one."""
    states = States(known)
    named = {report.key: _named_in(f"{report.title or ''}\n{report.text[:READ]}") for report in reports}
    states.made = _made(named, bearers, known)
    own = {report: _counts(phrases, states) for report, phrases in named.items()}
    states.home = {report: home for report, counts in own.items() if (home := _leader(counts)) and counts[home] > 1}
    states.home |= _borrowed(own, dict(states.home), bearers)
    _place_cities(states, bearers)
    return states


def _named_in(text: str) -> list[tuple[str, bool]]:
    """Capitalised words and pairs of words of a text, folded, and whether words of mediation stand beside them."""
    found: list[tuple[str, bool]] = []
    parts = [match[0] for match in _WORD.finditer(text)]
    between = {place + step for place, part in enumerate(parts) if _MEDIATION.match(part) for step in range(-4, 4)}
    before = ""
    for place, part in enumerate(parts):
        folded = key(part) if part[0].isupper() else ""
        if folded and not (len(folded) <= 3 and not part.isupper()):
            found.append((folded, place in between))
            if before:
                found.append((f"{before} {folded}", place in between))
        before = folded
    return found


def _made(
    named: Mapping[str, list[tuple[str, bool]]], bearers: Sequence[Bearer], known: World
) -> dict[str, str]:
    """Root to state, for names without an entry in the table that have an adjective and stand for a government."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrases in named.values():
        for word, _ in phrases:
            if " " not in word and len(word) >= 5 and word not in known.states:
                forms[root(word)][word] += 1
    persons = {word for bearer in bearers if bearer.kind is NameKind.PERSON and " " in bearer.name
               for word in tokens(bearer.name)}
    wanted = {root(word) for bearer in bearers for word in _governed(bearer) if word not in persons}
    wanted |= {one for one in forms if any(likeness(one, other) >= 0.85 for other in wanted)}
    owners = {key(owner[1]) for bearer in bearers if (owner := _OWNER.match(bearer.name))} - persons
    made: dict[str, str] = {}
    for one in sorted(wanted & forms.keys(), key=lambda one: (-forms[one].total(), one)):
        spelled = forms[one]
        alike = next((state for other, state in made.items() if likeness(one, other) >= 0.85), "")
        adjective = len(spelled) > 1 and any(re.search(r"(n|ni|i|ese)s?$", word) for word in spelled)
        if alike or adjective or (spelled.keys() & owners):
            made[one] = alike or min(spelled, key=lambda word: (len(word), word))
    return made


def _governed(bearer: Bearer) -> list[str]:
    """Words that a name calls a government or its organ: "X", "X government", "army of X", "X's Defence Ministry"."""
    found = [word for word in tokens(bearer.name) if word not in words().particles and len(word) >= 5]
    rest = [word for word in found if not organ_of((word,)) and word not in words().organs]
    organs = len(rest) < len(found)
    return rest if len(rest) == 1 and (organs or bearer.kind in _STATELIKE) else []


def _counts(phrases: Iterable[tuple[str, bool]], states: States) -> Counter[str]:
    """How often a text names each state by its name or people, mediators and hosts left out."""
    counts: Counter[str] = Counter()
    for phrase, between in phrases:
        state = states.world.named_states.get(phrase) or (states.made.get(root(phrase)) if " " not in phrase else "")
        if state and not between:
            counts[state] += 1
    return counts


def _leader(counts: Counter[str]) -> str:
    """The state that is named most, if it leads clearly."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return ""
    return ranked[0][0]


def _borrowed(
    own: Mapping[str, Counter[str]], home: Mapping[str, str], bearers: Sequence[Bearer]
) -> dict[str, str]:
    """The home state of reports that do not settle it, from reports that name the same actors.

    Where a report names two states about as often, its own first must be what all its neighbours say.
    """
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for bearer in bearers:
        if bearer.kind in (NameKind.PERSON, NameKind.ARMED_GROUP, NameKind.ORGANISATION) and proper(bearer.name):
            holders[key(bearer.name)].add(bearer.report)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for reports in (reports for reports in holders.values() if len(reports) <= SHARED):
        there = Counter(home[report] for report in reports if report in home)
        for report in reports - home.keys():
            votes[report] += there
    borrowed = {}
    for report, counts in votes.items():
        contested = sum(number > 1 for number in own[report].values()) > 1
        first = max(own[report].values(), default=0)
        lead = _leader(counts)
        if lead and (not contested or (len(counts) == 1 and own[report][lead] == first)):
            borrowed[report] = lead
    return borrowed


def _place_cities(states: States, bearers: Sequence[Bearer]) -> None:
    """A city that stands for an unknown state's government belongs to the home state of the reports that say so."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    persons = {word for bearer in bearers if bearer.kind is NameKind.PERSON for word in tokens(bearer.name)}
    for bearer in bearers:
        if bearer.kind is not NameKind.GOVERNMENT or states.split(bearer.name)[0]:
            continue
        ref = states.read(bearer)
        called = ref.by if ref else tuple(word for word in tokens(bearer.name) if word not in words().particles)
        home = states.home.get(bearer.report)
        if home and len(called) == 1 and called[0] not in persons and not organ_of(called):
            votes[called[0]][home] += 1
    for city, homes in votes.items():
        states.cities[city] = min(homes, key=lambda home: (-homes[home], home))
