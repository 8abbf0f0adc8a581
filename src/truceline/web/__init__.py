"""The web desk, to come."""
