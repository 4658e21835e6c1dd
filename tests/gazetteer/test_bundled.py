"""The bundled gazetteer: what names mean in the news, and the promises about its content."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geonews.gazetteer import Gazetteer, GazetteerGeocoder, fold
from geonews.gazetteer.checks import check, exceptions
from geonews.gazetteer.prepare import prepared
from geonews.gazetteer.spatial import distance_km
from geonews.models import Candidate, Place

HERE = Path(__file__).resolve().parent
CORPORA = HERE.parents[2] / "shared" / "corpora"
HARD_FLOOR = 58
NEAR_KM = 161


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


def first(gazetteer: Gazetteer, name: str) -> Place:
    return gazetteer.lookup(name)[0].place


def is_expected(place: Place | None, row: dict[str, str]) -> bool:
    if place is None:
        return False
    told = {"country": place.country or "", "kind": place.kind, "expected": place.name}
    return all(row[column] in {"*", value} for column, value in told.items())


def test_hard_names_mean_what_news_means(gazetteer: Gazetteer) -> None:
    with (HERE / "hard_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {row["name"]: next((c.place for c in gazetteer.lookup(row["name"])), None) for row in rows}
    wrong = [row["name"] for row in rows if not is_expected(found[row["name"]], row)]
    assert len(rows) == 60
    assert len(rows) - len(wrong) >= HARD_FLOOR, wrong


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Russia", "RU"), ("United States", "US"), ("Turkey", "TR"), ("South Korea", "KR"), ("Syria", "SY"),
        ("Iran", "IR"), ("Moldova", "MD"), ("Czech Republic", "CZ"), ("Ivory Coast", "CI"), ("Myanmar", "MM"),
        ("Palestine", "PS"), ("Vietnam", "VN"), ("Laos", "LA"), ("Bolivia", "BO"), ("Tanzania", "TZ"),
    ],
)  # fmt: skip
def test_countries_have_their_common_english_names(gazetteer: Gazetteer, name: str, country: str) -> None:
    place = first(gazetteer, name)
    assert (place.name, place.kind, place.country) == (name, "country", country)


@pytest.mark.parametrize(
    ("name", "form", "country"),
    [("Ukrainian", "demonym", "UA"), ("Germans", "demonym", "DE"), ("U.S.", "abbreviation", "US"), ("UK", "*", "GB")],
)
def test_demonyms_and_abbreviations_lead_to_the_country(
    gazetteer: Gazetteer, name: str, form: str, country: str
) -> None:
    candidate = gazetteer.lookup(name)[0]
    assert (candidate.place.kind, candidate.place.country) == ("country", country)
    assert form in {"*", candidate.form}


def test_disputed_places_follow_the_policy(gazetteer: Gazetteer) -> None:
    ukraine, russia = first(gazetteer, "Ukraine"), first(gazetteer, "Russia")
    assert gazetteer.contains(ukraine, 44.95, 34.1).inside
    assert not gazetteer.contains(russia, 44.95, 34.1).inside
    israel, syria = first(gazetteer, "Israel"), first(gazetteer, "Syria")
    assert not gazetteer.contains(israel, 33.0, 35.77).inside
    assert gazetteer.contains(syria, 33.0, 35.77).inside
    assert gazetteer.contains(israel, 32.08, 34.79).inside
    assert all(c.place.country != "RU" for c in gazetteer.lookup("Sevastopol")[:1])


def test_every_country_contains_a_point_of_its_own(gazetteer: Gazetteer) -> None:
    for name in ("Ukraine", "France", "Fiji", "Indonesia", "Chile", "Norway", "United States", "South Africa"):
        place = first(gazetteer, name)
        answer = gazetteer.contains(place, place.lat, place.lon)
        assert (name, answer.inside, answer.exact) == (name, True, True)


def test_parents_of_a_city(gazetteer: Gazetteer) -> None:
    names = [place.name for place in gazetteer.parents(first(gazetteer, "Bakhmut"))]
    assert names[-3:] == ["Donetsk Oblast", "Ukraine", "Europe"]


def test_the_search_box_knows_the_first_letters(gazetteer: Gazetteer) -> None:
    assert "Ukraine" in [candidate.place.name for candidate in gazetteer.search("Uk")]
    assert gazetteer.search("Zaporizh")[0].place.country == "UA"


def test_fuzzy_forgives_a_letter_and_knows_albany(gazetteer: Gazetteer) -> None:
    assert "Kramatorsk" in [candidate.place.name for candidate in gazetteer.fuzzy("Kramattorsk")]
    assert "AL" not in {c.place.country for c in gazetteer.fuzzy("Albany") if c.place.kind == "country"}


def test_a_geopy_user_gets_what_a_geopy_user_expects(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Paris, Texas").raw["country"] == "US"
    assert geocoder.geocode("Springfield, Illinois, US").raw["admin1"] == "Illinois"
    assert geocoder.reverse((47.45, 35.83)).raw["country"] == "UA"


def test_every_promise_is_kept() -> None:
    broken = [f"{problem.place}: {problem.what}" for problem in check(prepared(), exceptions())]
    assert broken == []


def toponyms(corpus: str) -> Iterator[dict[str, Any]]:
    with (CORPORA / f"{corpus}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield from (toponym for toponym in json.loads(line)["toponyms"] if toponym.get("lat") is not None)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="needs the corpora in ../shared, which are other people's")
@pytest.mark.parametrize(("corpus", "floor"), [("lgl", 0.94), ("geowebnews", 0.84)])
def test_the_ceiling_on_a_corpus(gazetteer: Gazetteer, corpus: str, floor: float) -> None:
    """The share of gold toponyms that some candidate answers, villages included: how far a resolver can get."""
    known: dict[str, tuple[Candidate, ...]] = {}
    answered = [_answered(gazetteer, toponym, known) for toponym in toponyms(corpus)]
    assert sum(answered) / len(answered) >= floor


def _answered(gazetteer: Gazetteer, toponym: dict[str, Any], known: dict[str, tuple[Candidate, ...]]) -> bool:
    key, lat, lon = fold(toponym["text"]), toponym["lat"], toponym["lon"]
    if key not in known:
        known[key] = gazetteer.lookup(key, villages=True)
    return any(
        (place.geonameid is not None and place.geonameid == toponym.get("geonameid"))
        or distance_km(place.lat, place.lon, lat, lon) <= NEAR_KM
        or gazetteer.contains(place, lat, lon).inside
        for place in (candidate.place for candidate in known[key])
    )
