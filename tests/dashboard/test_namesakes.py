"""Places of one name can be told apart wherever they stand in one list."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from conftest import PLACES
from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.frames import place_table
from geonews.dashboard.namesakes import apart
from geonews.dashboard.pieces.evidence import Found, place_html
from geonews.dashboard.pieces.parts import place_chips
from geonews.dashboard.state import View
from geonews.models import Place
from geonews.store import BesideRow, PlaceRow

MOSCOW = PLACES["Moscow"]
IDAHO = Place("gn:5601538", "Moscow", "city", "US", 46.73, -117.0, "Idaho")
KANSAS = Place("gn:4276006", "Moscow", "city", "US", 37.33, -101.2, "Kansas")


def row(place: Place) -> PlaceRow:
    return PlaceRow(place, 2, 1, 0, None)


def shown(html: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", each)) for each in re.findall("<button.*?</button>", html)]


def test_a_name_that_no_other_place_of_the_list_has_stands_alone() -> None:
    assert apart([MOSCOW, PLACES["Kyiv"], MOSCOW]) == {}
    assert shown(place_chips([row(MOSCOW), row(PLACES["Kyiv"])])) == ["Moscow 2", "Kyiv 2"]


def test_a_place_that_no_mention_surely_means_has_a_question_mark_in_chips_and_table() -> None:
    places = [row(MOSCOW), replace(row(IDAHO), confidence=0.11)]
    assert shown(place_chips(places)) == ["Moscow Russia 2", "Moscow? United States 2"]
    assert list(place_table(places)["Place"]) == ["Moscow", "Moscow?"]


def test_namesakes_are_told_apart_by_country_and_within_one_by_region() -> None:
    assert apart([MOSCOW, IDAHO, PLACES["Kyiv"]]) == {MOSCOW.id: "Russia", IDAHO.id: "United States"}
    assert apart([MOSCOW, IDAHO, KANSAS]) == {MOSCOW.id: "Russia", IDAHO.id: "Idaho", KANSAS.id: "Kansas"}


def test_where_country_and_region_say_nothing_the_kind_does_and_at_last_where_it_stands() -> None:
    state = Place("gn:5815135", "Washington", "admin1", "US", 47.5, -120.5, "Washington")
    city = Place("gn:4140963", "Washington", "city", "US", 38.9, -77.0, "District of Columbia")
    assert apart([state, city]) == {state.id: "province", city.id: "District of Columbia"}
    georgia = Place("gn:614540", "Georgia", "country", "GE", 42.0, 43.5)
    peach = Place("gn:4197000", "Georgia", "admin1", "US", 32.75, -83.5, "Georgia")
    assert apart([georgia, peach]) == {georgia.id: "country", peach.id: "United States"}
    assert apart([IDAHO, replace(IDAHO, id="gn:1", lat=46.9)])[IDAHO.id].endswith("46.73, -117.00")


PLACE = st.builds(
    Place, st.text("ab", max_size=3), st.sampled_from(["Moscow", "Paris"]), st.sampled_from(["city", "admin1"]),
    st.sampled_from([None, "RU", "US"]), st.just(0.0), st.integers(0, 99).map(float),
    st.sampled_from([None, "Idaho", "Moscow"]),
)  # fmt: skip


@given(st.lists(PLACE, unique_by=(lambda each: each.id, lambda each: each.lon)))
def test_no_two_places_of_one_name_are_told_the_same(places: list[Place]) -> None:
    told = apart(places)
    for name in {place.name for place in places}:
        facts = [told.get(place.id, "") for place in places if place.name == name]
        assert len(set(facts)) == len(facts)
        assert all(facts) or len(facts) == 1


def test_chips_close_places_and_those_named_beside_say_which_namesake_each_is() -> None:
    assert shown(place_chips([row(MOSCOW), row(IDAHO)])) == ["Moscow Russia 2", "Moscow United States 2"]
    hostile = replace(IDAHO, admin1="<b>")
    found = Found([], 0, beside=[BesideRow(IDAHO, 3), BesideRow(PLACES["Berlin"], 1)])
    html = place_html(row(KANSAS), [row(hostile), row(PLACES["Kyiv"])], [], found, View())
    assert "Moscow &lt;b&gt; 2" in re.sub("</?(bdi|small)[^>]*>", "", html)
    assert "Moscow, Idaho (3)</option>" in html
    assert "Berlin (1)</option>" in html
