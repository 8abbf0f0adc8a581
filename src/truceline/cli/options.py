"""Options that several commands share."""

from __future__ import annotations

import click

from truceline.settings import DB_VARIABLE, Settings

db = click.option(
    "--db",
    metavar="URL",
    envvar=DB_VARIABLE,
    default=Settings().db,
    show_default=True,
    show_envvar=True,
    help="Where the record is kept.",
)
