"""Says in words what decided for a candidate, most telling evidence first."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.linking.features import Belief, division
from geonews.linking.groups import Group
from geonews.models import Candidate, Place

_FORMS = {
    "demonym": "demonym of {}",
    "abbreviation": "abbreviation of {}",
    "historic": "former name of {}",
    "colloquial": "colloquial name of {}",
}


def reason(gathered: Sequence[Group], at: int, chosen: Candidate, belief: Belief) -> str:
    """Return one short phrase about the chosen candidate of the group at ``at``."""
    group, place = gathered[at], chosen.place
    if chosen.form in _FORMS:
        return _FORMS[chosen.form].format(place.name)
    for container in group.containers:
        outer = belief.places[container]
        if outer is not None and outer.country == place.country and outer.id != place.id:
            return f"{gathered[container].name} stands beside it"
    if len(group.candidates) == 1:
        return "only candidate"
    return _company(at, place, belief) or _rank(group, place)


def _company(at: int, place: Place, belief: Belief) -> str:
    """Name the other places of the article in the same division or country."""
    if place.kind in {"country", "territory", "continent"}:
        return ""
    others = [other for index, other in enumerate(belief.places) if index != at and other is not None]
    own = division(place)
    near = sum(division(other) == own for other in others) if own else 0
    if own and near:
        return f"{_others(near)} in {own[1]} in this article"
    same = sum(other.country == place.country for other in others) if place.country else 0
    return f"{_others(same)} in the same country ({place.country}) in this article" if same else ""


def _others(count: int) -> str:
    return "1 other place" if count == 1 else f"{count} other places"


def _rank(group: Group, place: Place) -> str:
    if place.kind in {"country", "continent"}:
        return f"a {place.kind} bears the name"
    largest = max((candidate.place.population or 0) for candidate in group.candidates)
    if place.population and place.population == largest:
        return f"largest of {len(group.candidates)} candidates by population"
    return f"likeliest of {len(group.candidates)} candidates by kind and name"
