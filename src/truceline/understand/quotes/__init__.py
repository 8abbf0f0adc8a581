"""Quotations: the stretches between marks, and the statements that they become."""
