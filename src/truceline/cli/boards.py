"""`truceline show talks`, `truces`, `pledges`, `positions`: the boards, as of any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from truceline.cli import options
from truceline.cli.held import Asked, holdings

TOLD = {
    "talks": "Talks: who takes part as what, the sessions with their days, how they stand, when they go on.",
    "truces": "Truces: declared, in effect, extended, ended; with and without whom; violations alleged and denied.",
    "pledges": "Pledges: by whom, what, due when; overdue ones are not missed unless a report says so.",
    "positions": "Positions: what each party demands, accepts, rejects, in order of time.",
}


def board(name: str, told: str) -> click.Command:
    """The command of one board: the view and the screen of its name, as of the day given here or with `show`."""

    @click.command(name=name, help=told)
    @options.as_of
    @click.pass_obj
    def shown(asked: Asked, as_of: date | None) -> None:
        from truceline.cli.screens import base, boards
        from truceline.views import peace

        asked = replace(asked, as_of=as_of or asked.as_of)
        base.show(getattr(boards, name)(getattr(peace, name)(holdings(asked)), asked.as_of))

    return shown


BOARDS = tuple(board(name, told) for name, told in TOLD.items())
