"""One report: its text with the statements' words marked, then the statements."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from truceline.cli.screens.base import Lines, entry, fields, heading, safe, title
from truceline.views.report import Piece, ReportView
from truceline.views.wording import day, short, spell

STYLES = {"quote": "italic", "figure": "bold", "furniture": "dim"}
MARK = "underline"


def lines(view: ReportView) -> Lines:
    """Where it is from, the text, and what was read in it."""
    line = view.line
    yield title(line.title, line.key)
    translated = f"yes, from {line.translated_from}" if line.translated_from else ""
    yield from fields({"Outlet": line.outlet, "Published": day(line.published), "Date known by": view.published_basis,
                       "Translated": translated, "Address": view.url or "", "Story": view.story})
    yield heading("Text")
    yield marked(view.pieces)
    yield heading(f"What was read in it ({len(view.statements)})")
    for one in view.statements:
        chain = f"  {' → '.join(one.chain)}" if one.chain else ""
        yield entry((f"{one.kind:<7} ", "cyan"), (f"{one.status:<11} ", "cyan"), f"“{short(one.quote, 160)}”",
                    (f"{chain}{'  ' + spell(one.when) if one.when else ''}", "dim"))


def marked(pieces: Iterable[Piece]) -> Text:
    """The text with marks."""
    text, stack = Text(), list[str]()
    for piece in pieces:
        if piece.what == "open":
            stack.append(piece.kind)
        elif piece.what == "close":
            stack.pop()
        else:
            styles = [STYLES.get(kind, MARK) for kind in stack]
            text.append("\n".join(_line(line) for line in piece.text.split("\n")), " ".join(dict.fromkeys(styles)))
    return text


def _line(line: str) -> str:
    """A line made harmless, with its blanks as they are."""
    return " ".join(safe(word) if word else "" for word in line.split(" "))
