"""A small world that the tests of this room share."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.compiler import compile_tables
from geonews.gazetteer.entries import entries
from geonews.gazetteer.tables import block
from geonews.models import NameForm, Place

Row = tuple[Place, Sequence[tuple[str, NameForm]]]

ROWS: list[Row] = [
    (
        Place("gn:1", "United States", "country", "US", 39.8, -98.6, geonameid=1, extent=(-125, 24, -66, 50)),
        [("U.S.", "abbreviation"), ("American", "demonym"), ("USA", "abbreviation")],
    ),
    (Place("gn:2", "Georgia", "country", "GE", 42.0, 43.5, geonameid=2, extent=(40, 41, 47, 44)), []),
    (Place("gn:3", "Georgia", "admin1", "US", 32.6, -83.4, "Georgia", geonameid=3, population=9_000_000), []),
    (Place("gn:4", "Paris", "city", "FR", 48.85, 2.35, "Île-de-France", population=2_100_000, geonameid=4), []),
    (Place("gn:5", "Paris", "city", "US", 33.66, -95.55, "Texas", "Lamar County", 24_000, 5), []),
    (Place("gn:6", "Texas", "admin1", "US", 31.2, -99.3, "Texas", geonameid=6, population=25_000_000), []),
    (Place("gn:7", "Lamar County", "admin2", "US", 33.67, -95.57, "Texas", "Lamar County", geonameid=7), []),
    (Place("gn:8", "Kyiv", "city", "UA", 50.45, 30.52, "Kyiv City", population=2_900_000, geonameid=8),
     [("Kiev", "alternate"), ("Київ", "alternate")]),
    (Place("kyiv-village", "Kiev", "village", "UA", 48.0, 31.0), []),
    (Place("robotyne", "Robotyne", "village", "UA", 47.45, 35.83), [("Роботине", "alternate")]),
    (Place("gn:9", "Engels", "city", "RU", 51.48, 46.1, population=196_000, geonameid=9), [("Pokrovsk", "historic")]),
    (Place("gn:10", "Pokrovsk", "city", "UA", 48.28, 37.18, population=60_000, geonameid=10), []),
    (Place("gn:11", "Springfield", "city", "US", 39.8, -89.64, "Illinois", population=114_000, geonameid=11), []),
    (Place("gn:12", "Springfield", "city", "US", 42.1, -72.59, "Massachusetts", population=155_000, geonameid=12), []),
    (Place("gn:13", "Illinois", "admin1", "US", 40.0, -89.2, "Illinois", geonameid=13, population=9_000_000),
     [("Ill.", "abbreviation"), ("IL", "abbreviation")]),
    (Place("black-sea", "Black Sea", "sea", None, 43.3, 34.3, extent=(27.3, 40.9, 41.9, 46.8)), []),
    (Place("rzeszow-airport", "Rzeszow-Jasionka Airport", "airport", "PL", 50.11, 22.02), []),
    (Place("fiji", "Fiji", "country", "FJ", -17.8, 178.0, extent=(177, -20, -178, -12)), []),
    (Place("miss", "Mississippi", "admin1", "US", 32.7, -89.7, "Mississippi"), [("Miss", "abbreviation")]),
]  # fmt: skip


@pytest.fixture(scope="session")
def tables() -> memoryview:
    """Return the compiled tables of a few places."""
    return memoryview(block(compile_tables(entries(ROWS))))


@pytest.fixture(scope="session")
def world(tables: memoryview) -> Gazetteer:
    """Return a gazetteer of a few places."""
    return Gazetteer(tables)
