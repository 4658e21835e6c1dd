"""Asking the gazetteer: by name, by id, by beginning, and for all names in a text."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.errors import GazetteerError
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.searching import allowed_edits
from geonews.models import Candidate, Place


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [candidate.place.id for candidate in gazetteer.lookup(name)]


def test_an_unknown_name_has_no_candidates(world: Gazetteer) -> None:
    assert world.lookup("Atlantis") == ()
    assert world.lookup("") == ()


def test_a_country_comes_before_a_state_and_a_large_city_before_a_small_one(world: Gazetteer) -> None:
    assert ids(world, "Georgia") == ["gn:2", "gn:3"]
    assert ids(world, "Paris") == ["gn:4", "gn:5"]


def test_a_current_name_comes_before_an_old_one(world: Gazetteer) -> None:
    assert [(c.place.name, c.form) for c in world.lookup("Pokrovsk")] == [("Pokrovsk", "name"), ("Engels", "historic")]


def test_other_spellings_and_scripts_are_found_with_their_form(world: Gazetteer) -> None:
    assert [(c.place.id, c.form) for c in world.lookup("KIEV")] == [("gn:8", "alternate")]
    assert ids(world, "Київ") == ["gn:8"]
    assert [c.form for c in world.lookup("American")] == ["demonym"]


def test_villages_answer_only_when_nothing_greater_does_or_when_asked(world: Gazetteer) -> None:
    assert ids(world, "Robotyne") == ["robotyne"]
    assert "kyiv-village" not in ids(world, "Kiev")
    assert "kyiv-village" in [c.place.id for c in world.lookup("Kiev", villages=True)]


def test_a_place_is_found_by_its_id_and_comes_back_whole(world: Gazetteer) -> None:
    expected = Place("gn:5", "Paris", "city", "US", 33.66, -95.55, "Texas", "Lamar County", 24_000, 5)
    assert world.place("gn:5") == expected
    assert world.place("black-sea") == Place(
        "black-sea", "Black Sea", "sea", None, 43.3, 34.3, extent=(27.3, 40.9, 41.9, 46.8)
    )
    assert world.place("kyiv-village") is not None


def test_what_a_lookup_answers_is_frozen_and_pickles(world: Gazetteer) -> None:
    (candidate,) = world.lookup("Robotyne")
    assert candidate == Candidate(Place("robotyne", "Robotyne", "village", "UA", 47.45, 35.83), "name")
    for noun, field in ((candidate, "score"), (candidate.place, "name")):
        with pytest.raises(FrozenInstanceError):
            setattr(noun, field, None)
    assert pickle.loads(pickle.dumps(candidate)) == candidate  # noqa: S301 - our own bytes


@pytest.mark.parametrize("unknown", ["gn:999", "gn:x", "", "pc:UA:1.0:2.0:Nowhere", "zzz", "gn:"])
def test_an_unknown_id_is_no_place(world: Gazetteer, unknown: str) -> None:
    assert world.place(unknown) is None


def spans(world: Gazetteer, text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[first:last]) for first, last in world.spans(words)]


def test_names_in_a_text_are_found_as_tokenisers_split_them(world: Gazetteer) -> None:
    text = "The U.S. flew to Rzeszow - Jasionka Airport from Paris , Texas , over the Black Sea ."
    assert spans(world, text) == ["U.S.", "Rzeszow - Jasionka Airport", "Paris", "Texas", "Black Sea"]


def test_a_possessive_is_no_part_of_the_name(world: Gazetteer) -> None:
    assert spans(world, "Ukraine and Georgia 's border") == ["Georgia"]


def test_a_name_begins_with_a_capital(world: Gazetteer) -> None:
    assert spans(world, "in paris and engels") == []


def test_a_name_does_not_run_over_the_end_of_a_sentence(world: Gazetteer) -> None:
    assert spans(world, "He sailed the Black . Sea levels rose") == []


def test_short_abbreviations_must_be_written_as_such(world: Gazetteer) -> None:
    assert spans(world, "Us they leave") == []
    assert spans(world, "Miss Marple went to US and Ill.") == ["US", "Ill."]


def test_the_search_box_finds_by_beginning_best_first(world: Gazetteer) -> None:
    assert [c.place.name for c in world.search("par", limit=1)] == ["Paris"]
    assert [c.place.id for c in world.search("Geor")] == ["gn:2", "gn:3"]
    assert world.search("") == ()
    assert world.search("xyz") == ()


def test_an_exact_name_leads_the_search_results(world: Gazetteer) -> None:
    assert world.search("Miss")[0].place.id == "miss"


def test_fuzzy_forgives_one_letter_in_five_and_two_in_nine(world: Gazetteer) -> None:
    assert [c.place.id for c in world.fuzzy("Enggels")] == ["gn:9"]
    assert [c.place.id for c in world.fuzzy("Springfeeld")][:1] == ["gn:12"]
    assert [c.place.id for c in world.fuzzy("Kyev")] == []


def test_fuzzy_never_leaves_a_known_name_for_another() -> None:
    albania, albany = Place("a", "Albania", "country", "AL", 41, 20), Place("b", "Albany", "city", "US", 42.6, -73.7)
    assert [c.place.id for c in Gazetteer.of([(albania, []), (albany, [])]).fuzzy("Albany")] == ["b"]
    assert Gazetteer.of([(albania, [])]).fuzzy("Albany") == ()


def test_fuzzy_names_the_greater_place_first_where_as_many_letters_differ() -> None:
    small, great = (
        Place("a", "Berlim", "city", "CV", 15, -23, population=300),
        Place("b", "Berlix", "country", "DE", 52, 13),
    )
    assert [c.place.id for c in Gazetteer.of([(small, []), (great, [])]).fuzzy("Berlin")] == ["b", "a"]


@pytest.mark.parametrize("written", ["Merlin", "Aberlin", "Erlin"])
def test_fuzzy_forgives_a_wrong_first_letter_where_nothing_else_is_wrong(written: str) -> None:
    berlin = Place("a", "Berlin", "city", "DE", 52, 13)
    assert [c.place.id for c in Gazetteer.of([(berlin, [])]).fuzzy(written)] == ["a"]


@given(st.text(alphabet="abcdef", min_size=5, max_size=12), st.data())
def test_fuzzy_finds_every_name_within_the_edits(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdef"))
    written = name[:at] + letter + name[at + 1 :]
    gazetteer = Gazetteer.of([(Place("x", name.title(), "city", "XX", 0, 0), [])])
    assert allowed_edits(written) >= 1
    assert [c.place.id for c in gazetteer.fuzzy(written)] == ["x"]


def test_what_a_country_is_called_elsewhere_gives_way_to_a_city_of_that_name() -> None:
    grenada = Place("a", "Grenada", "country", "GD", 12, -61, population=112_000)
    granada = Place("b", "Granada", "city", "ES", 37, -3, population=233_000)
    world = Gazetteer.of([(grenada, [("Granada", "alternate")]), (granada, [])])
    assert [candidate.place.id for candidate in world.lookup("Granada")] == ["b", "a"]
    assert [candidate.place.id for candidate in world.lookup("Grenada")] == ["a"]


def test_parents_are_listed_narrowest_first(world: Gazetteer) -> None:
    paris = world.place("gn:5")
    assert paris is not None
    assert [place.id for place in world.parents(paris)] == ["gn:7", "gn:6", "gn:1"]


def test_bytes_that_are_no_gazetteer_are_refused() -> None:
    with pytest.raises(GazetteerError, match="not a geonews gazetteer"):
        Gazetteer(memoryview(b"x" * 5000))


NAMES = st.text(alphabet="abcdeABCDEéłкиїو' -.", min_size=1, max_size=12).filter(
    lambda name: any(c.isalnum() for c in name)
)


@given(st.lists(NAMES, min_size=1, max_size=30))
def test_every_name_finds_its_place(names: list[str]) -> None:
    places = [Place(f"id-{number:03}", name, "city", "XX", number / 7, number / 3) for number, name in enumerate(names)]
    gazetteer = Gazetteer.of([(place, []) for place in places])
    for place in places:
        assert place.id in ids(gazetteer, place.name)
        found = gazetteer.place(place.id)
        assert found is not None
        assert (found.name, round(found.lat, 4)) == (place.name, round(place.lat, 4))
