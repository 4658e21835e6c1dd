"""Which words name a place, and what they do in their sentence. The language model is real, the gazetteer small."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geonews.extraction.nlp import Analyser
from geonews.extraction.toponyms import find_toponyms
from geonews.gazetteer import Gazetteer
from geonews.models import NameForm, Place, PlaceKind, Toponym

Find = Callable[[str], dict[str, Toponym]]


def place(
    name: str, kind: PlaceKind, country: str, population: int, *others: tuple[str, NameForm]
) -> tuple[Place, list[tuple[str, NameForm]]]:
    return (
        Place(name.lower(), name, kind, country, 50.0, 20.0, population=population),
        [(name, "name"), *others],
    )


SMALL = Gazetteer.of(
    [
        place("Kyiv", "city", "UA", 2_900_000, ("Kiev", "alternate")),
        place("Minsk", "city", "BY", 2_000_000),
        place("Moscow", "city", "RU", 12_500_000),
        place("Russia", "country", "RU", 144_000_000, ("Russian", "demonym"), ("Russians", "demonym")),
        place("Poland", "country", "PL", 38_000_000, ("Polish", "demonym")),
        place("Kherson Oblast", "admin1", "UA", 1_000_000, ("Kherson region", "alternate")),
        place("Kherson", "city", "UA", 280_000),
        place("Paris", "city", "FR", 2_100_000),
    ]
)


@pytest.fixture
def find(analyser: Analyser) -> Find:
    def found(text: str) -> dict[str, Toponym]:
        _, evidence = analyser(text)
        return {toponym.text: toponym for toponym in find_toponyms(text, evidence, SMALL)}

    return found


def test_a_name_that_the_model_takes_for_a_person_is_found_by_the_gazetteer(find: Find) -> None:
    assert find("He flew from Moscow to Kyiv yesterday and stayed in Kyiv until Friday.")["Kyiv"].kind == "literal"


@pytest.mark.parametrize("text", ["The strikes hit Kyiv on Sunday.", "Kyiv said so."])
def test_a_well_known_town_is_found_where_the_model_sees_nothing(find: Find, text: str) -> None:
    assert "Kyiv" in find(text)


def test_offsets_index_the_text_across_lines_and_odd_characters(find: Find) -> None:
    text = "“Déjà vu” — 🛰 \r\n\r\nThe convoy left Moscow.\n\tIt reached Kyiv."
    for toponym in find(text).values():
        assert text[toponym.start : toponym.end] == toponym.text


def test_the_longest_name_wins(find: Find) -> None:
    assert set(find("Shells fell on villages in the Kherson region on Monday.")) == {"Kherson region"}


def test_a_government_that_speaks_is_metonymic(find: Find) -> None:
    assert find("Moscow rejected the demand and accused the alliance of lying.")["Moscow"].kind == "metonymic"


def test_a_demonym_leads_to_its_country_but_is_no_place(find: Find) -> None:
    assert find("Some Russian soldiers crossed the river.")["Russian"].kind == "demonym"


def test_a_name_inside_a_longer_name_is_associative(find: Find) -> None:
    assert find("Both sides broke the Minsk agreements within a week.")["Minsk"].kind == "associative"


def test_the_tail_of_a_longer_name_is_no_place_of_its_own(find: Find) -> None:
    assert find("He works for the Bank of Moscow.")["Moscow"].kind == "associative"
    assert find("The town of Kherson was calm.")["Kherson"].kind == "literal"


def test_a_possessive_before_a_title_is_associative_and_before_a_border_literal(find: Find) -> None:
    found = find("Poland's president visited troops near Russia's border.")
    assert (found["Poland"].kind, found["Russia"].kind) == ("associative", "literal")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The frigate 'Minsk' passed the strait on Tuesday.", "Minsk"),
        ("Paris Hilton opened a shop.", "Paris"),
    ],
)
def test_ships_and_persons_are_no_places(find: Find, text: str, name: str) -> None:
    assert name not in find(text)


def test_a_text_without_names_has_no_toponyms(find: Find) -> None:
    assert find("it rained all day, and nobody went anywhere.") == {}
    assert find("") == {}
