"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Put the pieces into a file. Where that fails, what stood there before is left as it was. Raises OSError."""
    with NamedTemporaryFile(dir=path.absolute().parent, prefix=f".{path.name}.", delete=False) as scratch:
        draft = Path(scratch.name)
        try:
            scratch.writelines(pieces)
            scratch.flush()
            os.fsync(scratch.fileno())
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask())
    draft.replace(path)


def mask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    found = os.umask(0o022)
    os.umask(found)
    return found
