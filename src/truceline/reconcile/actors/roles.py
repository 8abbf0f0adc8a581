"""Offices over time: role statements of one person gathered into terms with their beginning and end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from truceline.model import HeldRole, Report, Role
from truceline.reconcile.actors.evidence import title_words

AFTERGLOW = timedelta(days=30)  # reports go on calling a person by an office that was left a little earlier
MEMBERS = frozenset(word[:5] for word in (
    "member official leader commander spokesman spokeswoman spokesperson head chief president secretary minister "
    "envoy deputy founder representative negotiator coordinator ambassador officer fighter general delegate chairman"
).split())


@dataclass
class _Term:
    """One stretch of an office."""

    title: str
    start: date | None
    end: date | None
    seen: date | None
    statements: list[str] = field(default_factory=list)

    def held(self, organisation: str | None) -> HeldRole:
        return HeldRole(
            title=self.title, organisation=organisation, start=self.start.isoformat() if self.start else None,
            end=self.end.isoformat() if self.end else None, statements=tuple(sorted(self.statements)),
        )


def held_roles(
    statements: Iterable[Role], reports: Mapping[str, Report], organisation: Callable[[Role], str | None]
) -> tuple[HeldRole, ...]:
    """The offices of one person: statements of like title and the same organisation make one office, in terms.

    An office held again after it was left is a second term, no contradiction.
    """
    offices: list[tuple[frozenset[str], str | None, list[Role]]] = []
    for role in sorted(statements, key=lambda role: (-len(title_words(role.title)), role.title, role.id)):
        said, body = title_words(role.title), organisation(role)
        place = next((held for words, where, held in offices if where == body and said and said <= words), None)
        if place is None:
            offices.append((said, body, [role]))
        else:
            place.append(role)
    held = [term.held(body) for _, body, roles in offices for term in _terms(roles, reports)]
    return tuple(sorted(held, key=lambda role: (role.start or role.end or "9999", role.title, role.organisation or "")))


def _terms(roles: list[Role], reports: Mapping[str, Report]) -> list[_Term]:
    """The statements of one office in order of time, cut into terms."""
    terms: list[_Term] = []
    for role in sorted(roles, key=lambda role: (_day(role, reports) or date.min, role.state == "left", role.id)):
        day = _day(role, reports)
        term = terms[-1] if terms else None
        if term is None or _begins_anew(role, term, day):
            term = _Term(role.title, None, None, None)
            term.start = day if role.state == "takes" or terms else None
            terms.append(term)
        if role.state == "takes" and day and (term.start is None or day < term.start):
            term.start = day
        if role.state == "left" and day:
            term.end = min(day, term.end or day)
        term.seen = max(filter(None, (term.seen, day)), default=None)
        term.statements.append(role.id)
    return terms


def _begins_anew(role: Role, term: _Term, day: date | None) -> bool:
    """Whether a statement speaks of a later term than the last one."""
    if term.end is None or day is None:
        return False
    return day > term.end if role.state == "takes" else day > term.end + AFTERGLOW


def _day(role: Role, reports: Mapping[str, Report]) -> date | None:
    """When the statement holds: its own time, else the day of publication."""
    if role.when:
        return role.when.end if role.state == "left" else role.when.start
    report = reports.get(role.report)
    return report.published if report else None


def is_membership(role: HeldRole) -> bool:
    """Whether the office makes its holder one of the organisation, as a leader, official or member does."""
    return bool(title_words(role.title) & MEMBERS)
