"""Places that are areas -> what is drawn of them. Pure.

That is the gazetteer's outline, or a soft oval where it knows no more than the extent. A sea is tinted below the
land, so that its shore is the basemap's own; a region is drawn over it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TypedDict

from geonews.dashboard.colours import Group, group
from geonews.models import Box, Place
from geonews.store import PlaceRow

Ring = list[list[float]]
Outline = Callable[[Place], Sequence[Sequence[tuple[float, float]]]]
"""The rings of a place's outline as longitudes and latitudes in degrees; none where it is not known."""
MOST_AREAS = 60
"""Areas that are drawn at most, the most mentioned first."""
_MOST_POINTS = 5_000
"""Of all areas: about 100 kB."""
WIDEST = 40.0
"""Degrees: a vague region that is wider ("the West") is no help as an oval."""
_SEEN = 3.0
"""Degrees: a water that is narrower is hardly a spot in most views."""
_DIGITS = 2
"""Decimals of a degree that are kept: 1 km."""
_CORNERS = 40


class Area(TypedDict):
    """An area as the map draws it, in degrees."""

    id: str
    group: Group
    vague: bool
    """Whether only its extent is known."""
    rings: list[Ring]


def areas(places: Iterable[PlaceRow], outline: Outline) -> list[Area]:
    """Return the waters and regions that can be drawn, those that come first first."""
    rows = (row.place for row in places if group(row.place.kind) in {"water", "region"})
    found: list[Area] = []
    points = 0
    for place in islice(rows, MOST_AREAS):
        area = _area(place, outline)
        points += sum(map(len, area["rings"]))
        if area["rings"] and points <= _MOST_POINTS:
            found.append(area)
    return found


def is_seen(area: Area) -> bool:
    """Tell whether an area is so wide that its tint and its name in it are found without a sign."""
    longitudes = [lon for ring in area["rings"] for lon, _ in ring]
    return max(longitudes) - min(longitudes) >= _SEEN


def shapes(areas: Iterable[Area]) -> dict[str, Any]:
    """Return the areas as GeoJSON; each ring is a polygon of its own: holes (islands in a sea) are land's to cover."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in area["rings"]]},
            "properties": {name: area[name] for name in ("group", "vague")},
        }
        for area in areas
    ]
    return {"type": "FeatureCollection", "features": features}


def _area(place: Place, outline: Outline) -> Area:
    rings = [ring for ring in map(_rounded, outline(place)) if _is_whole(ring)]
    vague = not rings
    if vague and place.extent is not None and _width(place.extent) <= WIDEST and place.kind != "river":
        rings = [_oval(place.extent)]
    return {"id": place.id, "group": group(place.kind), "vague": vague, "rings": rings}


def _rounded(ring: Sequence[tuple[float, float]]) -> Ring:
    kept: Ring = []
    for lon, lat in ring:
        point = [round(lon, _DIGITS), round(lat, _DIGITS)]
        if not kept or kept[-1] != point:
            kept.append(point)
    if kept and kept[0] != kept[-1]:
        kept.append(kept[0])
    return kept


def _is_whole(ring: Ring) -> bool:
    """Tell a ring from what rounding left of a rock, and from one that was not cut at the antimeridian."""
    longitudes = [lon for lon, _ in ring]
    return len(ring) > 3 and max(longitudes) - min(longitudes) <= 180  # noqa: PLR2004 - a triangle; half the world


def _width(extent: Box) -> float:
    west, _, east, _ = extent
    return (east - west) % 360


def _oval(extent: Box) -> Ring:
    west, south, _, north = extent
    wide, high = _width(extent) / 2, (north - south) / 2
    turns = [2 * math.pi * step / _CORNERS for step in range(_CORNERS)]
    ring = [
        [round(west + wide * (1 + math.cos(turn)), _DIGITS), round(south + high * (1 + math.sin(turn)), _DIGITS)]
        for turn in turns
    ]
    return [*ring, ring[0]]
