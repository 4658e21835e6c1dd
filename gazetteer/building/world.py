"""All sources into one list of places."""

from __future__ import annotations

import logging
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from building import geonames, natural_earth
from building.draft import Draft
from building.handmade import Targets, airports, apply_aliases, apply_disputed, apply_prominence, supplement
from building.inputs import Inputs
from building.model import World
from building.villages import villages
from geonews.gazetteer.checks import near_box
from geonews.gazetteer.entries import Entry
from geonews.gazetteer.names import fold

logger = logging.getLogger("gazetteer")
_SAME_WATER_DEGREES = 12.0
_WATERS = frozenset({"ocean", "sea", "strait", "lake", "river"})


def build(inputs: Inputs, folder: Path) -> list[Entry]:
    """Return every place of the gazetteer.

    Args:
        inputs: the pinned packages.
        folder: where ``supplement.csv`` and ``aliases.csv`` are.

    """
    world = geonames.read(inputs)
    hand = supplement(folder / "supplement.csv")
    dependent = {draft.country or "": draft for draft in hand if draft.kind == "territory"}
    natural_earth.outline_countries(inputs, world, {iso: d.extent for iso, d in dependent.items() if d.extent})
    for iso, draft in dependent.items():
        world.countries[iso].complete(draft)
    hand = [draft for draft in hand if draft.kind != "territory"]
    natural_earth.outline_divisions(inputs, world)
    natural_earth.move_golan(world)
    logger.info("%d cities, %d + %d divisions", len(world.cities), len(world.admin1), len(world.admin2))
    waters = [*natural_earth.seas(inputs), *natural_earth.lakes(inputs), *natural_earth.rivers(inputs)]
    continents = _join_continents(world, hand)
    drafts = [
        *world.countries.values(), *continents, *world.admin1.values(), *world.admin2.values(), *world.cities.values(),
        *hand, *_new_waters(hand, waters), *airports(inputs, world),
    ]  # fmt: skip
    targets = Targets(world, drafts)
    targets.by_id |= {draft.id: world.countries[iso] for iso, draft in dependent.items()}
    for name, apply in (("aliases", apply_aliases), ("prominence", apply_prominence), ("disputed", apply_disputed)):
        for problem in apply(folder / f"{name}.csv", targets):
            logger.warning("%s", problem)
    _name_divisions(world, drafts)
    natural_earth.place_waters(drafts, world)
    _move_airports(drafts, world)
    drafts = [draft for draft in drafts if not math.isnan(draft.lat)]
    core_names = _by_name(drafts)
    logger.info("%d core places", len(drafts))
    small = list(villages(inputs, world, core_names))
    _name_divisions(world, small)
    logger.info("%d villages", len(small))
    return [draft.entry() for draft in _distinct([*drafts, *small])]


def _join_continents(world: World, hand: list[Draft]) -> list[Draft]:
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


def _new_waters(hand: list[Draft], waters: list[Draft]) -> list[Draft]:
    """Return the waters that the supplement lacks; those it has lend it their outline."""
    mine: dict[str, list[Draft]] = defaultdict(list)
    for draft in hand:
        if draft.kind in _WATERS:
            for name in {fold(name) for name in (draft.name, *draft.names)}:
                mine[name].append(draft)
    new = []
    for draft in waters:
        same = [
            d for d in mine[fold(draft.name)] if abs(d.lat - draft.lat) + abs(d.lon - draft.lon) < _SAME_WATER_DEGREES
        ]
        if not same:
            new.append(draft)
            continue
        own = same[0]
        own.rings = own.rings or draft.rings
        own.extent = own.extent or draft.extent
        for name in (draft.name, *draft.names):
            own.add(name)
    return new


def _move_airports(drafts: list[Draft], world: World) -> None:
    """Give airports that lie outside their country to the territory that they are in (Puerto Rico's to Puerto Rico)."""
    territories = [draft for draft in world.countries.values() if draft.kind == "territory" and draft.rings]
    for draft in drafts:
        extent = world.countries[draft.country].extent if draft.source == "airportsdata" and draft.country else None
        if extent and not near_box(draft.lat, draft.lon, extent):
            draft.country = natural_earth.country_at(draft.lon, draft.lat, territories) or draft.country


def _name_divisions(world: World, drafts: Iterable[Draft]) -> None:
    """Put names where ids of divisions stand."""
    names = {draft.id: draft.name for draft in [*world.admin1.values(), *world.admin2.values()]}
    for draft in drafts:
        draft.admin1 = names.get(draft.admin1 or "", draft.admin1)
        draft.admin2 = names.get(draft.admin2 or "", draft.admin2)
        if draft.kind == "admin1":
            draft.admin1 = draft.name
        if draft.kind == "admin2":
            draft.admin2 = draft.name


def _by_name(drafts: Iterable[Draft]) -> dict[str, list[Draft]]:
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for key in {fold(name) for name in (draft.name, *draft.names)}:
            found[key].append(draft)
    return found


def _distinct(drafts: Iterable[Draft]) -> Iterable[Draft]:
    """Drop places whose id came before: a GeoNames id can be in more than one table."""
    seen: set[str] = set()
    for draft in drafts:
        if draft.id not in seen:
            seen.add(draft.id)
            yield draft
