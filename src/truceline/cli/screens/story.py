"""One story: its reports, what they share, where they differ."""

from __future__ import annotations

from truceline.cli.screens.base import Lines, entry, facts, heading, title
from truceline.cli.screens.disagreements import dispute
from truceline.views.story import StoryView
from truceline.views.wording import count, dates_in, day


def lines(view: StoryView) -> Lines:
    """Reports and their origins, then what several tell, then what differs, then what one alone tells."""
    yield title(view.title, view.id)
    yield heading(f"{count(len(view.reports), 'report')}, {count(len(view.origins), 'origin')}")
    for one in view.reports:
        translated = f", translated from {one.translated_from}" if one.translated_from else ""
        yield entry((f"{one.key}  ", "cyan"), f"{one.outlet}, {day(one.published)}{translated}: {one.title}")
    for group in view.copies:
        wire = f" of {group.wire}" if group.wire else ""
        yield entry(("Copies of one text" + wire + ": ", "dim"), ", ".join(group.reports))
    for origin in view.origins:
        yield entry((f"Origin by {origin.reason}: ", "dim"), f"{origin.root} ({', '.join(origin.reports)})")
    yield from facts("What its reports share", view.shared)
    if view.disagreements:
        yield heading(f"Where they differ ({len(view.disagreements)})")
    for differing in view.disagreements:
        yield from dispute(differing)
    if view.alone:
        yield heading(f"Told by one report alone ({len(view.alone)})")
    for fact in view.alone:
        yield entry(dates_in(fact.label), (f"  {fact.evidence[0].outlet if fact.evidence else ''} ", "dim"),
                    (f"[{fact.evidence[0].report if fact.evidence else ''}]", "cyan"))
