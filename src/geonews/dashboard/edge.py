"""The edge of the map's picture as it first stands: something unseen along it, so that no name is cut there. Pure.

The renderer places a name wherever it meets nothing, half outside the picture too. What stands along the edge takes
that room: the name comes to the other side of its sign, or is left out. Nearer or farther nothing stands there.
"""

from __future__ import annotations

import math
from typing import Any, Literal

from geonews.dashboard.fit import View

_SIZE = 24
"""Pixels of a letter, which is as wide as it is high; the letter is one that the font "signs" has."""
_LETTER = "t"
_NEAR = 0.05
"""Zooms that the reader may have turned, and the picture still be the first one."""
_DECIMALS = 3
"""Of a degree; a map that is asked for again stays the same."""
_Side = Literal["left", "right", "top", "bottom"]


def bars(view: View, width: int, height: int) -> dict[str, Any]:
    """Return the four sides of a map of this many pixels as GeoJSON: points with letters that reach from them outwards.

    ``side`` is that of the letters at which the point is, ``bar`` the letters.
    """
    down, across = "\n".join(_LETTER * math.ceil(height / _SIZE)), _LETTER * math.ceil(width / _SIZE)
    sides: list[tuple[_Side, str, tuple[float, float]]] = [
        ("right", down, (-width / 2, 0.0)),
        ("left", down, (width / 2, 0.0)),
        ("bottom", across, (0.0, -height / 2)),
        ("top", across, (0.0, height / 2)),
    ]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [round(part, _DECIMALS) for part in view.point(pixel)]},
            "properties": {"side": side, "bar": bar},
        }
        for side, bar, pixel in sides
    ]
    return {"type": "FeatureCollection", "features": features}


def layer(view: View) -> dict[str, Any]:
    """Return the layer that keeps names inside the picture; being on top, it is placed before them."""
    zoom = round(view.zoom, 2)
    return {
        "id": "edge",
        "type": "symbol",
        "source": "edge",
        "minzoom": max(round(zoom - _NEAR, 2), 0),
        "maxzoom": round(zoom + _NEAR, 2),
        "layout": {
            "text-field": ["get", "bar"],
            "text-font": ["signs"],
            "text-size": _SIZE,
            "text-line-height": 1,
            "text-max-width": 1000,
            "text-anchor": ["get", "side"],
            "text-padding": 0,
            "text-allow-overlap": True,
        },
        "paint": {"text-opacity": 0},
    }
