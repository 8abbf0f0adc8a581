"""Truces: declared, in force, ended; between whom, without whom, and who says that who broke them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from truceline.model import Act, Issue, Pledge, Stance, Statement, Status
from truceline.reconcile import charges
from truceline.reconcile.exclusions import left_out
from truceline.reconcile.objects import best_date, lead, participants, says, sides, tells_of
from truceline.reconcile.scene import UNDATED, Scene, days, gap
from truceline.reconcile.truce_shelf import Shelf, Truce

NEAR = 3          # days that two datings of one declaration may differ by
LEAD = 45         # days from a declaration to its taking effect
UNREAL = (Status.DENIED, Status.DEMANDED, Status.FAILED, Status.THREATENED, Status.CONDITIONAL)
LIFE = 400        # days after which an end belongs to another truce


def gather(scene: Scene) -> list[Truce]:
    """The truces that a scene's statements speak of."""
    roles = [(one, part_in(one, scene)) for one in scene.statements]
    acts = [(one, part) for one, part in roles if isinstance(one, Act)]
    truces = Shelf()
    for wanted in ("declared", "effective"):
        for dated_first in (True, False):
            for act in (act for act, part in acts if part == wanted and bool(act.when) is dated_first):
                _anchor(act, wanted, truces, scene)
    for act in (act for act, part in acts if part == "extended"):
        _prolong(act, truces, scene)
    for one, part in roles:
        if part not in ("", "declared", "effective", "extended") and (truce := _meant(one, part, truces, scene)):
            getattr(truce, part).append(one)
    for act in (act for act, part in acts if not part):
        if broken := charges.broken_by(act, truces, scene):
            broken.violations.append(act)
    return truces.all


def keys(truces: Sequence[Truce], scene: Scene) -> dict[str, str]:
    """For statements that say one thing of one truce, what they have in common."""
    found: dict[str, str] = {}
    for number, truce in enumerate(truces):
        declared, effective = best_date(truce.declared), best_date(truce.effective)
        at_once = declared and effective and declared.start <= effective.end and effective.start <= declared.end
        found |= {act.id: f"truce {number} declared" for act in truce.declared}
        found |= {act.id: f"truce {number} {'declared' if at_once else 'effective'}" for act in truce.effective
                  if act.status is not Status.ONGOING}
        found |= {act.id: f"truce {number} ended by {' '.join(sorted(participants(act, scene)))}"
                  for act in truce.ended}
        found |= {act.id: f"truce {number} broken" for act in (*truce.violations, *truce.others)
                  if isinstance(act, Act) and act.type in ("ASSAULT", None) and not act.actors and not act.recipients
                  and act.status in (Status.OCCURRED, Status.ONGOING, Status.FAILED) and says(act.quote, "broken")}
        found |= {one.id: f"truce {number} without {' '.join(sorted(left_out(one, scene)))}" for one in truce.excluded
                  if left_out(one, scene)}
    return found


def part_in(one: Statement, scene: Scene) -> str:
    """A statement's role by its sentence too: "the extension took effect" prolongs a truce."""
    part = role(one)
    return "extended" if part == "effective" and one.when and says(lead(one, scene), "extended") else part


def role(one: Statement) -> str:
    """What a statement does to a truce by its own words; "" where it is not about one."""
    if one.issue is Issue.EXCLUDED and isinstance(one, Act | Stance):
        return "excluded"
    if isinstance(one, Pledge) and says(one.quote, "monitoring") and says(one.quote, "truce"):
        return "monitoring"
    settles = isinstance(one, Act) and one.type in ("AGREE", "CONCEDE", "RETREAT") and says(one.quote, "truce")
    if one.issue is not Issue.CEASEFIRE and not settles:
        return ""
    if isinstance(one, Act):
        return _act_role(one)
    return "others"


def _act_role(act: Act) -> str:
    if act.type is None and act.status is Status.FAILED and says(act.quote, "truce") and says(act.quote, "ended"):
        return "ended"
    if act.status in UNREAL:
        return "others"
    named = act.mode == "ceasefire" or says(act.quote, "truce")
    if act.type in ("AGREE", "CONCEDE") and named and says(act.quote, "extended"):
        return "extended"
    if act.type in ("AGREE", "CONCEDE"):
        return "declared" if act.when or named else "others"
    if act.type == "RETREAT":
        return "effective" if named and (act.when or not says(act.quote, "until")) else "others"
    if act.type == "SANCTION" or (act.type is None and says(act.quote, "ended")):
        return "others" if act.status is Status.PLANNED else "ended"
    if act.type == "ACCUSE" and act.mode != "disapprove" or act.type == "ASSAULT":
        return "violations"
    return "monitoring" if says(act.quote, "monitoring") else "others"


def _anchor(act: Act, role: str, truces: Shelf, scene: Scene) -> None:
    """Put a declaration or a taking effect to its truce, or open one."""
    mine = days(act)
    near = truces.near(mine, 3) if mine else []
    fitting = [truce for _, truce in near if _fits(act, role, truce, scene)]
    chosen = min(fitting, key=lambda truce: _apart(act, truce), default=None)
    if chosen is None and mine is None:
        chosen = _current(act, truces, scene)
    if chosen is None and mine is None:
        return
    chosen = chosen or Truce()
    getattr(chosen, role).append(act)
    if mine:
        truces.file(chosen, mine)
        truces.of[act.id] = chosen.number


def _prolong(act: Act, truces: Shelf, scene: Scene) -> None:
    """Put an extension to the truce that it prolongs; where none is known, it is all that is told of one."""
    chosen, mine = _meant(act, "extended", truces, scene), days(act)
    if chosen is None and not participants(act, scene):
        of = next((truces.of[one.id] for one in scene.by_report[act.report] if one.id in truces.of), None)
        chosen = None if of is None else truces.all[of]
    if chosen is None or (mine and not charges.in_force(chosen, mine)):
        _anchor(act, "effective" if act.type == "RETREAT" else "declared", truces, scene)
        chosen = truces.all[truces.of[act.id]] if act.id in truces.of else None
    if chosen is not None:
        chosen.extended.append(act)
        truces.of[act.id] = chosen.number
        if mine:
            truces.file(chosen, mine)


def _apart(act: Act, truce: Truce) -> int:
    mine = days(act)
    return min((gap(mine, other) for one in truce.anchors() if mine and (other := days(one))), default=9999)


def _fits(act: Act, role: str, truce: Truce, scene: Scene) -> bool:
    """Whether a dated act is of a truce: days and parties must allow it."""
    mine = days(act)
    if mine is None:
        return False
    doers, theirs = participants(act, scene), frozenset(sides(truce.anchors(), scene))
    told = tells_of(act.report, truce.anchors(), scene)
    alone = act.type == "CONCEDE" or any(one.type == "CONCEDE" for one in truce.anchors())
    if not doers & theirs and (not told or alone and scene.known(doers) and scene.known(theirs)):
        return False
    for one in truce.anchors():
        other = days(one)
        if other is None:
            continue
        if role == "declared" or not truce.declared:
            if gap(mine, other) <= NEAR:
                return True
        elif other[0] - timedelta(days=NEAR) <= mine[1] and mine[0] <= other[1] + timedelta(days=LEAD):
            return True
    return False


def _current(one: Statement, truces: Shelf, scene: Scene) -> Truce | None:
    """The truce that a report means when it names none: the latest that it dates itself, else that its story does."""
    published = scene.published(one.report)
    if published == UNDATED:
        return None
    doers = participants(one, scene) if isinstance(one, Act) and one.type != "ACCUSE" else frozenset()
    known = [(when.start, number, truce) for number, truce in truces.near((published, published), LIFE // 30 + 1)
             if (when := best_date(truce.anchors())) and when.start <= published + timedelta(days=LEAD)
             and (published - when.end).days <= LIFE]
    if here := _same_sentence(one, truces, scene):
        return here
    told = [entry for entry in known if tells_of(one.report, entry[2].told(), scene)]
    theirs = participants(one, scene) if isinstance(one, Act) else frozenset()
    known = [entry for entry in known if doers & frozenset(sides(entry[2].told(), scene))] or told or [
        entry for entry in known if theirs & frozenset(sides(entry[2].told(), scene))]
    known = [entry for entry in known if any(act.report == one.report for act in entry[2].anchors())] or known
    if isinstance(one, Act) and one.type == "ACCUSE":
        known = [entry for entry in known if not charges.of_others(one, entry[2], scene)]
        known = [entry for entry in known if not charges.binds_accuser(one, entry[2], scene)] or known
    return max(known, key=lambda entry: entry[:2])[2] if known else None


def _same_sentence(one: Statement, truces: Shelf, scene: Scene) -> Truce | None:
    """The truce whose dating stands in the sentence: "a truce declared in May expired"."""
    start, end = scene.sentence_span(one)
    return next((truces.all[number] for act in scene.by_report.get(one.report, ())
                 if start <= act.start < end and (number := truces.of.get(act.id)) is not None), None)


def _meant(one: Statement, role: str, truces: Shelf, scene: Scene) -> Truce | None:
    """The truce that an end, a violation or an exclusion belongs to."""
    when = days(one)
    if role not in ("ended", "extended") or not when or not isinstance(one, Act):
        return _current(one, truces, scene)
    doers = participants(one, scene)
    before = [(date.start, number, truce) for number, truce in truces.near(when, LIFE // 30 + 1)
              if (date := best_date(truce.anchors())) and date.start <= when[1]
              and (when[0] - date.end).days <= LIFE and _party(doers, one, truce, scene)]
    return max(before, key=lambda entry: entry[:2])[2] if before else None


def _party(doers: frozenset[str], one: Act, truce: Truce, scene: Scene) -> bool:
    """Whether an act can be on a truce: by one that it binds, or, where no names tell, in its story."""
    theirs = frozenset(sides(truce.anchors(), scene))
    told = tells_of(one.report, truce.anchors(), scene)
    return bool(doers & theirs) or (told and (not doers or not theirs))


