"""What an allegation or a denial means: the violent act of the same report that it speaks of."""

from __future__ import annotations

from functools import cache

from truceline.model import Act
from truceline.reconcile.objects import report_names
from truceline.reconcile.scene import Scene
from truceline.reconcile.traits import side
from truceline.reconcile.words import lexicon, mass, overlap, stems

REACH = 600       # characters back to the act that "it" or "the charge" means
OWN = 1.2         # weight of words up to which an allegation only points back ("it", "the charge")
SPEECH = frozenset(stems("denied denying blamed accused responsibility involvement charge claim blame part claims "
                         "allegation completely matter relation block"))


@cache
def _violence() -> frozenset[str]:
    return frozenset(stem for word in lexicon("peace")["violence"] for stem in stems(word))


def violent(text: str) -> bool:
    """Whether a text has a word of violence."""
    return bool(stems(text) & _violence())


def alleges(act: Act) -> bool:
    """Whether an act lays something at somebody's door."""
    return act.type == "ACCUSE" and act.mode in (None, "allege") and bool(act.recipients)


def denies(act: Act) -> bool:
    """Whether an act denies violence."""
    return side(act) == "denied" and act.type in ("ASSAULT", None)


def meant(act: Act, scene: Scene) -> Act | None:
    """The violent act that an allegation or denial means: the most alike of those told before, or the last."""
    acts = [one for one in scene.by_report[act.report] if isinstance(one, Act) and one.type == "ASSAULT"
            and side(one) == "real" and one.id != act.id]
    mine = _own_words(act, scene)
    if mass(mine) > OWN and not mine & _violence() and act.type != "ASSAULT":
        return None
    before = [one for one in acts if act.start - REACH <= one.start < act.start]
    before = before or [one for one in acts if act.start <= one.start < act.start + REACH and mine & _violence()]
    ranked = [(overlap(mine, _own_words(one, scene)) if mine else 0.0, one.start, one) for one in before]
    return max(ranked, default=(0.0, 0, None), key=lambda entry: entry[:2])[2]


def _own_words(act: Act, scene: Scene) -> frozenset[str]:
    """An act's stems without names and words of speech."""
    names = scene.name_stems.get(act.report)
    if names is None:
        names = frozenset(stem for name in report_names(act.report, scene) for stem in stems(name))
        scene.name_stems[act.report] = names
    return stems(act.quote) - names - SPEECH
