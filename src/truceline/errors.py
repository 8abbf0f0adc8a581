"""The whole error tree.

TrucelineError
├── InputError         something handed in cannot be used; names file, line, reason
│   ├── UnreadableFile     empty, binary, wrong encoding, broken JSON, too large
│   ├── UnknownName        a report, story, actor or view that the record does not hold
│   ├── NameTaken          a list of actors under a name that another list has
│   └── Contradicted       a judgement that other judgements of persons rule out
├── RecordError        the kept record cannot be trusted or reached
│   ├── StoreUnavailable   the database cannot be opened or is of another version
│   └── SpanMismatch       a statement's words are not at its place in the report
└── LexiconError       a lexicon file does not have the agreed shape
"""

from __future__ import annotations


class TrucelineError(Exception):
    """Root of every error that Truceline raises on purpose; its text is one line for a person."""


class InputError(TrucelineError):
    """Something handed in cannot be used."""


class UnreadableFile(InputError):
    """A file, or one line of it, cannot be read as a report.

    `path` names the file, `reason` says why in a few words, `line` is the 1-based line where one is known.
    """

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = path, reason, line
        super().__init__(f"{path}{f':{line}' if line else ''}: {reason}")


class UnknownName(InputError):
    """The record holds nothing under this name."""


class NameTaken(InputError):
    """Something else is kept under this name already."""


class Contradicted(InputError):
    """Other judgements of persons imply the opposite."""


class RecordError(TrucelineError):
    """The kept record cannot be trusted or reached."""


class StoreUnavailable(RecordError):
    """The database cannot be opened, or was written by another version of the schema."""


class SpanMismatch(RecordError):
    """A statement's words are not at its place in the kept text of its report."""


class LexiconError(TrucelineError):
    """A lexicon file does not have the agreed shape; the text names file and entry."""
