"""The land that is shown around places, and what the edge of the map does not cut."""

from __future__ import annotations

import pytest

from geonews.dashboard import framing
from geonews.dashboard.fit import CLOSEST, Point, View, beyond, fit, fit_uncut, of_land
from geonews.models import Place, PlaceKind
from geonews.store import PlaceRow

PHONE = 366, 235
DESK = 640, 460
LAND = Place("x:land", "Land", "country", "XL", 40.0, 30.0)
OUTLINE: list[list[Point]] = [
    [(25.0, 36.0), (45.0, 36.0), (45.0, 42.0), (25.0, 42.0)],
    [(-60.0, 2.0), (-56.0, 2.0), (-56.0, 5.0), (-60.0, 5.0)],
]
"""Of a land with a part overseas."""


def row(
    lon: float, lat: float, kind: PlaceKind = "city", extent: tuple[float, float, float, float] | None = None
) -> PlaceRow:
    place = Place(f"x:{kind}{lon}", kind, kind, "XL", lat, lon, extent=extent)
    return PlaceRow(place, 1, 1, 0, None)


def corners(places: list[PlaceRow], *codes: str) -> list[Point]:
    spots = [(each.place.lon, each.place.lat) for each in places if each.place.kind != "country"]
    return framing.lands(places, spots, codes, lambda _: LAND, lambda _: OUTLINE)


def view(places: list[PlaceRow], size: tuple[int, int], *codes: str) -> View:
    spots = [(each.place.lon, each.place.lat) for each in places]
    return fit([*spots, *of_land(spots, corners(places, *codes), *size)], *size)


def is_seen(point: Point, view: View, size: tuple[int, int]) -> bool:
    return all(abs(part) < whole / 2 for part, whole in zip(view.pixel(point), size, strict=True))


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_country_that_the_filter_names_is_seen_whole_without_what_is_overseas(size: tuple[int, int]) -> None:
    two = [row(32.9, 39.9), row(33.5, 39.0)]
    named = view(two, size, "XL")
    assert all(is_seen(corner, named, size) for corner in OUTLINE[0])
    assert not any(is_seen(corner, named, size) for corner in OUTLINE[1])
    assert view(two, size) == fit([(32.9, 39.9), (33.5, 39.0)], *size)


def test_one_spot_is_shown_in_its_country_which_a_sign_on_nothing_would_not_tell() -> None:
    assert corners([row(32.9, 39.9)]) == [(25.0, 36.0), (45.0, 42.0)]


def test_an_area_that_is_named_alone_is_shown_whole() -> None:
    assert corners([row(34.0, 43.0, "sea", (27.0, 41.0, 42.0, 47.0))]) == [(27.0, 41.0), (42.0, 47.0)]


@pytest.mark.parametrize("spot", [(37.6, 55.8), (131.9, 43.1), (-179.5, 66.0)])
def test_a_vast_country_does_not_make_a_local_story_tiny(spot: Point) -> None:
    russia = [(27.3, 41.2), (180.0, 77.7)]
    close = fit([spot, *of_land([spot], russia, *PHONE)], *PHONE)
    assert 2.9 <= close.zoom < CLOSEST
    assert is_seen(spot, close, PHONE)


def test_what_lies_a_little_beyond_the_edge_is_taken_in_and_what_lies_far_away_is_not() -> None:
    towns = [(25.0, 50.0), (36.0, 46.0)]
    plain = fit_uncut(towns, [], [], *DESK)
    half_cut, far = (plain.point((0.0, DESK[1] / 2 + more)) for more in (0.0, DESK[1]))
    taken = fit_uncut(towns, [], [[half_cut]], *DESK)
    assert abs(taken.pixel(half_cut)[1]) < DESK[1] / 2 - 20
    assert fit_uncut(towns, [], [[far], [half_cut]], *DESK) == taken
    assert fit_uncut(towns, [], [[far]], *DESK) == plain


def test_an_area_that_is_far_larger_than_the_map_is_cut() -> None:
    towns = [(25.0, 50.0), (36.0, 46.0)]
    assert fit_uncut(towns, [], [[(0.0, 20.0), (60.0, 60.0)]], *DESK) == fit(towns, *DESK)


def test_signs_of_countries_and_ovals_of_regions_are_what_is_drawn() -> None:
    region = row(30.0, 50.0, "region", (29.0, 49.0, 31.0, 51.0))
    vast = row(90.0, 45.0, "region", (26.0, -11.0, 120.0, 80.0))
    country = row(32.0, 49.0, "country", (22.0, 44.0, 40.0, 52.0))
    found = framing.things([region, vast, country, row(30.5, 50.4)])
    assert found == [[(29.0, 49.0), (31.0, 51.0)], [(90.0, 45.0)], [(32.0, 49.0)]]


def test_a_phone_cannot_show_the_whole_world_at_once_and_knows_how_much_it_leaves_out() -> None:
    around = [(float(lon), 10.0) for lon in range(-150, 180, 60)]
    assert beyond(fit(around, *DESK), around, *DESK) == 0
    assert beyond(fit(around, *PHONE), around, *PHONE) > 0
