"""Read-only questions over the record, one file each. They return frozen values and never print."""

from truceline.views.holdings import Evidence, Holdings, alike, gather

__all__ = ["Evidence", "Holdings", "alike", "gather"]
