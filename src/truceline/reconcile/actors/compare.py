"""Two names compared: named, weighted reasons. Positive speaks for one bearer, negative for two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from truceline.model import Reason, Verdict
from truceline.reconcile.actors.form import Form, spells
from truceline.reconcile.actors.knowledge import words
from truceline.reconcile.actors.likeness import Pairing, likeness, pair_words

# The table. Chosen on the development reports and on the published name pairs (benchmarks/names.py): a single reason
# of 4 decides alone, two of 2 decide together.
WEIGHTS = {
    "same spelling": 7.0,  # equal once folded
    "known by both names": 6.0,  # world.py
    "known as another": -8.0,
    "words sound alike": 5.0,  # all words paired; scaled by how alike the least alike are
    "surname differs": -6.0,
    "given name differs": -5.0,
    "initial agrees": 0.5,
    "one name fuller": -0.7,  # per word that only one has, the rest being paired
    "both names fuller": -4.0,
    "words in another order": -1.0,
    "single word": -1.5,  # nothing but one common word
    "core words alike": 4.0,
    "core word missing": -4.0,
    "core words differ": -6.0,
    "same type of group": 1.0,
    "other type of group": -3.0,
    "organ of the other": -7.0,  # a mission, ministry or command is not the body that it belongs to
    "acronym spells it": 5.0,
    "other acronym": -6.0,
    "acronym does not spell it": -1.0,
    "same country": 1.0,
    "other country": -6.0,
    "country on one side": -0.3,
    # What the reports add.
    "same office": 3.0,  # same title in the same organisation, reports of the same time
    "no office in common": -1.0,
    "same office holder": 5.0,  # for two groups: one person speaks for or leads both
    "side by side in one report": -5.0,
    "defined in a report": 8.0,  # "Full Name (ACR)"
    "shortened in a report": 3.0,
    "ways of writing differ": 0.8,  # one of the reports is a translation that explains the spelling
    "person's judgement": 1000.0,
}
SAME, DIFFERENT = 2.0, -2.0  # scores at or beyond which a pair is judged; between them unsure
UNLIKE = 0.75  # likeness that says nothing
ALIKE = 0.72  # least likeness of words that still count as one
JOINED = 0.93  # likeness of names written with and without spaces
COMMON = 0.75  # what words that many groups bear ("people", "national") count for


def verdict(reasons: Sequence[Reason]) -> Verdict:
    """What the reasons add up to."""
    total = score(reasons)
    return Verdict.SAME if total >= SAME else Verdict.DIFFERENT if total <= DIFFERENT else Verdict.UNSURE


def score(reasons: Sequence[Reason]) -> float:
    """The sum of the weights."""
    return round(sum(reason.weight for reason in reasons), 6)


def reason(name: str, detail: str = "", share: float = 1.0) -> Reason:
    """A reason with its weight from the table, scaled."""
    return Reason(name, round(WEIGHTS[name] * share, 3), detail)


@lru_cache(maxsize=262144)
def compare_persons(one: Form, other: Form, scheme: str = "") -> tuple[Reason, ...]:
    """Reasons from two persons' names alone; `scheme` is how the less trusted one was transliterated."""
    if one.key == other.key:
        return (reason("same spelling"), *((reason("single word"),) if len(one.core) == 1 else ()))
    if one.known and other.known:
        return _both_known(one, other)
    if not one.core or not other.core:
        return (reason("surname differs"),)
    scheme = scheme or _scheme(one, other)
    if len(one.core) != len(other.core) and likeness("".join(one.core), "".join(other.core), scheme) > JOINED:
        return (reason("words sound alike", "".join(one.core), 0.8),)
    pairing = pair_words(one.core, other.core, scheme, ALIKE)
    reasons = [*_surnames(one, other, pairing), *_extra_words(one, other, pairing)]
    if pairing.pairs:
        reasons.append(_alike("words sound alike", one, other, pairing))
    if [j for _, j, _ in pairing.pairs] != sorted(j for _, j, _ in pairing.pairs):
        reasons.append(reason("words in another order"))
    if min(len(one.core), len(other.core)) == 1:
        reasons.append(reason("single word"))
    return tuple(reasons)


def _both_known(one: Form, other: Form) -> tuple[Reason, ...]:
    same = one.known == other.known
    return (reason("known by both names" if same else "known as another", f"{one.known} / {other.known}"),)


def _scheme(one: Form, other: Form) -> str:
    scripts = {one.script, other.script}
    if len(scripts) == 1:
        return ""
    if scripts & {"Arabic", "Hebrew"}:
        return "abjad"
    return "cyrillic" if "Cyrillic" in scripts else "pinyin" if scripts & {"Han", "Katakana", "Hangul"} else ""


def _alike(name: str, one: Form, other: Form, pairing: Pairing) -> Reason:
    """All paired words together, weighed by the mean of their likeness with the weakest pair's."""
    share = max(0.0, ((pairing.mean + 3 * pairing.weakest) / 4 - UNLIKE) / (1 - UNLIKE))
    if name == "core words alike" and all(one.core[i] in words().concepts for i, _, _ in pairing.pairs):
        share *= COMMON
    detail = ", ".join(f"{one.core[i]}/{other.core[j]} {alike:.2f}" for i, j, alike in pairing.pairs)
    return reason(name, detail, share)


def _surnames(one: Form, other: Form, pairing: Pairing) -> list[Reason]:
    """Last words that find no partner at all."""
    last_left, last_right = len(one.core) - 1, len(other.core) - 1
    if last_left in pairing.left_over and last_right in pairing.right_over:
        return [reason("surname differs", f"{one.core[-1]} / {other.core[-1]}")]
    if last_left in pairing.left_over or last_right in pairing.right_over:
        contained = not (pairing.left_over and pairing.right_over) and len(pairing.pairs) > 1
        return [reason("surname differs", f"{one.core[-1]} / {other.core[-1]}", 0.25 if contained else 0.4)]
    return []


def _extra_words(one: Form, other: Form, pairing: Pairing) -> list[Reason]:
    """Words before the surname that only one or both names have; an initial may stand for a word."""
    left = [one.core[i] for i in pairing.left_over if i < len(one.core) - 1]
    right = [other.core[i] for i in pairing.right_over if i < len(other.core) - 1]
    if not left and not right:
        return []
    if left and right:
        if len(left[0]) == 1 or len(right[0]) == 1:
            agrees = left[0][0] == right[0][0]
            return [reason("initial agrees" if agrees else "given name differs", f"{left[0]} / {right[0]}")]
        return [reason("given name differs", f"{' '.join(left)} / {' '.join(right)}")]
    extra = left or right
    return [reason("one name fuller", " ".join(extra), float(len(extra)))]


@lru_cache(maxsize=262144)
def compare_groups(one: Form, other: Form, scheme: str = "") -> tuple[Reason, ...]:
    """Reasons from the names of two groups, bodies or organisations alone."""
    if one.key == other.key:
        return (reason("same spelling"),)
    if one.known and other.known:
        return _both_known(one, other)
    if one.acronym or other.acronym:
        return _acronyms(one, other)
    if len(one.core) != len(other.core) and "".join(one.core) == "".join(other.core):
        return (reason("core words alike", "".join(one.core)), *_types(one, other))
    pairing = pair_words(one.core, other.core, scheme or _scheme(one, other), ALIKE)
    return (*_cores(one, other, pairing), *_types(one, other))


def _acronyms(one: Form, other: Form) -> tuple[Reason, ...]:
    if one.acronym and other.acronym:
        return (reason("other acronym" if one.acronym != other.acronym else "same spelling"),)
    short, full = (one, other) if one.acronym else (other, one)
    if fit := spells(short.acronym, full.text):
        return (reason("acronym spells it", f"{short.text} / {full.text}", fit),)
    if full.core == (short.acronym,) and not full.organs:
        return (reason("core words alike", short.text),)
    if short.acronym in full.key.split():
        return (reason("core words differ", f"{short.text} / {full.text}"),)
    return (reason("acronym does not spell it", f"{short.text} / {full.text}"),)


def _cores(one: Form, other: Form, pairing: Pairing) -> list[Reason]:
    if not one.core and not other.core and (one.types | one.organs) == (other.types | other.organs):
        return [reason("single word")]
    if not one.core or not other.core:
        return [reason("core word missing", f"{one.text} / {other.text}")]
    left = [one.core[i] for i in pairing.left_over]
    right = [other.core[i] for i in pairing.right_over]
    if not pairing.pairs:
        return [reason("core words differ", f"{' '.join(left)} / {' '.join(right)}")]
    reasons = [_alike("core words alike", one, other, pairing)]
    if left and right:
        share = 2 * len(pairing.pairs) / (len(one.core) + len(other.core))
        reasons.append(reason("core words differ", f"{' '.join(left)} / {' '.join(right)}", 1 - share * 0.5))
    elif left or right:
        reasons.append(reason("core word missing", " ".join(left or right), float(len(left or right))))
    return reasons


def _types(one: Form, other: Form) -> list[Reason]:
    if one.organs != other.organs:
        if one.organs and other.organs:
            return [reason("other type of group", f"{', '.join(sorted(one.organs ^ other.organs))}")]
        return [reason("organ of the other", ", ".join(sorted(one.organs | other.organs)))]
    if one.types & other.types or (one.organs and not one.types ^ other.types):
        return [reason("same type of group", ", ".join(sorted(one.types & other.types or one.organs)))]
    if one.types and other.types:
        return [reason("other type of group", f"{', '.join(sorted(one.types))} / {', '.join(sorted(other.types))}")]
    return []
