"""Annotated corpora as they come: what is read, and what is refused with file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geonews.errors import ArticleError
from geonews.evaluation import NO_PLACE, Gold, annotated
from geonews.evaluation.corpora import Annotated
from geonews.models import Article


def corpus(folder: Path, *lines: str) -> Path:
    path = folder / "corpus.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_corpus_is_split_on_line_feeds_alone(tmp_path: Path) -> None:
    row = json.dumps(
        {"id": "1", "text": "a\x85b\u2028", "toponyms": [{"start": 0, "end": 1, "geonameid": 5}]}, ensure_ascii=False
    )
    documents = list(annotated(corpus(tmp_path, row, "", row)))
    assert [document.article.text for document in documents] == ["a\x85b\u2028"] * 2
    assert documents[0].gold == (Gold(0, 1, "", None, None, 5),)


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{", "broken JSON"),
        ("[]", "no JSON object"),
        ('{"id": "1", "toponyms": []}', "no annotated document"),
        ('{"id": "1", "text": "a"}', "no annotated document"),
        ('{"id": "1", "text": "a", "toponyms": [{"start": 0}]}', "no annotated document"),
        ('{"id": "1", "text": "a", "toponyms": [{"start": 0, "end": 2}]}', "does not lie in a text of 1"),
        ('{"id": "1", "text": "a", "toponyms": [{"start": 0, "end": 0}]}', "does not lie in"),
    ],
)
def test_a_wrong_line_is_refused_with_file_and_number(tmp_path: Path, line: str, cause: str) -> None:
    path = corpus(tmp_path, '{"id": "0", "text": "a", "toponyms": []}', line)
    with pytest.raises(ArticleError, match=cause) as refused:
        list(annotated(path))
    assert str(refused.value).startswith(f"{path}:2: ")


def test_a_missing_or_empty_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="No such file"):
        list(annotated(tmp_path / "none.jsonl"))
    with pytest.raises(ArticleError, match="holds no document"):
        list(annotated(corpus(tmp_path)))


@pytest.mark.parametrize(
    ("label", "reading"),
    [
        ("Literal", "literal"),
        ("Coercion", "literal"),
        ("metonymic", "metonymic"),
        ("Non_Literal_Modifier", "associative"),
    ],
)
def test_each_corpus_s_own_labels_are_read_by_the_table(label: str, reading: str) -> None:
    assert Gold(0, 1, label).reading == reading


def test_a_label_that_nobody_listed_says_nothing() -> None:
    assert Gold(0, 1, "SomethingNew").reading == Gold(0, 1).reading == ""


def test_homonyms_and_common_nouns_are_not_wanted_and_a_span_counts_once() -> None:
    gold = (Gold(4, 5), Gold(0, 1, "Homonym"), Gold(2, 3, "nominal"), Gold(4, 5, "Literal"))
    assert [one.span for one in Annotated(Article("1", "abcdef"), gold).wanted()] == [(4, 5)]
    assert "Homonym" in NO_PLACE
    assert "nominal" not in NO_PLACE
