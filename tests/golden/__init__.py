"""Output that is compared with what was looked at and found good.

`TRUCELINE_GOLDEN=write pytest …` writes it anew; look at the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def check(name: str, text: str) -> None:
    """Compare with the kept file of this name."""
    path = FOLDER / name
    if os.environ.get("TRUCELINE_GOLDEN") == "write":
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
