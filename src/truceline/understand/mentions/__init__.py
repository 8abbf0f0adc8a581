"""Names and references inside one report."""

from truceline.understand.mentions.find import find
from truceline.understand.mentions.nouns import is_unnamed

__all__ = ["find", "is_unnamed"]
