"""A fact as entries for a list of references: the record's own entry first, then the reports behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.views.fact import FactView
from truceline.views.wording import count, dates_in, day

_BRACES = str.maketrans({"{": "(", "}": ")", "\\": "/", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry. `outlet` is empty for the record's own; `note` says how the fact stands."""

    key: str
    title: str
    outlet: str
    published: date | None
    url: str
    note: str = ""


def of_fact(view: FactView, base: str) -> tuple[Reference, ...]:
    """What to cite for a fact; `base` is the address that the record is served under."""
    root = base.rstrip("/")
    until = f"?on={view.as_of.isoformat()}" if view.as_of else ""
    known = view.as_of or max((told.day for told in view.history if told.day), default=None)
    heard = f"{view.line.standing}; " if view.as_of is None else ""
    reports = [one for told in view.history for one in told.reports]
    note = heard + f"{count(len(reports), 'report')}, {count(len(view.roots), 'voice')}"
    first = Reference(view.line.id, dates_in(view.line.label), "", known, f"{root}/fact/{view.line.id}{until}", note)
    return (first, *(Reference(one.key, one.title, one.outlet, one.published, one.url or "") for one in reports))


def text(references: tuple[Reference, ...]) -> str:
    """Plain text, one entry a line."""
    return "\n".join(filter(None, map(_line, references))) + "\n"


def _line(one: Reference) -> str:
    if not one.outlet:
        return _flat(f"“{one.title}” Truceline record, as of {day(one.published)} ({one.note}). {one.url}")
    return _flat(f"{one.outlet}, “{one.title}”, {day(one.published)}. {one.url}")


def bibtex(references: tuple[Reference, ...]) -> str:
    """BibTeX."""
    return "\n".join(_bibtex(one, number) for number, one in enumerate(references))


def _bibtex(one: Reference, number: int) -> str:
    fields = {
        "title": "{" + _tex(one.title) + "}", "howpublished": _tex(one.outlet or "Truceline record"),
        "year": str(one.published.year) if one.published else "", "month": str(one.published.month) if one.published
        else "", "day": str(one.published.day) if one.published else "", "url": one.url.translate(_URL),
        "note": _tex(one.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{re.sub(r'[^A-Za-z0-9-]+', '-', one.key) or number},", *lines, "}\n"))


_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": ""})


def _tex(text: str) -> str:
    return _flat(text).translate(_BRACES)


def ris(references: tuple[Reference, ...]) -> str:
    """RIS."""
    return "".join(map(_ris, references))


def _ris(one: Reference) -> str:
    fields = [
        ("TY", "NEWS" if one.outlet else "DATA"), ("TI", one.title), ("T2", one.outlet or "Truceline record"),
        ("DA", one.published.strftime("%Y/%m/%d/") if one.published else ""), ("UR", one.url), ("N1", one.note),
    ]
    return "".join(f"{tag}  - {_flat(value)}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def csl(references: tuple[Reference, ...]) -> str:
    """CSL-JSON."""
    return json.dumps([_csl(one) for one in references], ensure_ascii=False, indent=1) + "\n"


def _csl(one: Reference) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": one.key, "type": "article-newspaper" if one.outlet else "dataset", "title": one.title,
        "container-title": one.outlet or "Truceline record", "URL": one.url, "note": one.note,
    }
    if one.published:
        entry["issued"] = {"date-parts": [[one.published.year, one.published.month, one.published.day]]}
    return {name: value for name, value in entry.items() if value}


def _flat(text: str) -> str:
    """One line: a line's end inside a title would begin another field."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


FORMATS: Mapping[str, tuple[str, Callable[[tuple[Reference, ...]], str]]] = {
    "txt": ("text/plain", text),
    "bib": ("application/x-bibtex", bibtex),
    "ris": ("application/x-research-info-systems", ris),
    "json": ("application/vnd.citationstyles.csl+json", csl),
}
"""The file name's ending of each format, its media type, and what writes it."""
