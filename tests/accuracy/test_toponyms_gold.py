"""Floors on the three real articles: what must be found, and where it must lie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from geopy.distance import great_circle

from geonews.models import ParsedArticle, Place

REQUIRED = {"literal", "mixed", "metonymic", "demonym"}
KINDS = {"literal": "literal", "mixed": "literal", "metonymic": "metonymic", "demonym": "demonym"}
POINTS = {
    "Moscow": (55.75, 37.62),
    "Kyiv": (50.45, 30.52),
    "Kiev": (50.45, 30.52),
    "Berlin": (52.52, 13.4),
    "Lasna": (59.42, 25.87),
    "Rzeszow-Jasionka Airport": (50.11, 22.02),
    "Canakkale": (40.15, 26.41),
}
AREAS = {
    "Romania": (46.0, 25.0),
    "Belarus": (53.7, 28.0),
    "Black Sea": (43.3, 34.5),
    "Kherson region": (46.6, 33.5),
    "Crimean Peninsula": (45.2, 34.3),
    "Dardanelles Strait": (40.2, 26.4),
    "Mediterranean": (35.0, 18.0),
    "Donbas": (48.3, 38.0),
}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "gold" / "toponyms_articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans(row: dict[str, Any]) -> list[tuple[int, int]]:
    return [(row["start"], row["end"]), *((start, end) for start, end, *_ in row["alt_spans"])]


def places(parsed: dict[str, ParsedArticle], name: str) -> list[Place | None]:
    return [
        resolution.place
        for one in parsed.values()
        for toponym, resolution in zip(one.toponyms, one.resolutions, strict=True)
        if toponym.text == name and toponym.kind in {"literal", "metonymic"}
    ]


def test_nine_mentions_in_ten_are_found(gold: list[dict[str, Any]], parsed_articles: dict[str, ParsedArticle]) -> None:
    found = {(name, t.start, t.end) for name, one in parsed_articles.items() for t in one.toponyms}
    rows = [row for row in gold if row["class"] in REQUIRED]
    hits = sum(any((row["file"], *span) in found for span in spans(row)) for row in rows)
    assert hits / len(rows) >= 0.9


def test_most_mentions_are_told_apart_by_what_they_do(
    gold: list[dict[str, Any]], parsed_articles: dict[str, ParsedArticle]
) -> None:
    found = {(name, t.start, t.end): t.kind for name, one in parsed_articles.items() for t in one.toponyms}
    judged = [
        found[(row["file"], *span)] == KINDS[row["class"]]
        for row in gold
        if row["class"] in REQUIRED
        for span in spans(row)
        if (row["file"], *span) in found
    ]
    assert sum(judged) / len(judged) >= 0.85


@pytest.mark.parametrize("name", POINTS)
def test_points_lie_within_fifty_kilometres(name: str, parsed_articles: dict[str, ParsedArticle]) -> None:
    found = places(parsed_articles, name)
    assert found
    assert all(place and great_circle((place.lat, place.lon), POINTS[name]).km <= 50 for place in found)


@pytest.mark.parametrize("name", AREAS)
def test_areas_hold_the_point_that_they_should(name: str, parsed_articles: dict[str, ParsedArticle]) -> None:
    found = places(parsed_articles, name)
    lat, lon = AREAS[name]
    assert found
    for place in found:
        assert place is not None
        assert place.extent is not None, place
        west, south, east, north = place.extent
        assert west <= lon <= east
        assert south <= lat <= north


def test_no_pin_stands_on_the_frigate_the_agreements_or_a_person(
    gold: list[dict[str, Any]], parsed_articles: dict[str, ParsedArticle]
) -> None:
    pins = [
        (toponym.text, resolution.place)
        for one in parsed_articles.values()
        for toponym, resolution in zip(one.toponyms, one.resolutions, strict=True)
        if toponym.kind == "literal" and resolution.place
    ]
    people = {"Macron", "Putin", "Scholz", "Duda", "Johnson", "Zelensky", "Peskov", "Biden", "Borrell", "Rutte"}
    assert not {name for name, _ in pins} & ({"Minsk"} | people)
    homonyms = {(row["file"], row["start"], row["end"]) for row in gold if row["class"] == "homonym"}
    found = {(name, t.start, t.end) for name, one in parsed_articles.items() for t in one.toponyms}
    assert not homonyms & found
