"""Watching named sources: what is to be asked, when, and what became of it."""

from truceline.sources.watch.plan import Plan, Source, read_plan
from truceline.sources.watch.queue import Event, Queue
from truceline.sources.watch.reading import reports
from truceline.sources.watch.runner import run
from truceline.sources.watch.settle import by_hand

__all__ = ["Event", "Plan", "Queue", "Source", "by_hand", "read_plan", "reports", "run"]
