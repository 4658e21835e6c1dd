"""Which places a click may have meant: pins that stand close to each other on the map."""

from __future__ import annotations

from collections.abc import Sequence

from geopy.distance import great_circle

from geonews.dashboard.fit import View
from geonews.store import PlaceRow

_REACH = 22
"""Pixels around a click in which a reader may have meant another pin."""
_FARTHEST = 60.0
"""Kilometres: on a world map, 22 pixels are half a country."""


def reach(view: View) -> float:
    """Return how many kilometres around a place others may be meant by the same click."""
    return min(view.kilometres(_REACH), _FARTHEST)


def close_places(places: Sequence[PlaceRow], chosen: PlaceRow, kilometres: float) -> list[PlaceRow]:
    """Return the other places within so many kilometres of the chosen one, most mentioned first."""
    centre = (chosen.place.lat, chosen.place.lon)
    return [
        row
        for row in places
        if row.place.id != chosen.place.id
        and abs(row.place.lat - centre[0]) * 110 <= kilometres
        and great_circle(centre, (row.place.lat, row.place.lon)).km <= kilometres
    ]
