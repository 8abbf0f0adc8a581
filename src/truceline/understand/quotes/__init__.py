"""Quotations: the stretches between marks, and the statements that they become."""

from __future__ import annotations

from truceline.understand.quotes.extract import extract

__all__ = ["extract"]
