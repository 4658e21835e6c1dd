"""Routes -> arcs of the map: one for each pair of places, with all that goes from the one to the other. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from geonews.export.movements import Way, tip, way
from geonews.store import Route


class Arc(TypedDict):
    """From where to where, in degrees, and what is told of it."""

    origin: list[float]
    destination: list[float]
    width: float
    passage: str
    """``KEY@OFFSET`` of the newest passage that says so."""
    tip: str
    way: Way


def arcs(routes: Sequence[Route]) -> list[Arc]:
    """Return the arcs of routes."""
    return [_arc(route) for route in routes]


def _arc(route: Route) -> Arc:
    origin, destination, newest = route.origin, route.destination, route.newest[0]
    return {
        "origin": [round(origin.lon, 4), round(origin.lat, 4)],
        "destination": [round(destination.lon, 4), round(destination.lat, 4)],
        "width": min(1.5 + 0.5 * route.movements, 5.0),
        "passage": f"{newest.key}@{newest.start}",
        "tip": tip(route),
        "way": way(route),
    }
