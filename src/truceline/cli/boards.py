"""`truceline show talks`, `truces`, `pledges`, `positions`: the boards, as of any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from truceline.cli import options
from truceline.cli.held import Asked, holdings


@click.command(name="talks")
@options.as_of
@click.pass_obj
def talks(asked: Asked, as_of: date | None) -> None:
    """Talks: who takes part as what, the sessions with their days, how they stand, when they go on."""
    from truceline.cli.screens import base, boards
    from truceline.views import peace

    asked = at(asked, as_of)
    base.show(boards.talks(peace.talks(holdings(asked)), asked.as_of))


@click.command(name="truces")
@options.as_of
@click.pass_obj
def truces(asked: Asked, as_of: date | None) -> None:
    """Truces: declared, in effect, extended, ended; with whom and without whom; violations alleged and denied."""
    from truceline.cli.screens import base, boards
    from truceline.views import peace

    asked = at(asked, as_of)
    base.show(boards.truces(peace.truces(holdings(asked)), asked.as_of))


@click.command(name="pledges")
@options.as_of
@click.pass_obj
def pledges(asked: Asked, as_of: date | None) -> None:
    """Pledges: by whom, what, due when; overdue ones are not missed unless a report says so."""
    from truceline.cli.screens import base, boards
    from truceline.views import peace

    asked = at(asked, as_of)
    base.show(boards.pledges(peace.pledges(holdings(asked)), asked.as_of))


@click.command(name="positions")
@options.as_of
@click.pass_obj
def positions(asked: Asked, as_of: date | None) -> None:
    """Positions: what each party demands, accepts, rejects, in order of time."""
    from truceline.cli.screens import base, boards
    from truceline.views import peace

    asked = at(asked, as_of)
    base.show(boards.positions(peace.positions(holdings(asked)), asked.as_of))


def at(asked: Asked, as_of: date | None) -> Asked:
    """What is asked, as of the day given with the board, or else with `show`."""
    return replace(asked, as_of=as_of or asked.as_of)


BOARDS = (talks, truces, pledges, positions)
