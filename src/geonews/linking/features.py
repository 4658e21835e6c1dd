"""What speaks for one candidate against another, as numbers. The trained weights refer to these by name.

After Mordecai 3 (Halterman 2023) and the field's common findings: population, kind, how the name matched, the larger
place named beside it, the countries and divisions of the article's other places, and the distance to them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geonews.linking.groups import Group
from geonews.models import Candidate, Place

EARTH_RADIUS_KM = 6371.009
"""Mean radius, as geopy's great circle uses."""
_FAR_KM = 20_000.0
_SIZES: dict[str, int] = {
    **dict.fromkeys(("country", "territory", "continent", "region", "ocean", "sea"), 10_000_000),
    **dict.fromkeys(("strait", "island", "peninsula", "mountains", "desert"), 1_000_000),
}
"""The population that a place counts as where it has none of its own: it is known for something else."""
_KINDS = ("country", "territory", "continent", "admin1", "admin2", "city", "village")
_FORMS = ("name", "alternate", "abbreviation", "historic", "colloquial", "demonym")
_STATES = frozenset({"country", "territory"})
_AREAS = frozenset({"country", "territory", "continent", "region", "ocean", "sea"})


@dataclass(frozen=True, slots=True)
class Belief:
    """What is thought so far of the article's places: one place a group, or none."""

    places: tuple[Place | None, ...]
    points: NDArray[np.float64]
    """Unit vectors, shape (groups, 3); zero where a group has no anchor (none, or too large to be near anything)."""
    countries: Counter[str]
    divisions: Counter[tuple[str, str]]
    named_countries: frozenset[str]
    named_divisions: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, places: Sequence[Place | None]) -> Belief:
        """Count the countries and divisions of the places, and note which are themselves named."""
        known = [place for place in places if place is not None]
        return cls(
            places=tuple(places),
            points=np.array([_anchor(place) for place in places]).reshape(-1, 3),
            countries=Counter(place.country for place in known if place.country),
            divisions=Counter(key for place in known if (key := division(place))),
            named_countries=frozenset(p.country for p in known if p.country and p.kind in {"country", "territory"}),
            named_divisions=frozenset(key for p in known if p.kind == "admin1" and (key := division(p))),
        )


def division(place: Place) -> tuple[str, str] | None:
    """Return the (country, admin1 name) that a place lies in, itself for an admin1."""
    name = place.name if place.kind == "admin1" else place.admin1
    return (place.country, name) if place.country and name else None


def features(groups: Sequence[Group], index: int, belief: Belief) -> list[dict[str, float]]:
    """Describe each candidate of one group, in order."""
    group = groups[index]
    populations = [_size(candidate.place) for candidate in group.candidates]
    kinds = {candidate.place.kind for candidate in group.candidates}
    namesakes = {c.place.country for c in group.candidates if c.place.kind in _STATES}
    shared = {
        "candidates": math.log1p(len(group.candidates)),
        "country_bears": float("country" in kinds),
        "admin1_bears": float("admin1" in kinds),
        "short": float(len(group.name) < 4),  # noqa: PLR2004 - abbreviations
        "upper": float(group.name.isupper()),
    }
    beside = [belief.places[at] for at in group.containers]
    beside_all = [c.place for at in group.containers for c in groups[at].candidates]
    return [
        {
            **shared,
            **_own(candidate, rank, populations),
            **_votes(candidate.place, belief, belief.places[index]),
            **_containers(candidate.place, beside, beside_all),
            **_distances(candidate.place, belief, index),
            "part_of_namesake": float(candidate.place.kind not in _STATES and candidate.place.country in namesakes),
        }
        for rank, candidate in enumerate(group.candidates)
    ]


def _size(place: Place) -> int:
    return place.population or _SIZES.get(place.kind, 0)


def _own(candidate: Candidate, rank: int, populations: Sequence[int]) -> dict[str, float]:
    place = candidate.place
    population = _size(place)
    row = {f"kind_{kind}": float(place.kind == kind) for kind in _KINDS}
    row |= {f"form_{form}": float(candidate.form == form) for form in _FORMS}
    return row | {
        "population": math.log10(population + 1),
        "population_share": population / (sum(populations) or 1),
        "population_rank": float(sum(other > population for other in populations)),
        "rank": float(rank),
        "area": float(place.kind in _AREAS),
        "extent": float(place.extent is not None),
    }


def _votes(place: Place, belief: Belief, current: Place | None) -> dict[str, float]:
    """Count the others: the group's own current place does not vote for itself."""
    own = division(place)
    in_country = belief.countries[place.country] if place.country else 0
    in_division = belief.divisions[own] if own else 0
    if current is not None:
        in_country -= current.country == place.country and place.country is not None
        in_division -= own is not None and division(current) == own
    total = max(sum(belief.countries.values()) - 1, 1)
    return {
        "country_votes": math.log1p(in_country),
        "country_share": in_country / total,
        "division_votes": math.log1p(in_division),
        "division_share": in_division / total,
        "country_named": float(place.kind != "country" and place.country in belief.named_countries),
        "division_named": float(place.kind != "admin1" and own in belief.named_divisions),
        "top_country": float(bool(in_country) and in_country >= max(belief.countries.values(), default=0) - 1),
    }


def _containers(place: Place, beside: Sequence[Place | None], possible: Sequence[Place]) -> dict[str, float]:
    return {
        "beside": float(len(beside)),
        "inside_beside": float(sum(_inside(place, outer) for outer in beside if outer is not None)),
        "inside_possible": float(any(_inside(place, outer) for outer in possible)),
        "beside_country": float(any(_inside(place, o) and o.kind == "country" for o in possible)),
    }


def _inside(place: Place, outer: Place) -> bool:
    if place.country is None or place.country != outer.country or place.id == outer.id:
        return False
    if outer.kind in {"country", "territory"}:
        return place.kind not in {"country", "territory"}
    if outer.kind == "admin1":
        return place.admin1 == outer.name and place.kind != "admin1"
    return outer.kind == "admin2" and place.admin2 == outer.name


def _distances(place: Place, belief: Belief, index: int) -> dict[str, float]:
    nearest = np.sort(_kilometres(place, belief, index))[:3]
    return {
        "nearest": math.log1p(nearest[0]) if len(nearest) else math.log1p(_FAR_KM),
        "nearest_three": math.log1p(float(nearest.mean())) if len(nearest) else math.log1p(_FAR_KM),
    }


def _kilometres(place: Place, belief: Belief, index: int) -> NDArray[np.float64]:
    """Great-circle kilometres to the other anchors, all at once (geopy measures one pair at a time)."""
    others = np.delete(belief.points, index, axis=0)
    others = others[others.any(axis=1)]
    cosine = np.clip(others @ np.array(_unit(place)), -1.0, 1.0)
    kilometres: NDArray[np.float64] = EARTH_RADIUS_KM * np.arccos(cosine)
    return kilometres


def _anchor(place: Place | None) -> tuple[float, float, float]:
    return (0.0, 0.0, 0.0) if place is None or place.kind in _AREAS else _unit(place)


def _unit(place: Place) -> tuple[float, float, float]:
    lat, lon = math.radians(place.lat), math.radians(place.lon)
    return (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))
