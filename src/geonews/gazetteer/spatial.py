"""Where: places inside a box, places near a point, and whether a point lies in a place."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence

from geonews.gazetteer.cells import COLUMNS, ROWS, cell
from geonews.gazetteer.image import Image
from geonews.gazetteer.kinds import KIND_NUMBER
from geonews.gazetteer.tables import DEGREE
from geonews.models import Box, Place, PlaceKind

SETTLEMENTS: frozenset[PlaceKind] = frozenset({"city", "village"})
EARTH_KM = 6371.0
_DEGREE_KM = math.pi * EARTH_KM / 180
_POLAR = 89.0
_POLEWARD = 0.9
"""Great circles are that much shorter than parallels at worst, within the reach of a search."""
_MOST_RINGS = 12
"""Squares away from the point that a search for the nearest gives up at: there is open sea around."""


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in degrees, in km."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def in_box(lat: float, lon: float, box: Box) -> bool:
    """Tell whether a point lies in a box, which may cross the antimeridian."""
    west, south, east, north = box
    return south <= lat <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)


def within(image: Image, box: Box, kinds: Collection[PlaceKind] | None) -> Iterator[int]:
    """Yield the numbers of the places whose point is in the box."""
    west, south, east, north = box
    columns = range(math.floor(west + 180), math.floor(east + 180 + (COLUMNS if east < west else 0)) + 1)
    wanted = _numbers(kinds)
    lats, lons, kind = (image.tables[name] for name in ("lat", "lon", "kind"))
    for row in range(max(0, math.floor(south + 90)), min(ROWS - 1, math.floor(north + 90)) + 1):
        for column in sorted({column % COLUMNS for column in columns}):
            for number in square(image, row * COLUMNS + column):
                if kind[number] in wanted and in_box(lats[number] / DEGREE, lons[number] / DEGREE, box):
                    yield number


def nearest(
    image: Image, lat: float, lon: float, limit: int, kinds: Collection[PlaceKind] | None
) -> list[tuple[float, int]]:
    """Return the (km, number) of the places nearest to a point, nearest first, no farther than about 12 degrees."""
    wanted = _numbers(kinds)
    lats, lons, kind = (image.tables[name] for name in ("lat", "lon", "kind"))
    found: list[tuple[float, int]] = []
    for ring in range(_MOST_RINGS + 1):
        # nothing in this ring or beyond is nearer than its inner edge
        edge = max(0, ring - 1) * _DEGREE_KM * _POLEWARD
        if len(found) >= limit and sorted(found)[limit - 1][0] <= edge:
            break
        for number in (n for at in _block(lat, lon, ring) - _block(lat, lon, ring - 1) for n in square(image, at)):
            if kind[number] in wanted:
                km = distance_km(lat, lon, lats[number] / DEGREE, lons[number] / DEGREE)
                found.append((km, number))
    return sorted(found)[:limit]


def square(image: Image, at: int) -> memoryview:
    """Return the numbers of the places in a map square."""
    ends = image.tables["cell_end"]
    return image.tables["cell_place"][ends[at - 1] if at else 0 : ends[at]]


def _block(lat: float, lon: float, reach: int) -> frozenset[int]:
    """Return the squares up to ``reach`` degrees of latitude, and as many km of longitude, from the point's own."""
    row, column = divmod(cell(lat, lon), COLUMNS)
    wide = math.cos(math.radians(min(_POLAR, abs(lat) + _MOST_RINGS)))
    across = min(COLUMNS // 2, math.ceil(reach / wide))
    return frozenset(
        at * COLUMNS + (column + step) % COLUMNS
        for at in range(max(0, row - reach), min(ROWS - 1, row + reach) + 1)
        for step in range(-across, across + 1)
    )


def _numbers(kinds: Collection[PlaceKind] | None) -> frozenset[int]:
    return frozenset(KIND_NUMBER[kind] for kind in (KIND_NUMBER if kinds is None else kinds))


def outline(image: Image, number: int) -> Iterator[list[tuple[float, float]]]:
    """Yield the rings of a place's outline as (lon, lat); none if it has no outline."""
    shapes, tables = image.tables["shape_place"], image.tables
    at = _find(shapes, number)
    if at is None:
        return
    for ring in range(tables["shape_end"][at - 1] if at else 0, tables["shape_end"][at]):
        start, end = tables["ring_end"][ring - 1] if ring else 0, tables["ring_end"][ring]
        flat = tables["point"][2 * start : 2 * end]
        yield [(flat[i] / DEGREE, flat[i + 1] / DEGREE) for i in range(0, len(flat), 2)]


def _find(numbers: memoryview, wanted: int) -> int | None:
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) >> 1
        if numbers[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(numbers) and numbers[low] == wanted else None


def inside(image: Image, number: int, place: Place, lat: float, lon: float) -> tuple[bool, bool]:
    """Tell whether the point is inside the place, and whether its outline (not just its box) said so."""
    if place.extent is not None and not in_box(lat, lon, place.extent):
        return False, next(outline(image, number), None) is not None
    rings = list(outline(image, number))
    if not rings:
        return place.extent is not None, False
    return odd_crossings(rings, lat, lon), True


def odd_crossings(rings: Iterable[Sequence[tuple[float, float]]], lat: float, lon: float) -> bool:
    """Tell whether a point is inside an odd number of rings of (lon, lat)."""
    odd = False
    for ring in rings:
        odd ^= _crosses(ring, lat, lon)
    return odd


def _crosses(ring: Sequence[tuple[float, float]], lat: float, lon: float) -> bool:
    """Tell whether a ray from the point eastward crosses the ring an odd number of times."""
    odd = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            odd = not odd
        x1, y1 = x2, y2
    return odd
