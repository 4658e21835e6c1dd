"""The hand-made tables: every row reads, lies where it says, and speaks of a place that exists."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.names import fold
from geonews.models import Box, NameForm, Place, PlaceKind

FOLDER = Path(__file__).resolve().parents[2] / "gazetteer"
SIDES = ("west", "south", "east", "north")
AREAS = ("continent", "region", "ocean", "sea", "strait", "lake", "river", "island", "peninsula", "mountains", "desert")
ISO = re.compile(r"[A-Z]{2}")
NEAR = 0.5
"""Degrees that a point may lie outside its country's outline, which is simplified and ends at the coast."""
FAR_ISLANDS = frozenset(
    """
    addu-atoll annobon bikini-atoll chagos-archipelago enewetak-atoll glorioso-islands halul-island itu-aba
    johnston-atoll kastellorizo kwajalein-atoll liancourt-rocks matsu-islands midway-atoll minamitorishima
    okinotorishima pratas-island reagan-test-site rockall tromelin wake-island
    """.split()
)
"""Islands too small or too far out for the simplified outline of their country."""

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        return [row for row in reader if _complete(name, reader.line_num, row)]


def _complete(name: str, line: int, row: Row) -> bool:
    assert None not in row, f"{name}:{line} has too many columns"
    assert None not in row.values(), f"{name}:{line} has too few columns"
    return True


SUPPLEMENT = rows("supplement.csv")
ALIASES = rows("aliases.csv")
DISPUTED = rows("disputed.csv")
SHOWN = rows("shown.csv")
PROMINENCE = rows("prominence.csv")
IDS = {row["id"] for row in SUPPLEMENT}


def box(row: Row) -> Box | None:
    if not any(row[side] for side in SIDES):
        return None
    west, south, east, north = (float(row[side]) for side in SIDES)
    return west, south, east, north


def holds(extent: Box, lat: float, lon: float, *, margin: float = 0.0) -> bool:
    west, south, east, north = extent
    west, east = west - margin, east + margin
    across = west <= lon <= east if extent[0] <= extent[2] else lon >= west or lon <= east
    return south - margin <= lat <= north + margin and across


def wrong(problems: Iterator[str]) -> None:
    found = list(problems)
    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def countries(gazetteer: Gazetteer) -> dict[str, Place]:
    """ISO code -> country or territory, found by the main name that the alias table gives it."""
    names = {row["target"]: row["name"] for row in reversed(ALIASES) if ISO.fullmatch(row["target"])}
    return {
        code: candidate.place
        for code, name in names.items()
        for candidate in gazetteer.lookup(name)
        if candidate.place.country == code and candidate.place.kind in {"country", "territory"}
    }


@pytest.fixture(scope="module")
def extents(countries: dict[str, Place]) -> dict[str, Box]:
    return {code: place.extent for code, place in countries.items() if place.extent}


def test_every_place_has_an_id_of_its_own_a_name_and_a_known_kind() -> None:
    kinds = get_args(PlaceKind)
    assert [i for i, count in Counter(row["id"] for row in SUPPLEMENT).items() if count > 1] == []
    wrong(f"{row['id']}: not an id" for row in SUPPLEMENT if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]))
    wrong(f"{row['id']}: kind {row['kind']}" for row in SUPPLEMENT if row["kind"] not in kinds)
    wrong(
        f"{row['id']}: country {row['country']}"
        for row in SUPPLEMENT
        if not re.fullmatch(r"([A-Z]{2})?", row["country"])
    )
    wrong(f"{row['id']}: no name" for row in SUPPLEMENT if not fold(row["name"]))


def test_every_point_is_on_earth_and_in_its_box() -> None:
    earth = (-180.0, -90.0, 180.0, 90.0)
    for row in SUPPLEMENT:
        lat, lon, own = float(row["lat"]), float(row["lon"]), box(row)
        assert holds(earth, lat, lon), row["id"]
        assert own is None or holds(own, lat, lon), row["id"]
        assert own is None or own[1] < own[3], f"{row['id']}: south is above north"


def test_only_boxes_that_say_so_cross_the_antimeridian() -> None:
    crossing = {row["id"] for row in SUPPLEMENT if (own := box(row)) and own[0] > own[2]}
    assert crossing == {row["id"] for row in SUPPLEMENT if "antimeridian" in row["note"]}


def test_everything_that_is_an_area_has_a_box() -> None:
    wrong(f"{row['id']} ({row['kind']})" for row in SUPPLEMENT if row["kind"] in AREAS and not box(row))


def test_no_two_places_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for row in SUPPLEMENT:
        for name in [row["name"], *row["alternates"].split("|")]:
            if name:
                owners.setdefault(fold(name), set()).add(row["id"])
    wrong(f"{name}: {sorted(ids)}" for name, ids in owners.items() if len(ids) > 1)


def test_every_place_lies_in_its_country(extents: dict[str, Box]) -> None:
    wrong(
        f"{row['id']}: {row['lat']}, {row['lon']} is not in {row['country']}"
        for row in SUPPLEMENT
        if row["country"] in extents
        and row["id"] not in FAR_ISLANDS
        and not holds(extents[row["country"]], float(row["lat"]), float(row["lon"]), margin=NEAR)
    )


def test_the_extents_of_nearly_all_countries_are_there_to_check_with(extents: dict[str, Box]) -> None:
    used = {row["country"] for row in SUPPLEMENT} - {""}
    assert len(used & extents.keys()) >= 0.9 * len(used)


def test_every_alias_has_a_name_and_a_known_form() -> None:
    forms = get_args(NameForm)
    wrong(
        f"{row['target']}: {row['name']!r}, {row['form']}"
        for row in ALIASES
        if row["form"] not in forms or not fold(row["name"])
    )


def test_no_alias_is_given_twice() -> None:
    counts = Counter((row["target"], fold(row["name"]), row["form"]) for row in ALIASES)
    wrong(f"{key}" for key, count in counts.items() if count > 1)


def test_every_place_is_in_the_bundled_gazetteer(gazetteer: Gazetteer) -> None:
    territories = {row["id"] for row in SUPPLEMENT if row["kind"] == "territory"}
    wrong(row["id"] for row in SUPPLEMENT if row["id"] not in territories and gazetteer.place(row["id"]) is None)


def test_every_shown_name_is_the_name_of_its_place(gazetteer: Gazetteer) -> None:
    assert [target for target, count in Counter(row["target"] for row in SHOWN).items() if count > 1] == []
    for row in SHOWN:
        place = gazetteer.place(row["target"])
        assert place is not None, row["target"]
        assert place.name == row["name"], row["target"]
        assert place.id in {candidate.place.id for candidate in gazetteer.lookup(row["name"])}, row["name"]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(ALIASES, id="aliases"),
        pytest.param(DISPUTED, id="disputed places"),
        pytest.param(PROMINENCE, id="prominence"),
    ],
)
def test_every_target_is_a_place_that_the_gazetteer_holds(
    table: list[Row], gazetteer: Gazetteer, countries: dict[str, Place]
) -> None:
    targets = {row["target"] for row in table}
    wrong(target for target in sorted(targets) if not _exists(target, gazetteer, countries))


def _exists(target: str, gazetteer: Gazetteer, countries: dict[str, Place]) -> bool:
    if ISO.fullmatch(target):
        return target in countries
    if ":" in target:
        return gazetteer.place(target) is not None
    country, dot, name = target.partition(".")
    if not dot:
        return target in IDS
    places = [candidate.place for candidate in gazetteer.lookup(name)]
    return len([place for place in places if place.kind == "admin1" and place.country == country]) == 1


def test_disputed_places_have_the_country_that_the_policy_gives_them(gazetteer: Gazetteer) -> None:
    ours = {row["id"]: row["country"] for row in SUPPLEMENT}
    for row in DISPUTED:
        place = gazetteer.place(row["target"])
        if row["target"] in ours:
            assert ours[row["target"]] == row["country"], row["target"]
        elif place:
            assert place.country == row["country"], row["target"]


def test_every_disputed_place_has_a_reason_and_goes_to_a_claimant_or_a_territory(countries: dict[str, Place]) -> None:
    for row in DISPUTED:
        assert row["reason"], row["target"]
        claimants = [code for code in row["claimants"].split("|") if code]
        assert countries.keys() >= set(claimants), row["target"]
        country = countries.get(row["country"])
        assert not row["country"] or (country and (row["country"] in claimants or country.kind == "territory")), row[
            "target"
        ]
