"""What is known of actors before any report is read. `shipped` is what comes with the program."""

from truceline.knowledge.shipped import shipped

__all__ = ["shipped"]
