"""Names of places to GeoNames, and the places of an act."""

from truceline.understand.places.find import find
from truceline.understand.places.scene import places_of

__all__ = ["find", "places_of"]
