"""What a gazetteer is compiled from: a place, its names, and what the tables need to know beyond that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geonews.gazetteer.kinds import prominence
from geonews.models import NameForm, Place

Ring = tuple[tuple[float, float], ...]
"""Closed outline as (lon, lat) in degrees, the first point not repeated."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place on its way into the tables."""

    place: Place
    names: tuple[tuple[str, NameForm], ...]
    """Besides ``place.name``, which needs no mention."""
    prominence: float
    """In inhabitants of a comparable city, see ``kinds.prominence``."""
    source: str = "user"
    rings: tuple[Ring, ...] = ()
    """The outline; a point inside an odd number of rings is inside."""
    above: str | None = None
    """A country's continent, by id."""


def entries(rows: Iterable[tuple[Place, Iterable[tuple[str, NameForm]]]]) -> list[Entry]:
    """Make entries of places with their names."""
    return [Entry(place, tuple(names), prominence(place)) for place, names in rows]


def is_postal(place: Place) -> bool:
    """Tell whether the id follows from country, coordinates and name, see ``postal_id``."""
    return place.id == postal_id(place.country, place.lat, place.lon, place.name)


def postal_id(country: str | None, lat: float, lon: float, name: str) -> str:
    """Return the id of a place that no source numbers."""
    return f"pc:{country}:{lat:.4f}:{lon:.4f}:{name}"
