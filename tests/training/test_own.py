"""Paragraphs of our own, filled with names of the gazetteer."""

from __future__ import annotations

from itertools import islice

import pytest

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.training.annotated import Example
from geonews.training.own import lessons


@pytest.fixture(scope="module")
def filled() -> list[Example]:
    return list(lessons(Analyser(None), Gazetteer.open(), sentences=1, traps=1, articles=1))


def test_no_gap_stays_open_and_marks_lie_on_names(filled: list[Example]) -> None:
    for example in filled:
        assert not set("<>{}=") & set(example.text)
        for one in example.gold:
            name = example.text[one.start : one.end]
            assert name == name.strip() != ""


def test_some_paragraphs_teach_what_is_no_place(filled: list[Example]) -> None:
    assert any(not example.gold for example in filled)
    assert sum(len(example.gold) for example in filled) > len(filled)


def test_sentences_stand_alone_and_articles_have_a_headline_and_paragraphs(filled: list[Example]) -> None:
    whole = [example for example in filled if "\n\n" in example.text]
    assert 80 <= len(whole) < len(filled)
    assert all(len(example.gold) >= 1 for example in whole)
    assert any(name.isupper() for example in whole for name in _names(example))


def _names(example: Example) -> list[str]:
    return [example.text[one.start : one.end] for one in example.gold]


def test_names_that_news_shortens_wrongly_and_names_that_nobody_lists_are_among_them(filled: list[Example]) -> None:
    said = {name for example in filled for name in _names(example)}
    assert any(name.count("-") > 1 for name in said)
    gazetteer = Gazetteer.open()
    assert any(name.isalpha() and not gazetteer.lookup(name) for name in said)


def test_the_same_names_are_drawn_again(filled: list[Example]) -> None:
    again = islice(lessons(Analyser(None), Gazetteer.open(), sentences=1, traps=1, articles=1), 300)
    assert [example.text for example in again] == [example.text for example in filled[:300]]
