"""Texts with annotated figures as they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geonews.errors import ArticleError
from geonews.evaluation.figures import counted
from geonews.evaluation.figures.corpora import GoldPlace

FIGURE = {
    "start": 0,
    "end": 3,
    "low": 350,
    "high": None,
    "owner": None,
    "places": [{"start": 10, "end": 15, "role": "origin"}],
}
TEXT = "350 men in Ghent"


def written(path: Path, *rows: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_line_may_hold_a_text_with_its_figures(tmp_path: Path) -> None:
    (one,) = counted(written(tmp_path / "c.jsonl", {"id": "a", "text": TEXT, "slice": "base", "figures": [FIGURE]}))
    (figure,) = one.figures
    assert (one.article.text, one.part) == (TEXT, "base")
    assert figure.said == {"low": 350, "high": None, "owner": None}
    assert figure.places == (GoldPlace((10, 15), "origin", optional=False),)


def test_a_line_may_hold_a_figure_of_a_text_in_the_folder_of_articles(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.txt").write_text(TEXT, encoding="utf-8")
    path = written(tmp_path / "gold" / "f.jsonl", {"file": "x.txt", **FIGURE}, {"file": "x.txt", **FIGURE})
    (one,) = counted(path)
    assert one.article.text == TEXT
    assert len(one.figures) == 2


def test_values_alone_can_be_annotated(tmp_path: Path) -> None:
    row = {"id": "a", "text": TEXT, "figures": [{"start": 0, "end": 3, "low": 350, "high": 350}]}
    (one,) = counted(written(tmp_path / "c.jsonl", row))
    assert one.figures[0].places is None
    assert set(one.figures[0].said) == {"low", "high"}


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ({"id": "a", "text": TEXT}, "no document with figures"),
        ({"id": "a", "text": TEXT, "figures": [{"start": 0}]}, "holds no figure"),
        ({"id": "a", "text": TEXT, "figures": [{"start": 0, "end": 99}]}, "does not lie in a text"),
        ({"file": "../../secret.txt", **FIGURE}, "cannot be read"),
    ],
)
def test_a_wrong_line_is_refused_with_file_and_number(tmp_path: Path, row: object, cause: str) -> None:
    path = written(tmp_path / "gold" / "c.jsonl", row)
    with pytest.raises(ArticleError, match=cause) as refused:
        list(counted(path))
    assert f"{path}:1: " in str(refused.value)
