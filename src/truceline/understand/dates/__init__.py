"""Dates in a report's words to closed intervals of days."""

from truceline.understand.dates.find import Reach, find, reach, resolve

__all__ = ["Reach", "find", "reach", "resolve"]
