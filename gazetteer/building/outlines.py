"""Outlines: simplifying them, and the box and the middle of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.entries import Ring
from geonews.models import Box

_MINIMUM = 4
"""Points that a ring must keep."""


def rings_of(geometry: dict[str, object]) -> tuple[Ring, ...]:
    """Return the rings of a GeoJSON polygon or multipolygon."""
    coordinates = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return tuple(tuple((x, y) for x, y, *_ in ring) for polygon in polygons for ring in polygon)  # type: ignore[attr-defined]


def simplified(rings: Iterable[Ring], tolerance: float) -> tuple[Ring, ...]:
    """Drop points (Douglas-Peucker, degrees) and rings that are smaller than the tolerance, but never the largest."""
    ordered = sorted(rings, key=lambda ring: -_size(ring))
    kept = [ring for number, ring in enumerate(ordered) if number == 0 or _size(ring) > 4 * tolerance]
    return tuple(_thin(ring, tolerance) for ring in kept)


def _size(ring: Ring) -> float:
    lons, lats = [x for x, _ in ring], [y for _, y in ring]
    return max(max(lons) - min(lons), max(lats) - min(lats))


def _thin(ring: Ring, tolerance: float) -> Ring:
    points = np.array(ring[:-1] if ring[0] == ring[-1] else ring)
    while len(points) > _MINIMUM:
        far = int(((points - points[0]) ** 2).sum(axis=1).argmax())
        keep = (
            {0, far, len(points) - 1}
            | _keep(points, 0, far, tolerance)
            | _keep(points, far, len(points) - 1, tolerance)
        )
        if len(keep) >= _MINIMUM:
            return tuple((round(float(x), 5), round(float(y), 5)) for x, y in points[sorted(keep)])
        tolerance /= 2
    return tuple((round(float(x), 5), round(float(y), 5)) for x, y in points)


def _keep(points: NDArray[np.float64], first: int, last: int, tolerance: float) -> set[int]:
    kept: set[int] = set()
    stack = [(first, last)]
    while stack:
        a, b = stack.pop()
        if b - a < 2:  # noqa: PLR2004 - nothing between
            continue
        span = points[b] - points[a]
        between = points[a + 1 : b] - points[a]
        length = float(np.hypot(*span))
        away = (
            np.abs(between[:, 0] * span[1] - between[:, 1] * span[0]) / length
            if length
            else np.hypot(between[:, 0], between[:, 1])
        )
        worst = int(away.argmax())
        if away[worst] > tolerance:
            middle = a + 1 + worst
            kept.add(middle)
            stack += [(a, middle), (middle, b)]
    return kept


def box(rings: Iterable[Ring]) -> Box:
    """Return the smallest box around the rings; it may cross the antimeridian."""
    rings = list(rings)
    south = min(y for ring in rings for _, y in ring)
    north = max(y for ring in rings for _, y in ring)
    west, east = _longitudes([(min(x for x, _ in ring), max(x for x, _ in ring)) for ring in rings])
    return round(west, 4), round(south, 4), round(east, 4), round(north, 4)


def point_box(points: Sequence[tuple[float, float]]) -> Box:
    """Return the smallest box around (lat, lon) points."""
    west, east = _longitudes([(lon, lon) for _, lon in points])
    lats = [lat for lat, _ in points]
    return round(west, 4), round(min(lats), 4), round(east, 4), round(max(lats), 4)


def _longitudes(ranges: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the shorter way round that covers all ranges: everything but the widest gap."""
    ranges = sorted(ranges)
    best = (ranges[0][0], max(high for _, high in ranges))
    gap = best[0] + 360 - best[1]
    reach = ranges[0][1]
    for low, high in ranges[1:]:
        if low - reach > gap:
            gap, best = low - reach, (low, reach)
        reach = max(reach, high)
    return best


def middle(rings: Iterable[Ring]) -> tuple[float, float]:
    """Return (lat, lon) of the centre of mass of the largest ring."""
    ring = max(rings, key=_size)
    points = np.array(ring)
    x, y = points[:, 0], points[:, 1]
    cross = x * np.roll(y, -1) - np.roll(x, -1) * y
    area = float(cross.sum())
    if abs(area) < 1e-9:  # noqa: PLR2004 - a line
        return float(y.mean()), float(x.mean())
    lon = float(((x + np.roll(x, -1)) * cross).sum() / (3 * area))
    lat = float(((y + np.roll(y, -1)) * cross).sum() / (3 * area))
    return lat, lon
