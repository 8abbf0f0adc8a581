"""What an allegation or a denial means: the violent act of the same report that it speaks of."""

from __future__ import annotations

from truceline.model import Act
from truceline.reconcile.objects import report_names
from truceline.reconcile.scene import Scene
from truceline.reconcile.traits import side
from truceline.reconcile.words import mass, overlap, stems

REACH = 500       # characters back to the act that "it" or "the charge" means
LIKE = 0.34       # likeness of words that ties an allegation to an act
OWN = 2.2         # weight of words from which an allegation speaks of something of its own
SPEECH = frozenset(stems("denied denying blamed accused responsibility involvement charge claim blame part claims "
                         "allegation attack completely matter"))


def alleges(act: Act) -> bool:
    """Whether an act lays something at somebody's door."""
    return act.type == "ACCUSE" and act.mode in (None, "allege") and bool(act.recipients)


def denies(act: Act) -> bool:
    """Whether an act denies violence."""
    return side(act) == "denied" and act.type in ("ASSAULT", None)


def meant(act: Act, scene: Scene) -> Act | None:
    """The violent act that an allegation or denial means: alike in words, or the last before where it has none."""
    acts = [one for one in scene.by_report[act.report] if isinstance(one, Act) and one.type == "ASSAULT"
            and side(one) == "real" and one.id != act.id]
    mine = _own_words(act, scene)
    alike = [(overlap(mine, theirs), -abs(one.start - act.start), one) for one in acts
             if mass(mine & (theirs := _own_words(one, scene))) >= 1]
    best = max(alike, default=None, key=lambda entry: entry[:2])
    if best and best[0] >= LIKE:
        return best[2]
    before = [one for one in acts if act.start - REACH <= one.start < act.start]
    return max(before, key=lambda one: one.start, default=None) if mass(mine) <= OWN else None


def _own_words(act: Act, scene: Scene) -> frozenset[str]:
    """An act's stems without names and words of speech."""
    names = scene.name_stems.get(act.report)
    if names is None:
        names = frozenset(stem for name in report_names(act.report, scene) for stem in stems(name))
        scene.name_stems[act.report] = names
    return stems(act.quote) - names - SPEECH
