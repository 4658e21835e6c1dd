"""All sources into one list of places."""

from __future__ import annotations

import csv
import logging
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from building import geonames, natural_earth, waters
from building.draft import Draft
from building.handmade import (
    Targets,
    airports,
    apply_aliases,
    apply_disputed,
    apply_prominence,
    apply_shown,
    supplement,
)
from building.inputs import Inputs
from building.joining import join_bases, join_continents, new_waters
from building.model import World
from building.reach import estimate_boxes
from building.spellings import plain_names
from building.villages import villages
from geonews.gazetteer.checks import near_box
from geonews.gazetteer.entries import Entry
from geonews.gazetteer.names import fold

logger = logging.getLogger("gazetteer")


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
    estimate_boxes([*world.admin1.values(), *world.admin2.values()])
    logger.info("%d cities, %d + %d divisions", len(world.cities), len(world.admin1), len(world.admin2))
    ports = airports(inputs, world)
    bases = join_bases(hand, ports)
    logger.info("%d bases are airports too", len(bases))
    with (folder / "waters.csv").open(encoding="utf-8", newline="") as file:
        renamed = {row["source_name"]: row["name"] for row in csv.DictReader(file)}
    named = [*waters.seas(inputs, renamed), *waters.lakes(inputs), *waters.rivers(inputs)]
    continents = join_continents(world, hand)
    drafts = [
        *world.countries.values(), *continents, *world.admin1.values(), *world.admin2.values(), *world.cities.values(),
        *hand, *new_waters(hand, named), *(port for port in ports if port.id not in bases),
    ]  # fmt: skip
    targets = Targets(world, drafts)
    targets.by_id |= bases | {draft.id: world.countries[iso] for iso, draft in dependent.items()}
    tables = {
        "aliases": apply_aliases, "shown": apply_shown, "prominence": apply_prominence, "disputed": apply_disputed,
    }  # fmt: skip
    plain_names(drafts)
    for name, apply in tables.items():
        for problem in apply(folder / f"{name}.csv", targets):
            logger.warning("%s", problem)
    waters.place_waters(drafts, world)
    _move_airports(drafts, world)
    natural_earth.place_sites(drafts, world)
    _name_divisions(world, drafts)
    drafts = [draft for draft in drafts if not math.isnan(draft.lat)]
    core_names = _by_name(drafts)
    logger.info("%d core places", len(drafts))
    small = list(villages(inputs, world, core_names))
    _name_divisions(world, small)
    logger.info("%d villages", len(small))
    return [draft.entry() for draft in _distinct([*drafts, *small])]


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
