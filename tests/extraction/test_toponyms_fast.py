"""Place names without a language model: words, case, gazetteer and article alone."""

from __future__ import annotations

import pytest

from geonews.extraction.nlp import Analyser
from geonews.extraction.toponyms.recogniser import recognise
from geonews.extraction.toponyms.spans import candidate_spans
from geonews.extraction.toponyms.words import SORTS, given, sort_of, surname
from geonews.gazetteer import Gazetteer
from geonews.models import Place

SMALL = Gazetteer.of(
    [
        (Place("kyiv", "Kyiv", "city", "UA", 50.45, 30.52, population=2_900_000), [("Kyiv", "name")]),
        (Place("england", "England", "admin1", "GB", 52.0, -1.0, population=56_000_000), [("England", "name")]),
        (Place("wv", "West Virginia", "admin1", "US", 39.0, -80.5, population=1_800_000), [("W.Va.", "abbreviation")]),
    ]
)


@pytest.fixture(scope="module")
def bare() -> Analyser:
    return Analyser(None)


def names(bare: Analyser, text: str) -> list[str]:
    evidence = bare.names(text)[1]
    found = recognise(evidence, SMALL, fast=True)
    return [text[evidence.tokens[a].start : evidence.tokens[b - 1].end] for a, b in (name.span for name in found)]


def candidates(bare: Analyser, text: str) -> list[str]:
    evidence = bare.names(text)[1]
    return [text[evidence.tokens[a].start : evidence.tokens[b - 1].end] for a, b in candidate_spans(evidence, SMALL)]


def test_a_known_town_is_found_without_a_language_model(bare: Analyser) -> None:
    assert names(bare, "The column left Kyiv at dawn. Shops in Kyiv stayed open.") == ["Kyiv", "Kyiv"]


def test_what_the_text_calls_a_village_is_one_though_no_gazetteer_knows_it(bare: Analyser) -> None:
    assert names(bare, "Shells hit the border village of Zorkelm at night.") == ["Zorkelm"]


def test_an_unknown_road_is_a_candidate_as_a_whole(bare: Analyser) -> None:
    assert "Old Quarry Road" in candidates(bare, "A bus burned on Old Quarry Road today.")


def test_of_a_bank_with_a_country_in_its_name_only_the_country_is_a_candidate(bare: Analyser) -> None:
    found = candidates(bare, "Analysts at the Bank of England were calm.")
    assert "England" in found
    assert "Bank of England" not in found


def test_a_ship_is_no_candidate(bare: Analyser) -> None:
    assert candidates(bare, "The destroyer Kyiv fired twice.") == []


@pytest.mark.parametrize(
    ("word", "sort"), [("Mr.", "title"), ("in", "placing"), ("Village", "place"), ("virus", "disease")]
)
def test_a_listed_word_has_its_sort_however_it_is_written(word: str, sort: str) -> None:
    assert sort_of(word) == SORTS[sort]


def test_an_unlisted_word_is_sorted_by_its_shape() -> None:
    codes = {sort_of(word) for word in ("Zorkelm", "ZORKELM", "zorkelming", "12", ",", "zorkelm")}
    assert len(codes) == 6
    assert codes.isdisjoint(SORTS.values())


def test_given_names_and_surnames_are_told_apart() -> None:
    assert given("Vladimir") > surname("Vladimir") == 0
    assert surname("Smith") > 0
    assert given("Zorkelm") == surname("Zorkelm") == 0
