"""What is known of actors before any report is read: what is shipped, and what was imported, laid over each other."""

from truceline.knowledge.ask import claimed, conflict_over, entries_of
from truceline.knowledge.entries import SHIPPED
from truceline.knowledge.merge import Dossier, Merged, merge
from truceline.knowledge.shipped import shipped

__all__ = ["SHIPPED", "Dossier", "Merged", "claimed", "conflict_over", "entries_of", "merge", "shipped"]
