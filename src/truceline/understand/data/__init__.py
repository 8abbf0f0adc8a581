"""The index of places, built once by scripts/build_places.py."""
