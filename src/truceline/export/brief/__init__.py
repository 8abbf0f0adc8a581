"""The brief: one self-contained page that needs no network and runs no script.

Reports are hostile text: everything is escaped, addresses are linked only where they are http or https, and the page's
policy lets nothing in but its own style.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from truceline import __version__
from truceline.export.brief import words
from truceline.views.brief import Brief


def page(brief: Brief, title: str) -> str:
    """The page of a brief. The same brief gives the same page."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    keys = {one.line.key: f"r{number}" for number, one in enumerate(brief.reports, 1)}
    return _environment().get_template("page.html.j2").render(
        brief=brief, title=title, style=style, policy=words.policy(digest), anchors=keys, version=__version__,
    )


@cache
def _style() -> str:
    return files(__package__).joinpath("style.css").read_text("utf-8").replace("</", "<\\/")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= words.FILTERS
    return environment
