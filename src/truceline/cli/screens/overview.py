"""The record at a glance."""

from __future__ import annotations

from truceline.cli.screens.base import Lines, entry, heading, sources, title
from truceline.views.overview import Overview
from truceline.views.peace import Pledge, Talks, Truce
from truceline.views.wording import count, dates_in, days, short, spell


def lines(view: Overview) -> Lines:
    """How much there is, the stories, where things stand, what is in dispute."""
    yield title("The record", days(view.first_day, view.last_day) if view.first_day else "")
    statements = ", ".join(f"{number} {kind}" for kind, number in view.statements.items())
    yield entry(f"{count(view.reports, 'report')} from {count(view.outlets, 'outlet')}, "
                f"{count(view.actors, 'actor')}, {count(len(view.stories), 'story', 'stories')}")
    yield entry(f"{count(sum(view.statements.values()), 'statement')}" + (f": {statements}" if statements else ""))
    if view.facts:
        yield entry("Facts: " + ", ".join(f"{number} {standing}" for standing, number in view.facts.items()))
    yield from _stories(view)
    yield from _standing(view)
    if view.disagreements:
        yield heading(f"Disagreements ({len(view.disagreements)}); `truceline show disagreements` has the words")
    for one in view.disagreements:
        values = " | ".join(f"{short(side.value, 60)} ({', '.join(side.owners)})" for side in one.sides)
        yield entry((f"{one.question}: ", "yellow"), dates_in(one.about))
        yield entry((f"    {values}", "dim"))


def _stories(view: Overview) -> Lines:
    if view.stories:
        yield heading(f"Stories ({len(view.stories)}); `truceline show story ID` opens one")
    for one in view.stories:
        tally = f"{count(one.reports, 'report')}, {count(one.voices, 'origin')}"
        differing = f", {count(one.differing, 'disagreement')}" if one.differing else ""
        yield entry((f"{one.id}  ", "cyan"), dates_in(one.first or "no date"), f"  {one.title}",
                    (f"  {tally}{differing}", "dim"))


def _standing(view: Overview) -> Lines:
    if view.talks or view.truces or view.pledges:
        yield heading("Where things stand")
    for talks in view.talks:
        yield from _talks(talks)
    for truce in view.truces:
        yield from _truce(truce)
    for pledge in view.pledges:
        yield from _pledge(pledge)


def _talks(one: Talks) -> Lines:
    told = "; ".join(part for part in (one.state, f"next: {dates_in(one.next)}" if one.next else "") if part)
    yield entry(("Talks   ", "bold"), f"{one.name}: {told}" if told else one.name)
    yield from sources(one.evidence[-1:])


def _truce(one: Truce) -> Lines:
    said = [f"{part} {spell(when)}" for part, when in one.days.items()]
    said += [f"{part}: {', '.join(who)}" for part, who in one.parts.items()]
    if one.violations:
        said.append(count(len(one.violations), "alleged violation"))
    yield entry(("Truce   ", "bold"), "; ".join(said))
    yield from sources(one.evidence[:1])


def _pledge(one: Pledge) -> Lines:
    due = f", due {spell(one.due)}" if one.due else ""
    late = ", day passed" if one.overdue else ""
    yield entry(("Pledge  ", "bold"), f"{', '.join(one.by) or 'somebody'}: {one.content}",
                (f"  {one.state}{due}{late}", "dim"))
    yield from sources([words for turn in one.history for words in turn.evidence][-1:])
