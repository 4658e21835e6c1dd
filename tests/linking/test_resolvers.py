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
    assert chosen.reason == "beside 'Texas'"


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


def test_two_larger_places_make_two_places_of_one_name() -> None:
    text = "He went from Paris, Texas, to Paris, France."
    names = [(13, "Paris", (PARIS, PARIS_TEXAS)), (20, "Texas", (TEXAS,)), (30, "Paris", (PARIS, PARIS_TEXAS))]
    names.append((37, "France", (FRANCE,)))
    toponyms = [Toponym(at, at + len(name), name, "literal") for at, name, _ in names]
    found = [tuple(Candidate(place, "name") for place in places) for _, _, places in names]
    chosen = [resolution.place for resolution in resolver("context")(text, toponyms, found)]
    assert chosen == [PARIS_TEXAS, TEXAS, PARIS, FRANCE]


def test_a_state_named_as_such_leaves_the_bare_name_to_the_town() -> None:
    state = Place("s", "Wolin", "admin1", "PL", 53.0, 15.9, population=900_000)
    town = Place("t", "Wolin", "city", "PL", 53.8, 14.6, admin1="Pomerania", population=500_000)
    text = "Wolin said no. Towns in Wolin state said yes."
    toponyms = [Toponym(0, 5, "Wolin", "literal"), Toponym(24, 29, "Wolin", "literal")]
    found = [(Candidate(town, "name"), Candidate(state, "name"))] * 2
    assert [resolution.place for resolution in resolver("context")(text, toponyms, found)] == [town, state]


def test_the_outlet_s_home_decides_where_the_article_does_not() -> None:
    text = "A Paris man was fined."
    toponyms = [Toponym(2, 7, "Paris", "literal")]
    found = [(Candidate(PARIS, "name"), Candidate(PARIS_TEXAS, "name"))]
    (alone,) = resolver("context")(text, toponyms, found)
    (at_home,) = resolver("context")(text, toponyms, found, DALLAS)
    assert alone.place == PARIS
    assert at_home.candidates[0].score > 0.0
    assert _score(at_home, PARIS_TEXAS) > _score(alone, PARIS_TEXAS)


def _score(resolution: Resolution, place: Place) -> float:
    return next(candidate.score for candidate in resolution.candidates if candidate.place == place)


def test_the_kind_of_place_that_is_spoken_of_is_meant() -> None:
    region = Place("r", "Kherson Oblast", "admin1", "UA", 46.7, 33.6, population=1_000_000)
    town = Place("t", "Kherson", "city", "UA", 46.6, 32.6, admin1="Kherson Oblast", population=280_000)
    found = [(Candidate(town, "name"), Candidate(region, "name"))]
    scores = []
    for text in ("They left Kherson.", "They left the Kherson region."):
        at = text.index("Kherson")
        (resolution,) = resolver("context")(text, [Toponym(at, at + 7, "Kherson", "literal")], found)
        scores.append(_score(resolution, region))
    assert scores[1] >= scores[0]


RIVER = Place("r", "Wesna", "river", "PL", 52.0, 20.0)
STATE = Place("s", "Wesna", "admin1", "PL", 51.0, 20.5, admin1="Wesna", population=3_000_000)
TOWN = Place("t", "Wesna", "city", "PL", 50.9, 20.6, admin1="Wesna", population=90_000)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rain fell in Wesna.", STATE),
        ("Below the bridge the Wesna rose by two metres.", RIVER),
        ("They swam across the Wesna and got away.", RIVER),
        ("The Wesna senator voted no.", STATE),
        ("It began on the Wesna campus.", STATE),
    ],
)
def test_a_bare_article_means_the_river_of_a_name(text: str, meant: Place) -> None:
    at = text.index("Wesna")
    found = [tuple(Candidate(place, "name") for place in (STATE, TOWN, RIVER))]
    (chosen,) = resolver("context")(text, [Toponym(at, at + 5, "Wesna", "literal")], found)
    assert chosen.place == meant


def test_a_river_and_the_state_of_its_name_are_kept_apart() -> None:
    text = "The governor of Wesna said the Wesna rose."
    toponyms = [Toponym(at, at + 5, "Wesna", "literal") for at in (16, 31)]
    found = [tuple(Candidate(place, "name") for place in (STATE, TOWN, RIVER))] * 2
    assert [chosen.place for chosen in resolver("context")(text, toponyms, found)] == [STATE, RIVER]


@pytest.mark.parametrize(("written", "meant"), [("Marou", "plain"), ("Maroú", "accent")])
def test_of_two_small_towns_the_one_spelt_as_written_is_meant(written: str, meant: str) -> None:
    plain = Place("plain", "Marou", "city", "FR", 47.0, 1.0, population=5_000)
    accent = Place("accent", "Maroú", "city", "FR", 47.0, -1.0, population=5_000)
    for found in ((plain, accent), (accent, plain)):
        (chosen,) = resolver("context")(
            f"Rain fell in {written}.",
            [Toponym(13, 18, written, "literal")],
            [tuple(Candidate(place, "name") for place in found)],
        )
        assert chosen.place is not None
        assert chosen.place.id == meant


def test_a_well_known_town_is_meant_without_its_accents_as_well() -> None:
    large = Place("large", "Maroú", "city", "FR", 47.0, 1.0, population=900_000)
    small = Place("small", "Marou", "city", "FR", 47.0, -1.0, population=900)
    found = [(Candidate(large, "name"), Candidate(small, "name"))]
    (chosen,) = resolver("context")("Rain fell in Marou.", [Toponym(13, 18, "Marou", "literal")], found)
    assert chosen.place == large


def test_a_country_is_meant_before_a_county_of_its_name_next_door() -> None:
    country = Place("c", "Limbia", "country", "LX", 49.8, 6.1, population=600_000)
    county = Place("d", "Limbia", "admin2", "BE", 49.9, 5.5, admin1="Wallonia", population=280_000)
    arlon = Place("a", "Arlon", "city", "BE", 49.7, 5.8, admin1="Wallonia", admin2="Limbia", population=30_000)
    text = "Limbia will open a line to Arlon."
    found = [(Candidate(country, "name"), Candidate(county, "name")), (Candidate(arlon, "name"),)]
    toponyms = [Toponym(0, 6, "Limbia", "literal"), Toponym(27, 32, "Arlon", "literal")]
    assert resolver("context")(text, toponyms, found)[0].place == country


def test_a_name_that_holds_a_place_is_put_there_and_says_so() -> None:
    text = "She was taken to Dallas Memorial Clinic."
    found = [(Candidate(DALLAS, "inside"),)]
    (chosen,) = resolver("context")(text, [Toponym(17, 39, "Dallas Memorial Clinic", "literal")], found)
    assert chosen.place == DALLAS
    assert chosen.reason == "not in the gazetteer; its name holds Dallas"
    assert chosen.score < resolve("They met in Dallas.")["Dallas"].score


def test_a_site_of_no_known_name_is_near_the_place_that_is_named_nearest() -> None:
    text = "In Dallas, police closed Oak Street. Erehwon was calm."
    toponyms = [Toponym(3, 9, "Dallas", "literal"), Toponym(25, 35, "Oak Street", "literal")]
    toponyms.append(Toponym(37, 44, "Erehwon", "literal"))
    town, street, unknown = resolver("context")(text, toponyms, [(Candidate(DALLAS, "name"),), (), ()])
    assert street.place == town.place == DALLAS
    assert street.score < town.score
    assert street.reason == "not in the gazetteer; near Dallas, the place named nearest to it"
    assert unknown.place is None


def test_an_unknown_resolver_is_refused_with_the_list_of_those_there_are() -> None:
    with pytest.raises(UnknownOptionError, match=r"no resolver 'oracle'; there are: context, population"):
        resolver("oracle")
    assert set(RESOLVERS) >= {"context", "population"}
