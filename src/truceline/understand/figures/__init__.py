"""Counts and what they count."""

from truceline.understand.figures.extract import extract

__all__ = ["extract"]
