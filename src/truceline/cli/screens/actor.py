"""One actor: names, offices, deeds and words."""

from __future__ import annotations

from truceline.cli.screens.base import Lines, entry, fields, heading, sources, title
from truceline.views.actor import ActorView
from truceline.views.wording import count, days

PARTS = {"does": "Does", "undergoes": "Is met by", "mediates": "Mediates", "holds": "Takes a position",
         "pledges": "Promises", "says": "Says"}


def lines(view: ActorView) -> Lines:
    """All that the record has of an actor, every line with its words."""
    yield title(view.name, f"{view.kind}  {view.id}")
    yield from fields({"Part of": ", ".join(view.member_of), "Identifiers": ", ".join(view.identifiers)})
    yield heading(f"{count(len(view.names), 'name')} in use")
    for name in view.names:
        script = f" ({name.script})" if name.script.casefold() not in ("", "latin") else ""
        yield entry(name.text, (f"{script}  {', '.join(name.reports)}", "cyan"))
    if view.offices:
        yield heading("Offices")
    for office in view.offices:
        of = f", {office.organisation}" if office.organisation else ""
        yield entry(f"{office.title}{of}", (f"  {_time(office.start, office.end)}", "dim"))
        yield from sources(office.evidence)
    for part, evidence in view.parts:
        yield heading(f"{PARTS[part]} ({len(evidence)})")
        yield from sources(evidence, shown=len(evidence))


def _time(start: str | None, end: str | None) -> str:
    """An office's days, as far as they are known."""
    from truceline.views.holdings import interval

    first, last = interval(start), interval(end)
    if first and last:
        return days(first.start, last.end)
    if first:
        return f"from {days(first.start, first.end)}"
    return f"until {days(last.start, last.end)}" if last else ""
