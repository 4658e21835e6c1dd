"""The order in which kinds and forms are numbered in the tables, and how prominent a place is."""

from __future__ import annotations

from typing import Final, get_args

from geonews.models import NameForm, Place, PlaceKind

KINDS: Final[tuple[PlaceKind, ...]] = get_args(PlaceKind)
FORMS: Final[tuple[NameForm, ...]] = get_args(NameForm)
KIND_NUMBER: Final = {kind: number for number, kind in enumerate(KINDS)}
FORM_NUMBER: Final = {form: number for number, form in enumerate(FORMS)}

_FLOOR: Final[dict[PlaceKind, float]] = {
    "country": 1e9,
    "territory": 2e7,
    "continent": 5e8,
    "ocean": 4e8,
    "sea": 8e5,
    "strait": 8e5,
    "region": 8e5,
    "peninsula": 8e5,
    "desert": 8e5,
    "mountains": 6e5,
    "island": 3e5,
    "lake": 5e4,
    "river": 5e4,
    "bridge": 2e3,
    "dam": 2e3,
    "plant": 2e3,
    "base": 2e3,
    "site": 2e3,
    "airport": 1e3,
}
"""In inhabitants: how large a city has to be to come first when both bear the name."""
_SHARE: Final[dict[PlaceKind, float]] = {"admin1": 0.1, "admin2": 0.03}
"""A division counts less than the city of its name: Kherson is the city, Kherson region the division."""


_COUNTRY_SIZED, _MOST_OF_ANOTHER_NAME = 2e7, 1e5
"""What a country is called in another language gives way to a city: "Granada" is the city, not Grenada."""


def prominence(place: Place) -> float:
    """Return how much news means this place by its bare name, in inhabitants of a comparable city."""
    if place.kind == "village":
        return 1.0
    return max(_FLOOR.get(place.kind, 100.0), (place.population or 0) * _SHARE.get(place.kind, 1.0))


def weight(prominent: float, form: NameForm, *, similar: bool) -> float:
    """Return the rank of a place under one of its names (higher comes first).

    Args:
        prominent: the place's prominence.
        form: how the name belongs to the place.
        similar: the name is a spelling of the place's main name (Odessa, Odesa), not another word (Pokrovsk, Engels).

    """
    factor = {"historic": 0.02, "colloquial": 0.3, "alternate": 0.5 if similar else 0.05}
    weighed = prominent * factor.get(form, 1.0)
    return min(weighed, _MOST_OF_ANOTHER_NAME) if form == "alternate" and prominent >= _COUNTRY_SIZED else weighed
