"""Judgements as the command line reads, writes and undoes them."""

from __future__ import annotations

from datetime import datetime

from truceline import pipeline
from truceline.errors import Contradicted, UnknownName
from truceline.model import Judgement, Reason, Verdict
from truceline.reconcile import doubts
from truceline.reconcile.rulings import UNDO, Rulings, judgement_id, standing
from truceline.store import Store


def unsure(store: Store) -> tuple[Judgement, ...]:
    """The pairs of a store that the rules are in doubt about and nobody has judged."""
    known = pipeline.reader(store).knowledge
    return doubts.find(tuple(store.reports()), tuple(store.statements()), store.judgements(), known)


def judge(store: Store, made: Judgement) -> str:
    """Write a person's judgement into the log; its id. Raises Contradicted where others stand that imply the opposite.

    A new word on the same pair goes before the old one and contradicts nothing.
    """
    pair = {made.left, made.right}
    others = [one for one in standing(store.judgements()) if one.about == made.about and {one.left, one.right} != pair]
    rulings = Rulings.about(made.about, others)
    around = rulings.joined_with(made.left) | rulings.joined_with(made.right)
    if not rulings.add(made):
        against = [judgement_id(one) for one in others if {one.left, one.right} <= around
                   or (one.verdict is Verdict.DIFFERENT and {one.left, one.right} & around)]
        raise Contradicted(f"other judgements imply that {made.left} and {made.right} are not {made.verdict}: "
                           f"{', '.join(against)}; undo one of them first")
    store.add_judgements([made])
    return judgement_id(made)


def undo(store: Store, key: str, reason: str, by: str, at: datetime) -> str:
    """Take a judgement, or the undoing of one, back; the id of the undoing. Raises UnknownName."""
    log = store.judgements()
    stands = {judgement_id(one) for one in standing(log)}
    undoings = {judgement_id(one) for one in log if one.about == UNDO}
    if key not in stands | undoings:
        known = key in {judgement_id(one) for one in log}
        raise UnknownName(f"judgement {key} is undone already" if known
                          else f"no judgement {key}; `truceline judge --log` names them")
    made = Judgement(about=UNDO, left=key, right="", verdict=Verdict.UNSURE, by=by, at=at,
                     reasons=(Reason(reason, 0.0),) if reason else ())
    store.add_judgements([made])
    return judgement_id(made)
