"""The geopy shape, asked as geopy's own geocoders are."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geonews.gazetteer import Gazetteer, GazetteerGeocoder
from geonews.models import Place


@pytest.fixture(scope="module")
def geocoder(world: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(world)


def one(found: Location | list[Location] | None) -> Location:
    assert isinstance(found, Location)
    return found


def several(found: Location | list[Location] | None) -> list[Location]:
    assert isinstance(found, list)
    return found


def test_it_is_a_geopy_geocoder(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_a_name_gives_a_location(geocoder: GazetteerGeocoder) -> None:
    found = one(geocoder.geocode("Paris"))
    assert (found.latitude, found.longitude) == (48.85, 2.35)
    assert found.address == "Paris, Île-de-France, FR"
    assert found.point == Point(48.85, 2.35)
    assert found.raw["id"] == "gn:4"
    assert found.raw["kind"] == "city"


def test_scripts_written_for_nominatim_find_its_options_and_its_address(geocoder: GazetteerGeocoder) -> None:
    found = one(geocoder.geocode("Paris, Texas", language="en", addressdetails=True))
    assert found.raw["display_name"] == found.address == "Paris, Lamar County, Texas, United States"
    assert found.raw["address"] == {
        "city": "Paris", "county": "Lamar County", "state": "Texas", "country": "United States", "country_code": "us",
    }  # fmt: skip
    assert one(geocoder.reverse((50.4, 30.5), language="en", zoom=10)).raw["id"] == "gn:8"


def test_an_unknown_option_is_refused_as_any_python_function_does(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(TypeError, match="langauge"):
        geocoder.geocode("Paris", langauge="en")


def test_no_place_gives_none(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Atlantis") is None
    assert geocoder.geocode("Atlantis", exactly_one=False) is None


def test_all_places_when_asked_up_to_the_limit(geocoder: GazetteerGeocoder) -> None:
    assert [found.raw["id"] for found in several(geocoder.geocode("Paris", exactly_one=False))] == ["gn:4", "gn:5"]
    assert len(several(geocoder.geocode("Paris", exactly_one=False, limit=1))) == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Paris, Texas", "gn:5"),
        ("Paris, US", "gn:5"),
        ("Paris, Lamar County, Texas, USA", "gn:5"),
        ("Springfield, Illinois, US", "gn:11"),
        ("Springfield, IL", "gn:11"),
        ("Springfield", "gn:12"),
        ("Kiev, Nowhere", None),
        ("Georgia, US", "gn:3"),
    ],
)
def test_what_a_place_lies_in_narrows_it(geocoder: GazetteerGeocoder, query: str, expected: str | None) -> None:
    found = geocoder.geocode(query)
    assert (one(found).raw["id"] if found else None) == expected


def test_country_codes_narrow_it(geocoder: GazetteerGeocoder) -> None:
    assert one(geocoder.geocode("Paris", country_codes="us")).raw["id"] == "gn:5"
    assert one(geocoder.geocode("Paris", country_codes=["DE", "US"])).raw["id"] == "gn:5"
    assert geocoder.geocode("Paris", country_codes="DE") is None


def test_a_viewbox_narrows_it(geocoder: GazetteerGeocoder) -> None:
    assert one(geocoder.geocode("Paris", viewbox=[(30, -100), (40, -90)])).raw["id"] == "gn:5"
    assert one(geocoder.geocode("Paris", viewbox=[Point(40, -90), Point(30, -100)])).raw["id"] == "gn:5"


def test_structured_queries(geocoder: GazetteerGeocoder) -> None:
    assert one(geocoder.geocode({"city": "Paris", "state": "Texas"})).raw["id"] == "gn:5"
    assert one(geocoder.geocode({"country": "Georgia"})).raw["id"] == "gn:2"
    assert one(geocoder.geocode({"state": "Georgia"})).raw["id"] == "gn:3"
    assert geocoder.geocode({"city": "Paris", "country": "Georgia"}) is None


@pytest.mark.parametrize("query", ["", "  ", "...", {}, {"city": ""}, {"planet": "Mars"}])
def test_a_query_that_asks_nothing_is_a_query_error(geocoder: GazetteerGeocoder, query: str | dict[str, str]) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query)


def test_a_senseless_option_is_a_query_error(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("Paris", limit=0)
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("Paris", viewbox=[(0, 0)])
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse("nowhere in particular")


def test_the_middle_of_a_city_is_in_the_city_and_not_in_its_nearest_quarter() -> None:
    city = Place("city", "Northport", "city", "UA", 50.45, 30.52, population=2_000_000)
    quarter = Place("quarter", "Old Town", "city", "UA", 50.455, 30.525, population=30_000)
    suburb = Place("suburb", "Eastham", "city", "UA", 50.45, 30.67, population=200_000)
    hamlet = Place("hamlet", "Birchfield", "village", "UA", 50.45, 31.2)
    places = GazetteerGeocoder(Gazetteer.of([(place, []) for place in (city, quarter, suburb, hamlet)]))
    assert one(places.reverse((50.452, 30.521))).raw["id"] == "city"
    assert one(places.reverse((50.455, 30.525))).raw["id"] == "quarter"
    assert one(places.reverse((50.45, 30.66))).raw["id"] == "suburb"
    assert one(places.reverse((50.45, 31.21))).raw["id"] == "hamlet"


def test_reverse_gives_the_nearest_settlement(geocoder: GazetteerGeocoder) -> None:
    assert one(geocoder.reverse((50.4, 30.5))).raw["id"] == "gn:8"
    assert one(geocoder.reverse(Point(48.9, 2.3))).raw["id"] == "gn:4"
    assert one(geocoder.reverse("47.4, 35.8")).raw["id"] == "robotyne"
    assert len(several(geocoder.reverse((48.0, 36.0), exactly_one=False, limit=2))) == 2
    assert geocoder.reverse((-45, -120)) is None


def test_geopys_rate_limiter_can_wrap_it(geocoder: GazetteerGeocoder) -> None:
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert [one(limited(name)).raw["id"] for name in ("Paris", "Kyiv")] == ["gn:4", "gn:8"]
