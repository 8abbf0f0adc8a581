"""Sides: which actors speak or fight for one another, so that one's word is no confirmation of the other's."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz

from truceline.reconcile.objects import says
from truceline.reconcile.scene import Scene
from truceline.reconcile.words import fold, lexicon, stems

SPELT = 80  # likeness of two spellings from which they are of one name


def behind(doers: frozenset[str], scene: Scene) -> frozenset[str]:
    """Doers and every organisation that they are said to serve."""
    return doers.union(*(scene.served.get(one, frozenset()) for one in doers))


def one_side(one: frozenset[str], other: frozenset[str], scene: Scene) -> bool:
    """Whether two sets of actors may be of one side: one in common, a state and its army, a group and "rebels"."""
    if one & other or any(_spelt(first, second, scene) for first in one for second in other):
        return True
    return any(all(_rebels(first, scene) for first in mine) and all(_armed(second, scene) for second in theirs)
               for mine, theirs in ((one, other), (other, one)) if mine and theirs)


def _rebels(identity: str, scene: Scene) -> bool:
    """Whether a reference only says that somebody fights a government: "the rebels"."""
    own = bare(identity, scene)
    return says(scene.label(identity), "fighters") and bool(own) and not own - _fighting()


@cache
def _fighting() -> frozenset[str]:
    return frozenset(stem for phrase in lexicon("peace")["fighters"] for stem in stems(phrase)) | stems("groups the")


def _armed(identity: str, scene: Scene) -> bool:
    """Whether an actor is an armed group."""
    known = scene.actors.get(identity)
    return known is not None and known.kind == "armed group"


def _spelt(one: str, other: str, scene: Scene) -> bool:
    """Whether two names are of one side, spelt in one way or two: "Ruvia", "Ruvyan troops"."""
    mine, theirs = (" ".join(sorted(bare(each, scene))) for each in (one, other))
    return bool(mine and theirs) and fuzz.ratio(mine, theirs) >= SPELT


def bare(identity: str, scene: Scene) -> frozenset[str]:
    """The stems of a name without the words for what every state has: "Ruvian troops" as "Ruvia"."""
    return stems(scene.label(identity)) - _organs()


@cache
def _organs() -> frozenset[str]:
    return frozenset(stem for word in lexicon("peace")["organs"] for stem in stems(word))


def mouthpiece(outlet: str, scene: Scene) -> frozenset[str]:
    """The actors whose own medium an outlet says it is: "Voice of the Front (bulletin)", "Ruvia State News"."""
    words = f" {fold(outlet)} "
    if not set(words.split()) & set(lexicon("families")["organs_of"]):
        return frozenset()
    return frozenset(identity for identity, names in scene.names_of_sides.items()
                     if any(f" {name} " in words for name in names))
