"""Movements as they are seen: on the curve that takes the clicks, the shorter way round, with an arrow to where."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard import bows
from geonews.dashboard.arcs import Arc
from geonews.dashboard.fit import View
from geonews.export.movements import Way

WORLD = View(0.0, 0.0, 0.0)
points = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


def arc(origin: tuple[float, float], destination: tuple[float, float], way: Way = "whole") -> Arc:
    return {
        "origin": [*origin],
        "destination": [*destination],
        "width": 2.0,
        "passage": "a@1",
        "tip": "A to B",
        "way": way,
    }


def drawn(*arcs: Arc) -> tuple[list[Any], list[Any]]:
    """Return the lines and the arrows of arcs."""
    features = [each for data in bows.features(arcs) for each in data["features"]]
    lines = [each for each in features if each["geometry"]["type"] == "LineString"]
    return lines, [each for each in features if each["geometry"]["type"] == "Point"]


@given(points, points)
def test_a_bow_leads_from_the_one_place_to_the_other_the_shorter_way(
    origin: tuple[float, float], destination: tuple[float, float]
) -> None:
    movement = arc(origin, destination)
    [line], _ = drawn(movement)
    first, *_, last = line["geometry"]["coordinates"]
    assert first == pytest.approx(origin, abs=0.001)
    assert last == pytest.approx(bows.near_end(movement), abs=0.001)
    assert abs(last[0] - first[0]) <= 180.002
    assert math.cos(math.radians(last[0] - destination[0])) == pytest.approx(1)


def test_a_bow_is_highest_in_the_middle_to_the_left_of_its_way_as_the_layer_that_takes_the_clicks_has_it() -> None:
    _, [arrow] = drawn(arc((0.0, 0.0), (40.0, 0.0)))
    lon, lat = arrow["geometry"]["coordinates"]
    right, down = WORLD.pixel((lon, lat))
    assert lon == pytest.approx(20.0, abs=0.001)
    assert -down == pytest.approx(WORLD.pixel((40.0, 0.0))[0] * bows.HEIGHT / 2, rel=0.001)
    assert right > 0


@pytest.mark.parametrize(
    ("destination", "turn"),
    [((10.0, 0.0), 90), ((-10.0, 0.0), -90), ((0.0, 10.0), 0), ((0.0, -10.0), 180)],
    ids=["east", "west", "north", "south"],
)
def test_an_arrow_points_to_where_a_movement_goes(destination: tuple[float, float], turn: int) -> None:
    _, [arrow] = drawn(arc((0.0, 0.0), destination))
    assert arrow["properties"]["turn"] % 360 == turn % 360


@given(points, points)
def test_a_line_goes_through_its_arrow(origin: tuple[float, float], destination: tuple[float, float]) -> None:
    [line], [arrow] = drawn(arc(origin, destination))
    coordinates = line["geometry"]["coordinates"]
    there = arrow["geometry"]["coordinates"]
    apart = min(math.dist(there, each) for each in coordinates)
    longest = max(math.dist(one, other) for one, other in pairwise(coordinates))
    assert apart <= longest / 2 + 0.01


def test_there_and_back_are_two_bows() -> None:
    (there, back), _ = drawn(arc((0.0, 0.0), (40.0, 0.0)), arc((40.0, 0.0), (0.0, 0.0)))
    lats = [[lat for _, lat in each["geometry"]["coordinates"][1:-1]] for each in (there, back)]
    assert min(lats[0]) > 0 > max(lats[1])


def test_so_many_movements_as_a_map_shows_are_a_small_part_of_what_is_sent() -> None:
    many = [arc((at * 2.0 - 150, 50.0), (150 - at * 1.7, -40.0)) for at in range(150)]
    assert len(str(bows.features(many))) < 120_000


@given(points, points)
def test_a_map_that_holds_both_ends_and_the_bend_holds_the_whole_bow(
    origin: tuple[float, float], destination: tuple[float, float]
) -> None:
    movement = arc(origin, destination)
    [line], _ = drawn(movement)
    pixels = [WORLD.pixel((0.0, lat))[1] for _, lat in line["geometry"]["coordinates"]]
    least = [WORLD.pixel((0.0, lat))[1] for _, lat in bows.held([movement])]
    far = max(math.dist(*(WORLD.pixel(each) for each in (origin, destination))), 1.0)
    assert min(pixels) >= min(least) - far / 8
    assert max(pixels) <= max(least) + far / 8


def test_a_few_bows_are_round_from_near() -> None:
    [line], _ = drawn(arc((30.0, 50.0), (31.0, 50.5)))
    path = [View(30.5, 50.3, 10.0).pixel((lon, lat)) for lon, lat in line["geometry"]["coordinates"]]
    turns = [math.atan2(y2 - y1, x2 - x1) for (x1, y1), (x2, y2) in pairwise(path)]
    assert max(abs(other - one) for one, other in pairwise(turns)) < math.radians(8)


def test_what_is_not_stated_as_fact_of_places_that_are_sure_is_dashed_or_dotted() -> None:
    three = [
        arc((0.0, 0.0), (40.0, 0.0)),
        arc((0.0, 0.0), (0.0, 30.0), "dashed"),
        arc((9.0, 0.0), (9.0, 9.0), "dotted"),
    ]
    sources = bows.sources("moves", bows.features(three))
    ends = {name: found["data"]["features"][0]["geometry"]["coordinates"][-1] for name, found in sources.items()}
    assert ends == {"moves": [40.0, 0.0], "moves-others": [0.0, 30.0]}
    ways = [each["properties"]["way"] for each in sources["moves-others"]["data"]["features"][::2]]
    assert ways == ["dashed", "dotted"]
    lines = {each["filter"][2][2]: each["paint"] for each in bows.layers("moves", "#102030") if each["type"] == "line"}
    assert "line-gradient" in lines["whole"]
    assert lines["dashed"]["line-dasharray"] != lines["dotted"]["line-dasharray"]
    assert "lineMetrics" not in sources["moves-others"], "or its dashes would be of any length"
