"""No name is cut at the edge of the map's picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapped import spec, style_of

from geonews.dashboard import edge
from geonews.dashboard.fit import View, fit
from geonews.models import Place
from geonews.store import PlaceRow

SIDES = {"right": (-320, 0), "left": (320, 0), "bottom": (0, -280), "top": (0, 280)}


@given(st.floats(-300, 300), st.floats(-200, 200), st.floats(-60, 60), st.floats(1, 7))
def test_what_lies_at_a_pixel_falls_there(right: float, down: float, latitude: float, zoom: float) -> None:
    view = View(170.0, latitude, zoom)
    found = view.pixel(view.point((right, down)))
    if -85 < view.point((right, down))[1] < 85:  # elsewhere mercator shows nothing
        assert found == pytest.approx((right, down), abs=0.01)


def test_something_unseen_stands_along_each_side_and_reaches_outwards() -> None:
    view = fit([(2.0, 1.0), (30.0, 50.0)], 640, 560)
    found = {each["properties"]["side"]: each for each in edge.bars(view, 640, 560)["features"]}
    for side, pixel in SIDES.items():
        assert view.pixel(tuple(found[side]["geometry"]["coordinates"])) == pytest.approx(pixel, abs=1)
    assert found["left"]["properties"]["bar"].count("\n") == 23
    assert len(found["top"]["properties"]["bar"]) == 27
    assert edge.layer(view)["paint"] == {"text-opacity": 0}


def test_it_is_placed_before_all_names_and_only_in_the_view_that_the_map_comes_with() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, at, at), 1, 1, 0, None) for at in range(3)]
    last = style_of(spec(rows))["layers"][-1]  # what is on top is placed first
    assert last["id"] == "edge"
    assert last["minzoom"] < fit([(0, 0), (2, 2)], 640, 560).zoom < last["maxzoom"]
    assert last["maxzoom"] - last["minzoom"] < 0.2


def test_a_map_that_is_asked_for_again_keeps_its_edge() -> None:
    view = fit([(2.0, 1.0)], 640, 560)
    assert edge.bars(view.again(3), 640, 560) == edge.bars(view, 640, 560)
    assert edge.layer(view.again(3)) == edge.layer(view)
