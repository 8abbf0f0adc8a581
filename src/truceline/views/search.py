"""Finding statements by their words, their actors and what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, partial
from itertools import islice

from truceline.model import Act, Figure, Name, Pledge, Quote, Role, Stance, Statement
from truceline.views.find import fold
from truceline.views.holdings import Holdings
from truceline.views.passage import Passage, after, before, passage
from truceline.views.story import ReportLine, report_line

REPORTS = 8  # reports shown beside the statements
FACETS = ("kind", "type", "status", "standing", "issue", "outlet")
_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; what is empty does not matter.

    `q` are words and "phrases" that all stand in the same paragraph, accents and case aside. `actor` is an actor's id,
    `part` what it does: "does", "undergoes", "mediates", "says", "holds", "pledges", "serves". `start` and `end` bound
    the days of what is stated, or of publication where no day is stated.
    """

    q: str = ""
    actor: str = ""
    part: str = ""
    kind: str = ""
    type: str = ""
    status: str = ""
    standing: str = ""
    issue: str = ""
    outlet: str = ""
    place: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def asked(self) -> bool:
        """Whether anything is looked for at all."""
        return any(getattr(self, item.name) for item in fields(self))


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, amid its words, with the fact that it belongs to."""

    passage: Passage
    fact: str
    standing: str


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report with all the words somewhere in its text, and the place of the first of them."""

    report: ReportLine
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Hits:
    """How many were found, one page of them, the newest report first, and how many there are of each kind, type …

    `reports` are the newest whose text has the words, whether or not a statement was read near them.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    reports: tuple[ReportHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What a statement can be found by."""

    statement: Statement
    words: str
    actors: frozenset[tuple[str, str]]
    places: frozenset[str]
    values: Mapping[str, str]
    first: date
    last: date


class Index:
    """The cards of all statements, the newest report first."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        newest = sorted(holdings.statements.values(), key=lambda one: one.start)
        newest.sort(key=lambda one: _published(holdings, one), reverse=True)
        self.cards = {one.id: card(holdings, one) for one in newest}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Titles and texts of reports in the form that words are compared in, the newest first."""
        kept = reversed(list(self.holdings.reports.items()))
        return {key: f"{fold(one.title or '')} {fold(one.text)}" for key, one in kept}

    def found(self, query: Query) -> list[Card]:
        """The cards that a query asks for, in order."""
        tests = _tests(query)
        return [one for one in self.cards.values() if all(test(one) for test in tests)]

    def holds(self, query: Query, statements: Iterable[str]) -> bool:
        """Whether any of these statements is asked for."""
        tests = _tests(query)
        return any(all(test(one) for test in tests) for key in statements if (one := self.cards.get(key)))


def search(index: Index, query: Query, offset: int = 0, limit: int = 20) -> Hits:
    """One page of what a query finds."""
    found = index.found(query)
    counts = {name: dict(Counter(one.values[name] for one in found if one.values[name]).most_common())
              for name in FACETS}
    hits = tuple(_hit(index.holdings, one.statement) for one in found[offset : offset + limit])
    return Hits(len(found), hits, counts, reports(index, query))


def reports(index: Index, query: Query) -> tuple[ReportHit, ...]:
    """The newest reports that have all the words of a query, of its outlet and published on its days."""
    patterns = _patterns(query.q)
    start, end = query.start or date.min, query.end or date.max
    kept = index.holdings.reports
    found = (key for key, text in index.texts.items()
             if patterns and query.outlet in ("", index.holdings.outlet(key))
             and start <= (kept[key].published or start) <= end and all(one.search(text) for one in patterns))
    return tuple(_report_hit(index.holdings, key, query.q) for key in islice(found, REPORTS))


def _report_hit(holdings: Holdings, key: str, q: str) -> ReportHit:
    """The first place that has a word as it was typed; the beginning where accents alone differ."""
    text = holdings.reports[key].text
    typed = "|".join(re.escape(phrase or word) for phrase, word in _TERM.findall(q))
    place = re.search(rf"(?<!\w)(?:{typed})\w*", text, re.IGNORECASE)
    start, end = place.span() if place else (0, 0)
    return ReportHit(report_line(holdings, key), before(text, start), text[start:end], after(text, end))


def _hit(holdings: Holdings, one: Statement) -> Hit:
    fact = holdings.fact_of.get(one.id)
    return Hit(passage(holdings, one), fact.id if fact else "", fact.standing if fact else "single")


def card(holdings: Holdings, one: Statement) -> Card:
    """The card of a statement."""
    report = holdings.reports.get(one.report)
    text = report.text if report else one.quote
    around = f"{before(text, one.start)}{one.quote}{after(text, one.end)} {(report.title if report else '') or ''}"
    fact = holdings.fact_of.get(one.id)
    published = _published(holdings, one)
    return Card(
        statement=one, words=f" {fold(around)} ", places=frozenset(fold(where.name) for where in one.where),
        actors=frozenset((part, key) for part, names in parts(one) for name in names
                         if (key := holdings.actor_id(name, one.report))),
        values={"kind": one.kind, "type": (one.type or "") if isinstance(one, Act) else "", "status": str(one.status),
                "standing": fact.standing if fact else "single", "issue": str(one.issue or ""),
                "outlet": holdings.outlet(one.report)},
        first=one.when.start if one.when else published, last=one.when.end if one.when else published,
    )


def parts(one: Statement) -> tuple[tuple[str, tuple[Name, ...]], ...]:
    """Who has which part in a statement."""
    said: tuple[Name, ...] = tuple(voice.who for voice in one.chain)
    if isinstance(one, Act):
        return ("does", one.actors), ("undergoes", one.recipients), ("mediates", one.mediators), ("says", said)
    if isinstance(one, Stance):
        return ("holds", (one.holder,) if one.holder else ()), ("says", said)
    if isinstance(one, Pledge):
        return ("pledges", one.by), ("undergoes", one.to), ("says", said)
    if isinstance(one, Role):
        return (("serves", (one.person, one.organisation) if one.organisation else (one.person,)),)
    if isinstance(one, Quote):
        return (("says", (*said, one.speaker.who) if one.speaker else said),)
    if isinstance(one, Figure):
        return (("says", (*said, one.counted_by) if one.counted_by else said),)
    return ()


def terms(q: str) -> tuple[str, ...]:
    """The words and phrases of a search, in the form that they are compared in."""
    return tuple(folded for phrase, word in _TERM.findall(q) if (folded := fold(phrase or word).strip('" ')))


def _patterns(q: str) -> list[re.Pattern[str]]:
    """What each word or phrase looks like where it begins a word."""
    return [re.compile(rf"(?<!\w){re.escape(term)}") for term in terms(q)]


def _tests(query: Query) -> list[Callable[[Card], bool]]:
    """One test for each thing that matters."""
    tests: list[Callable[[Card], bool]] = [partial(_has_words, pattern) for pattern in _patterns(query.q)]
    tests += [partial(_has_value, name, wanted) for name in FACETS if (wanted := getattr(query, name))]
    if query.actor:
        tests.append(partial(_has_actor, query.actor, query.part))
    if query.place:
        tests.append(partial(_has_place, fold(query.place)))
    if query.start or query.end:
        tests.append(partial(_is_between, query.start or date.min, query.end or date.max))
    return tests


def _has_words(pattern: re.Pattern[str], one: Card) -> bool:
    return pattern.search(one.words) is not None


def _has_value(name: str, wanted: str, one: Card) -> bool:
    return one.values[name] == wanted


def _has_actor(wanted: str, part: str, one: Card) -> bool:
    return any(key == wanted and part in ("", its) for its, key in one.actors)


def _has_place(wanted: str, one: Card) -> bool:
    return any(wanted in place for place in one.places)


def _is_between(start: date, end: date, one: Card) -> bool:
    return one.first <= end and one.last >= start


def _published(holdings: Holdings, one: Statement) -> date:
    report = holdings.reports.get(one.report)
    return (report.published if report else None) or date.min
