"""Which of its candidates does a toponym mean?"""

from __future__ import annotations

import pytest

from geonews.errors import UnknownOptionError
from geonews.linking.resolvers import RESOLVERS, resolver
from geonews.models import Candidate, Place, Resolution, Toponym

FRANCE = Place("fr", "France", "country", "FR", 46.0, 2.0, population=66_000_000)
PARIS = Place("paris-fr", "Paris", "city", "FR", 48.85, 2.35, admin1="Ile-de-France", population=2_100_000)
TEXAS = Place("tx", "Texas", "admin1", "US", 31.0, -99.0, population=29_000_000)
PARIS_TEXAS = Place("paris-us", "Paris", "city", "US", 33.66, -95.55, admin1="Texas", population=24_000)
DALLAS = Place("dallas", "Dallas", "city", "US", 32.78, -96.8, admin1="Texas", population=1_300_000)
NAMES = {
    "France": (FRANCE,),
    "Paris": (PARIS, PARIS_TEXAS),
    "Texas": (TEXAS,),
    "Dallas": (DALLAS,),
    "Nowhere": (),
}


def resolve(text: str, name: str = "context") -> dict[str, Resolution]:
    toponyms = sorted(
        (Toponym(text.index(name), text.index(name) + len(name), name, "literal") for name in NAMES if name in text),
        key=lambda toponym: toponym.start,
    )
    found = [tuple(Candidate(place, "name") for place in NAMES[toponym.text]) for toponym in toponyms]
    resolutions = resolver(name)(text, toponyms, found)
    return {toponym.text: resolution for toponym, resolution in zip(toponyms, resolutions, strict=True)}


def test_a_name_alone_means_the_well_known_place() -> None:
    assert resolve("A storm hit Paris on Monday.")["Paris"].place == PARIS


def test_the_larger_place_beside_a_name_decides() -> None:
    chosen = resolve("A storm hit Paris, Texas, on Monday. It had crossed Dallas before.")["Paris"]
    assert chosen.place == PARIS_TEXAS
    assert chosen.reason == "Texas stands beside it"


def test_the_runner_up_is_kept_behind_the_chosen_place() -> None:
    chosen = resolve("A storm hit Paris, Texas, on Monday.")["Paris"]
    assert [candidate.place for candidate in chosen.candidates] == [PARIS_TEXAS, PARIS]
    assert chosen.score == chosen.candidates[0].score > chosen.candidates[1].score


def test_scores_of_all_candidates_are_probabilities() -> None:
    for resolution in resolve("Paris, Dallas and Texas, France").values():
        assert 0.0 <= sum(candidate.score for candidate in resolution.candidates) <= 1.001


def test_a_name_without_candidates_is_not_guessed() -> None:
    nowhere = resolve("They met in Nowhere.")["Nowhere"]
    assert nowhere.place is None
    assert "gazetteer" in nowhere.reason


def test_the_only_candidate_is_named_as_such() -> None:
    assert resolve("They met in Dallas.")["Dallas"].reason == "only candidate"


def test_the_baseline_takes_the_first_candidate_whatever_stands_beside_it() -> None:
    assert resolve("A storm hit Paris, Texas.", "population")["Paris"].place == PARIS


def test_a_country_is_meant_before_a_town_that_bears_its_name_too() -> None:
    mexico = Place("mx", "Mexico", "country", "MX", 23.0, -102.0, population=128_000_000)
    capital = Place("city", "Mexico City", "city", "MX", 19.4, -99.1, admin1="Mexico City", population=12_000_000)
    text = "MEXICO CITY: Mexico sent troops north."
    toponyms = [Toponym(0, 11, "MEXICO CITY", "literal"), Toponym(13, 19, "Mexico", "literal")]
    found = [(Candidate(capital, "name"),), (Candidate(mexico, "name"), Candidate(capital, "alternate"))]
    assert [chosen.place for chosen in resolver("context")(text, toponyms, found)] == [capital, mexico]


def test_an_unknown_resolver_is_refused_with_the_list_of_those_there_are() -> None:
    with pytest.raises(UnknownOptionError, match=r"no resolver 'oracle'; there are: context, population"):
        resolver("oracle")
    assert set(RESOLVERS) >= {"context", "population"}
