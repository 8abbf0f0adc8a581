from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from rich.console import Console, RenderableType

from tests.golden import check
from tests.views.made import HOLDINGS, REGIONS
from truceline.cli.screens import actor, disagreements, overview, report, story, timeline
from truceline.views import actor as actors
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
    ],
)
def test_screens_are_as_they_were_found_good(name: str, lines: Iterable[RenderableType]) -> None:
    check(f"show-{name}.txt", written(lines))


def test_a_report_cannot_steer_the_terminal() -> None:
    shown = written(report.lines(reports.report(HOLDINGS, "north/1")), terminal=True)
    assert "\\x1b[31m" in shown
    assert "\x1b[31mThe" not in shown
