"""Case tells abbreviations from words."""

from __future__ import annotations

import pytest

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Place

SMALL = Gazetteer.of(
    [
        (Place("eu", "European Union", "region", None, 50.0, 10.0), [("European Union", "name"), ("EU", "name")]),
        (Place("town", "Eu", "city", "FR", 50.05, 1.42, population=6000), [("Eu", "name")]),
        (Place("in", "Indiana", "admin1", "US", 40.0, -86.0), [("Indiana", "name"), ("IN", "abbreviation")]),
    ]
)


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("EU", ["eu"]),
        ("Eu", ["eu", "town"]),
        ("IN", ["in"]),
        ("In", []),
        ("Indiana", ["in"]),
    ],
)
def test_short_capitals_are_no_town_and_short_words_no_abbreviation(written: str, places: list[str]) -> None:
    assert [candidate.place.id for candidate in meanings(SMALL, written)] == places
