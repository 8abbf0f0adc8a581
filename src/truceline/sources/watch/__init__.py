"""Watching named sources: what is to be asked, when, and what became of it."""

from truceline.sources.watch.plan import Plan, Source, read_plan
from truceline.sources.watch.queue import Event, Queue
from truceline.sources.watch.reading import reports
from truceline.sources.watch.runner import run

__all__ = ["Event", "Plan", "Queue", "Source", "read_plan", "reports", "run"]
