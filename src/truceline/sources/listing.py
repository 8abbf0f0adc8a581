"""Which files a call to `read` opens: the files given, and those in the folders given, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.sources.fields import Fields, Found
from truceline.sources.manifest import NAME, manifest


def listing(paths: Sequence[Path]) -> Iterator[Found | UnreadableFile]:
    """The files to read, each once, sorted within each folder. Hidden files are passed over."""
    seen: set[Path] = set()
    for path in paths:
        for found in _folder(path) if path.is_dir() else _file(path):
            if isinstance(found, Found):
                real = found.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _file(path: Path) -> Iterator[Found | UnreadableFile]:
    """A file given by itself: its key is its name, and a manifest beside it is heard."""
    if not path.exists():
        yield UnreadableFile(str(path), "no such file or folder")
        return
    told, _ = manifest(path.parent)
    yield Found(path, path.stem, told.get(path.parent / path.name, {}))


def _folder(root: Path) -> Iterator[Found | UnreadableFile]:
    """The files below a folder; links are followed only to files that lie below it too."""
    real = root.resolve()
    told: dict[Path, Fields] = {}
    failures: list[OSError] = []
    for name, folders, files in os.walk(root, onerror=failures.append):
        folder = Path(name)
        folders[:] = sorted(_visible(folders))
        yield from (
            UnreadableFile(str(folder / name), "a link to a folder, not followed")
            for name in folders if (folder / name).is_symlink()
        )
        here, problems = manifest(folder)
        told.update({path: fields for path, fields in here.items() if path not in told})
        yield from problems
        for name in sorted(_visible(files)):
            if name != NAME:
                yield _found(root, real, folder / name, told)
    yield from (UnreadableFile(str(error.filename), error.strerror or "cannot be read") for error in failures)


def _found(root: Path, real: Path, path: Path, told: dict[Path, Fields]) -> Found | UnreadableFile:
    if path.is_symlink() and not path.resolve().is_relative_to(real):
        return UnreadableFile(str(path), "a link that leads outside the folder, not followed")
    return Found(path, path.relative_to(root).with_suffix("").as_posix(), told.get(path, {}))


def _visible(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith("."))
