"""How every command ends: with its exit status, and with one line where something went wrong."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NoReturn

import click

from truceline.errors import TrucelineError

FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130


class CommandLine(click.Group):
    """Commands that are imported when they are called, and errors that are one line on stderr, never a traceback.

    `summaries` maps the name of each command to its line in the list; the command is `command` in the module of that
    name beside this one.
    """

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order of the list."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, None where there is none."""
        if cmd_name not in self.summaries:
            return None
        command: click.Command = import_module(f"truceline.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the command line and leave with its exit status."""
        try:
            sys.exit(super().main(*args, **{**kwargs, "standalone_mode": False}) or 0)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(UNUSABLE)
        except click.exceptions.Exit as error:
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            leave("stopped", INTERRUPTED)
        except click.ClickException as error:
            leave(error.format_message(), error.exit_code)
        except TrucelineError as error:
            leave(str(error), UNUSABLE)
        except OSError as error:
            if error.errno == errno.EPIPE:
                close_output()
            leave(f"{error.filename or ''}: {error.strerror}".removeprefix(": "), UNUSABLE)


def leave(message: str, status: int) -> NoReturn:
    """Say one line and go."""
    click.echo(f"truceline: {printable(message)}", err=True)
    sys.exit(status)


def close_output() -> NoReturn:
    """Go quietly where nobody reads what is written any more, as in `truceline export … | head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(FAILED)


def printable(text: str) -> str:
    """The text on one line, with whatever could steer a terminal (a file's name can hold anything) made visible."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in " ".join(text.split()))
