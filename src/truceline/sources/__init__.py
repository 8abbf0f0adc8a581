"""The world → reports. The only room that may reach a network; the reader of local files never does."""

from truceline.sources.local import count, read

__all__ = ["count", "read"]
