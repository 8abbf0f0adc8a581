"""Actor lists in the dictionary format of event-data coders (TABARI, PETRARCH).

    DELTA_UNITY_FRONT_(DUF)_ [MLIREB]      # main name, with a code that always holds
    +FRENTE_UNIDO_DEL_DELTA_               # another name
    ISSA_TRAORE_
        [MLIREB 20120101-20150630]         # a code between two days; <DAY and >DAY are open on one side
        [MLIGOV >150701]

A code is a country's three letters and what the actor is there (CAMEO). Comments begin with # or ; or stand between
<!-- and -->.
The format does not say who is a person: names and dates tell, and where they do not, the kind stays open. Entries of
whole countries are left out, since they list towns and peoples as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from truceline.knowledge.countries import country_of_code
from truceline.model import HeldRole, KnownActor, NameKind
from truceline.sources.actors.days import compact_day
from truceline.sources.actors.gather import Entry, gathered
from truceline.sources.actors.lines import ListFile

SIDES = {"GOV": "government", "MIL": "army", "REB": "rebels", "SEP": "rebels", "INS": "rebels", "UAF": "rebels",
         "OPP": "opposition"}
ARMED = frozenset({"REB", "SEP", "INS", "UAF"})
RULING = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
WIDE = frozenset({"IGO", "NGO", "NGM", "IMG", "MNC"})  # organisations across countries stand in a country's place
GROUP_WORDS = frozenset(
    "army armies brigade brigades front movement party force forces group groups organization organisation council "
    "union alliance coalition congress committee command corps guard guards militia militias battalion ministry "
    "government parliament court police military navy agency bank association federation league legion network "
    "state republic rebels fighters guerrillas tigers party's cell cells nuclei faction".split()
)
SMALL = frozenset("of the for and in on de del la le du des el al".split())
LATEST = 2060  # of a year in two digits, the last one up to this is meant
_COMMENT = re.compile(r"<!--.*?-->")
_CODE = re.compile(r"\[\s*([A-Za-z0-9:/~-]+)\s*([^\]]*)\]")
_SHORT = re.compile(r"\(([A-Za-z0-9/-]{2,10})\)$")
_HEAD = re.compile(r"[+]?[^\s\[\]{}<>]{2,}[_ ]*(?:\[[^\]]+\].*)?$")


@dataclass
class _Block:
    """A main name with the lines that belong to it."""

    line: int
    name: str
    also: list[str] = field(default_factory=list)
    codes: list[tuple[int, str, str]] = field(default_factory=list)  # line, code, restriction


def is_petrarch(head: str) -> bool:
    """Whether a line is a name with underscores or a code in brackets."""
    bare = _bare(head)
    return bool(_HEAD.match(bare)) and ("_" in bare or "[" in bare)


def is_comment(head: str) -> bool:
    """Whether a line begins with a comment of the format."""
    return head.lstrip().startswith(("#", ";", "<!--"))


def first(file: ListFile) -> str:
    """The first line that is more than a comment, "" for none."""
    return next((text for _, text in _lines(file)), "")


def read(file: ListFile) -> tuple[KnownActor, ...]:
    """The actors of a dictionary. Raises UnreadableFile."""
    return gathered(file, (entry for block in _blocks(file) for entry in _entry(file, block)))


def _bare(text: str) -> str:
    """A line without comments."""
    return re.split(r"[#;]", _COMMENT.sub(" ", text), maxsplit=1)[0].strip()


def _blocks(file: ListFile) -> Iterator[_Block]:
    block: _Block | None = None
    for line, text in _lines(file):
        names, codes = text.split("[", 1)[0].strip(), _codes(file, line, text)
        if names.startswith("+") or not names:
            if block is None:
                raise file.refused("a synonym or code before any name; begin with the actor's main name", line)
            block.also += [names[1:]] if names else []
        else:
            if block:
                yield block
            block = _Block(line, names)
        block.codes += codes
    if block:
        yield block


def _lines(file: ListFile) -> Iterator[tuple[int, str]]:
    """Lines with something in them, comments taken out, also those over several lines."""
    began = 0
    for line, text in file.lines():
        if began:
            _, end, text = text.partition("-->")
            began = 0 if end else began
        text = _COMMENT.sub(" ", text)
        if not began and "<!--" in text:
            text, began = text.split("<!--", 1)[0], line
        if bare := _bare(text):
            yield line, bare
    if began:
        raise file.refused("a comment that never ends; close it with -->", began)


def _codes(file: ListFile, line: int, text: str) -> list[tuple[int, str, str]]:
    """The codes in brackets with their restrictions."""
    found = [(line, match[1].upper(), match[2].strip()) for match in _CODE.finditer(text)]
    if text.count("[") != len(found) or text.count("]") != len(found):
        raise file.refused("a code that cannot be read; write [CODE] or [CODE 20120101-20150630]", line)
    return found


def _entry(file: ListFile, block: _Block) -> Iterator[Entry]:
    """A block as an entry; nothing for a country's."""
    if any(country_of_code(code) for _, code, _ in block.codes):
        return
    written = [one for name in (block.name, *block.also) for one in _written(name)]
    names = file.names(written, block.line)
    if not names:
        raise file.refused("a name without letters; correct it or leave it out", block.line)
    parts = [_parts(code) for _, code, _ in block.codes]
    roles = [role for line, code, when in block.codes for role in _role(file, line, code, when)]
    dated = any(when for _, _, when in block.codes)
    yield Entry(
        block.line, names[0], _kind(block.name, names[0], {part for _, own in parts for part in own}, dated),
        also=names, countries=dict.fromkeys(land for land, _ in parts if land), roles=roles,
    )


def _written(name: str) -> list[str]:
    """A name in ordinary letters, and its acronym where one stands in brackets behind it."""
    plain = " ".join(name.replace("_", " ").split())
    short = _SHORT.search(plain)
    full = plain[:short.start()].strip() if short else plain
    return [_cased(full), *([short[1]] if short else [])] if full else []


def _cased(text: str) -> str:
    """Capitals as in ordinary writing; what is not all in capitals stays, as do words of up to three letters alone."""
    if not text.isupper() or (len(text) <= 3 and " " not in text):
        return text
    found = [word if any(char.isdigit() for char in word) else "-".join(part.capitalize() for part in word.split("-"))
             for word in text.split(" ")]
    return " ".join(word.lower() if at and word.lower() in SMALL else word for at, word in enumerate(found))


def _parts(code: str) -> tuple[str, tuple[str, ...]]:
    """The country of a code ("" for none) and the roles after it, three letters each."""
    parts = tuple(code[at:at + 3] for at in range(0, len(code), 3))
    land = country_of_code(parts[0])
    return land, parts[1:] if land or parts[0] not in WIDE else parts


def _role(file: ListFile, line: int, code: str, when: str) -> Iterator[HeldRole]:
    """The side that a code gives its bearer, for the days of its restriction."""
    land, parts = _parts(code)
    start, end = _days(file, line, when)
    side = next((SIDES[part] for part in parts if part in SIDES), "")
    if side and land:
        yield HeldRole(title="", organisation=f"{side} of {land}", start=start, end=end)


def _days(file: ListFile, line: int, when: str) -> tuple[str | None, str | None]:
    """The first and last day of a restriction, None where it is open."""
    try:
        if not when:
            return None, None
        if when[0] in "<>":
            day = compact_day(when[1:].strip(), LATEST)
            return (day, None) if when[0] == ">" else (None, day)
        first, last = (compact_day(one.strip(), LATEST) for one in when.split("-"))
    except ValueError:
        reason = f"no such days: {when[:40]}; write 20120101-20150630, <20150630 or >20120101"
        raise file.refused(reason, line) from None
    return first, last


def _kind(written: str, name: str, parts: set[str], dated: bool) -> NameKind | None:
    """What the name and its codes show it to be; None where they do not tell."""
    words = name.casefold().split()
    if GROUP_WORDS & set(words) or _SHORT.search(written.strip("_")) or parts & WIDE:
        if parts & ARMED:
            return NameKind.ARMED_GROUP
        return NameKind.GOVERNMENT if parts & RULING else NameKind.ORGANISATION
    if len(words) > 1:
        return NameKind.PERSON if dated or "ELI" in parts else None
    return NameKind.ARMED_GROUP if parts & ARMED and not dated else None
