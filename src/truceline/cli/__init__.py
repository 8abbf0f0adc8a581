"""The command line. A command is one file here, named like it, and one line in COMMANDS."""

from __future__ import annotations

from collections.abc import Mapping

import click

from truceline import __version__
from truceline.cli.group import CommandLine

# The summaries stand here so that `truceline --help` need not import what the commands need.
COMMANDS: Mapping[str, str] = {
    "read": "Read reports from files and folders and keep what they say.",
    "watch": "Ask named sources for what is new, keep what they answer, and read it.",
    "actors": "Import lists of actors, and see what is known of a name and from where.",
    "show": "Show the record on the terminal: stories, actors, reports, disagreements, days.",
    "changes": "Show what is new between two days, each line with its words.",
    "judge": "List what the rules are unsure about, and judge it: same, different or unsure.",
    "brief": "Write the record as one page that can be mailed.",
    "export": "Write one part of the record, one object a line.",
    "serve": "Serve the record as pages on this machine, with search and an interface for programs.",
    "archive": "Write the evidence of reports as a web archive that others can check.",
    "verify": "Prove that every statement's words are in a report that nobody altered.",
    "demo": "Read a sample corpus, show its record and serve its page.",
}


@click.group(cls=CommandLine, summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="truceline")
def main() -> None:
    """Read the press on a peace process and keep the record, every line traced to its words."""
