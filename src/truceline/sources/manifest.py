"""`manifest.jsonl` in a folder: what is known of its files, one object a line."""

from __future__ import annotations

import json
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.sources.fields import Fields

NAME = "manifest.jsonl"


def manifest(folder: Path) -> tuple[dict[Path, Fields], list[UnreadableFile]]:
    """What a folder's manifest tells of each file, and the lines of it that cannot be used."""
    path = folder / NAME
    told: dict[Path, Fields] = {}
    problems: list[UnreadableFile] = []
    if not path.is_file():
        return told, problems
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        return told, [UnreadableFile(str(path), error.strerror or "cannot be read")]
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        fields = _fields(line)
        reason = _problem(folder, fields, told) if isinstance(fields, dict) else fields
        if reason or not isinstance(fields, dict):
            problems.append(UnreadableFile(str(path), reason or "", number))
        else:
            told[folder / str(fields["file"])] = fields
    return told, problems


def _fields(line: bytes) -> dict[str, object] | str:
    """The object of a line, or what is wrong with it."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return f"not UTF-8 (byte 0x{line[error.start]:02x} at offset {error.start} of the line)"
    except (RecursionError, ValueError):
        return "broken JSON"
    return value if isinstance(value, dict) else "JSON that is no object"


def _problem(folder: Path, fields: Fields, told: dict[Path, Fields]) -> str | None:
    name = fields.get("file")
    if not isinstance(name, str) or not name or "\0" in name:
        return "names no file"
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"names a file outside its folder: {name}"
    if path in told:
        return f"names {name} a second time"
    return None if path.is_file() else f"names a file that is not there: {name}"
