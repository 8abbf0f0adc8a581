"""Actors across reports: `resolve` is the one door."""

from truceline.reconcile.actors.resolve import Actors, resolve

__all__ = ["Actors", "resolve"]
