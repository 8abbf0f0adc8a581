"""Talks: a process by its venue, with its sessions, who takes part as what, how it stands and when it goes on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from truceline.model import Act, Issue, PeaceObject, Role, Status, When
from truceline.reconcile import sessions, venues
from truceline.reconcile.cast import of_talks
from truceline.reconcile.objects import dated, named, ordered_ids, says
from truceline.reconcile.scene import UNDATED, Scene
from truceline.reconcile.words import digest, fold, lexicon

ISSUES = (Issue.TALKS, Issue.DIRECT_TALKS)
TYPES = ("CONSULT", "SANCTION", "REJECT", "AGREE", "COOPERATE", "REQUEST", "RETREAT", "THREATEN", "SUPPORT", None)
STATED = ("CONSULT", "SANCTION", None)
UNSAID = (Status.DENIED, Status.PLANNED, Status.THREATENED, Status.DEMANDED, Status.CONDITIONAL)


@dataclass
class _Talks:
    """Talks in the making: a venue and its acts."""

    venue: str
    acts: list[Act] = field(default_factory=list)


def build(scene: Scene) -> tuple[PeaceObject, ...]:
    """The talks that a scene's statements speak of, one entry a venue and series."""
    acts = [one for one in scene.statements if isinstance(one, Act) and _about(one)]
    known = venues.spoken_of(acts, scene)
    at: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if venue := venues.of(act, known, scene):
            at[venue].append(act)
    series = [_Talks(known.names[venue], part) for venue, own in at.items() for part in _series(own, scene)]
    return tuple(_entry(talks, scene) for talks in series if _held(talks))


def _about(act: Act) -> bool:
    """Whether an act belongs to talks: it is on them, or it is an accord that mediators or a place tie to some."""
    accord = act.issue is Issue.CEASEFIRE and act.type == "AGREE" and bool(act.mediators or act.where)
    return act.issue in ISSUES and act.type in TYPES or accord


def _series(acts: Sequence[Act], scene: Scene) -> list[list[Act]]:
    """Acts at one venue parted where nothing happens for long."""
    ordered = sorted(acts, key=lambda act: (_day(act, scene), scene.order[act.id]))
    parts: list[list[Act]] = []
    last: date | None = None
    for act in ordered:
        day = _day(act, scene)
        if last is None or (day - last).days > venues.SERIES:
            parts.append([])
        parts[-1].append(act)
        last = max(last or day, act.when.end if act.when else day)
    return parts


def _day(act: Act, scene: Scene) -> date:
    return act.when.start if act.when else scene.published(act.report)


def _held(talks: _Talks) -> bool:
    """Whether something says that there are talks: a session, or an end of them."""
    return any(act.type in ("CONSULT", "SANCTION", None) or act.mediators or act.type == "RETREAT" and act.where
               for act in talks.acts)


def _entry(talks: _Talks, scene: Scene) -> PeaceObject:
    acts = sorted(talks.acts, key=lambda act: scene.order[act.id])
    own = [act for act in acts if _itself(act, talks.venue)]
    cast, history = of_talks(own, scene), _history(own, scene)
    held = sessions.rows([act for act in own if act.type == "CONSULT"], scene)
    planned = [(act.when, act) for act in own if act.when and _ahead(act, scene) and not _put_off(act, held)]
    fields: dict[str, Any] = {
        "name": f"{talks.venue} talks", "venue": talks.venue, "parties": named(scene, cast.parties),
        "mediators": named(scene, cast.mediators), "guarantors": named(scene, cast.guarantors),
        "observers": named(scene, cast.observers), "delegations": _delegations(acts, cast.parties, scene),
        "sessions": held, "history": history, "state": _state(history, own), "next": _next(own, planned, talks, scene)}
    return PeaceObject(id=digest("tk", acts[0].id), kind="talks", fields=fields, statements=ordered_ids(acts))


def _delegations(acts: Sequence[Act], parties: frozenset[str], scene: Scene) -> list[dict[str, Any]]:
    """Heads and members of the parties' delegations, with when and on which words."""
    rows = []
    for report in sorted({act.report for act in acts}):
        for one in scene.by_report[report]:
            if isinstance(one, Role) and one.organisation and re.search(r"delegat|negotiat", one.title):
                organisation = scene.actor(one.organisation, report)
                if organisation in parties:
                    rows.append({"party": named(scene, {organisation})[0], "member": named(
                        scene, {scene.actor(one.person, report)})[0], "title": one.title,
                        "when": dated(one.when), "state": one.state, "statement": one.id})
    return rows


def _history(acts: Sequence[Act], scene: Scene) -> list[dict[str, Any]]:
    """The states that reports tell, in the order of telling, each on its words."""
    rows = []
    for act in sorted(acts, key=lambda one: (scene.published(one.report), scene.order[one.id])):
        if act.type in STATED and act.status not in UNSAID and (state := _state_told(act, scene)):
            told = scene.published(act.report)
            since = told if state == "put off" else _day(act, scene)
            rows.append({"state": state, "told": told.isoformat() if told < UNDATED else None,
                         "since": since.isoformat(), "statement": act.id})
    return rows


def _state_told(act: Act, scene: Scene) -> str | None:
    """The state that an act puts talks in: by the words of its sentence, or else by what it is."""
    if act.when and sessions.put_off_to(act, act.when, scene):
        return "put off"
    if said := _said(act, scene):
        return said
    if act.type == "SANCTION":
        return "suspended"
    if act.type != "CONSULT":
        return None
    return str(act.status) if act.status in (Status.FAILED, Status.ONGOING) else "held"


def _state(history: Sequence[Mapping[str, Any]], acts: Sequence[Act]) -> str | None:
    """How talks stand by their latest breakdown, by what most reports call it; else by their sessions."""
    broken = [row for row in history if row["state"] not in ("held", "ongoing")]
    dated = {act.id for act in acts if act.when}
    last = max((row["since"] for row in broken), default="")
    if broken and any(row["since"] > last and row["statement"] in dated for row in history):
        return "resumed"
    if broken:
        states = [row["state"] for row in broken if row["since"] == last]
        states = [state for state in states if state != "failed"] or states
        return str(max(states, key=lambda state: (states.count(state), -states.index(state))))
    if any(row["state"] == "ongoing" for row in history):
        return "ongoing"
    if any(row["state"] == "held" for row in history):
        return "held"
    return "planned" if any(_planned(act) for act in acts) else None


def _itself(act: Act, venue: str) -> bool:
    """Whether an act is of the talks themselves and not of some other meeting."""
    here = any(fold(place.name) == fold(venue) for place in act.where)
    return here or act.type != "CONSULT" or not act.actors or says(act.quote, "table")


def _said(act: Act, scene: Scene) -> str | None:
    text = scene.sentence(act) if act.type == "CONSULT" else act.quote
    return next((state for state in lexicon("peace")["states"] if says(text, f"states/{state}")), None)


def _next(acts: Sequence[Act], planned: Sequence[tuple[When, Act]], talks: _Talks, scene: Scene) -> str | None:
    """The next session: the first planned after the last report, here or elsewhere, or "none set" where one says so."""
    known = [scene.published(act.report) for act in acts if scene.published(act.report) < UNDATED]
    last = max(known, default=date.min)
    here = [when for when, _ in planned if when.end >= last]
    if here:
        return _next_line(talks.venue, min(here, key=lambda when: (when.start, when.end)))
    reports = {act.report for act in acts if act.when is None or venues.recent(act, scene)}
    said = [one for report in sorted(reports) for one in scene.by_report[report]]
    if any(one.issue in ISSUES and says(scene.sentence(one), "none_set") for one in said):
        return "none set"
    away = [(one.when, one) for one in said if isinstance(one, Act) and one.issue in ISSUES and _planned(one)
            and one.when and one.where and one.when.end >= last and fold(one.where[-1].name) != fold(talks.venue)]
    first = min(away, key=lambda pair: (pair[0].start, pair[1].id), default=None)
    return _next_line(first[1].where[-1].name, first[0]) if first else None


def _ahead(act: Act, scene: Scene) -> bool:
    """Whether an act tells of a session ahead: one that is planned, or put off to its days."""
    return _planned(act) or bool(act.type == "CONSULT" and act.when and sessions.put_off_to(act, act.when, scene))


def _put_off(act: Act, held: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an act plans days from which a session was put off."""
    return _planned(act) and any(act.id in row["statements"] and row["dates"] == other["moved_from"]
                                 for row in held for other in held)


def _planned(act: Act) -> bool:
    return act.type == "CONSULT" and act.status in (Status.PLANNED, Status.CONDITIONAL)


def _next_line(venue: str, when: When) -> str:
    days = when.start.isoformat()
    return f"{venue} {days}" if when.start == when.end else f"{venue} {days}/{when.end.isoformat()}"
