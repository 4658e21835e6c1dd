"""Which kind of place a name means: what other geoparsers are known to get wrong, asked of the real gazetteer.

The spans are given, so that only the choice is looked at.
"""

from __future__ import annotations

import pytest

from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import candidates
from geonews.linking.resolvers import resolver
from geonews.models import Place, Toponym

WORLD = (-180.0, -90.0, 180.0, 90.0)


def resolve(gazetteer: Gazetteer, text: str, *names: str) -> list[Place | None]:
    toponyms: list[Toponym] = []
    for name in names:
        start = text.index(name, toponyms[-1].end if toponyms else 0)
        toponyms.append(Toponym(start, start + len(name), name, "literal"))
    found = candidates(toponyms, gazetteer)
    return [resolution.place for resolution in resolver("context")(text, toponyms, found)]


def test_a_country_is_never_a_building_or_a_village_of_its_name(gazetteer: Gazetteer) -> None:
    states = [place for place in gazetteer.within(WORLD, {"country"}) if place.population]
    assert len(states) > 150
    wrong = []
    for state in states:
        (alone,) = resolve(gazetteer, f"The minister flew to {state.name} on Monday.", state.name)
        if alone is None or (alone.kind, alone.country) != (state.kind, state.country):
            wrong.append((state.name, alone))
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Calif.", "California", "admin1"),
        ("N.Y.", "New York", "admin1"),
        ("Fla.", "Florida", "admin1"),
        ("U.S.", "United States", "country"),
        ("US", "United States", "country"),
        ("UK", "United Kingdom", "country"),
        ("DPRK", "North Korea", "country"),
        ("UAE", "United Arab Emirates", "country"),
        ("DRC", "Democratic Republic of the Congo", "country"),
        ("NSW", "New South Wales", "admin1"),
    ],
)
def test_an_abbreviation_means_what_papers_mean_by_it(gazetteer: Gazetteer, written: str, name: str, kind: str) -> None:
    (place,) = resolve(gazetteer, f"She has lived in {written} since 2012", written)
    assert place is not None
    assert (place.name, place.kind) == (name, kind)


@pytest.mark.parametrize(
    ("town", "state", "country", "admin1"),
    [
        ("Long Beach", "CA", "US", "California"),
        ("Paris", "Texas", "US", "Texas"),
        ("London", "Ontario", "CA", "Ontario"),
        ("Perth", "Scotland", "GB", "Scotland"),
        ("Birmingham", "Ala.", "US", "Alabama"),
        ("Newcastle", "NSW", "AU", "New South Wales"),
        ("Tripoli", "Lebanon", "LB", None),
        ("Granada", "Nicaragua", "NI", None),
        ("San Jose", "Costa Rica", "CR", None),
        ("Cordoba", "Argentina", "AR", None),
    ],
)
def test_the_larger_place_beside_a_town_is_obeyed(
    gazetteer: Gazetteer, town: str, state: str, country: str, admin1: str | None
) -> None:
    place, _ = resolve(gazetteer, f"A man from {town}, {state}, was found on Monday.", town, state)
    assert place is not None
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Africa", "continent"),
        ("Asia", "continent"),
        ("Europe", "continent"),
        ("Black Sea", "sea"),
        ("Baltic Sea", "sea"),
        ("Mediterranean", "sea"),
        ("Pacific", "ocean"),
        ("Indian Ocean", "ocean"),
        ("Strait of Hormuz", "strait"),
        ("Sahel", "region"),
    ],
)
def test_continents_and_waters_are_kept(gazetteer: Gazetteer, name: str, kind: str) -> None:
    (place,) = resolve(gazetteer, f"They were seen in the {name} in June.", name)
    assert place is not None
    assert place.kind == kind


@pytest.mark.parametrize(
    ("people", "country"),
    [("Russian", "RU"), ("Lebanese", "LB"), ("Czechs", "CZ"), ("Kenyans", "KE"), ("Thai", "TH"), ("Arizonans", "US")],
)
def test_a_demonym_leads_to_the_country_of_its_people(gazetteer: Gazetteer, people: str, country: str) -> None:
    (place,) = resolve(gazetteer, f"Two {people} were hurt.", people)
    assert place is not None
    assert place.country == country
    assert place.kind in {"country", "admin1"}


@pytest.mark.parametrize("name", ["Ohio", "Loire", "Potomac", "Dnipro"])
def test_a_bare_article_means_the_river(gazetteer: Gazetteer, name: str) -> None:
    (place,) = resolve(gazetteer, f"After the rain the {name} rose again.", name)
    assert place is not None
    assert place.kind == "river"
