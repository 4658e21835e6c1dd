"""What surroundings rule out, however likely the name is."""

from __future__ import annotations

import pytest

from geonews.extraction.nlp import Analyser
from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.ruled_out import remaining
from geonews.gazetteer import Gazetteer
from geonews.models import Place

SMALL = Gazetteer.of(
    [
        (Place("marburg", "Marburg", "city", "DE", 50.81, 8.77, population=72_000), [("Marburg", "name")]),
        (Place("jordan", "Jordan", "country", "JO", 31.0, 36.0, population=9_000_000), [("Jordan", "name")]),
        (Place("panama", "Panama", "country", "PA", 9.0, -80.0, population=4_000_000), [("Panama", "name")]),
        (Place("sydney", "Sydney", "city", "AU", -33.87, 151.21, population=4_600_000), [("Sydney", "name")]),
        (Place("christmas", "Christmas", "village", "US", 28.54, -81.02), [("Christmas", "name")]),
        (Place("un", "Un", "city", "IN", 23.89, 71.77, population=31_000), [("Un", "name")]),
        (Place("states", "United States", "country", "US", 39.8, -98.6), [("US", "abbreviation")]),
        (Place("reading", "Reading", "city", "GB", 51.45, -0.97, population=170_000), [("Reading", "name")]),
    ]
)
NAMES = {"Marburg", "Jordan", "Panama", "Sydney", "Reading", "Guinea", "U.N.", "UN", "U.S.", "US", "Christmas"}


def left(text: str) -> list[str]:
    """Return the words before and behind each name that remains, if each is a sure one."""
    evidence = Analyser(None).names(text)[1]
    words = [token.text for token in evidence.tokens]
    spans = {(at, at + 1): 0.9 for at, word in enumerate(words) if word in NAMES}
    kept = remaining(Document.of(evidence, list(spans)), spans, 0.4, SMALL)
    return [" ".join(words[max(at - 1, 0) : at + 1]) for at, _ in kept]


@pytest.mark.parametrize(
    "text",
    [
        "The court followed Jordan v. Baker.",
        "Marburg virus killed nine. Marburg spreads by touch.",
        "Sydney, 9, drew a horse. Sydney likes horses.",
        "He lost a Panama hat.",
        "Guinea pigs are kept as pets.",
        "Jordan Henderson scored twice.",
        "Michael Jordan won.",
        "Reading helps. Reading aloud helps more.",
        "They will be home for Christmas.",
        "They left, UN experts said.",
        "The U.N. met. Envoys of the U.N. left.",
        "He addressed the Reading by video. Reading voted for it.",
    ],
)
def test_what_is_no_place_goes(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jordan signed.", ["Jordan"]),
        ("The U.S. met.", ["The U.S."]),
        ("The US met.", ["The US"]),
        ("A storm hit a farm in Christmas.", ["in Christmas"]),
        ("Michael Jordan met the envoy. Jordan signed.", [". Jordan"]),
        ("Guinea closed the border. Pigs were culled.", ["Guinea"]),
        ("Marburg virus was named after an outbreak in Marburg.", ["in Marburg"]),
        ("The crowd in Sydney, 9, was small.", ["in Sydney"]),
        ("The Panama canal froze.", ["The Panama"]),
        ("Reading lost. A train from Reading was late.", ["Reading", "from Reading"]),
        ("Jordan virus cases rose.", ["Jordan"]),
        ("He left the Sydney talks. Sydney was full.", ["the Sydney", ". Sydney"]),
        ("He crossed the Jordan by boat.", ["the Jordan"]),
    ],
)
def test_what_may_be_a_place_stays(text: str, kept: list[str]) -> None:
    assert left(text) == kept


def test_unlikely_names_are_not_returned() -> None:
    evidence = Analyser(None).names("Jordan signed.")[1]
    assert remaining(Document.of(evidence, [(0, 1)]), {(0, 1): 0.3}, 0.4, SMALL) == {}
