"""The place that an outlet's user names as its home."""

from __future__ import annotations

import pytest

from geonews.errors import UnknownOptionError
from geonews.gazetteer import Gazetteer
from geonews.linking.home import home_place
from geonews.models import Place

PARIS = Place("paris-fr", "Paris", "city", "FR", 48.85, 2.35, admin1="Ile-de-France", population=2_100_000)
TEXAS = Place("tx", "Texas", "admin1", "US", 31.0, -99.0, population=29_000_000)
PARIS_TEXAS = Place("paris-us", "Paris", "city", "US", 33.66, -95.55, admin1="Texas", population=24_000)
SMALL = Gazetteer.of([(place, []) for place in (PARIS, TEXAS, PARIS_TEXAS)])


def test_a_home_is_found_by_name() -> None:
    assert home_place("Paris", SMALL) == PARIS


def test_what_follows_a_comma_says_which_home_is_meant() -> None:
    assert home_place("Paris, Texas", SMALL) == PARIS_TEXAS


@pytest.mark.parametrize("name", ["parispi.net", "Erehwon", "", " , "])
def test_what_is_no_place_is_refused(name: str) -> None:
    with pytest.raises(UnknownOptionError, match="no place"):
        home_place(name, SMALL)
