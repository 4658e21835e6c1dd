"""Degrees to the units of the exported page's map: web Mercator, the world 3600 units wide, y downwards."""

from __future__ import annotations

from math import asinh, pi, radians, tan

WIDTH = 3600
_FARTHEST = 84.0
"""Degrees of latitude beyond which nothing is told apart."""


def project(lon: float, lat: float) -> tuple[float, float]:
    """Return x (0 to 3600, from 180 degrees west) and y (about 120 to 3480, from north) of a WGS84 point."""
    bounded = max(-_FARTHEST, min(_FARTHEST, lat))
    y = asinh(tan(radians(bounded))) / pi
    return (lon + 180) / 360 * WIDTH, (1 - y) / 2 * WIDTH
