"""Paragraphs of our own, filled with names of the gazetteer."""

from __future__ import annotations

import pytest

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.training.annotated import Example
from geonews.training.own import lessons


@pytest.fixture(scope="module")
def filled() -> list[Example]:
    return list(lessons(Analyser(None), Gazetteer.open(), times=1))


def test_no_gap_stays_open_and_marks_lie_on_names(filled: list[Example]) -> None:
    for example in filled:
        assert not set("<>{}=") & set(example.text)
        for one in example.gold:
            name = example.text[one.start : one.end]
            assert name == name.strip() != ""


def test_some_paragraphs_teach_what_is_no_place(filled: list[Example]) -> None:
    assert any(not example.gold for example in filled)
    assert sum(len(example.gold) for example in filled) > len(filled)
