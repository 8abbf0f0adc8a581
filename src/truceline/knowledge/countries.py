"""Countries as imported lists write them: by name, other name, or ISO code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from truceline.knowledge.fold import fold, tidy
from truceline.knowledge.shipped import shipped


@cache
def _table() -> Mapping[str, str]:
    """Folded name or code to the usual name."""
    table: dict[str, str] = {}
    for state in (*shipped().states, *shipped().regions):
        for form in (state.name, *state.codes, *state.also):
            table.setdefault(fold(form), state.name)
    return table


def country(written: str) -> str:
    """The usual name of a country; a name of no list stays as it is written."""
    return _table().get(fold(written), tidy(written))


def country_of_code(code: str) -> str:
    """The country of an ISO code of two or three letters, "" for any other."""
    return _table().get(code.lower(), "") if len(code) in (2, 3) else ""
