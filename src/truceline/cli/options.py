"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

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


def day(name: str, text: str, required: bool = False) -> Callable[[Any], Any]:
    """An option that takes an ISO day and gives a date."""
    return click.option(name, type=click.DateTime(["%Y-%m-%d"]), required=required, metavar="DATE", help=text,
                        callback=_date)


def _date(ctx: click.Context, option: click.Parameter, value: datetime | None) -> date | None:  # noqa: ARG001
    return value.date() if value else None


as_of = day("--as-of", "The record of the reports published up to this day, as in 2022-03-05.")
