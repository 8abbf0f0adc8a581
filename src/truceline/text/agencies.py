"""News agencies, as datelines and credits name them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml


@cache
def agency_pattern() -> str:
    """A regular expression for the agencies of agencies.yaml, longest name first; they are told apart by capitals."""
    names: list[str] = yaml.safe_load(files(__package__).joinpath("agencies.yaml").read_text("utf-8"))
    both = set(names) | {name.upper() for name in names}
    return "(?:" + "|".join(re.escape(name) for name in sorted(both, key=lambda name: (-len(name), name))) + r")(?!\w)"
