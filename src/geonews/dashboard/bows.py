"""Movements as they are seen: bows on the land with an arrow in the middle, below all names. Pure.

The deck's own arcs lie over every name; they are clear and take the clicks. Both are one curve: half an ellipse over
the straight line of web mercator (deck.gl's ArcLayer, turned flat).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from geonews.dashboard.arcs import Arc
from geonews.dashboard.fit import WORLD, Point, View
from geonews.dashboard.mapsigns import Layer
from geonews.dashboard.palette import rgb

HEIGHT = 0.6
"""Of a bow, as deck.gl has it: half of it is how far it leaves its chord, as a share of that."""
TILT = 90
"""Degrees by which deck.gl's arcs, which rise from the ground, are laid on it."""
_PIECES, _FEWEST, _MOST = 2400, 16, 64
"""Pieces of all bows, and of one: the fewer there are, the rounder is each, which shows when one is seen from near."""
_DASHES: dict[str, list[float]] = {"dashed": [2.5, 1.5], "dotted": [0.01, 2.2]}
"""Of its width; what is hardly long is a dot, for its ends are round."""
_DECIMALS = 4
"""Of a degree."""
_ARROW = "a"
"""What draws an arrow to the north in the font "signs"."""
_WHOLE = View(0.0, 0.0, 0.0)
_BOW = ["==", ["geometry-type"], "LineString"]


def near_end(arc: Arc) -> list[float]:
    """Return the destination, beyond the map's edge if that is the shorter way there."""
    lon, lat = arc["destination"]
    east = lon - arc["origin"][0]
    return [lon - math.copysign(360, east), lat] if abs(east) > 180 else [lon, lat]  # noqa: PLR2004 - half the world


def held(arcs: Sequence[Arc]) -> list[Point]:
    """Return the longitudes and latitudes that a map of the whole bows must show: their ends, and how far they bend."""
    return [(lon, lat) for arc in arcs for lon, lat in (arc["origin"], near_end(arc), _placed(_middle(arc)))]


def features(arcs: Sequence[Arc]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the bows and their arrows as GeoJSON: those that are whole lines, and the others."""
    pieces = max(min(_PIECES // max(len(arcs), 1), _MOST), _FEWEST)
    whole, others = (
        [feature for arc in arcs if (arc["way"] == "whole") is which for feature in _drawn(arc, pieces)]
        for which in (True, False)
    )
    return _collection(whole), _collection(others)


def sources(name: str, data: Sequence[dict[str, Any] | str]) -> dict[str, dict[str, Any]]:
    """Return the sources of the map's style for both, as they are or by their addresses.

    Where a source tells how far along a line is, as gradients need it, dashes are as long as lines.
    """
    whole, others = ({"type": "geojson", "data": each} for each in data)
    return {name: whole | {"lineMetrics": True}, f"{name}-others": others}


def layers(name: str, colour: str) -> list[Layer]:
    """Return what draws the sources of this name: faint where movements begin, strong where they end; or in pieces."""
    red, green, blue = rgb(colour)
    faint, strong = (f"rgba({red},{green},{blue},{share})" for share in (0.28, 0.92))
    gradient = {"line-gradient": ["interpolate", ["linear"], ["line-progress"], 0, faint, 1, strong]}
    others = f"{name}-others"
    return [
        _line(name, name, "whole", gradient),
        *(
            _line(f"{name}-{way}", others, way, {"line-color": colour, "line-opacity": 0.8, "line-dasharray": dashes})
            for way, dashes in _DASHES.items()
        ),
        _arrows(name, colour),
        _arrows(others, colour),
    ]


def _collection(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": found}


def _line(name: str, source: str, way: str, paint: dict[str, Any]) -> Layer:
    return {
        "id": name,
        "type": "line",
        "source": source,
        "filter": ["all", _BOW, ["==", ["get", "way"], way]],
        "layout": {"line-cap": "round"} if way == "dotted" else {},
        "paint": {"line-width": ["get", "width"]} | paint,
    }


def _arrows(name: str, colour: str) -> Layer:
    return {
        "id": f"{name}-arrows",
        "type": "symbol",
        "source": name,
        "filter": ["!", _BOW],
        "layout": {
            "text-field": _ARROW,
            "text-font": ["signs"],
            "text-size": ["+", 6, ["*", 1.6, ["get", "width"]]],
            "text-rotate": ["get", "turn"],
            "text-rotation-alignment": "map",
            "text-allow-overlap": True,
            "text-ignore-placement": True,
        },
        "paint": {"text-color": colour},
    }


def _drawn(arc: Arc, pieces: int) -> tuple[dict[str, Any], dict[str, Any]]:
    (x, y), (to_x, to_y) = _spread(arc["origin"]), _spread(near_end(arc))
    far, fall = to_x - x, to_y - y
    line = []
    for piece in range(pieces + 1):
        turn = math.pi * piece / pieces
        along, aside = (1 - math.cos(turn)) / 2, math.sin(turn) / 2 * HEIGHT
        line.append(_placed((x + far * along + fall * aside, y + fall * along - far * aside)))
    width = {"width": arc["width"]}
    bearing = round(math.degrees(math.atan2(far, -fall)))
    return _feature("LineString", line, width | {"way": arc["way"]}), _feature(
        "Point", _placed(_middle(arc)), width | {"turn": bearing}
    )


def _middle(arc: Arc) -> Point:
    """Return where a bow is farthest from the straight line, in pixels as ``_spread``."""
    (x, y), (to_x, to_y) = _spread(arc["origin"]), _spread(near_end(arc))
    return (x + to_x + (to_y - y) * HEIGHT) / 2, (y + to_y - (to_x - x) * HEIGHT) / 2


def _spread(point: list[float]) -> Point:
    """Return where a point is on a map of the whole world, in pixels from its middle; beyond its edge as well."""
    return point[0] / 360 * WORLD, _WHOLE.pixel((0.0, point[1]))[1]


def _placed(pixel: Point) -> list[float]:
    return [round(pixel[0] / WORLD * 360, _DECIMALS), round(_WHOLE.point((0.0, pixel[1]))[1], _DECIMALS)]


def _feature(kind: str, coordinates: list[Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}
