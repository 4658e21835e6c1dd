"""What was found against what annotators marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geonews.evaluation import Annotated, Gold, Score, annotated, evaluate, is_right
from geonews.models import Article, ParsedArticle, Place, Resolution, Toponym

ARTICLE = Article("1", "Ulm and Oz and Irish")
ULM = Place("gn:1", "Ulm", "city", "DE", 48.4, 9.99, geonameid=1)


def parsed(*toponyms: tuple[int, int, Place | None]) -> ParsedArticle:
    return ParsedArticle(
        ARTICLE,
        (),
        tuple(Toponym(start, end, ARTICLE.text[start:end], "literal") for start, end, _ in toponyms),
        tuple(Resolution(place, 1.0, "") for *_, place in toponyms),
        (),
        (),
    )


def test_missed_names_count_against_recall_and_extra_ones_against_precision() -> None:
    truth = Annotated(ARTICLE, (Gold(0, 3), Gold(8, 10)))
    score = evaluate([(truth, parsed((0, 3, ULM), (15, 20, None)))]).recognition
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_spans_that_annotators_call_no_place_are_not_wanted() -> None:
    truth = Annotated(ARTICLE, (Gold(15, 20, kind="Homonym"),))
    assert evaluate([(truth, parsed((15, 20, None)))]).recognition == Score(0, 1, 0)


def test_a_name_that_was_not_found_is_a_wrong_place_and_one_without_coordinates_is_not_scored() -> None:
    truth = Annotated(ARTICLE, (Gold(0, 3, "", 48.0, 10.0), Gold(8, 10, "", 1.0, 1.0), Gold(15, 20)))
    score = evaluate([(truth, parsed((0, 3, ULM)))]).end_to_end
    assert (score.hits, score.gold) == (1, 2)


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        (Gold(0, 3, "", 48.4, 9.99), True),
        (Gold(0, 3, "", 50.4, 9.99), False),
        (Gold(0, 3, "", 50.4, 9.99, geonameid=1), True),
        (Gold(0, 3), False),
    ],
)
def test_a_place_is_right_by_id_or_within_161_km(gold: Gold, right: bool) -> None:  # noqa: FBT001
    assert is_right(ULM, gold) is right
    assert not is_right(None, gold)


def test_a_corpus_is_split_on_line_feeds_alone(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    rows = [{"id": "1", "text": "a\x85b\u2028", "toponyms": [{"start": 0, "end": 1, "geonameid": 5}]}] * 2
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    documents = list(annotated(path))
    assert [document.article.text for document in documents] == ["a\x85b\u2028"] * 2
    assert documents[0].gold == (Gold(0, 1, "", None, None, 5),)


def test_no_spans_at_all_score_zero_not_an_error() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)
