"""The basemap that is shipped: what it holds and what it must not do."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from mapped import spec, style_of

from geonews.store import Store

BASEMAP = Path(__file__).resolve().parents[2] / "static" / "basemap.geojson"


@pytest.fixture(scope="module")
def features() -> list[dict[str, Any]]:
    document: dict[str, Any] = json.loads(BASEMAP.read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = document["features"]
    return listed


def rings(feature: dict[str, Any]) -> list[list[list[float]]]:
    return [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]


def country_at(features: list[dict[str, Any]], lon: float, lat: float) -> str:
    for feature in features:
        if feature["properties"]["layer"] == "land" and any(holds(ring, lon, lat) for ring in rings(feature)):
            return str(feature["properties"]["iso"])
    return ""


def holds(ring: list[list[float]], x: float, y: float) -> bool:
    crossed = [
        (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairwise(ring)
    ]
    return sum(crossed) % 2 == 1


def test_trap_8_no_land_is_stitched_over_the_antimeridian(features: list[dict[str, Any]]) -> None:
    for feature in features:
        if feature["properties"]["layer"] == "land" and feature["properties"]["iso"] != "AQ":
            for ring in rings(feature):
                assert max(abs(one[0] - two[0]) for one, two in pairwise(ring)) < 180


def test_there_is_sea_in_the_baltic(features: list[dict[str, Any]]) -> None:
    assert country_at(features, 19.5, 57.0) == ""


@pytest.mark.parametrize(
    ("lon", "lat", "country"), [(30.5, 50.2, "UA"), (34.3, 45.2, "UA"), (39.7, 47.4, "RU"), (178.0, 66.5, "RU")]
)
def test_trap_9_areas_are_where_the_documented_choice_puts_them(
    features: list[dict[str, Any]], lon: float, lat: float, country: str
) -> None:
    assert country_at(features, lon, lat) == country


@pytest.mark.parametrize("box", [(33.5, 45.6, 35.2, 46.3), (20.0, 42.0, 22.0, 43.5), (126, 37.5, 129, 39)])
def test_trap_9_crimea_kosovo_and_korea_have_dashed_borders(
    features: list[dict[str, Any]], box: tuple[float, float, float, float]
) -> None:
    west, south, east, north = box
    (dashed,) = (each["geometry"]["coordinates"] for each in features if each["properties"]["layer"] == "disputed")
    assert any(all(west <= x <= east and south <= y <= north for x, y in line) for line in dashed)


def test_it_is_small_enough_to_send() -> None:
    assert BASEMAP.stat().st_size < 700_000


def test_no_land_is_outlined_as_chosen_where_none_is(features: list[dict[str, Any]], store: Store) -> None:
    (outlined,) = (each for each in style_of(spec(store.places()))["layers"] if each["id"] == "chosen")
    (marked,) = (each for each in outlined["filter"] if each[0] == "match")
    codes = {each["properties"]["iso"] for each in features if each["properties"]["layer"] == "land"}
    assert not codes & set(marked[2])
