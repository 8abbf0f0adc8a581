"""Origins: how many independent voices stand behind a fact, and why the others do not count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model import Act, Figure, Name, NameKind, Origin, Quote, Stance, Statement, Voice, VoiceClass
from truceline.reconcile.camps import behind, mouthpiece, one_side
from truceline.reconcile.copies import Copies
from truceline.reconcile.scene import Scene, vague
from truceline.reconcile.words import fold

MEDIA = (VoiceClass.AGENCY, VoiceClass.OUTLET)
FELLOW = ", same side as "
SPOKEN = ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "CONCEDE")


@dataclass(frozen=True)
class Root:
    """One statement's root: a speaker, and the medium spoken to where one is named."""

    speaker: str
    medium: str
    label: str
    reason: str


def of(statements: Sequence[Statement], scene: Scene, copies: Copies) -> tuple[Origin, ...]:
    """The independent roots of a fact's statements, in order of time, each with the reason that makes it one.

    Of two roots of one side the later says so: it is another voice, but no confirmation by the other side.
    """
    roots = {statement.id: _root(statement, scene, copies) for statement in statements}
    canonical = _merge(list(dict.fromkeys(roots.values())), scene)
    reports: dict[Root, list[str]] = defaultdict(list)
    for statement in statements:
        reports[canonical[roots[statement.id]]].append(statement.report)
    found, sides = [], [(root, _side(root, scene)) for root in reports]
    for number, (root, side) in enumerate(sides):
        fellow = next((other.label for other, theirs in sides[:number] if side and theirs
                       and one_side(side, theirs, scene)), "")
        found.append(Origin(root=root.label, reason=root.reason + (f"{FELLOW}{fellow}" if fellow else ""),
                            reports=tuple(dict.fromkeys(reports[root]))))
    return tuple(found)


def sides(origins: Sequence[Origin]) -> int:
    """How many of a fact's origins are not of the side of an earlier one."""
    return sum(FELLOW not in origin.reason for origin in origins)


def _side(root: Root, scene: Scene) -> frozenset[str]:
    """Those for whom a root speaks: a speaker and whom he serves, or the party whose medium it is."""
    if root.speaker.startswith("?"):
        return frozenset()
    return behind(frozenset({root.speaker}), scene) if root.speaker else mouthpiece(root.label, scene)


def _root(statement: Statement, scene: Scene, copies: Copies) -> Root:
    """Where a statement comes from: the first to say it and whom they told; else the wire; else the publisher."""
    speaker = _speaker(statement)
    if speaker is not None:
        person = scene.actor(speaker, statement.report) in scene.persons
        medium = _medium(statement, scene) if person else ""
        label = scene.label(medium) if medium else scene.label(scene.actor(speaker, statement.report))
        key = _speaker_key(speaker, statement, scene, copies)
        return Root(key, medium, label, _reason(statement, speaker, medium))
    report = scene.reports.get(statement.report)
    wire = copies.wire.get(statement.report)
    group = copies.group_of(statement.report)
    if wire and (group is None or group.wire == wire):
        return Root("", f"wire:{wire}", wire, "wire")
    if group:
        return Root("", f"copy:{group.reports[0]}", group.reports[0], "copies of one text")
    publisher = (report.outlet if report else None) or statement.report
    return Root("", f"publisher:{statement.report}", publisher, "publisher")


def _reason(statement: Statement, speaker: Name, medium: str) -> str:
    if medium:
        return "one utterance to one medium"
    first = statement.chain[0].cls if statement.chain else VoiceClass.NAMED
    if first is VoiceClass.DOCUMENT or speaker.kind is NameKind.DOCUMENT:
        return "one document"
    return "one count" if isinstance(statement, Figure) else "one speaker"


def _speaker(statement: Statement) -> Name | None:
    """The voice that a statement rests on; for an act of speech the speaker, even in the outlet's own words."""
    if isinstance(statement, Figure) and statement.counted_by:
        return statement.counted_by
    if statement.chain:
        return _known(statement.chain).who
    if isinstance(statement, Quote):
        return statement.speaker.who if statement.speaker else None
    if isinstance(statement, Stance):
        return statement.holder
    if isinstance(statement, Act) and len(statement.actors) == 1 and not vague(statement.actors[0]):
        spoken = statement.type in SPOKEN or statement.mode == "resign"
        return statement.actors[0] if spoken and statement.status not in ("planned", "failed") else None
    return None


def _known(chain: Sequence[Voice]) -> Voice:
    """The first voice, or whom it speaks for where it has no name itself: "an ICRC spokeswoman"."""
    after = chain[1] if len(chain) > 1 else None
    spoken_for = chain[0].cls is VoiceClass.UNNAMED and after and after.cls in (VoiceClass.NAMED, VoiceClass.OFFICIAL)
    return after if after and spoken_for else chain[0]


def _speaker_key(speaker: Name, statement: Statement, scene: Scene, copies: Copies) -> str:
    """An unnamed voice is nobody else's: it counts apart in every text that is not a copy, but for a count's.

    "Local medics" with one toll in two reports may be two voices, and more likely are one.
    """
    group = copies.group_of(statement.report)
    text = group.reports[0] if group else statement.report
    unnamed = statement.chain and _known(statement.chain).cls is VoiceClass.UNNAMED or vague(speaker)
    if unnamed and isinstance(statement, Figure):
        return f"?count:{fold(speaker.name)}"
    return f"?{text}:{fold(speaker.name)}" if unnamed else scene.actor(speaker, statement.report)


def _medium(statement: Statement, scene: Scene) -> str:
    """The first medium after the speaker, or the one that the report names for this speaker's words about it."""
    for voice in statement.chain[1:]:
        if voice.cls in MEDIA:
            return scene.actor(voice.who, statement.report)
    if isinstance(statement, Quote) and statement.medium:
        return scene.actor(statement.medium, statement.report)
    if isinstance(statement, Act) and not statement.chain:
        speaker = _speaker(statement)
        quotes = [one for one in scene.by_report[statement.report]
                  if isinstance(one, Quote) and one.medium and one.speaker
                  and speaker and scene.actor(one.speaker.who, one.report) == scene.actor(speaker, one.report)]
        after = [one for one in quotes if one.start >= statement.start]
        if after and after[0].medium:
            return scene.actor(after[0].medium, statement.report)
    return ""


def _merge(roots: Sequence[Root], scene: Scene) -> dict[Root, Root]:
    """Each root under the one that stands for it.

    A speaker without a medium joins the same speaker with one; an organisation joins the person who spoke for it.
    """
    canonical: dict[Root, Root] = {}
    for root in roots:
        others = [other for other in roots if other != root and other.speaker]
        same = [other for other in others if other.speaker == root.speaker and other.medium]
        people = [other for other in others if scene.organisation_of.get(other.speaker) == root.speaker != ""]
        if root.speaker and not root.medium and same:
            canonical[root] = same[0]
        elif root.speaker and people:
            canonical[root] = people[0]
        else:  # one voice may speak, count and write
            canonical[root] = next((other for other in canonical if (other.speaker, other.medium) == (
                root.speaker, root.medium)), root)
    return {root: canonical.get(target, target) for root, target in canonical.items()}
