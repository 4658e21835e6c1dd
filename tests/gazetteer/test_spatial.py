"""Where: in a box, near a point, inside an outline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.compiler import compile_tables
from geonews.gazetteer.entries import Entry
from geonews.gazetteer.spatial import distance_km, in_box
from geonews.gazetteer.tables import block
from geonews.models import Place


def test_places_in_a_box(world: Gazetteer) -> None:
    assert {place.id for place in world.within((30, 47, 38, 51))} == {"gn:8", "kyiv-village", "robotyne", "gn:10"}
    assert {place.id for place in world.within((30, 47, 38, 51), {"city"})} == {"gn:8", "gn:10"}


def test_a_box_may_cross_the_antimeridian(world: Gazetteer) -> None:
    assert {place.id for place in world.within((177, -20, -178, -12))} == {"fiji"}
    assert not in_box(-17, 0, (177, -20, -178, -12))


def test_the_nearest_come_first_with_their_distance(world: Gazetteer) -> None:
    found = world.nearest(50.4, 30.5, limit=2, kinds={"city"})
    assert [place.id for place, _ in found] == ["gn:8", "gn:10"]
    assert found[0][1] == pytest.approx(5.7, abs=0.2)


def test_in_the_open_sea_nothing_is_near(world: Gazetteer) -> None:
    assert world.nearest(-45, -120) == []


points = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


@given(st.lists(points, min_size=1, max_size=20), points)
def test_nearest_agrees_with_measuring_all(places: list[tuple[float, float]], at: tuple[float, float]) -> None:
    rows = [(Place(f"p{n}", f"Place {n}", "city", None, lat, lon), []) for n, (lat, lon) in enumerate(places)]
    found = Gazetteer.of(rows).nearest(*at)
    least = min(distance_km(*at, *place) for place in places)
    if least < 1000:
        assert found[0][1] == pytest.approx(least, abs=0.01)


def square_with_a_hole() -> Gazetteer:
    outer = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    hole = ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0))
    place = Place("land", "Land", "country", "XX", 5, 5, extent=(0, 0, 10, 10))
    boxed = Place("bay", "Bay", "sea", None, 5, 25, extent=(20, 0, 30, 10))
    entries = [Entry(place, (), 1.0, rings=(outer, hole)), Entry(boxed, (), 1.0)]
    return Gazetteer(memoryview(block(compile_tables(entries))))


def test_inside_by_outline_counts_holes_out() -> None:
    gazetteer = square_with_a_hole()
    land = gazetteer.lookup("Land")[0].place
    answers = {at: gazetteer.contains(land, *at) for at in [(2, 2), (5, 5), (11, 5)]}
    assert [answer.inside for answer in answers.values()] == [True, False, False]
    assert all(answer.exact for answer in answers.values())
    assert len(gazetteer.outline(land)) == 2


def test_inside_by_box_is_flagged() -> None:
    gazetteer = square_with_a_hole()
    bay = gazetteer.lookup("Bay")[0].place
    assert (gazetteer.contains(bay, 5, 25).inside, gazetteer.contains(bay, 5, 25).exact) == (True, False)
    assert not gazetteer.contains(bay, 5, 35).inside


def test_a_place_of_unknown_extent_contains_nothing(world: Gazetteer) -> None:
    kyiv = world.lookup("Kyiv")[0].place
    answer = world.contains(kyiv, kyiv.lat, kyiv.lon)
    assert (answer.inside, answer.exact) == (False, False)
