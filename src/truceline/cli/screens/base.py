"""What every screen is made of: headings, entries, and the words that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from truceline.cli.group import printable
from truceline.views import Evidence, alike
from truceline.views.facts import FactLine
from truceline.views.wording import count, dates_in, day, short

Lines = Iterator[RenderableType]

SHOWN = 5  # passages shown under one line; the rest is counted
QUOTE = 160
STANDING = {"disputed": "yellow", "corroborated": "green", "superseded": "dim", "single": ""}


def show(lines: Iterable[RenderableType]) -> None:
    """Write lines to the terminal; where output goes elsewhere, in plain text of the same width."""
    console = Console(highlight=False)
    for line in lines:
        console.print(line)


def title(text: str, beside: str = "") -> Text:
    """The first line of a screen."""
    return Text.assemble((safe(text), "bold"), ("  " + safe(beside) if beside else "", "dim"))


def heading(text: str) -> Text:
    """The first line of a part of a screen."""
    return Text.assemble("\n", (safe(text), "bold underline"))


def entry(*parts: str | tuple[str, str]) -> Padding:
    """A line of a list: plain texts and (text, style) pairs. Everything in it is made harmless."""
    texts = [(safe(part), "") if isinstance(part, str) else (safe(part[0]), part[1]) for part in parts]
    return Padding(Text.assemble(*texts), (0, 0, 0, 2), expand=False)


def fields(pairs: Mapping[str, str]) -> Lines:
    """Names with their values, those without a value left out."""
    for name, value in pairs.items():
        if value:
            yield entry((f"{name}: ", "dim"), dates_in(value))


def sources(evidence: Iterable[Evidence], shown: int = SHOWN, said: str = "") -> Lines:
    """The words behind a line, each with who said it, where, and the report's key; words that are `said` in the line
    itself are not repeated."""
    told = alike(evidence, said)
    for some in told[:shown]:
        quote = short(some[0].quote, QUOTE)
        line = Text("" if said and quote in said else f"“{safe(quote)}”  ", "italic")
        for one in some:
            line.append(f"{'; ' if one is not some[0] else ''}{safe(origin(one))} ", "not italic dim")
            line.append(f"[{safe(one.report)}]", "not italic cyan")
        yield Padding(line, (0, 0, 0, 6), expand=False)
    if len(told) > shown:
        more = ", ".join(dict.fromkeys(one.report for some in told[shown:] for one in some))
        yield Padding(Text(f"and {count(len(told) - shown, 'passage')} more, in {safe(more)}", "dim"), (0, 0, 0, 6),
                      expand=False)


def origin(one: Evidence) -> str:
    """Through whom the words came: "Nino Vashal → Corran Wire → Coastal Broadcasting, 6 March 2022"."""
    return f"{' → '.join([*one.chain, one.outlet])}, {day(one.published)}"


def fact(line: FactLine) -> Lines:
    """A fact, how it stands, and the words behind it."""
    standing = (f"{line.standing:<12} ", STANDING.get(line.standing, ""))
    yield entry(standing, dates_in(line.label), (f"  {line.tally}", "dim"))
    yield from sources(line.evidence, said=line.label)


def facts(name: str, lines: Iterable[FactLine]) -> Lines:
    """Facts under a heading, if there are any."""
    some = tuple(lines)
    if some:
        yield heading(f"{name} ({len(some)})")
    for line in some:
        yield from fact(line)


def safe(text: str) -> str:
    """Text of a report with all that could steer a terminal made visible; spaces at its ends stay."""
    inside = printable(text)
    lead, tail = " " * (len(text) - len(text.lstrip(" "))), " " * (len(text) - len(text.rstrip(" ")))
    return f"{lead}{inside}{tail}" if inside else lead
