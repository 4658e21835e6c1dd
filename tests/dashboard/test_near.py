"""Places that stand close to each other: what a click may have meant, and how one is seen apart."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.fit import CLOSEST, View, fit
from geonews.dashboard.near import close_places, closer
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


@pytest.mark.parametrize(("zoom", "found"), [(7.0, []), (5.0, [BUCHA])], ids=["near", "farther"])
def test_close_places_are_those_whose_signs_meet_without_the_place_itself(zoom: float, found: list[PlaceRow]) -> None:
    assert close_places(PLACES, KYIV, zoom, lambda _: 8) == found


def test_a_large_sign_is_met_from_farther_away() -> None:
    far, large = row("Far", 51.0, 32.5), row("Large", 50.0, 33.0)
    sizes = {large: 18.0, far: 5.0}
    assert close_places([KYIV, far, large], KYIV, 3.0, lambda each: sizes.get(each, 18.0)) == [large]


def test_a_heap_lists_all_that_stand_in_it_however_far_apart_they_are_on_the_ground() -> None:
    heap = [row("North", 51.4, 30.5), row("South", 49.5, 30.5), row("East", 50.4, 32.0), row("West", 50.4, 29.0)]
    assert close_places([KYIV, *heap, LIMA], KYIV, 2.5, lambda _: 8) == heap


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(-80, 80), st.floats(-180, 180), st.floats(0, 7))
def test_signs_meet_each_other_across_the_antimeridian_and_in_the_north(
    lat: float, lon: float, lat2: float, lon2: float, zoom: float
) -> None:
    here, there = row("Here", lat, lon), row("There", lat2, lon2)
    apart = math.hypot(*View(lon, lat, zoom).pixel((lon2, lat2)))
    assert bool(close_places([here, there], here, zoom, lambda _: 18)) == (apart <= 36)
