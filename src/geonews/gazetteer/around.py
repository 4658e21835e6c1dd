"""Which settlement is a point in? The one whose built-up reach holds it best, else the nearest."""

from __future__ import annotations

import math

from geonews.gazetteer.index import Gazetteer
from geonews.gazetteer.spatial import SETTLEMENTS
from geonews.models import Place

_PEOPLE_PER_KM2 = 3500.0
"""Of built-up land, about the world's median (Demographia World Urban Areas)."""
_LOOKED_AT = 200


def settlements(gazetteer: Gazetteer, lat: float, lon: float, limit: int) -> list[Place]:
    """Return the settlements about a point (WGS84 degrees): first the one that it is in, then the nearest.

    A town reaches as far as a disc of its people's usual density. Of the towns that reach the point, the one whose
    middle is nearest, in shares of that reach, is meant: the middle of Kyiv is in Kyiv, not in its old quarter.
    """
    nearest = [place for place, _ in gazetteer.nearest(lat, lon, limit, SETTLEMENTS)]
    cities = gazetteer.nearest(lat, lon, _LOOKED_AT, frozenset({"city"}))
    holding = [(km / _reach(place), place.id, place) for place, km in cities if place.population and km < _reach(place)]
    if holding:
        best = min(holding)[2]
        nearest = [best, *(place for place in nearest if place.id != best.id)][:limit]
    return nearest


def _reach(place: Place) -> float:
    return math.sqrt((place.population or 0) / _PEOPLE_PER_KM2 / math.pi)
