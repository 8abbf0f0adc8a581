"""Who said what through whom: the acts of speech of a report."""

from __future__ import annotations

from truceline.understand.attribution.frames import find

__all__ = ["find"]
