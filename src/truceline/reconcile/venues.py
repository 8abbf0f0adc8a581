"""Where talks are held: the places that reports give, and which of them an act is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model import Act
from truceline.reconcile.scene import UNDATED, Scene
from truceline.reconcile.words import fold, lexicon

REACH = 20_000    # characters of a report that are searched for venues
SERIES = 240      # days without a session after which talks at one venue are new talks


@dataclass
class Venues:
    """Where reports say that talks are held: folded names, how they are written, and each report's own."""

    names: dict[str, str] = field(default_factory=dict)
    main: dict[str, str] = field(default_factory=dict)


def spoken_of(acts: Sequence[Act], scene: Scene) -> Venues:
    """Places that talks are said to be at, and the one that each report speaks of most."""
    found = Venues()
    states = {fold(form.text) for actor in scene.actors.values() if actor.kind == "government" for form in actor.names
              if actor.name == form.text}
    places = {fold(place.name) for statement in scene.statements for place in statement.where}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for act in acts:
        for place in (one for one in act.where[-1:] if fold(one.name) not in states):
            found.names.setdefault(fold(place.name), place.name)
            votes[act.report][fold(place.name)] += 1 if act.when is None or recent(act, scene) else 0
    for report in scene.reports.values():
        for name in _named_in(report.text[:REACH]):
            if (fold(name) in found.names or fold(name) in places) and fold(name) not in states:
                found.names.setdefault(fold(name), name)
                votes[report.key][fold(name)] += 1
    for key, over in _long_over(acts, scene).items():
        votes[key] = Counter({venue: count for venue, count in votes[key].items() if venue not in over})
    in_story: dict[str, Counter[str]] = defaultdict(Counter)
    for key, own in votes.items():
        in_story[scene.story_of.get(key, key)].update(own)
    for key in scene.reports:
        told = in_story[scene.story_of.get(key, key)]
        if own := votes[key] or told:
            found.main[key] = min(own, key=lambda venue: (-own[venue], -told[venue], venue))
    return found


def _long_over(acts: Sequence[Act], scene: Scene) -> dict[str, frozenset[str]]:
    """By report, the places of which it tells old talks only: "earlier talks in Tavistern broke down in 2012"."""
    days: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for act in acts:
        for place in act.where[-1:]:
            days[act.report, fold(place.name)].append(act.when is None or recent(act, scene))
    return {report: frozenset(venue for key, venue in days if key == report and not any(days[key, venue]))
            for report in {report for report, _ in days}}


def recent(act: Act, scene: Scene) -> bool:
    """Whether an act is of the months around its report."""
    published = scene.published(act.report)
    return act.when is not None and published < UNDATED and abs((published - act.when.start).days) < SERIES


def _named_in(text: str) -> list[str]:
    """Places in "talks in Muscat", "the Geneva round"."""
    nouns = "|".join(lexicon("peace")["venue"])
    place = r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3})"
    made = "|".join(lexicon("peace")["made"])
    return (re.findall(rf"\b(?:{nouns}|{made})\b (?:in|at|of) {place}", text)
            + re.findall(rf"{place} (?:{nouns})\b", text) + re.findall(rf"\bleft {place}", text))


def of(act: Act, venues: Venues, scene: Scene) -> str:
    """The venue that an act is about: its own place, one that its sentence names, or its report's main one."""
    for place in reversed(act.where):
        if act.type in ("CONSULT", "AGREE", "SANCTION", "REJECT", None) and fold(place.name) in venues.names:
            return fold(place.name)
    text = f" {fold(scene.sentence(act))} "
    inside = [venue for venue in venues.names if f" {venue} " in text]
    if inside:
        spot = text.find(fold(act.quote)[:30])
        return min(inside, key=lambda venue: (abs(text.find(f" {venue} ") - spot), venue))
    return venues.main.get(act.report, "")
