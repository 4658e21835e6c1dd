"""Floors on every twelfth document of the annotated corpora beside the project.

The shipped weights are learnt from these very corpora: the floors guard against loss and prove nothing else. Honest
numbers come from ``python -m geonews.training``, which learns from one corpus and reads the other.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from geonews.evaluation import Report, annotated, report
from geonews.gazetteer import Gazetteer
from geonews.measuring import read
from geonews.pipeline import Geoparser

SAMPLE = 12


@pytest.fixture(scope="module", params=["lgl", "geowebnews"])
def measured(request: pytest.FixtureRequest, shared: Path, geoparser: Geoparser, gazetteer: Gazetteer) -> Report:
    documents = list(annotated(shared / "corpora" / f"{request.param}.jsonl"))[::SAMPLE]
    return report(list(read(documents, geoparser, gazetteer)), gazetteer)


def test_names_are_found(measured: Report) -> None:
    assert measured.recognition.exact.f1 >= 0.8
    assert measured.recognition.overlapping.f1 >= measured.recognition.exact.f1


def test_places_are_right_given_the_span(measured: Report) -> None:
    assert measured.given.near.share >= 0.9 * measured.ceiling.share
    assert measured.given.countries.share >= 0.95


def test_places_are_right_end_to_end(measured: Report) -> None:
    assert measured.whole.near.share >= 0.7
    assert measured.whole_overlapping.near.hits >= measured.whole.near.hits


def test_confidence_keeps_its_word(measured: Report) -> None:
    assert measured.confidence_whole.ece <= 0.1
    shares = [kept.right for kept in measured.confidence_whole.keep if kept.share > 0.5]
    assert shares[-1] >= shares[0]
