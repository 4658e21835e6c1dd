"""Names of towns that the gazetteer knows on another continent only: "Palma in northern Mozambique" is not in Spain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geopy.distance import great_circle

from geonews.models import Place, Resolution, Toponym

_IN_PART = re.compile(
    r",?\s+in\s+(?:the\s+)?(?:far\s+)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)"
    r"(?:ern)?\s+(?:of\s+)?(?:the\s+)?"
)
_TOWNS = frozenset({"city", "village", "admin2"})
_FAR_KM = 3_000.0
"""Farther from the middle of the country that is named than any place whose country is disputed."""


def without_elsewhere(
    text: str, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions without those that the words behind the name rule out, wherever the article has it."""
    out: dict[tuple[str, str], str] = {}
    for one, other in pairwise(range(len(toponyms))):
        place, country = resolutions[one].place, resolutions[other].place
        between = text[toponyms[one].end : toponyms[other].start]
        if place and country and _IN_PART.fullmatch(between) and _is_elsewhere(place, country):
            out[toponyms[one].text, place.id] = f"no place of this name in {country.name}"
    return tuple(
        replace(each, place=None, score=0.0, reason=out[toponym.text, each.place.id])
        if each.place and (toponym.text, each.place.id) in out
        else each
        for toponym, each in zip(toponyms, resolutions, strict=True)
    )


def _is_elsewhere(place: Place, country: Place) -> bool:
    if place.kind not in _TOWNS or country.kind != "country" or place.country == country.country:
        return False
    return bool(great_circle((place.lat, place.lon), (country.lat, country.lon)).km > _FAR_KM)
