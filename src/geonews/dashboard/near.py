"""Places that stand close to each other on the map: which a click may have meant, and how to see one apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from geonews.dashboard.fit import WORLD, View, fit, room
from geonews.store import PlaceRow

_FARTHEST = 20.0
"""Pixels from the middle of any sign to its edge, at most."""
_APART = 32
"""Pixels to the next place at which a place is seen by itself."""
_STEP = 2.0
"""Zooms that "nearer" comes closer at least, where one place is shown and not an area."""
_WORTH = 0.5
"""Zooms below which coming closer shows nothing new."""
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


def close_places(
    places: Sequence[PlaceRow], chosen: PlaceRow, zoom: float, reach: Callable[[PlaceRow], float]
) -> list[PlaceRow]:
    """Return the other places that a click on the chosen one may have meant, most mentioned first.

    ``reach`` tells in how many pixels around its middle a click may mean a place: large signs overlap from afar.
    """
    here = View(chosen.place.lon, chosen.place.lat, zoom)
    around, far = reach(chosen), 2 * _FARTHEST * 360 / (WORLD * 2**zoom)  # degrees at most
    return [
        row
        for row in places
        if abs(row.place.lat - here.latitude) <= far
        and abs((row.place.lon - here.longitude + 180) % 360 - 180) <= far
        and row.place.id != chosen.place.id
        and math.hypot(*here.pixel((row.place.lon, row.place.lat))) <= around + reach(row)
    ]
