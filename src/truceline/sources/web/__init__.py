"""The network: one address asked at a time, within bounds of size, time and place."""

from truceline.sources.web.client import Client, Failure, open_client
from truceline.sources.web.robots import Robots

__all__ = ["Client", "Failure", "Robots", "open_client"]
