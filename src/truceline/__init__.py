"""Truceline reads the press on a peace process and keeps the record."""

__version__ = "0.1.0"
