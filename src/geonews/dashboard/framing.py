"""What the map is to show beside the places themselves: the land that a reader knows them by. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from geonews.dashboard.areas import WIDEST, Outline
from geonews.dashboard.colours import group
from geonews.dashboard.fit import Point
from geonews.models import Box, Place
from geonews.store import PlaceRow

_MAIN = 0.2
"""Of the area of a country's largest part: smaller parts, many of them overseas, are not what it is known by."""
_MOST = 200
"""Places, the most mentioned, of which the edge of the map should cut nothing."""
Country = Callable[[Place], Place | None]
"""The country that a place is in, as far as it is known; of a country itself."""


def lands(
    places: Sequence[PlaceRow], spots: Sequence[Point], codes: Sequence[str | None], country: Country, outline: Outline
) -> list[Point]:
    """Return the corners of the lands to be shown around the spots that places are fitted to.

    Those are the countries that the filter names. Where it names none and all is one spot, which from near would be a
    sign on nothing, it is the area that this spot stands for, or else its country.
    """
    if not any(codes) and spots and spots.count(spots[0]) == len(spots):
        one = next(row.place for row in places if (row.place.lon, row.place.lat) == spots[0])
        if one.extent is not None and group(one.kind) not in {"country", "continent"}:
            return _corners(one.extent)
        codes = [one.country]
    found = (next((row.place for row in places if row.place.country == code), None) for code in codes if code)
    known = (country(place) for place in found if place)
    return [corner for land in known if land for corner in _main(outline(land))]


def things(places: Sequence[PlaceRow]) -> list[list[Point]]:
    """Return the corners of what is drawn of countries, which is a sign, and of regions, an area."""
    return [
        _corners(place.extent)
        if kind == "region" and place.extent and _is_oval(place.extent)
        else [(place.lon, place.lat)]
        for place, kind in ((row.place, group(row.place.kind)) for row in places[:_MOST])
        if kind in {"country", "region"}
    ]


def _is_oval(extent: Box) -> bool:
    return (extent[2] - extent[0]) % 360 <= WIDEST


def _corners(extent: Box) -> list[Point]:
    west, south, east, north = extent
    return [(west, south), (east, north)]


def _main(rings: Sequence[Sequence[Point]]) -> list[Point]:
    """Return the corners of the main parts of a country: of France without what is overseas."""
    sizes = [*map(_area, rings)]
    main = [ring for ring, size in zip(rings, sizes, strict=True) if size >= _MAIN * max(sizes)]
    return [(end(lon for lon, _ in ring), end(lat for _, lat in ring)) for ring in main for end in (min, max)]


def _area(ring: Sequence[Point]) -> float:
    """Return the area of a ring on the globe, in whatever unit."""
    heights = [math.sin(math.radians(lat)) for _, lat in ring]
    ways = zip(ring, heights, [*ring[1:], ring[0]], [*heights[1:], heights[0]], strict=True)
    return abs(sum((begin[0] + end[0]) * (above - below) for begin, below, end, above in ways))
