"""Places that stand close to each other on the map: which a click may have meant, and how to see one apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from geopy.distance import great_circle

from geonews.dashboard.fit import WORLD, View, fit, room
from geonews.store import PlaceRow

_REACH = 22
"""Pixels around a click in which a reader may have meant another pin."""
_FARTHEST = 60.0
"""Kilometres: on a world map, 22 pixels are half a country."""
_TOUCHED = 5
"""Pixels around a click, half a small sign, in which any may have been meant, however far apart the places are."""
_APART = 32
"""Pixels to the next place at which a place is seen by itself."""
_STEP = 2.0
"""Zooms that "nearer" comes closer at least, where one place is shown and not an area."""
_WORTH = 0.5
"""Zooms below which coming closer shows nothing new."""
_DEGREE = 110.0
"""Kilometres, of latitude, and a little less."""
_NEIGHBOURHOOD = 5.0
"""Degrees in which the next place is looked for; what is farther away hides nothing."""


def closer(places: Sequence[PlaceRow], chosen: PlaceRow, whole: float, width: int, height: int) -> View | None:
    """Return the view of a map of so many pixels that shows a place apart from others, or all of an area.

    ``whole`` is the zoom that shows every place; ``None`` if it shows the chosen one as well as can be.
    """
    place = chosen.place
    if place.extent is not None:
        west, south, east, north = place.extent
        corners = [(west, south), (east, north)]
    else:
        zoom = whole + max(math.log2(_APART / max(_next(places, chosen, whole), 0.1)), _STEP)
        half = room(width, height)[0] / 2 * 360 / (WORLD * 2**zoom)
        corners = [(place.lon - half, place.lat), (place.lon + half, place.lat)]
    return nearer(fit(corners, width, height), whole)


def nearer(view: View, whole: float) -> View | None:
    """Return a view that is worth coming closer for; ``whole`` is the zoom that shows every place."""
    return replace(view, whole=whole) if view.zoom > whole + _WORTH else None


def _next(places: Sequence[PlaceRow], chosen: PlaceRow, zoom: float) -> float:
    """Return how many pixels away the next place is."""
    here, far = chosen.place, _NEIGHBOURHOOD
    view = View(here.lon, here.lat, zoom)
    around = (
        (row.place.lon, row.place.lat)
        for row in places
        if abs(row.place.lat - here.lat) < far and abs(row.place.lon - here.lon) < far and row.place.id != here.id
    )
    return min((math.hypot(*view.pixel(point)) for point in around), default=_APART)


def reach(view: View) -> float:
    """Return how many kilometres around a place others may be meant by the same click."""
    return min(view.kilometres(_REACH), max(_FARTHEST, view.kilometres(_TOUCHED)))


def close_places(places: Sequence[PlaceRow], chosen: PlaceRow, kilometres: float) -> list[PlaceRow]:
    """Return the other places within so many kilometres of the chosen one, most mentioned first."""
    lat, lon = chosen.place.lat, chosen.place.lon
    tall = kilometres / _DEGREE
    narrowest = math.cos(math.radians(min(abs(lat) + tall, 90)))
    wide = math.pi / 2 * tall / max(narrowest, 0.01)  # an arc is at most so much longer than its chord
    around = (
        row
        for row in places
        if abs(row.place.lat - lat) <= tall and abs((row.place.lon - lon + 180) % 360 - 180) <= wide
    )
    return [
        row
        for row in around
        if row.place.id != chosen.place.id and great_circle((lat, lon), (row.place.lat, row.place.lon)).km <= kilometres
    ]
