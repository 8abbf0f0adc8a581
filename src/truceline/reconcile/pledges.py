"""Pledges: one promise told by several reports, with every state that it was said to be in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from truceline.model import PeaceObject, Pledge, When
from truceline.reconcile.objects import dated, named, says
from truceline.reconcile.scene import Scene, gap
from truceline.reconcile.words import digest, mass, overlap, stems

SAME = 0.5        # likeness of content from which two promises of one party are one
DUE = 0.2         # what a common deadline adds to it
MADE = 0.25       # what one day of promising, given by the words of both, adds to it
DAYS = 3          # deadlines further apart are of two promises where the makers differ too
FINAL = ("kept", "missed", "withdrawn")


def build(scene: Scene) -> tuple[PeaceObject, ...]:
    """The pledges of a scene, each with its history."""
    promises: list[list[Pledge]] = []
    by_maker: dict[str, list[int]] = defaultdict(list)
    last: dict[str, tuple[Pledge, int]] = {}
    for one in scene.statements:
        if isinstance(one, Pledge):
            makers = sorted(_makers(one, scene)) or [f"story {scene.story_of.get(one.report, one.report)}"]
            theirs = [number for maker in makers for number in by_maker[maker][-60:]]
            found = _around(one, last.get(one.report))
            if found is None:
                found = _spoken_of(one, theirs, promises)
            if found is None:
                found = _nearest(one, theirs, promises)
            if found is None:
                promises.append([])
                found = len(promises) - 1
            promises[found].append(one)
            last[one.report] = one, found
            for maker in makers:
                if found not in by_maker[maker]:
                    by_maker[maker].append(found)
    return tuple(_entry(told, scene) for told in promises)


def _around(one: Pledge, before: tuple[Pledge, int] | None) -> int | None:
    """The promise whose words hold those of this one: "he was assured that they would be home by May"."""
    return before[1] if before and _holds(before[0], one) else None


def _spoken_of(one: Pledge, numbers: Sequence[int], promises: Sequence[Sequence[Pledge]]) -> int | None:
    """The one promise of its maker that is open, where words on what became of it do not say which: "kept its word"."""
    if one.state not in FINAL or not says(one.quote, "back"):
        return None
    still = [number for number in set(numbers) if not any(told.state in FINAL for told in promises[number])
             and not all(says(told.quote, "back") for told in promises[number])]
    return still[0] if len(still) == 1 else None


def _makers(one: Pledge, scene: Scene) -> frozenset[str]:
    """Who promises, persons replaced by those they speak for."""
    return frozenset(scene.organisation_of.get(maker, maker) for maker in scene.ids(one.by, one.report))


def _nearest(one: Pledge, numbers: Sequence[int], promises: Sequence[Sequence[Pledge]]) -> int | None:
    scored = [(max(_likeness(one, other) for other in promises[number][:8]), -number) for number in set(numbers)]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= SAME else None


def _likeness(one: Pledge, other: Pledge) -> float:
    """How much speaks for two pledges of one party being one promise, from 0 to about 1.3."""
    pairs = [(stems(one.content), stems(other.content)),
             (stems(f"{one.content} {one.quote}"), stems(f"{other.content} {other.quote}"))]
    alike = max((overlap(first, second) for first, second in pairs if mass(first & second) >= 1), default=0.0)
    if not alike:
        return 0.0
    apart = gap((one.due.start, one.due.end), (other.due.start, other.due.end)) if one.due and other.due else None
    if apart and apart > DAYS and _makers_differ(one, other):
        return 0.0
    close = DUE if apart == 0 else -DUE if apart and apart > 31 else 0.0
    return alike + close + (MADE if _made_together(one, other) else 0.0)


def _made_together(one: Pledge, other: Pledge) -> bool:
    """Whether the words of both give one day on which the promise was made."""
    return bool(one.when and other.when and one.when.start == one.when.end == other.when.start == other.when.end)


def _makers_differ(one: Pledge, other: Pledge) -> bool:
    return {name.name for name in one.by} != {name.name for name in other.by} and len(one.by) != len(other.by)


def _entry(told: Sequence[Pledge], scene: Scene) -> PeaceObject:
    due, full = _due(told), [one for one in told if not any(_holds(other, one) for other in told)]
    fullest = max(full, key=lambda one: (bool(one.due), mass(stems(one.content)) >= 2, -scene.order[one.id]))
    fields: dict[str, Any] = {
        "by": named(scene, _promisers(full, scene)), "to": named(scene, scene.ids(fullest.to, fullest.report)),
        "content": fullest.content or fullest.quote,
        "due": dated(due), "condition": next((one.condition for one in told if one.condition), None),
        "history": [{"state": one.state, "when": _told(one, scene), "statement": one.id} for one in told],
        "state": _state(told)}
    return PeaceObject(id=digest("p", told[0].id), kind="pledge", fields=fields,
                       statements=tuple(one.id for one in told), when=due)


def _promisers(told: Sequence[Pledge], scene: Scene) -> frozenset[str]:
    """Who promises: those that are actors where any is, as a voice that passes a promise on stays unresolved."""
    makers = frozenset(maker for one in told for maker in _makers(one, scene))
    return scene.known(makers) or makers


def _holds(one: Pledge, other: Pledge) -> bool:
    """Whether a pledge's words hold those of another."""
    inside = one.start <= other.start and other.end <= one.end
    return one.report == other.report and inside and (one.start, one.end) != (other.start, other.end)


def _told(one: Pledge, scene: Scene) -> str | None:
    """The day on which a report tells a pledge's state."""
    published = scene.reports[one.report].published if one.report in scene.reports else None
    return one.when.start.isoformat() if one.when else published.isoformat() if published else None


def _due(told: Sequence[Pledge]) -> When | None:
    """The deadline that most reports give; among equals the narrowest."""
    dues = [(one.due, one.report) for one in told if one.due]
    votes = Counter({due: len({report for other, report in dues if other.start <= due.end and due.start <= other.end})
                     for due, _ in dues})
    return min(votes, key=lambda due: (-votes[due], (due.end - due.start).days, due.start, due.text), default=None)


def _state(told: Sequence[Pledge]) -> str:
    """The state last told; disputed where reports give deadlines that exclude each other."""
    final = [one.state for one in told if one.state in FINAL]
    if final:
        return final[-1]
    dues = [one.due for one in told if one.due]
    apart = any(gap((one.start, one.end), (other.start, other.end)) > 2 for one in dues for other in dues)
    return "disputed" if apart or any(one.state == "disputed" for one in told) else told[-1].state
