"""Says in words what decided for a candidate: how well known it is, or else what the article says for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geopy.distance import great_circle

from geonews.linking.board import division
from geonews.linking.cues import KINDS
from geonews.linking.groups import Group
from geonews.models import Candidate, Place
from geonews.tables import rows

_FORMS = {
    "demonym": "demonym of {}",
    "abbreviation": "abbreviation of {}",
    "historic": "former name of {}",
    "colloquial": "colloquial name of {}",
    "inside": "not in the gazetteer; its name holds {}",
}


_LARGER = frozenset({"country", "territory", "admin1", "admin2"})
_WIDE = _LARGER | {"continent", "region", "ocean", "sea"}
_COMMON = {"admin1": "division", "admin2": "division", "mountains": "height"}
_NEAR_KM = 161.0
"""Within this distance a place speaks for another (100 miles)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What all groups of an article were decided to mean."""

    groups: Sequence[Group]
    places: Sequence[Place]
    """One a group."""
    divisions: Counter[tuple[str, str] | None]
    countries: Counter[str | None]
    home: Place | None
    """The outlet's, if the user gave one; a group of its own without mentions."""

    @classmethod
    def of(cls, groups: Sequence[Group], places: Sequence[Place]) -> Chosen:
        """Count the divisions and countries of the places that are named."""
        named = [place for group, place in zip(groups, places, strict=True) if group.mentions]
        home = next((place for group, place in zip(groups, places, strict=True) if not group.mentions), None)
        return cls(groups, places, Counter(map(division, named)), Counter(place.country for place in named), home)


def reason(chosen: Chosen, at: int, candidate: Candidate, *, first: bool) -> str:
    """Return one short phrase about the chosen candidate of the group at ``at``.

    ``first``: before anything was read it came first already, so that the article only confirmed it.
    """
    group, place = chosen.groups[at], candidate.place
    if candidate.form in _FORMS:
        return _FORMS[candidate.form].format(place.name)
    for container in (*group.containers, *group.lists):
        outer = chosen.places[container]
        if outer.kind in _LARGER and outer.country == place.country and outer.id != place.id:
            return f"beside {chosen.groups[container].name!r}"
    if len(group.candidates) == 1:
        return "only candidate"
    if first:
        return _rank(group, place)
    return _called(group, place) or _company(chosen, place) or _near(chosen, at, place) or _rank(group, place)


def _called(group: Group, place: Place) -> str:
    """Tell whether the words beside the name say what kind of place it is."""
    if group.cue and place.kind in KINDS[group.cue]:
        return f"the words beside it speak of a {_COMMON.get(place.kind, place.kind)}"
    return ""


def _company(chosen: Chosen, place: Place) -> str:
    """Name the other places of the article in the same division or country."""
    if place.kind in {"country", "territory", "continent"}:
        return ""
    own = division(place)
    near = chosen.divisions[own] - 1 if own else 0
    if own and near > 0:
        return f"{near} other {own[1]} {_places(near)} in this article"
    if chosen.home is not None and own and division(chosen.home) == own:
        return f"near the outlet's home, {chosen.home.name}"
    same = chosen.countries[place.country] - 1 if place.country else 0
    return f"{same} other {_places(same)} in {place.country} in this article" if same > 0 else ""


def _places(count: int) -> str:
    return "place" if count == 1 else "places"


def _near(chosen: Chosen, at: int, place: Place) -> str:
    """Name the nearest other place of the article, across a border."""
    others = [each for number, each in enumerate(chosen.places) if number != at and each.kind not in _WIDE]
    km, name = min(((_km(place, each), each.name) for each in others), default=(_NEAR_KM, ""))
    return f"near {name}, named in this article" if km < _NEAR_KM else ""


def _km(one: Place, other: Place) -> float:
    return float(great_circle((one.lat, one.lon), (other.lat, other.lon)).km)


def _rank(group: Group, place: Place) -> str:
    if place.kind in {"country", "continent"}:
        return f"a {place.kind} bears the name"
    if place.kind == "city" and _largest(place, [each.place for each in group.candidates if each.place.kind == "city"]):
        capital = (place.country, place.name) in _capitals()
        return "capital, by population" if capital else f"largest city of {len(group.candidates)} candidates"
    if _largest(place, [each.place for each in group.candidates]):
        return f"largest of {len(group.candidates)} candidates by population"
    return f"likeliest of {len(group.candidates)} candidates by kind and name"


def _largest(place: Place, others: Sequence[Place]) -> bool:
    return bool(place.population) and place.population == max(other.population or 0 for other in others)


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((row["country"], row["name"]) for row in rows(__package__, "capitals"))
