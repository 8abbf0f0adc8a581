"""The boards: talks, truces, pledges, positions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from truceline.cli.screens.base import Lines, entry, fields, heading, sources, title
from truceline.views.peace import Board, Pledge, Talks, Truce
from truceline.views.wording import count, day, spell


def talks(found: Iterable[Talks], as_of: date | None) -> Lines:
    """Talks with who takes part as what, their sessions, and how they stand."""
    some = tuple(found)
    yield title(count(len(some), "talks", "talks"), _as_of(as_of))
    for one in some:
        yield heading(one.name)
        yield from fields({"State": one.state, "Next": one.next} | _parts(one.parts))
        for session in one.sessions:
            moved = f", put off from {spell(session.moved_from)}" if session.moved_from else ""
            yield entry((f"{spell(session.when)}  ", "cyan"), session.status, moved)
            yield from sources(session.evidence, 2)


def truces(found: Iterable[Truce], as_of: date | None) -> Lines:
    """Truces with their days, who is in and out, and the ledger of alleged violations."""
    some = tuple(found)
    yield title(count(len(some), "truce"), _as_of(as_of))
    for one in some:
        yield heading(" and ".join(one.parts.get("parties", ())) or "Parties not named")
        yield from fields({part.capitalize(): spell(when) for part, when in one.days.items()} | _parts(
            {part: who for part, who in one.parts.items() if part != "parties"}))
        for words in one.told.values():
            yield from sources(words, 2)
        for row in one.violations:
            denied = ", denied" if row.answers else ""
            yield entry((f"alleged {'violation' if row.of == 'breach' else 'violence'}: ", "yellow"),
                        f"{row.accuser or 'a voice not named'} accuses {row.accused or 'a party not named'}{denied}")
            yield from sources((*row.evidence, *row.answers), 2)


def pledges(found: Iterable[Pledge], as_of: date | None) -> Lines:
    """Pledges with how they stand and every state that was told."""
    some = tuple(found)
    yield title(count(len(some), "pledge"), _as_of(as_of))
    for one in some:
        to = f" to {', '.join(one.to)}" if one.to else ""
        due = f", due {spell(one.due)}" if one.due else ""
        yield entry((f"{one.stands}  ", "bold"), f"{', '.join(one.by) or 'somebody'}{to}: {one.content}",
                    (f"{due}{', if: ' + one.condition if one.condition else ''}", "dim"))
        yield from sources(words for turn in one.history for words in turn.evidence)


def positions(board: Board, as_of: date | None) -> Lines:
    """Each party's positions by issue, the latest last."""
    yield title(count(len(board.cells), "position"), _as_of(as_of))
    for party in board.parties:
        yield heading(party)
        for issue in board.issues:
            for held in board.cells.get((party, issue), ()):
                yield entry((f"{issue}: ", "bold"), held.position, (f"  {spell(held.when)}", "dim"))
                yield from sources(held.evidence, 1)


def _parts(named: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {part.capitalize(): ", ".join(who) for part, who in named.items()}


def _as_of(as_of: date | None) -> str:
    return f"as of {day(as_of)}" if as_of else ""
