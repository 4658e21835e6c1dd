"""What the gazetteer tells about itself, and the promises that ``geonews gazetteer check`` holds it to."""

from __future__ import annotations

import pytest

from geonews.gazetteer.checks import check, info
from geonews.gazetteer.compiler import compile_tables
from geonews.gazetteer.entries import entries
from geonews.gazetteer.tables import block
from geonews.models import Place

UKRAINE = Place("gn:1", "Ukraine", "country", "UA", 49, 32, geonameid=1, extent=(22, 44, 40.3, 52.4))


def problems(*places: Place, excepted: dict[str, str] | None = None) -> list[tuple[str, str]]:
    data = memoryview(block(compile_tables(entries([(place, []) for place in (UKRAINE, *places)]))))
    return [(problem.place, problem.what) for problem in check(data, excepted or {})]


def test_a_sound_gazetteer_has_no_problems() -> None:
    oblast = Place("gn:3", "Kyiv Oblast", "admin1", "UA", 50.3, 30.5, "Kyiv Oblast", geonameid=3)
    assert problems(Place("gn:2", "Kyiv", "city", "UA", 50.45, 30.52, "Kyiv Oblast", geonameid=2), oblast) == []


@pytest.mark.parametrize(
    ("place", "what"),
    [
        (Place("a", "Kyiv", "city", "UA", 30.52, 50.45), "outside UA"),
        (Place("a", "Kyiv", "city", "XX", 50.45, 30.52), "no country XX"),
        (Place("a", "…", "city", "UA", 50.45, 30.52), "folds to nothing"),
        (Place("a", "Kyiv", "city", "UA", 50.45, 30.52, "Kyivshire"), "no division 'Kyivshire'"),
        (Place("a", "Kyiv", "city", None, 95, 30.52), "not on Earth"),
        (Place("gn:1", "Kyiv", "city", "UA", 50.45, 30.52, geonameid=1), "twice"),
    ],
)
def test_a_broken_promise_is_named(place: Place, what: str) -> None:
    found = problems(place)
    assert place.id in {identifier for identifier, _ in found}
    assert what in " ".join(message for _, message in found)


def test_a_listed_exception_may_lie_outside() -> None:
    far = Place("far", "Far Island", "city", "UA", 0, 0)
    assert [identifier for identifier, _ in problems(far)] == ["far"]
    assert problems(far, excepted={"far": "an island far away"}) == []


def test_the_bundled_gazetteer_describes_itself() -> None:
    described = info()
    villages = described.kinds["village"]
    assert described.places - villages >= 300_000
    assert villages >= 900_000
    assert sum(described.countries.values()) == described.places
    assert sum(source.places for source in described.sources) == described.places
    assert all(source.licence and source.version for source in described.sources)
    assert described.packed_bytes < 45_000_000
