"""Which places might a toponym mean?"""

from __future__ import annotations

import pytest

from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import bare_forms, candidates, is_site
from geonews.models import Candidate, Place, Toponym

DONBAS = Place("donbas", "Donbas", "region", "UA", 48.3, 38.3)
LEEDS = Place("leeds", "Leeds", "city", "GB", 53.8, -1.5, population=536_000)
KENT = Place("kent", "Kent County", "admin2", "US", 39.1, -75.6, population=180_000)
TARN = Place("tarn", "Tarn Hows", "village", "GB", 54.4, -3.0)
GENERAL = Place("general", "General", "village", "US", 30.0, -90.0)


@pytest.fixture
def gazetteer() -> Gazetteer:
    return Gazetteer.of([(place, []) for place in (DONBAS, LEEDS, KENT, TARN, GENERAL)])


def ask(gazetteer: Gazetteer, written: str) -> tuple[Candidate, ...]:
    (found,) = candidates([Toponym(0, len(written), written, "literal")], gazetteer)
    return found


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("eastern Donbas", "Donbas"),
        ("Donbas region", "Donbas"),
        ("north-eastern Donbas region", "Donbas"),
        ("Kent Co.", "Kent County"),
        ("W. Columbia", "Columbia"),
        ("County Kerry", "Kerry County"),
        ("Town of Groton", "Groton"),
    ],
)
def test_a_name_has_plainer_forms(written: str, bare: str) -> None:
    assert bare in bare_forms(written)


def test_what_a_thing_is_is_no_name_for_it() -> None:
    assert "Road" not in bare_forms("Republic Road")


@pytest.mark.parametrize("written", ["eastern Donbas", "Donbas region", "north-eastern Donbas region"])
def test_direction_and_generic_word_are_dropped_when_the_whole_is_unknown(written: str, gazetteer: Gazetteer) -> None:
    assert [candidate.place for candidate in ask(gazetteer, written)] == [DONBAS]


def test_an_abbreviated_county_is_the_county(gazetteer: Gazetteer) -> None:
    assert [candidate.place for candidate in ask(gazetteer, "Kent Co.")] == [KENT]


def test_people_called_after_their_town_lead_to_it(gazetteer: Gazetteer) -> None:
    assert [(one.place, one.form) for one in ask(gazetteer, "Leedsers")] == [(LEEDS, "demonym")]


def test_what_the_gazetteer_lacks_may_hold_the_name_of_a_place(gazetteer: Gazetteer) -> None:
    found = ask(gazetteer, "Leeds General Infirmary")
    assert [(one.place, one.form) for one in found] == [(LEEDS, "inside")]


def test_nothing_is_taken_to_be_called_after_a_hamlet(gazetteer: Gazetteer) -> None:
    assert ask(gazetteer, "Tarn Hows Academy") == ()


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert ask(gazetteer, "Erehwon") == ()


@pytest.mark.parametrize("written", ["Royal Street", "A417", "I-95", "St George's Chapel"])
def test_a_site_says_that_it_is_one(written: str) -> None:
    assert is_site(written)


@pytest.mark.parametrize("written", ["Erehwon", "Torkula", "US"])
def test_a_plain_name_is_no_site(written: str) -> None:
    assert not is_site(written)
