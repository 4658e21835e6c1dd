"""What is learnt from what."""

from __future__ import annotations

import pytest

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.models import Place
from geonews.training.annotated import Example
from geonews.training.recipe import Lesson, halves, lesson

TEXTS = ("The ship left Odesa.", "It rained in Odesa.", "Odesa slept.")
SMALL = Gazetteer.of([(Place("odesa", "Odesa", "city", "UA", 46.48, 30.73, population=1_000_000), [("Odesa", "name")])])


@pytest.fixture(scope="module")
def whole(analyser: Analyser) -> Lesson:
    return lesson([Example(text, analyser(text)[1], ()) for text in TEXTS], SMALL)


def test_every_document_is_described_with_and_without_a_language_model(whole: Lesson) -> None:
    assert len(whole.tables) == len(whole.fast) == len(whole.given) == len(TEXTS)
    assert whole.tables[0].rows.shape[1] > whole.fast[0].rows.shape[1]


def test_halves_share_no_document_and_lose_none(whole: Lesson) -> None:
    first, second = halves(whole)
    assert (len(first.tables), len(second.tables)) == (2, 1)
    assert {one.text for one in (*first.given, *second.given)} == set(TEXTS)
    assert first.labelled == whole.labelled
    assert second.labelled == ()
