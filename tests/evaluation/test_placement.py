"""How far the chosen places lie from the annotated ones."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.evaluation import Gold, is_right
from geonews.evaluation.ceiling import reachable
from geonews.evaluation.placement import FARTHEST_KM, answers, area, placement
from geonews.evaluation.report import Read
from geonews.gazetteer import Gazetteer
from geonews.models import ParsedArticle, Place

Parse = Callable[..., ParsedArticle]
Reader = Callable[..., Read]
KM = st.lists(st.floats(0, FARTHEST_KM), min_size=2, max_size=30)


def test_a_name_that_was_not_found_is_wrong_and_one_without_coordinates_is_not_asked(
    parse: Parse, read: Reader, world: Gazetteer, ulm: Place
) -> None:
    one = read((Gold(0, 3, "", 48.0, 10.0), Gold(8, 10, "", 1.0, 1.0), Gold(15, 20)), parse((0, 3, ulm)))
    result = placement(answers(one.truth, one.parsed, world))
    assert (result.near.hits, result.near.of, result.missed, result.unplaced) == (1, 2, 1, 0)
    assert result.mean_km == result.median_km == pytest.approx(44.5, abs=0.5)


def test_a_found_name_without_a_place_is_wrong_too(parse: Parse, read: Reader, world: Gazetteer) -> None:
    one = read((Gold(0, 3, "", 48.0, 10.0),), parse((0, 3, None)))
    result = placement(answers(one.truth, one.parsed, world))
    assert (result.near.hits, result.missed, result.unplaced) == (0, 0, 1)
    assert result.auc == 1.0


def test_a_country_is_right_by_its_code_wherever_its_centre_is_put(
    parse: Parse, read: Reader, world: Gazetteer, oz: Place
) -> None:
    far = Gold(8, 10, "", 40.0, 40.0, geonameid=2)
    other = Place("oz", "Oz", "country", "OZ", -10.0, 0.0)
    for said, right in ((oz, 1), (other, 1), (Place("x", "Oz", "city", "OZ", 40.0, 41.0), 0)):
        one = read((far,), parse((8, 10, said)))
        result = placement(answers(one.truth, one.parsed, world))
        assert (result.countries.hits, result.countries.of) == (right, 1)
    assert result.same_id.hits == 0
    assert result.near.hits == 1


def test_an_overlapping_span_answers_only_where_overlaps_count(
    parse: Parse, read: Reader, world: Gazetteer, ulm: Place
) -> None:
    one = read((Gold(0, 7, "", 48.4, 9.99),), parse((0, 3, ulm)))
    assert placement(answers(one.truth, one.parsed, world)).near.hits == 0
    assert placement(answers(one.truth, one.parsed, world, exact=False)).near.hits == 1


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        (Gold(0, 3, "", 48.4, 9.99), True),
        (Gold(0, 3, "", 50.4, 9.99), False),
        (Gold(0, 3, "", 50.4, 9.99, geonameid=1), True),
        (Gold(0, 3), False),
    ],
)
def test_a_place_is_right_by_id_or_within_161_km(gold: Gold, right: bool, ulm: Place) -> None:  # noqa: FBT001
    assert is_right(ulm, gold) is right
    assert not is_right(None, gold)


def test_the_candidates_reach_a_name_by_id_by_distance_or_not_at_all(world: Gazetteer, ulm: Place, oz: Place) -> None:
    assert reachable(Gold(0, 3, "", 0.0, 0.0, geonameid=2), [ulm, oz], world)
    assert reachable(Gold(0, 3, "", 48.0, 10.0), [oz, ulm], world)
    assert not reachable(Gold(0, 3, "", 0.0, -90.0), [oz, ulm], world)
    assert not reachable(Gold(0, 3, "", 48.0, 10.0), [], world)


def test_the_area_under_the_log_error_follows_the_published_formula() -> None:
    assert area([0.0, 0.0, 0.0]) == 0.0
    assert area([FARTHEST_KM] * 3) == pytest.approx(1.0)
    middle = (math.log1p(10) / 2 + math.log1p(100) + math.log1p(1000) / 2) / (2 * math.log(20_039))
    assert area([1000.0, 10.0, 100.0]) == pytest.approx(middle)


@given(KM, st.randoms())
def test_the_area_lies_between_zero_and_one_and_order_does_not_matter(errors: list[float], random: object) -> None:
    mixed = list(errors)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert 0.0 <= area(errors) <= 1.0
    assert area(mixed) == pytest.approx(area(errors))
