"""The revisions of a report: what each took out and put in, and the statements that went or came with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from truceline.cli.screens.base import Lines, entry, heading, title
from truceline.model import Statement
from truceline.store import Revision
from truceline.views.revisions import changes
from truceline.views.wording import short


def lines(key: str, revisions: Sequence[Revision], read: Mapping[int, Sequence[Statement]]) -> Lines:
    """The changes of each revision; `read` has the statements of each by its number."""
    yield title(key, f"{len(revisions)} revisions" if len(revisions) > 1 else "never revised")
    found = changes(revisions)
    for revision in revisions[1:]:
        yield heading(f"Revision {revision.ordinal}")
        for change in found:
            if change.ordinal == revision.ordinal:
                yield from (entry(("- ", "red"), text) for text in change.removed)
                yield from (entry(("+ ", "green"), text) for text in change.added)
        yield from moved(read[revision.ordinal - 1], read[revision.ordinal])


def moved(before: Sequence[Statement], after: Sequence[Statement]) -> Lines:
    """The statements whose words one revision has and the other has not."""
    old, new = ({(one.kind, one.quote): one for one in some} for some in (before, after))
    gone, come = ([one for name, one in some.items() if name not in other] for some, other in ((old, new), (new, old)))
    for said, style, some in (("vanished", "red", gone), ("new", "green", come)):
        for one in some:
            yield entry((f"{said:<8} ", style), (f"{one.kind:<7} ", "cyan"), f"“{short(one.quote, 160)}”")
    if not gone and not come:
        yield entry(("no statement went or came with it", "dim"))
