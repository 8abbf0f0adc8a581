"""Who is guarantor, observer or mediator by the words beside the name: "the guarantors, Norway and Cuba"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from truceline.reconcile.scene import Scene, names_of
from truceline.reconcile.words import fold, lexicon

Spot = tuple[int, int, str]  # where a name begins and ends, and whose it is
SHORT = 3         # letters up to which a name counts in capitals only
REACH = 160       # characters before and after the word that are looked at
PUBLIC = 40_000   # characters of a report that are searched
_LINK = re.compile(r"\s*(?:,? and|,? as well as|(?:, which|,)? together with|,? along with|,|&)\s+(?:the\s+)?$")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_SPEAKS = re.compile(r"\s+(?:said|says|told|added|reported|announced)\b")
_ADJECTIVE = "(?:n|an|i|ian)?"


def told(report: str, part: str, scene: Scene) -> frozenset[str]:
    """Those whom a report gives a part of data/peace.yaml ("guarantors"), anywhere in its text."""
    kept = scene.reports.get(report)
    return within(kept.text[:PUBLIC], report, part, scene) if kept else frozenset()


def within(text: str, report: str, part: str, scene: Scene) -> frozenset[str]:
    """Those to whom words of a text give a part; persons and bodies alike."""
    found: set[str] = set()
    for cue in _cues(part).finditer(text):
        spots = _names(text, cue, report, scene)
        found.update(_before(text, cue.start(), spots, scene.persons))
        found.update(_after(text, cue.end(), spots))
    return frozenset(found)


@cache
def _cues(part: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in lexicon("peace")["parts"][part]), re.I)


def _names(text: str, cue: re.Match[str], report: str, scene: Scene) -> list[Spot]:
    """The names around a cue: where they begin and end, and whose they are; of two that overlap the longer."""
    low = max(0, cue.start() - REACH)
    window = text[low:cue.end() + REACH]
    spots: list[Spot] = []
    near = {word[:4] for word in fold(window).split()}
    for name, identity in _known(report, scene).items():
        if name.split()[0][:4] in near:
            pattern = r"[\W_]+".join(map(re.escape, name.split()))
            spots += [(low + match.start(), low + match.end(), identity)
                      for match in re.finditer(rf"\b{pattern}{_ADJECTIVE}\b", _level(window), re.I)
                      if len(name) > SHORT or match[0].isupper()]
    spots.sort(key=lambda spot: (spot[0] - spot[1], spot[0]))
    chosen: list[Spot] = []
    for spot in spots:
        if all(spot[1] <= other[0] or other[1] <= spot[0] for other in chosen):
            chosen.append(spot)
    return sorted(chosen)


def _known(report: str, scene: Scene) -> dict[str, str]:
    """The folded names of actors of the record that a report uses, short ones too ("UN")."""
    if report not in scene.actor_names:
        named = [(name, scene.actor(name, report)) for one in scene.by_report.get(report, ())
                 for name in (*names_of(one), *one.named)]
        scene.actor_names[report] = {fold(form): identity for name, identity in named if identity in scene.actors
                                     for form in (name.name, name.words) if fold(form)}
    return scene.actor_names[report]


def _level(text: str) -> str:
    """The text with accented letters made plain, as long as before."""
    return "".join(fold(char) or char if ord(char) > 127 and len(fold(char)) == 1 else char for char in text)


def _before(text: str, end: int, spots: Sequence[Spot], persons: frozenset[str]) -> Iterator[str]:
    """The list of names that ends right before a cue: "Iran as a guarantor", "Norwegian and Cuban mediation"."""
    lead = re.compile(lexicon("peace")["lead_before"] + "$", re.I)
    for start, stop, identity in reversed(spots):
        if stop > end:
            continue
        between = text[stop:end]
        if not lead.fullmatch(between):
            return
        bearer = next((one for _, last, one in spots if one in persons and _OF.fullmatch(text[last:start])), None)
        yield bearer or identity  # "Envoy Pelle Aas of Norvia" is a person
        end, lead = start, _LINK


def _after(text: str, start: int, spots: Sequence[Spot]) -> Iterator[str]:
    """The list of names that follows a cue: "guarantors of the truce (Russia, Turkey and Iran)"."""
    lead = re.compile(lexicon("peace")["lead_after"], re.I)
    for begin, stop, identity in spots:
        if begin < start:
            continue
        between = text[start:begin]
        if not lead.fullmatch(between) or (between.strip() == "," and lead is not _LINK and _SPEAKS.match(text, stop)):
            return
        yield identity
        start, lead = stop, _LINK
