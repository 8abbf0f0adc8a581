"""Words to meanings: which date shapes stand where in a text, before any calendar is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from truceline.understand.lexicon import load

NEAR = 56  # characters from its first within which a date has a month, weekday, unit, year or the like
NUMBERS = {
    "year": r"(?:1[89]|20)\d\d", "number": r"\d{1,2}", "nth": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)",
    "decade": r"(?:19|20)\d0",
}
BEFORE_YEAR = re.compile(r"(?i)(?:\b(?:in|since|of|from|until|till|by|during|after|before|between|to|and|around|about|"
                         r"circa|early|late|mid|through|for|year|the|last)[\s-]{1,2}|[(\[])$")
BEFORE_MONTH = re.compile(r"(?i)\b(?:in|of|since|until|till|by|from|to|last|next|this|during|early|late|mid|end|and|"
                          r"through|before|after|between|for|every|over|around|the|-|–)[\s-]{1,2}$")
BEFORE_THEN = re.compile(r"(?i)\b(?:since|until|till|by)\s$")
BEFORE_SEASON = re.compile(r"(?i)\b(?:in|of|since|until|by|from|during|early|late|mid|before|after|this|last|next)\s"
                           r"(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Point:
    """One date shape as matched: the calendar rule that it means and the words that fill it."""

    means: str
    words: dict[str, str]
    part: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Expression:
    """A date in a text, characters start to end; `role` is point, since, deadline, until, within, range
    or event.

    `last` is the far end of a range that names two dates.
    """

    start: int
    end: int
    role: str
    first: Point
    last: Point | None = None


@dataclass(frozen=True)
class Rule:
    """A compiled pattern of the language file."""

    means: str
    shape: re.Pattern[str]
    guard: str


def language() -> dict[str, Any]:
    """The language's words and shapes."""
    data: dict[str, Any] = load("dates")
    return data


def alternatives(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True))


def cased(words: list[str], lower: bool) -> str:
    """Names of months and days with a capital or all in capitals; in small letters too where that is no other word."""
    forms = [*words, *(word.upper() for word in words)]
    if lower:
        forms += [word.lower() for word in words if word not in ("May", "March", "August")]
    return f"(?-i:{alternatives(forms)})"


@cache
def vocabulary() -> dict[str, str]:
    """Placeholder to pattern."""
    words: dict[str, dict[str, Any]] = language()["words"]
    found = {name: alternatives(list(entries)) for name, entries in words.items()}
    months, short = list(words["month"]), list(words["month_short"])
    days, brief = list(words["weekday"]), list(words["weekday_short"])
    found |= NUMBERS
    found["month"], found["month_short"] = cased(months, lower=True), cased(short, lower=False)
    found["mon"] = rf"(?:{cased(months, lower=True)}|{cased(short, lower=False)}\.?)"
    found["weekday"] = cased(days, lower=True)
    found["w"] = rf"(?:{cased(days, lower=True)}|{cased(brief, lower=False)}\.?)"
    ordinal = alternatives(list(words["ordinal"]))
    found["day"] = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|%)|{ordinal})"
    found["count"] = rf"\d{{1,3}}|{found['count']}"
    found["side"] = "before|after"
    return found


@cache
def expand(pattern: str) -> re.Pattern[str]:
    """A shape of the language file as a compiled pattern."""
    words = vocabulary()

    def fill(match: re.Match[str]) -> str:
        name, index = match[1], match[2]
        return f"(?P<{name}{index}>{words[name]})" + ("" if name in ("decade", "month_short", "w", "mon") else r"\b")

    spaced = re.sub(r"(?<!\() (?!\?)", r"\\s{1,3}", pattern).replace(" ?", r"\s{0,3}")
    return re.compile("(?i)" + re.sub(r"<([a-z_]+)(\d?)>", fill, spaced))


@cache
def rules() -> list[Rule]:
    """The shapes in the order in which they are tried."""
    return [Rule(entry["means"], expand(entry["pattern"]), entry.get("guard", "")) for entry in language()["points"]]


@cache
def starts() -> re.Pattern[str]:
    """Where a date can begin: cheap to search for, so that the shapes are tried in few places."""
    words = vocabulary()
    names = ("w", "mon", "ordinal", "count", "season", "holiday", "before", "after", "here", "far")
    links = [word for group in language()["links"].values() for word in group]
    opening = "at on in over about some almost nearly around within night less more just only barely hours".split()
    opening += language()["edges"]
    extra = alternatives([*language()["parts"], *links, *opening])
    either = "|".join(words[name] for name in names)
    share = alternatives([part.removeprefix("the ") for part in language()["parts"]])
    told = ("unit", "before", "after", "here", "season", "ordinal", "count", "w", "mon")
    named = "|".join(words[name] for name in told)
    article = rf"the(?=\s{{1,3}}(?:\d|(?:{named}|{share}|{alternatives(list(language()['edges']))}|same|weekend)\b))"
    pointing = rf"that(?=\s{{1,3}}(?:same|day|night|morning|evening|afternoon)\b)|after(?=\s{{1,3}}(?:{words['count']}|"
    pointing += r"only|just|barely|less|more|nearly|about|some)\b)"
    return re.compile(rf"(?i)(?<![\w.,/-])(?:\d|(?:{either}|{extra})(?!\w)|{article}|{pointing})")


@cache
def cores() -> re.Pattern[str]:
    """A word or number that every date has one of."""
    words = vocabulary()
    names = ("w", "mon", "unit", "season", "holiday", "far", "nth", "now")
    either = "|".join(words[name] for name in names)
    return re.compile(rf"(?i)\b(?:{either}|(?:1[89]|20)\d\d|weekend|day|night|morning|evening|then|of it)|\d\d?[./]\d")


@cache
def parts() -> re.Pattern[str]:
    """A part of what follows: "late March", "the end of"."""
    return re.compile(rf"(?i)(?:the\s{{1,3}})?(?P<part>{alternatives(list(language()['parts']))})"
                      r"(?:-|\s{1,3}(?:of\s{1,3}|in\s{1,3}|on\s{1,3})?)(?:the\s{1,3}(?:month\s{1,3}of\s{1,3})?)?")


@cache
def link_words() -> re.Pattern[str]:
    """A word that says how the date after it is meant."""
    groups = language()["links"]
    return re.compile("(?i)" + "|".join(rf"(?P<{role}>(?:{alternatives(words)})\s{{1,3}})"
                                        for role, words in groups.items()))


@cache
def join_words(role: str) -> re.Pattern[str]:
    """What stands between the two ends of a range."""
    return re.compile(rf"(?i)\s{{0,3}}(?:{alternatives(language()['joins'][role])})\s{{0,3}}")


@cache
def term() -> re.Pattern[str]:
    """A term counted from the anchor: "within 72 hours"."""
    return expand("(?:with)?in (?:the )?(?:<after> )?<count> <unit>")


def guarded(rule: Rule, text: str, position: int) -> bool:
    """Whether a shape that is often no date stands where dates stand."""
    before = text[max(0, position - 16):position]
    if rule.guard == "year":
        return bool(BEFORE_YEAR.search(before))
    if rule.guard == "season":
        return bool(BEFORE_SEASON.search(before))
    if rule.guard == "then":
        return bool(BEFORE_THEN.search(before))
    if rule.guard == "short":
        return text[position:position + 3].lower() != "mar" and bool(BEFORE_MONTH.search(before))
    if rule.guard == "month":
        doubtful = text[position:position + 3].lower() in ("may", "mar", "aug")
        return not doubtful or bool(BEFORE_MONTH.search(before))
    return True


def point(text: str, position: int) -> Point | None:
    """The date shape at the position, with a part before it where one stands."""
    edge = edges().match(text, position)
    if edge and (inner := plain_point(text, edge.end()) or current(text, edge.end())):
        part = f"{edge['edge'].lower()} {edge['count'] or ''} {edge['unit'].lower()}"
        return Point(inner.means, inner.words, re.sub(r"\s+", " ", part), position, inner.end)
    share = parts().match(text, position)
    if share:
        inner = plain_point(text, share.end()) or current(text, share.end())
        if inner and fits(share, inner):
            part = re.sub(r"\s+", " ", share["part"].lower())
            return Point(inner.means, inner.words, part, position, inner.end)
    return plain_point(text, position)


def fits(share: re.Match[str], inner: Point) -> bool:
    """Whether a word is a part of the date after it, and not a verb before it: "will start next week"."""
    plain = share["part"].lower() not in language()["doubtful_parts"]
    return plain or " of" in share[0].lower() or inner.means in ("month", "year", "season")


@cache
def edges() -> re.Pattern[str]:
    """The first or last days, weeks or months of what follows."""
    words = vocabulary()
    return re.compile(rf"(?i)(?:the\s{{1,3}})?(?P<edge>{alternatives(list(language()['edges']))})\s{{1,3}}"
                      rf"(?:(?P<count>{words['count']})\s{{1,3}})?(?P<unit>days?|weeks?|months?|years?)\s{{1,3}}of\s{{1,3}}"
                      r"(?:the\s{1,3}(?:month\s{1,3}of\s{1,3})?)?")


def current(text: str, position: int) -> Point | None:
    """The running month, week or year, which "the end of the month" means."""
    match = expand("<now>").match(text, position)
    return Point("calendar_unit", {"unit": match[0], "here": "this"}, "", position, match.end()) if match else None


def plain_point(text: str, position: int) -> Point | None:
    """The first shape of the language file that fits at the position."""
    for rule in rules():
        match = rule.shape.match(text, position)
        if match and guarded(rule, text, position) and not text[match.end():match.end() + 1].isalnum():
            words = {name: re.sub(r"\s+", " ", value) for name, value in match.groupdict().items() if value}
            return Point(rule.means, words | {"": match[0]}, "", match.start(), match.end())
    return None


def expression(text: str, position: int) -> Expression | None:
    """The date at the position with what links it: "since 2011", "from Sunday to Tuesday"."""
    within = term().match(text, position)
    if within and text[position:position + 4].lower() == "with":
        words = {name: value for name, value in within.groupdict().items() if value}
        return Expression(position, within.end(), "within", Point("term", words))
    link = link_words().match(text, position)
    if link:
        first = point(text, link.end())
        role = link.lastgroup or "point"
        return ranged(text, position, role, first) if first else None
    first = point(text, position)
    if first and first.means == "event":
        return Expression(position, first.end, "event", first)
    return ranged(text, position, "point", first) if first else None


def ranged(text: str, position: int, role: str, first: Point) -> Expression:
    """The expression with its far end, where one is named."""
    join = join_words("between" if role == "between" else "from").match(text, first.end)
    if role == "point" and not join and first.means in ("month", "weekday") and not first.part:
        join = join_words("point").match(text, first.end)
    if join and (role in ("from", "between") or first.means in ("day_of_month", "month", "year", "weekday")):
        last = point(text, join.end())
        if last and same_sort(first, last):
            return Expression(position, last.end, "range", first, last)
    if role in ("from", "between", "point"):
        return Expression(first.start, first.end, "point", first)
    return Expression(position, first.end, role, first)


def same_sort(first: Point, last: Point) -> bool:
    """Whether two dates can be the ends of one range."""
    loose = {"far_day", "weekday"}
    return first.means == last.means or {first.means, last.means} <= loose or "month" in first.means + last.means \
        or "year" in first.means + last.means


def expressions(text: str) -> Iterator[Expression]:
    """Every date in the text, in order, without overlap."""
    position = 0
    while start := starts().search(text, position):
        near = cores().search(text, start.start(), start.start() + NEAR)
        found = expression(text, start.start()) if near else None
        if found:
            yield found
        position = found.end if found else start.start() + max(1, len(start[0]) if len(start[0]) < 4 else 1)
