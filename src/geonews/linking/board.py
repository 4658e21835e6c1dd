"""The candidates of all names of an article side by side, as arrays: what can be said of each without the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.kinds import FORM_NUMBER, KIND_NUMBER
from geonews.linking.groups import Group, written
from geonews.models import Place

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
STATE = np.isin(list(KIND_NUMBER), ("country", "territory"))
"""By number of kind: whether it is a state."""
_WIDE = frozenset({"country", "territory", "continent", "region", "ocean", "sea"})
"""Kinds that are too large for a point to be near anything."""


@dataclass(frozen=True, slots=True)
class Board:
    """One row a candidate, the candidates of a group in consecutive rows."""

    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    first: Numbers
    """Shape (groups,): the row at which each group begins."""
    group: Numbers
    """Shape (rows,): the group of each row, as all that follow."""
    name: Numbers
    """Numbers of the written names: groups that larger places set apart share one, and are no company to each other."""
    kind: Numbers
    form: Numbers
    place: Numbers
    """Numbers of the places, the same wherever one is a candidate."""
    country: Numbers
    """Numbers of the article's countries; 0 is none."""
    division: Numbers
    """Numbers of (country, admin1) pairs, an admin1 in its own; 0 is none."""
    county: Numbers
    """Numbers of (country, admin1, admin2) triples; 0 is none."""
    population: Floats
    points: Floats
    """Shape (rows, 3): unit vectors."""
    wide: Flags

    @classmethod
    def of(cls, groups: Sequence[Group]) -> Board:
        """Lay out the candidates of at least one group."""
        found = [candidate for group in groups for candidate in group.candidates]
        places = tuple(candidate.place for candidate in found)
        sizes = [len(group.candidates) for group in groups]
        where = np.radians([(place.lat, place.lon) for place in places])
        cosine = np.cos(where[:, 0])
        return cls(
            groups=tuple(groups),
            places=places,
            first=np.cumsum([0, *sizes[:-1]]),
            group=np.repeat(np.arange(len(groups)), sizes),
            name=np.repeat(_numbered([written(group.name) for group in groups]) - 1, sizes),
            kind=np.array([KIND_NUMBER[place.kind] for place in places]),
            form=np.array([FORM_NUMBER[candidate.form] for candidate in found]),
            place=_numbered([place.id for place in places]),
            country=_numbered([place.country for place in places]),
            division=_numbered([division(place) for place in places]),
            county=_numbered([_county(place) for place in places]),
            population=np.array([place.population or 0 for place in places], float),
            points=np.column_stack((cosine * np.cos(where[:, 1]), cosine * np.sin(where[:, 1]), np.sin(where[:, 0]))),
            wide=np.array([place.kind in _WIDE for place in places]),
        )


def division(place: Place) -> tuple[str, str] | None:
    """Return the (country, admin1 name) that a place lies in, itself for an admin1."""
    name = place.name if place.kind == "admin1" else place.admin1
    return (place.country, name) if place.country and name else None


def _county(place: Place) -> tuple[str, str | None, str] | None:
    name = place.name if place.kind == "admin2" else place.admin2
    return (place.country, place.admin1, name) if place.country and name else None


def _numbered(keys: Sequence[object]) -> Numbers:
    """Give the distinct keys numbers from 1 on, in order of appearance; ``None`` is 0."""
    numbers: dict[object, int] = {None: 0}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys])
