"""Where the map looks: web-mercator arithmetic on plain numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

WORLD = 512
"""Width of the world in pixels at zoom 0."""
LIMIT = 85.0511
"""Degrees of latitude that web mercator can still show."""
MARGIN = 40
"""Pixels kept free left and right, for markers."""
LABEL = 70
"""Pixels kept free on the right as well, for the labels there; on a phone an eighth of its width."""
_ABOVE, _BELOW = 32, 44
"""Pixels kept free above, and below, where the map's credits stand."""
CLOSEST = 7.0
"""A single place is not shown closer: the basemap has no more to tell."""
_ASIDE = 2.0
"""Zooms that a view gives up at most for what is not its subject."""
_LAND = 3.0
"""No view goes farther away for the sake of a land: in the whole of Russia a town's story would be lost."""
_DRAWN = 0.75
"""Zooms that a view gives up at most for what is drawn besides, and would be cut by its edge or lie beyond it."""
_SIGN = 20
"""Pixels from the middle of a sign within which it, or its name, is cut."""
_HAIR = 1e-7
"""Degrees and zooms that nobody sees."""

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Points = Sequence[Point] | npt.NDArray[np.float64]
"""Many of them; an array, of two columns, where they are fitted more than once."""


@dataclass(frozen=True, slots=True)
class View:
    """A map centre in degrees and a zoom (one more doubles the scale)."""

    longitude: float
    latitude: float
    zoom: float
    whole: float | None = None
    """The zoom that shows every place, if this view is nearer."""

    @property
    def widest(self) -> float:
        """The zoom that shows every place."""
        return self.zoom if self.whole is None else self.whole

    def again(self, times: int) -> View:
        """Return this view a hair's breadth aside: a map that is asked for what it was asked for stays where it is."""
        aside = times * _HAIR
        return replace(self, longitude=self.longitude + aside, latitude=self.latitude + aside, zoom=self.zoom + aside)

    def pixel(self, point: Point) -> Point:
        """Return where a point falls, in pixels right of and below the centre."""
        scale = WORLD * 2**self.zoom
        east = (point[0] - self.longitude + 180) % 360 - 180
        return east / 360 * scale, (_down(point[1]) - _down(self.latitude)) * scale

    def point(self, pixel: Point) -> Point:
        """Return what lies so many pixels right of and below the centre, the nearest that mercator shows."""
        scale = WORLD * 2**self.zoom
        longitude = (self.longitude + pixel[0] / scale * 360 + 180) % 360 - 180
        down = min(max(_down(self.latitude) + pixel[1] / scale, 0.0), 1.0)
        return longitude, _latitude(down)


def beyond(view: View, points: Iterable[Point], width: int, height: int) -> int:
    """Count the points that lie beyond the edge of a view."""
    pixels = map(view.pixel, points)
    return sum(abs(right) > width / 2 or abs(down) > height / 2 for right, down in pixels)


def joined(*parts: Points) -> npt.NDArray[np.float64]:
    """Return all points as an array."""
    return np.concatenate([np.asarray(part, dtype=np.float64).reshape(-1, 2) for part in parts])


def fit(points: Points, width: int, height: int) -> View:
    """Return the closest view that shows every point on a map of this many pixels; the whole world without points."""
    if not len(points):
        points = [(-90.0, 60.0), (0.0, 0.0), (90.0, -50.0)]
    longitudes, latitudes = np.asarray(points, dtype=np.float64).T
    west, across = _span(longitudes)
    top, bottom = _down(float(latitudes.max())), _down(float(latitudes.min()))
    down = bottom - top
    wide, high = room(width, height)
    zooms = [CLOSEST]
    if across > 0:
        zooms.append(math.log2(wide / (across / 360 * WORLD)))
    if down > 0:
        zooms.append(math.log2(high / (down * WORLD)))
    zoom = round(max(min(zooms), farthest(height)), 2)
    once = math.floor(math.log2(width / WORLD) * 100) / 100
    if down * WORLD * 2**once <= height - MARGIN:
        zoom = max(zoom, once)  # were it smaller, the map would repeat the world, and all that is drawn on it
    world = WORLD * 2**zoom
    # No room is kept where the basemap's end left none.
    aside = min(_label(width), max(width - across / 360 * world - 2 * MARGIN, 0)) / 2
    below = min(_BELOW - _ABOVE, max(height - down * world - 2 * _ABOVE, 0)) / 2
    centre = west + across / 2 + aside * 360 / world
    # The basemap never shows beyond the poles; were the centre nearer to one, pins and basemap would come apart.
    edge = height / 2 / world
    middle = min(max((top + bottom) / 2 + below / world, edge), 1 - edge)
    return View(round((centre + 180) % 360 - 180, 3), round(_latitude(middle), 3), zoom)


def fit_also(points: Points, others: Points, width: int, height: int) -> View:
    """Return the view that shows other points as well, unless these are so far away that one would hardly see any."""
    close = fit(points, width, height)
    wide = fit(joined(points, others), width, height) if len(others) else close
    return wide if wide.zoom >= close.zoom - _ASIDE else close


def of_land(points: Points, corners: Sequence[Point], width: int, height: int) -> list[Point]:
    """Return how far a view of points is to show the land around them, whose corners are given."""
    if not corners:
        return []
    close = fit(points, width, height)
    far = replace(close, zoom=min(close.zoom, _LAND))
    wide, high = (part / 2 for part in room(width, height))
    pixels = map(far.pixel, corners)
    return [far.point((min(max(right, -wide), wide), min(max(down, -high), high))) for right, down in pixels]


def fit_uncut(
    points: Points,
    others: Points,
    things: Iterable[Sequence[Point]],
    width: int,
    height: int,
) -> View:
    """Return the view of ``fit_also``, wider for as many things as it may be, the nearest first.

    Of things the corners are given. What would take more than ``_DRAWN`` zooms is left out, and all that is farther.
    """
    view = widest = fit_also(points, others, width, height)
    beyond = ((_beyond(view, corners, width, height), corners) for corners in things)
    for _, corners in sorted((far, corners) for far, corners in beyond if far > -_SIGN):
        if _beyond(widest, corners, width, height) <= -_SIGN:
            continue
        held = joined(points, corners)
        wide = fit_also(held, others, width, height)
        if wide.zoom < view.zoom - _DRAWN:
            break
        points, widest = held, wide
    return widest


def _beyond(view: View, corners: Sequence[Point], width: int, height: int) -> float:
    """Return by how many pixels a thing lies beyond the edge of a view; negative: how far within."""
    half = width / 2, height / 2
    return max(abs(part) - edge for corner in corners for part, edge in zip(view.pixel(corner), half, strict=True))


def room(width: int, height: int) -> Point:
    """Return how many pixels across and down are for points."""
    return max(width - 2 * MARGIN - _label(width), 100), max(height - _ABOVE - _BELOW, 100)


def _label(width: int) -> float:
    return min(LABEL, width / 8)


def farthest(height: int) -> float:
    """Return the smallest zoom at which the world is as high as the map, never below 0; the basemap goes no farther."""
    return max(math.ceil(math.log2(height / WORLD) * 100) / 100, 0.0)


def _span(longitudes: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Return the west end and the width of the shortest arc that holds all longitudes, the antimeridian allowed."""
    ordered = np.sort(longitudes % 360)
    gaps = np.diff(ordered, append=ordered[0] + 360)
    widest = int(gaps.argmax())
    return float(ordered[(widest + 1) % len(ordered)]), 360 - float(gaps[widest])


def _down(latitude: float) -> float:
    """Return the web-mercator height of a latitude: 0 at the top of the world, 1 at its bottom."""
    clamped = math.radians(max(-LIMIT, min(LIMIT, latitude)))
    return 0.5 - math.asinh(math.tan(clamped)) / (2 * math.pi)


def _latitude(down: float) -> float:
    return math.degrees(math.atan(math.sinh((0.5 - down) * 2 * math.pi)))
