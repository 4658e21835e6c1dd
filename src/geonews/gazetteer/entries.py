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


def entries(rows: Iterable[tuple[Place, Iterable[tuple[str, NameForm]]]]) -> list[Entry]:
    """Make entries of places with their names."""
    return [Entry(place, tuple(names), prominence(place)) for place, names in rows]
