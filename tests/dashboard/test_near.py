"""Places that stand close to each other: what a click may have meant, and how one is seen apart."""

from __future__ import annotations

import math

import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.fit import CLOSEST, View, fit
from geonews.dashboard.near import close_places, closer, reach
from geonews.models import Place
from geonews.store import PlaceRow


def row(name: str, lat: float, lon: float, extent: tuple[float, float, float, float] | None = None) -> PlaceRow:
    place = Place(f"x:{name}", name, "region" if extent else "city", None, lat, lon, extent=extent)
    return PlaceRow(place, 1, 1, 0, None)


KYIV, BUCHA, LIMA, FIJI = (
    row("Kyiv", 50.45, 30.52),
    row("Bucha", 50.55, 30.22),
    row("Lima", -12.05, -77.04),
    row("Fiji", -17.8, 179.9),
)
TONGA = row("Tonga", -17.9, -179.9)
BASIN = row("Basin", 0.0, 20.0, (10.0, -8.0, 30.0, 8.0))
PLACES = [KYIV, BUCHA, LIMA, FIJI, TONGA, BASIN]
WHOLE = fit([(each.place.lon, each.place.lat) for each in PLACES], 640, 460)


def test_a_place_that_others_hide_is_seen_apart_and_in_the_middle() -> None:
    view = closer(PLACES, KYIV, WHOLE.zoom, 640, 460)
    assert view is not None
    assert view.whole == view.widest == WHOLE.zoom
    here, other = view.pixel((30.52, 50.45)), view.pixel((30.22, 50.55))
    assert math.hypot(*here) < 60
    assert math.dist(here, other) > 25
    assert math.dist(WHOLE.pixel((30.52, 50.45)), WHOLE.pixel((30.22, 50.55))) < 5


def test_a_place_that_stands_alone_is_shown_with_its_surroundings() -> None:
    near, crowded = (closer(PLACES, each, WHOLE.zoom, 640, 460) for each in (LIMA, KYIV))
    assert near is not None
    assert crowded is not None
    assert WHOLE.zoom + 1 < near.zoom < crowded.zoom <= CLOSEST


def test_an_area_is_shown_whole() -> None:
    view = closer(PLACES, BASIN, WHOLE.zoom, 640, 460)
    assert view is not None
    for corner in ((10.0, -8.0), (30.0, 8.0)):
        right, down = view.pixel(corner)
        assert abs(right) < 320
        assert abs(down) < 230


def test_a_place_at_the_antimeridian_stays_in_the_middle() -> None:
    view = closer(PLACES, FIJI, WHOLE.zoom, 640, 460)
    assert view is not None
    assert math.hypot(*view.pixel((179.9, -17.8))) < 60


@pytest.mark.parametrize("zoom", [CLOSEST, CLOSEST - 0.4])
def test_nothing_is_nearer_than_the_basemap_can_tell(zoom: float) -> None:
    assert closer(PLACES, KYIV, zoom, 640, 460) is None


def test_two_places_at_one_spot_are_no_error() -> None:
    assert closer([KYIV, row("Same", 50.45, 30.52)], KYIV, 1.0, 640, 460) is not None


def test_close_places_are_those_in_reach_without_the_place_itself() -> None:
    assert close_places(PLACES, KYIV, 30.0) == [BUCHA]
    assert close_places(PLACES, KYIV, 5.0) == []


def test_on_a_map_of_the_world_a_click_may_have_meant_all_that_its_pixels_touch() -> None:
    world, close = View(30.0, 50.0, 0.8), View(30.0, 50.0, 7.0)
    touched = row("Touched", 51.27, 30.22)  # some 90 km away: three pixels of the world
    assert close_places([KYIV, touched, LIMA], KYIV, reach(world)) == [touched]
    assert close_places([KYIV, touched, BUCHA], KYIV, reach(close)) == []


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), max_size=20),
    st.floats(1, 5000),
)
def test_close_places_are_found_across_the_antimeridian_and_at_the_poles(
    lat: float, lon: float, others: list[tuple[float, float]], kilometres: float
) -> None:
    here = row("Here", lat, lon)
    there = [row(str(at), *point) for at, point in enumerate(others)]
    found = [each for each in there if great_circle((lat, lon), (each.place.lat, each.place.lon)).km <= kilometres]
    assert close_places([here, *there], here, kilometres) == found
