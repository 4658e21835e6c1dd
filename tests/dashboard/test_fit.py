"""The map looks where the places are, on wide and on narrow screens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.fit import CLOSEST, WORLD, farthest, fit, fit_also

_points = st.tuples(st.floats(-179, 179), st.floats(-80, 80))


@pytest.mark.parametrize("width", [350, 640, 1400])
@given(points=st.lists(_points, min_size=1, max_size=20))
def test_every_point_is_in_the_view_unless_the_world_is_too_wide_for_it(
    width: int, points: list[tuple[float, float]]
) -> None:
    view = fit(points, width, 560)
    assert farthest(560) <= view.zoom <= CLOSEST
    if view.zoom > farthest(560):
        for point in points:
            x, y = view.pixel(point)
            assert abs(x) <= width / 2
            assert abs(y) <= 560 / 2


def test_what_lies_around_is_shown_too_unless_that_would_lose_sight_of_the_subject() -> None:
    towns, ends, antipode = [(22.5, 49.0), (38.0, 46.0)], (18.0, 35.0), (-150.0, -40.0)
    view = fit_also(towns, [ends], 640, 560)
    assert fit(towns, 640, 560).zoom > view.zoom
    assert all(abs(each) <= half for each, half in zip(view.pixel(ends), (320, 280), strict=True))
    assert fit_also(towns, [antipode], 640, 560) == fit_also(towns, [], 640, 560) == fit(towns, 640, 560)
    assert fit_also([], [ends], 640, 560) == fit([ends], 640, 560)


def test_a_narrow_screen_gives_up_the_room_for_names_before_a_place() -> None:
    ends = [(-118.0, 34.0), (20.0, 50.0), (128.0, 37.0)]
    view = fit(ends, 366, 420)
    assert view.zoom == farthest(420)
    assert all(abs(view.pixel(end)[0]) < 366 / 2 for end in ends)


def test_a_narrow_screen_looks_from_farther_away() -> None:
    points = [(7.6, 49.4), (37.6, 55.7)]
    assert fit(points, 350, 560).zoom < fit(points, 640, 560).zoom


def test_places_on_both_sides_of_the_antimeridian_are_close_together() -> None:
    view = fit([(179.0, -17.0), (-179.0, -18.0)], 640, 560)
    assert view.zoom > 4
    assert abs(abs(view.longitude) - 180) < 3


@given(points=st.lists(_points, max_size=20), height=st.sampled_from([400, 560, 900]))
def test_the_map_never_looks_beyond_the_poles_where_the_basemap_would_not_follow(
    points: list[tuple[float, float]], height: int
) -> None:
    view = fit(points, 350, height)
    assert view.pixel((view.longitude, 85.0511))[1] <= -height / 2 + 1
    assert view.pixel((view.longitude, -85.0511))[1] >= height / 2 - 1


def test_nothing_to_show_is_the_whole_world() -> None:
    assert fit([], 640, 560).zoom < 1


@pytest.mark.parametrize(("width", "height"), [(690, 500), (740, 340), (1000, 640)])
def test_a_map_of_the_world_shows_it_once_if_that_leaves_out_no_place(width: int, height: int) -> None:
    towns = [(-122.4, 37.8), (18.4, -33.9), (151.2, 20.0), (174.8, 35.0), (-21.9, 64.1)]
    view = fit(towns, width, height)
    assert WORLD * 2**view.zoom >= 0.98 * width
    for town in towns:
        x, y = view.pixel(town)
        assert abs(x) <= width / 2
        assert abs(y) <= height / 2
