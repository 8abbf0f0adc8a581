"""An invented report, and statements on it."""

from __future__ import annotations

from datetime import date

from truceline.model import Act, CleanText, Figure, Name, NameKind, Place, Report, Status, Voice, VoiceClass, When

TEXT = (
    "The mayor of Old Harbour said on Monday that at least 12 people were hurt in the shelling. "
    "“We will not leave the talks,” Ines Vardan told the Coast News Agency."
)


def plain_clean(report: Report) -> CleanText:
    """A clean text that leaves the report as it is."""
    return CleanText(
        original=report.text, regions=(), damage=(), reading=report.text, origin=tuple(range(len(report.text) + 1))
    )


def figure(report: Report, words: str = "at least 12 people were hurt") -> Figure:
    """A figure in the report's words."""
    start = report.text.index(words)
    mayor = Voice(Name("The mayor of Old Harbour", "mayor of Old Harbour", NameKind.PERSON), VoiceClass.OFFICIAL)
    return Figure(
        report=report.key, start=start, end=start + len(words), quote=words, chain=(mayor,), status=Status.CLAIMED,
        when=When(date(2021, 3, 1), date(2021, 3, 1), "Monday"), where=(Place("Old Harbour", 77, 1.5, -2.25, "point"),),
        measure="injured", value=None, low=12, comparator="at least", words="at least 12", extractor="figures",
    )


def act(report: Report, words: str = "the shelling") -> Act:
    """An act in the report's words."""
    start = report.text.index(words)
    who = Name("Ines Vardan", "Ines Vardan", NameKind.PERSON)
    return Act(
        report=report.key, start=start, end=start + len(words), quote=words, type="ASSAULT", mode="artillery",
        contexts=("military",), actors=(who,), extractor="acts",
    )
