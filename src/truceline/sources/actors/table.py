"""Actor lists as tables (CSV): a header, then an actor a row.

Columns, in any order, `name` alone required: name, aliases (parted by |), kind (person, organisation, armed group,
government, body, media), country (name or ISO code, several parted by |), side or parent (what the actor belongs to),
title (its office there), from, until (ISO days). Rows of one name are one actor, with a side for each row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from truceline.knowledge.countries import country
from truceline.model import HeldRole, KnownActor, NameKind
from truceline.sources.actors.days import iso_day
from truceline.sources.actors.gather import Entry, gathered
from truceline.sources.actors.lines import ListFile

COLUMNS = ("name", "aliases", "kind", "country", "side", "parent", "title", "from", "until")
KINDS = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY,
         NameKind.MEDIA)
SYNONYMS = {"organization": "organisation", "group": "armed group", "people": "person"}
DELIMITERS = (",", ";", "\t")

Row = Mapping[str, str]


def is_table(head: str) -> bool:
    """Whether the first line is a header with a name among its columns."""
    return "name" in header(head)


def header(line: str) -> list[str]:
    """The columns that a line names, in lower case; none for a line that cannot be one."""
    try:
        return [cell.strip().casefold() for cell in next(csv.reader([line], delimiter=delimiter(line)), [])]
    except csv.Error:
        return []


def delimiter(line: str) -> str:
    """The character that parts the columns of a header."""
    return max(DELIMITERS, key=line.count)


def read(file: ListFile) -> tuple[KnownActor, ...]:
    """The actors of a table. Raises UnreadableFile."""
    return gathered(file, (entry(file, line, row) for line, row in rows(file)))


def rows(file: ListFile) -> Iterator[tuple[int, Row]]:
    """The line where a row ends, and its cells by column; empty rows are left out."""
    numbered = iter(file.lines())
    head = next((text for _, text in numbered if text.strip()), "")
    columns = header(head)
    if "name" not in columns:
        raise file.refused("no column called name; begin with a header such as name,aliases,kind,country", 1)
    if unknown := [column for column in columns if column and column not in COLUMNS]:
        raise file.refused(f"no such column: {unknown[0][:40]}; there are {', '.join(COLUMNS)}", 1)
    last = [1]

    def texts() -> Iterator[str]:
        for number, text in numbered:
            last[0] = number
            yield text + "\n"

    try:
        for cells in csv.reader(texts(), delimiter=delimiter(head), strict=True):
            if len(cells) > len(columns):
                raise file.refused(f"{len(cells)} cells under {len(columns)} columns; quote what holds "
                                   f"{delimiter(head)!r}", last[0])
            if any(cell.strip() for cell in cells):
                yield last[0], {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    except csv.Error as error:
        raise file.refused(f"a broken row ({error}); check the quotation marks", last[0]) from None


def entry(file: ListFile, line: int, row: Row) -> Entry:
    """What a row says."""
    name = file.names([row["name"]] if row.get("name") else [], line)
    if not name:
        raise file.refused("a row without a name; give one, or leave the row out", line)
    return Entry(
        line, name[0], kind(file, line, row.get("kind", "")),
        also=file.names(row.get("aliases", "").split("|"), line),
        countries=[country(one) for one in row.get("country", "").split("|") if one.strip()],
        roles=role(file, line, row),
    )


def kind(file: ListFile, line: int, written: str) -> NameKind | None:
    """The kind that a cell names; None for an empty one."""
    word = written.casefold().replace("_", " ")
    if not word:
        return None
    found = next((one for one in KINDS if one.value == SYNONYMS.get(word, word)), None)
    if found is None:
        raise file.refused(f"no such kind: {written[:40]}; write {', '.join(one.value for one in KINDS)}, or nothing",
                           line)
    return found


def role(file: ListFile, line: int, row: Row) -> list[HeldRole]:
    """The side or office that a row gives."""
    side = file.names([row.get("side") or row.get("parent") or ""], line)
    title = row.get("title", "")
    days = {column: day(file, line, row, column) for column in ("from", "until")}
    if not side and not title:
        return []
    return [HeldRole(title=file.name(title, line), organisation=side[0] if side else None, start=days["from"],
                     end=days["until"])]


def day(file: ListFile, line: int, row: Row, column: str) -> str | None:
    """The day in a column, None where it is empty."""
    written = row.get(column, "")
    try:
        return iso_day(written) if written else None
    except ValueError:
        raise file.refused(f"{column} is no ISO day: {written[:40]}; write 2016-05-31, 2016-05 or 2016", line) from None
