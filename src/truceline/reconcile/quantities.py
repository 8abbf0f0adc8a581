"""Figures made comparable: bounds, whom they count, over what; and whether two of them count the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from truceline.model import Figure
from truceline.reconcile.scene import Days, Scene, days, gap, named_source, place_keys, vague, width
from truceline.reconcile.words import counted_kinds, fold, lexicon, mass, overlap, stems, weak

INFINITE = float("inf")
RATIO = 6.0           # counts further apart than this are of different things
TOTAL_RATIO = 1.6     # the same for the totals of a war, which change slowly
CLOSE = 1.12          # values further apart than this are two claims
TELLING = 100         # from here on one owner's same number is of the same thing
ODD = 10              # from here on the same number of one story and measure is of the same thing
LARGE = 1000          # from here on a count of people is of a population
ALIKE = 0.3           # likeness of sentences from which two such counts are of one thing
SCOPES = ("who is counted", "a part of another count", "period", "day", "place")  # what two counts may differ in
HARM = ("killed", "injured")
PRESENT = ("detained", "released", "missing")  # counted as of a day, not over a war
BOTH = "one owner gives both"
SAME = 0.5            # likeness of words from which two counts are of one thing
SAID = 0.66       # likeness of a count's own words from which it is one count
_YEAR = re.compile(r"\bsince (?:\w+ ){0,3}?((?:19|20)\d\d)\b")
_SINCE = re.compile(r"\bsince (?:the|it|[A-Z0-9])")
_PART = re.compile(r"\bof (?:them|those|whom|the wounded|the injured|the dead|its dead|their dead)\b")
_STANDING = re.compile(r"\bprisoners? of war\b", re.I)
_NUMBER = re.compile(r"\d")
_COUNTED = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dozen)\b)[\w,.]*"
                      r"((?:[ -][^\W\d]+){1,6})", re.I)


@dataclass(frozen=True)
class Quantity:
    """A figure made comparable. `owner` is the actor whose count it is, "" for the outlet's own."""

    figure: Figure
    low: float
    high: float
    kinds: frozenset[str]
    whole: bool
    since: str
    event: str
    owner: str
    places: frozenset[str]
    when: Days | None
    words: frozenset[str]
    context: frozenset[str]
    story: str = ""


def quantity(figure: Figure, scene: Scene, event: str) -> Quantity:
    """A figure's quantity; `event` is the fact of the happening in which it stands, or ""."""
    sentence = _STANDING.sub("prisoners", scene.sentence(figure))
    low, high = bounds(figure)
    near = _STANDING.sub("prisoners", f"{figure.scope or ''} {figure.quote}")
    since = _YEAR.search(sentence)
    lasting = figure.measure not in PRESENT and bool(stems(near) & _whole())
    whole = lasting or _period(figure, scene) or (
        figure.value or 0) >= 1000 and bool(since or stems(sentence) & _whole())
    source = named_source(figure)
    owner = scene.actor(source, figure.report) if source else ""
    if source and vague(source):  # "two officials" are nobody else's
        owner = f"?{figure.report}:{owner}"
    return Quantity(figure, low, high, counted_kinds(near), whole, since[1] if since else "", "" if whole else event,
                    owner, place_keys(figure.where), days(figure), _plain(near), _plain(sentence),
                    scene.story_of.get(figure.report, figure.report))


@cache
def _whole() -> frozenset[str]:
    return frozenset(stem for word in lexicon("families")["whole"] for stem in stems(word) or {word})


def _period(figure: Figure, scene: Scene) -> bool:
    """Whether "since …" follows a figure before another number does."""
    report = scene.reports.get(figure.report)
    after = report.text[figure.end:figure.end + 60] if report else ""
    found = _SINCE.search(figure.quote) or _SINCE.search(after)
    return bool(found) and not (found.string is after and _NUMBER.search(after[:found.start()])) if found else False


def _plain(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(text) if not _NUMBER.search(word))


def bounds(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows. "More than 250,000" ends where the writer would have said 260,000."""
    value = figure.value
    if value is None:
        return figure.low or 0.0, figure.high if figure.high is not None else INFINITE
    words = fold(figure.comparator or "")
    if _has(words, "above"):
        return value, value + _unit(value)
    if _has(words, "at_least"):
        return value, INFINITE
    if _has(words, "at_most"):
        return 0.0, value
    if _has(words, "about"):
        return value * 0.9, value * 1.1
    if figure.low is None and figure.high is not None:
        return 0.0, figure.high
    if figure.high is None and figure.low is not None:
        return figure.low, INFINITE
    return figure.low if figure.low is not None else value, figure.high if figure.high is not None else value


def _has(words: str, kind: str) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in lexicon("families")[kind])


def _unit(value: float) -> float:
    """The place of the last figure that is not 0: what a rounded number was rounded to."""
    unit = 1.0
    while value >= unit * 10 and value % (unit * 10) == 0:
        unit *= 10
    return unit


def exclude(one: Quantity, other: Quantity) -> bool:
    """Whether no value fits both."""
    return one.high < other.low or other.high < one.low


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures give one value, roundings allowed: "at least 9" is not the same claim as 14."""
    unvalued = not one.figure.value or not other.figure.value
    return not exclude(one, other) and (unvalued or _distance(one, other) <= CLOSE)


def comparable(one: Quantity, other: Quantity) -> str:
    """"" where two figures count the same thing, or else what of their scope differs. When in doubt: it differs."""
    if one.figure.measure != other.figure.measure:
        return "measure"
    if one.kinds != other.kinds and (one.kinds and other.kinds and not one.kinds & other.kinds):
        return "who is counted"
    if bool(_PART.search(one.figure.quote)) or bool(_PART.search(other.figure.quote)):
        return "a part of another count"
    if one.figure.report == other.figure.report and one.owner == other.owner and exclude(one, other):
        return BOTH
    if one.whole != other.whole or (one.since and other.since and one.since != other.since and not one.whole):
        return "period"
    if _distance(one, other) > (TOTAL_RATIO if one.whole else RATIO):
        return "size"
    if one.when and other.when and gap(one.when, other.when) > 1 and not one.whole:
        return "day"
    if one.places and other.places and not one.places & other.places and one.event != other.event:
        return "place"
    return "" if _same_thing(one, other) else "words"


def _distance(one: Quantity, other: Quantity) -> float:
    values = sorted(quantity.figure.value or quantity.low or 1.0 for quantity in (one, other))
    return values[1] / max(values[0], 1.0)


def _same_thing(one: Quantity, other: Quantity) -> bool:
    both = bool(one.event) and one.event == other.event
    if both and one.figure.measure != "other" or _same_number(one, other):
        return True
    if one.figure.scope and fold(one.figure.scope) == fold(other.figure.scope or ""):
        return True
    if one.figure.measure == "violations" and one.when and other.when:
        return abs(width(one.when) - width(other.when)) <= 1  # monitors of one truce, over as many days
    if not one.event and overlap(one.words, other.words) >= SAID and mass(one.words & other.words) >= 2:
        return True
    if one.figure.measure == "other":
        return _same_sort(one, other)
    if one.whole and not one.places ^ other.places:
        return True
    if one.event and other.event and one.figure.measure in HARM:
        return False
    return overlap(one.context, other.context) >= SAME and mass(one.context & other.context) >= 2


def _same_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of no set measure count one thing: people of a place, lorries of one convoy."""
    near = _distance(one, other) <= TOTAL_RATIO
    alike, common = overlap(one.context, other.context), mass(one.context & other.context)
    large = _large(one) and _large(other) and one.story == other.story
    told = bool(one.event) and one.event == other.event or alike >= ALIKE and common >= 3
    if near and (told or large) and _noun(one) & _noun(other):
        return True
    if large and one.owner != other.owner:
        return alike >= ALIKE and common >= 2
    shared = mass(one.words & other.words)
    enough = shared >= 1 and (near or shared >= 2)  # "four lorries" may be any
    return enough and overlap(one.words, other.words) >= SAME


def _same_number(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one story give the same number, and one that two things seldom share."""
    value = one.figure.value
    if not value or value != other.figure.value or one.story != other.story:
        return False
    if one.owner and one.owner == other.owner and value >= TELLING:
        return True
    apart = one.figure.measure in HARM and one.event and other.event and one.event != other.event
    if one.figure.measure != "other" and value >= ODD and not apart:
        return True
    whose = (one.words & other.words) - weak() - _people()  # "two Ruvian soldiers"
    return bool(one.kinds & other.kinds) and bool(whose)


@cache
def _people() -> frozenset[str]:
    """The stems of words for those counted and for what befell them: they do not say whose they were."""
    lists = [*lexicon("wording")["counted"].values(), ["killed", "injured", "prisoners", "release"]]
    return frozenset(stem for words in lists for word in words for stem in stems(word))


def _large(one: Quantity) -> bool:
    return one.figure.measure == "other" and (one.figure.value or 0) >= LARGE


def _noun(one: Quantity) -> frozenset[str]:
    """The stems of the words that follow the number: what is counted."""
    after = _COUNTED.search(one.figure.quote)
    return _plain(after[1]) - weak() if after else frozenset()


def raises(later: Figure, earlier: Quantity, scene: Scene) -> bool:
    """Whether a figure's words say that it replaces another: "up from nine", "risen to" where the other was a least."""
    words = fold(scene.sentence(later))
    if not _has(words, "rising"):
        return False
    named = f"{earlier.figure.value or 0:.0f}" in stems(words)
    return named or earlier.high == INFINITE
