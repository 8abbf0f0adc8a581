from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

import pytest
from rich.console import Console, RenderableType

from tests.golden import check
from tests.views.made import HOLDINGS, REGIONS
from tests.views.process import holdings
from truceline.cli.screens import actor, boards, disagreements, overview, report, story, timeline
from truceline.cli.screens import changes as change_screen
from truceline.views import actor as actors
from truceline.views import changes, peace
from truceline.views import disagreements as disputes
from truceline.views import overview as overviews
from truceline.views import report as reports
from truceline.views import story as stories
from truceline.views import timeline as timelines


def written(lines: Iterable[RenderableType], terminal: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100, force_terminal=terminal, highlight=False,
                      color_system="standard" if terminal else None)
    for line in lines:
        console.print(line)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("overview", overview.lines(overviews.overview(HOLDINGS))),
        ("story", story.lines(stories.story(HOLDINGS, "st1"))),
        ("actor", actor.lines(actors.actor(HOLDINGS, "a1"))),
        ("report", report.lines(reports.report(HOLDINGS, "coast/1", REGIONS["coast/1"]))),
        ("disagreements", disagreements.lines(disputes.disagreements(HOLDINGS))),
        ("timeline", timeline.lines(timelines.timeline(HOLDINGS))),
        ("changes", change_screen.lines(changes.changes(holdings(), date(2031, 5, 3)))),
        ("talks", boards.talks(peace.talks(holdings("2031-05-12")), date(2031, 5, 12))),
        ("truces", boards.truces(peace.truces(holdings()), None)),
        ("pledges", boards.pledges(peace.pledges(holdings("2031-05-12")), date(2031, 5, 12))),
        ("positions", boards.positions(peace.positions(holdings()), None)),
    ],
)
def test_screens_are_as_they_were_found_good(name: str, lines: Iterable[RenderableType]) -> None:
    check(f"show-{name}.txt", written(lines))


def test_a_report_cannot_steer_the_terminal() -> None:
    shown = written(report.lines(reports.report(HOLDINGS, "north/1")), terminal=True)
    assert "\\x1b[31m" in shown
    assert "\x1b[31mThe" not in shown
