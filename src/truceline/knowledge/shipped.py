"""The shipped knowledge: countries, world bodies, armed groups and parties, as YAML files that anybody can correct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from truceline.errors import LexiconError
from truceline.model import Knowledge, KnownActor, KnownState, NameKind

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def shipped() -> Knowledge:
    """All of data/, read once a process. Raises LexiconError, naming the file, for one of another shape."""
    countries = load("countries")
    return Knowledge(
        states=tuple(states(countries["states"])),
        regions=tuple(states(countries["regions"])),
        actors=(*actors(load("groups"), NameKind.ARMED_GROUP), *actors(load("bodies"), NameKind.ORGANISATION)),
    )


def load(name: str) -> Any:
    """The content of data/<name>.yaml."""
    try:
        return yaml.load(files("truceline.knowledge").joinpath("data", f"{name}.yaml").read_text("utf-8"), LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"knowledge/data/{name}.yaml: {' '.join(str(error).split())}") from error


def states(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[KnownState]:
    """The entries of one half of countries.yaml."""
    for name, entry in entries.items():
        lists = {key: tuple(entry.get(key, ())) for key in ("people", "also", "seats", "codes")}
        yield KnownState(name=name, capital=entry.get("capital", ""), **lists)


def actors(entries: Mapping[str, Mapping[str, Any]], usual: NameKind) -> Iterator[KnownActor]:
    """The entries of groups.yaml or bodies.yaml; `usual` is the kind where an entry gives none."""
    for name, entry in entries.items():
        kind = NameKind(entry["kind"]) if "kind" in entry else usual
        yield KnownActor(name=name, kind=kind, also=tuple(entry.get("also", ())), countries=tuple(entry.get("in", ())))
