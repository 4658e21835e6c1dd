"""An open claim -> what the map marks of it: where its figure is said to be, and from where to where it goes. Pure."""

from __future__ import annotations

from collections.abc import Collection

from geonews.claims import Claim
from geonews.dashboard.arcs import Arc
from geonews.export.movements import Way, way_of
from geonews.models import LinkRole, Place

_WIDTH = 4.0
"""Pixels: over the arc that is there in any case."""


def marked(claim: Claim) -> tuple[str, ...]:
    """Return the ids of the places that the figure is tied to, whatever they are to it."""
    return tuple(dict.fromkeys(each.place.id for each in claim.places))


def ways(claim: Claim, seen: Collection[str]) -> list[Arc]:
    """Return from where to where the figure goes, as far as both ends are among the places that are ``seen``."""
    ends = [(origin, end) for origin in _of(claim, "origin") for end in _of(claim, "destination")]
    sure = {each.place.id: each.confidence for each in claim.places}
    between = (pair for pair in ends if pair[0].id != pair[1].id and {place.id for place in pair} <= set(seen))
    return [_arc(origin, end, way_of(claim.status, min(sure[origin.id], sure[end.id]))) for origin, end in between]


def _of(claim: Claim, role: LinkRole) -> list[Place]:
    """Return the places of this role but for those in which another lies: "from Vilseck, Germany" is one way."""
    found = [each.place for each in claim.places if each.role == role]
    return [place for place in found if not any(_lies_in(other, place) for other in found)]


def _lies_in(place: Place, area: Place) -> bool:
    if area.extent is None or place is area or place.country is None or place.country != area.country:
        return False
    west, south, east, north = area.extent
    across = west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east
    return across and south <= place.lat <= north


def _arc(origin: Place, end: Place, way: Way) -> Arc:
    return {
        "origin": [round(origin.lon, 4), round(origin.lat, 4)],
        "destination": [round(end.lon, 4), round(end.lat, 4)],
        "width": _WIDTH,
        "passage": "",
        "tip": "",
        "way": way,
    }
