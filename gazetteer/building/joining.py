"""One place where several sources have it: continents, waters, air bases."""

from __future__ import annotations

import re
from collections import defaultdict

from building.draft import Draft
from building.model import World
from building.waters import touch
from geonews.gazetteer.names import fold
from geonews.gazetteer.spatial import distance_km

_SAME_WATER_DEGREES = 12.0
_SEAS = frozenset({"ocean", "sea"})
_WATERS = _SEAS | {"strait", "lake", "river"}
_SAME_BASE_KM = 8.0
_RIVER = re.compile(r"\briver\b")
_GENERIC = frozenset(
    "afb air airbase airfield airport army barracks base bay camp cfb city defence defense down facility field force "
    "fort general ground international joint king main marine military mod nato national naval navy new north prince "
    "proving raf royal saint san south space station support west east".split()
)
_MILITARY = frozenset("afb raf cfb".split())
_SHORTEST_WORD = 3


def join_continents(world: World, hand: list[Draft]) -> list[Draft]:
    """Return the continents that the supplement lacks; its own overrule GeoNames' (whose boxes take in far islands)."""
    mine = {fold(draft.name): draft for draft in hand if draft.kind == "continent"}
    left = []
    for code, draft in world.continents.items():
        own = mine.get(fold(draft.name))
        if own is None:
            left.append(draft)
            continue
        own.geonameid, own.population = draft.geonameid, draft.population
        for name in draft.names:
            own.add(name)
        world.continents[code] = own
    for country in world.countries.values():
        country.above = world.continents[country.above or ""].id
    return left


def new_waters(hand: list[Draft], waters: list[Draft]) -> list[Draft]:
    """Return the waters that the supplement lacks; those it has lend it their outline."""
    mine: dict[str, list[Draft]] = defaultdict(list)
    for draft in hand:
        if draft.kind in _WATERS:
            for name in {_water_key(draft, name) for name in (draft.name, *draft.names)}:
                mine[name].append(draft)
    new = []
    for draft in waters:
        names = [draft.name, *(name for name, form in draft.names.items() if form == "name")]
        keys = dict.fromkeys(_water_key(draft, name) for name in names)
        own = next((known for key in keys for known in mine[key] if _same_water(known, draft)), None)
        if own is None:
            new.append(draft)
            continue
        own.rings = own.rings or draft.rings
        own.course = own.course or draft.course
        own.extent = draft.extent if draft.course and draft.extent else own.extent or draft.extent
        for name in (draft.name, *draft.names):
            own.add(name)
    return new


def _water_key(draft: Draft, name: str) -> str:
    """Return the folded name; a river's without the word "river"."""
    key = fold(name)
    return " ".join(_RIVER.sub("", key).split()) if draft.kind == "river" else key


def _same_water(own: Draft, other: Draft) -> bool:
    if own.kind in _SEAS and other.kind in _SEAS:
        return True  # the middle of an ocean can be anywhere
    if (own.kind == "river") != (other.kind == "river") and "canal" not in fold(other.name).split():
        return False
    if other.kind == "river" and own.extent and other.extent:
        return touch(own.extent, other.extent)
    return abs(own.lat - other.lat) + abs(own.lon - other.lon) < _SAME_WATER_DEGREES


def join_bases(hand: list[Draft], airports: list[Draft]) -> dict[str, Draft]:
    """Give hand-made bases the names of the airport that they are; return the airport's id -> base."""
    joined: dict[str, Draft] = {}
    for base in hand:
        if base.kind != "base":
            continue
        words = _words(base)
        same = [
            airport
            for airport in airports
            if airport.country == base.country
            and airport.id not in joined
            and _is_military(airport)
            and distance_km(base.lat, base.lon, airport.lat, airport.lon) <= _SAME_BASE_KM
            and words & _words(airport)
        ]
        if same:
            nearest = min(same, key=lambda airport: distance_km(base.lat, base.lon, airport.lat, airport.lon))
            joined[nearest.id] = base
            for name in (nearest.name, *nearest.names):
                if words & set(fold(name).split()):
                    base.add(name)
    return joined


def _words(draft: Draft) -> set[str]:
    words = {word for name in (draft.name, *draft.names) for word in fold(name).split()}
    return {word for word in words - _GENERIC if len(word) >= _SHORTEST_WORD}


def _is_military(airport: Draft) -> bool:
    """Tell whether an airport is an air base or field, not a civil airport that shares its runway with one."""
    return airport.kind == "base" or airport.factor < 1 or not _MILITARY.isdisjoint(fold(airport.name).split())
