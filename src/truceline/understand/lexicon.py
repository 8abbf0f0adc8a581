"""Reading the lexicons: YAML files below languages/<iso>/, each read once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from truceline.errors import LexiconError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str, language: str = "en") -> Any:
    """The content of languages/<language>/<name>.yaml.

    Raises LexiconError, naming the file, where it is missing or no YAML.
    """
    path = files("truceline.understand").joinpath("languages", language, f"{name}.yaml")
    try:
        return yaml.load(path.read_text("utf-8"), Loader=LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"languages/{language}/{name}.yaml: {' '.join(str(error).split())}") from error


def names(folder: str, language: str = "en") -> list[str]:
    """The lexicons in a folder below languages/<language>/, without their ending, in order."""
    place = files("truceline.understand").joinpath("languages", language, folder)
    return sorted(
        f"{folder}/{entry.name.removesuffix('.yaml')}" for entry in place.iterdir() if entry.name.endswith(".yaml")
    )
