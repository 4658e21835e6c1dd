"""Lines and boxes where the world's map is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.export.lines import box, geometry, line, points
from geonews.models import Place

DEGREES = st.floats(-180, 180, allow_nan=False)


def at(lon: float, lat: float = 0.0) -> Place:
    return Place(f"x:{lon},{lat}", "Somewhere", "city", None, lat, lon)


def test_a_line_goes_straight_where_that_is_the_shorter_way() -> None:
    found = geometry(line(at(30, 50), at(20, 51)))
    assert found == {"type": "LineString", "coordinates": [(30, 50), (20, 51)]}


@pytest.mark.parametrize(("start", "end", "edge"), [(170, -170, 180.0), (-170, 170, -180.0)])
def test_a_line_over_the_antimeridian_is_cut_there(start: float, end: float, edge: float) -> None:
    found = geometry(line(at(start, 10), at(end, 20)))
    assert found["type"] == "MultiLineString"
    assert found["coordinates"] == [[(start, 10), (edge, 15)], [(-edge, 15), (end, 20)]]


@given(start=DEGREES, end=DEGREES)
def test_no_part_of_a_line_is_longer_than_half_the_world(start: float, end: float) -> None:
    parts = line(at(start), at(end))
    assert parts[0][0][0] == start
    assert parts[-1][-1][0] == end
    assert sum(abs(one[0] - other[0]) for one, other in parts) <= 180 + 1e-9


def test_a_box_over_the_antimeridian_has_the_greater_number_in_the_west() -> None:
    assert box([at(179, -44), at(-179, -17)]) == (179, -44, -179, -17)
    assert box([at(20, 51), at(30, 50), at(34, 44)]) == (20, 44, 34, 51)
    assert box([at(5, 6)]) == (5, 6, 5, 6)
    assert box([]) is None


def test_a_claim_of_several_places_lies_at_each_of_them_and_one_of_none_nowhere() -> None:
    assert points([at(1, 2), at(3, 4), at(1, 2)]) == {"type": "MultiPoint", "coordinates": [(1, 2), (3, 4)]}
    assert points([at(1, 2)]) == {"type": "Point", "coordinates": (1, 2)}
    assert points([]) is None
