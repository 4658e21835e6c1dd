"""A resolution says in words what decided: without it another place would have been meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.linking.resolvers import KEPT, resolver
from geonews.models import Candidate, Place, PlaceKind, Resolution, Toponym

LIMA = Place("lima", "Lima", "city", "PE", -12.05, -77.04, admin1="Lima Region", population=7_700_000)
LIMA_OHIO = Place("lima-us", "Lima", "city", "US", 40.74, -84.1, admin1="Ohio", population=38_000)
TOLEDO_OHIO = Place("toledo-us", "Toledo", "city", "US", 41.66, -83.56, admin1="Ohio", population=280_000)
DAYTON = Place("dayton", "Dayton", "city", "US", 39.76, -84.19, admin1="Ohio", population=140_000)
CANTON = Place("canton", "Canton", "city", "US", 40.8, -81.38, admin1="Ohio", population=70_000)
GRANADA = Place("granada", "Granada", "city", "ES", 37.18, -3.6, admin1="Andalusia", population=230_000)
GRANADA_SMALL = Place("granada-us", "Granada", "city", "US", 38.06, -102.3, admin1="Colorado", population=500)
RIVER = Place("river", "Lima", "river", "PE", -12.0, -77.0)
BEARERS = {"Lima": (LIMA, LIMA_OHIO), "Toledo": (TOLEDO_OHIO,), "Dayton": (DAYTON,), "Canton": (CANTON,)}


def resolve(text: str, bearers: dict[str, tuple[Place, ...]]) -> dict[str, Resolution]:
    names = sorted((name for name in bearers if name in text), key=text.index)
    toponyms = [Toponym(text.index(name), text.index(name) + len(name), name, "literal") for name in names]
    found = [tuple(Candidate(place, "name") for place in bearers[name]) for name in names]
    return dict(zip(names, resolver("context")(text, toponyms, found), strict=True))


def test_a_capital_that_nothing_but_prominence_decided_for_is_called_so() -> None:
    assert resolve("Rain fell in Lima.", BEARERS)["Lima"].reason == "capital, by population"


def test_the_largest_town_is_called_so_where_nothing_else_decided() -> None:
    alone = resolve("Rain fell in Granada.", {"Granada": (GRANADA, GRANADA_SMALL)})
    assert alone["Granada"].reason == "largest city of 2 candidates"


def test_a_county_of_its_name_does_not_hide_that_a_town_is_the_largest() -> None:
    county = Place("county", "Granada", "admin2", "ES", 37.3, -3.3, admin1="Andalusia", population=900_000)
    alone = resolve("Rain fell in Granada.", {"Granada": (GRANADA, county, GRANADA_SMALL)})["Granada"]
    assert alone.place == GRANADA
    assert alone.reason == "largest city of 3 candidates"


def test_the_company_is_named_where_it_decided() -> None:
    text = "Rain fell in Lima. Dayton was dry, as were Toledo and Canton."
    lima = resolve(text, BEARERS)["Lima"]
    assert lima.place == LIMA_OHIO
    assert lima.reason == "3 other Ohio places in this article"
    without = resolve("Rain fell in Lima.", BEARERS)["Lima"]
    assert without.place != lima.place


def test_company_that_only_confirmed_the_best_known_place_is_not_given_as_the_reason() -> None:
    callao = Place("callao", "Callao", "city", "PE", -12.06, -77.15, admin1="Callao Region", population=800_000)
    lima = resolve("Rain fell in Lima and in Callao.", BEARERS | {"Callao": (callao,)})["Lima"]
    assert lima.place == LIMA
    assert lima.reason == "capital, by population"


def test_the_words_beside_a_name_are_the_reason_where_they_decided() -> None:
    river = resolve("They swam across the Lima and got away.", {"Lima": (LIMA, RIVER)})["Lima"]
    assert river.place == RIVER
    assert river.reason == "the words beside it speak of a river"


def test_a_country_is_the_reason_for_itself() -> None:
    country = Place("pe", "Peru", "country", "PE", -9.0, -75.0, population=32_000_000)
    town = Place("peru-us", "Peru", "city", "US", 41.3, -89.1, admin1="Illinois", population=9_800)
    assert resolve("Rain fell in Peru.", {"Peru": (country, town)})["Peru"].reason == "a country bears the name"


KINDS: tuple[PlaceKind, ...] = ("city", "admin1", "admin2", "river", "country", "village")
bearers = st.lists(
    st.builds(
        lambda number, kind, lat, lon, people: Place(f"x{number}", "Xanten", kind, "DE", lat, lon, population=people),
        st.integers(0, 10**6),
        st.sampled_from(KINDS),
        st.floats(-60, 70),
        st.floats(-179, 179),
        st.integers(0, 10**7),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda place: place.id,
)


@given(bearers)
@pytest.mark.filterwarnings("error")
def test_the_kept_candidates_are_probabilities_with_the_chosen_one_first(places: list[Place]) -> None:
    (chosen,) = resolve("Rain fell in Xanten.", {"Xanten": tuple(places)}).values()
    scores = [candidate.score for candidate in chosen.candidates]
    assert len(scores) == min(KEPT, len(places))
    assert scores == sorted(scores, reverse=True)
    assert 0.0 <= sum(scores) <= 1.0 + KEPT * 1e-4
    assert chosen.place in {None, chosen.candidates[0].place}
    assert scores[0] <= max(chosen.score, 0.1) + 1e-4
