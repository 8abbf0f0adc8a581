"""What every view looks at: the reports, their statements, and the record computed from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from truceline.model import Actor, Fact, Name, Record, Report, Statement, Story, When
from truceline.store import Store
from truceline.views.wording import short


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a line rests on: where they stand, who published them and through which voices they came.

    `start` and `end` are offsets in the report's kept text; `chain` holds names, the first speaker first.
    """

    statement: str
    kind: str
    report: str
    outlet: str
    published: date | None
    start: int
    end: int
    quote: str
    status: str
    chain: tuple[str, ...]
    when: When | None


@dataclass(frozen=True)
class Holdings:
    """Reports by key in order of publication, statements by id in order of place, and the record."""

    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    record: Record

    @cached_property
    def by_report(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each report by place."""
        found: dict[str, list[Statement]] = {key: [] for key in self.reports}
        for one in self.statements.values():
            found.setdefault(one.report, []).append(one)
        return {key: tuple(sorted(some, key=lambda one: (one.start, one.end))) for key, some in found.items()}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def story_of(self) -> Mapping[str, Story]:
        """The story of each report."""
        return {key: story for story in self.record.stories for key in story.reports}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.record.facts}

    @cached_property
    def fact_of(self) -> Mapping[str, Fact]:
        """The fact that each statement belongs to, by statement id."""
        return {key: fact for fact in self.record.facts for key in fact.statements}

    @cached_property
    def _actor_of(self) -> Mapping[tuple[str, str], str]:
        return dict(self.record.actor_of)

    @cached_property
    def last_day(self) -> date | None:
        """The day of the last report: the day that the record is as of."""
        return max((report.published for report in self.reports.values() if report.published), default=None)

    @cached_property
    def first_day(self) -> date | None:
        """The day of the first report."""
        return min((report.published for report in self.reports.values() if report.published), default=None)

    def actor_id(self, name: Name, report: str) -> str | None:
        """The id of the actor that a report means by a name, where one was resolved."""
        return self._actor_of.get((report, name.name)) or self._actor_of.get((report, name.words))

    def called(self, name: Name, report: str) -> str:
        """An actor's name as the record has it, or the fullest that the report gives."""
        actor = self.actors.get(self.actor_id(name, report) or "")
        return actor.name if actor else name.name or name.words

    def outlet(self, report: str) -> str:
        """Who published a report; its key where that is not known."""
        known = self.reports.get(report)
        return (known.outlet if known else None) or report

    def evidence(self, statements: Iterable[str]) -> tuple[Evidence, ...]:
        """The words behind statements: one passage of each report in order of publication, then second passages, and
        so on. Ids that are not kept are passed over."""
        kept = [self.statements[one] for one in dict.fromkeys(statements) if one in self.statements]
        ordered = sorted((self.words(one) for one in kept),
                         key=lambda one: (one.published or date.max, one.report, one.start))
        before: Counter[str] = Counter()
        ranked = []
        for one in ordered:
            ranked.append((before[one.report], one))
            before[one.report] += 1
        return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))

    def words(self, statement: Statement) -> Evidence:
        """The words behind one statement."""
        report = self.reports.get(statement.report)
        return Evidence(
            statement=statement.id, kind=statement.kind, report=statement.report,
            outlet=self.outlet(statement.report), published=report.published if report else None,
            start=statement.start, end=statement.end, quote=statement.quote, status=str(statement.status),
            chain=tuple(self.called(voice.who, statement.report) for voice in statement.chain), when=statement.when,
        )


def alike(evidence: Iterable[Evidence], said: str = "") -> tuple[tuple[Evidence, ...], ...]:
    """Passages with the same words of the same voices, as copies have, together; in the order of their firsts.

    Those whose words stand in `said` come before the others.
    """
    together: dict[tuple[str, tuple[str, ...]], list[Evidence]] = {}
    for one in evidence:
        together.setdefault((" ".join(one.quote.split()), one.chain), []).append(one)
    repeated = [tuple(some) for (quote, _), some in together.items() if said and short(quote) in said]
    return (*repeated, *(some for some in map(tuple, together.values()) if some not in repeated))


def gather(store: Store, record: Record) -> Holdings:
    """The holdings of a store. Raises StoreUnavailable."""
    reports = sorted(store.reports(), key=lambda one: (one.published or date.max, one.key))
    return Holdings({one.key: one for one in reports}, {one.id: one for one in store.statements()}, record)


def names(rows: Any) -> tuple[str, ...]:
    """The names in a field that lists actors as the contract writes them."""
    return tuple(str(row["name"]) for row in rows or () if row.get("name"))


def interval(row: Any) -> When | None:
    """An interval from the way that the contract writes it: an object, one ISO date, or nothing."""
    if not row:
        return None
    if isinstance(row, str):
        day = date.fromisoformat(row)
        return When(day, day, "")
    return When(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), row.get("text") or "")
