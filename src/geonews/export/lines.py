"""Lines and boxes as GeoJSON (RFC 7946) has them: what crosses the antimeridian is cut there. WGS84 degrees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from geonews.models import Place

Point = tuple[float, float]
"""Longitude and latitude."""
_HALF, _WHOLE = 180.0, 360.0


def line(origin: Place, destination: Place) -> Sequence[Sequence[Point]]:
    """Return the shorter way between two places: one line, or two that end and begin at the antimeridian."""
    start, end = (origin.lon, origin.lat), (destination.lon, destination.lat)
    far = destination.lon - origin.lon
    if abs(far) <= _HALF:
        return [[start, end]]
    edge = _HALF if far < 0 else -_HALF
    way = far + 2 * edge
    part = (edge - origin.lon) / way if way else 0.0  # from one side of the antimeridian to the other, it is no way
    at = origin.lat + (destination.lat - origin.lat) * part
    return [[start, (edge, at)], [(-edge, at), end]]


def geometry(lines: Sequence[Sequence[Point]]) -> dict[str, Any]:
    """Return lines as a geometry."""
    if len(lines) == 1:
        return {"type": "LineString", "coordinates": lines[0]}
    return {"type": "MultiLineString", "coordinates": lines}


def points(places: Sequence[Place]) -> dict[str, Any] | None:
    """Return where these places are as a geometry; ``None``, which is "nowhere", for none."""
    found = list(dict.fromkeys((each.lon, each.lat) for each in places))
    if len(found) == 1:
        return {"type": "Point", "coordinates": found[0]}
    return {"type": "MultiPoint", "coordinates": found} if found else None


def box(places: Sequence[Place]) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north of the narrowest box around places; over the antimeridian west is the greater."""
    if not places:
        return None
    lons = sorted({each.lon for each in places})
    gaps = [(east - west, west, east) for west, east in pairwise(lons)]
    _, east, west = max([(lons[0] + _WHOLE - lons[-1], lons[-1], lons[0]), *gaps])
    lats = [each.lat for each in places]
    return west, min(lats), east, max(lats)
