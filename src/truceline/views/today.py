"""Where things stand on the day of the last report, in ten lines, and which days come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from truceline.model import Act, Fact, Statement, Status
from truceline.views import facts, peace
from truceline.views.disagreements import Dispute, disagreements
from truceline.views.holdings import Evidence, Holdings
from truceline.views.wording import count, dates_in, short, spell

LINES = 10
COMING = {Status.PLANNED, Status.CONDITIONAL}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `topic` names the board that its entry `id` stands on, `state` how the thing itself stands.

    `standing` and `tally` are those of the fact behind its words, as in "corroborated" and "3 reports, 2 voices".
    """

    topic: str
    id: str
    text: str
    state: str
    standing: str
    tally: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """A day ahead and what is to happen or due on it; `topic` and `id` as of a line."""

    day: date
    topic: str
    id: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """Where things stand as of `day`; `overdue` are pledges whose day has passed without an outcome told."""

    day: date | None
    lines: tuple[Line, ...]
    coming: tuple[Coming, ...]
    overdue: tuple[peace.Pledge, ...]
    disagreements: tuple[Dispute, ...]


def today(holdings: Holdings) -> Today:
    """Where things stand: truces, talks, pledges whose outcome is ahead or known, then what the latest reports tell."""
    pledges = peace.pledges(holdings)
    objects = [*_truces(holdings), *_talks(holdings), *_pledges(holdings, pledges)]
    rest = _latest(holdings, LINES - len(objects))
    return Today(day=holdings.last_day, lines=(*objects[:LINES], *rest), coming=coming(holdings, pledges),
                 overdue=tuple(one for one in pledges if one.overdue), disagreements=disagreements(holdings))


def line(holdings: Holdings, entry: tuple[str, str], text: str, state: str, evidence: Iterable[Evidence]) -> Line:
    """A line on an entry (its topic and id); its standing is that of the fact behind its first words."""
    words = tuple(evidence)
    fact = next((found for one in words if (found := holdings.fact_of.get(one.statement))), None)
    told = facts.line(holdings, fact) if fact else None
    return Line(*entry, text=text, state=state, standing=told.standing if told else "single",
                tally=told.tally if told else "", evidence=words)


def _truces(holdings: Holdings) -> Iterator[Line]:
    for one in reversed(peace.truces(holdings)):
        days = ", ".join(f"{part} {spell(when)}" for part, when in one.days.items())
        broken = count(len(one.violations), "alleged violation") if one.violations else ""
        text = " and ".join(one.parts.get("parties", ())) or "Parties not named"
        yield line(holdings, ("truces", one.id), text, "; ".join(part for part in (days, broken) if part), one.evidence)


def _talks(holdings: Holdings) -> Iterator[Line]:
    for one in peace.talks(holdings):
        state = "; ".join(part for part in (one.state, f"next: {dates_in(one.next)}" if one.next else "") if part)
        yield line(holdings, ("talks", one.id), one.name, state, reversed(one.evidence))


def _pledges(holdings: Holdings, pledges: Iterable[peace.Pledge]) -> Iterator[Line]:
    for one in pledges:
        if one.state != "kept" and not one.overdue:
            due = f", due {spell(one.due)}" if one.due else ""
            words = [words for turn in reversed(one.history) for words in turn.evidence]
            by = ", ".join(one.by)
            text = f"{by}: {short(one.content)}" if by else short(one.content)
            yield line(holdings, ("pledges", one.id), text, one.state + due, words)


def _latest(holdings: Holdings, wanted: int) -> tuple[Line, ...]:
    """The latest acts that more than one voice tells or that are disputed, then the latest of all."""
    acts = [fact for fact in holdings.record.facts if fact.kind == "act" and fact.reports]
    ranked = sorted(acts, key=lambda fact: (fact.standing in ("corroborated", "disputed"), _published(holdings, fact)),
                    reverse=True)
    return tuple(line(holdings, ("fact", fact.id), dates_in(fact.label), "", holdings.evidence(fact.statements))
                 for fact in ranked[: max(wanted, 0)])


def _published(holdings: Holdings, fact: Fact) -> date:
    days = [one.published for key in fact.reports if (one := holdings.reports.get(key)) and one.published]
    return max(days, default=date.min)


def coming(holdings: Holdings, pledges: Iterable[peace.Pledge]) -> tuple[Coming, ...]:
    """The days after the last report on which something is planned or due, in order."""
    last = holdings.last_day or date.max
    found = [Coming(one.due.end, "pledges", one.id, f"Due: {short(one.content)}",
                    tuple(words for turn in one.history for words in turn.evidence))
             for one in pledges if one.due and one.due.end >= last and one.state == "pending"]
    for fact in holdings.record.facts:
        told = [one for key in fact.statements if (one := holdings.statements.get(key)) and _ahead(one, last)]
        if told and told[0].when:
            found.append(Coming(told[0].when.start, "fact", fact.id, dates_in(fact.label),
                                holdings.evidence(one.id for one in told)))
    return tuple(sorted(found, key=lambda one: (one.day, one.topic, one.id)))


def _ahead(one: Statement, last: date) -> bool:
    return isinstance(one, Act) and one.status in COMING and one.when is not None and one.when.start >= last
