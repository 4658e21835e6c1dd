"""``geonews evaluate`` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geonews.cli import app
from geonews.errors import ArticleError

TEXT = "The ferry left Odesa at noon. Crowds in Odesa waved."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.jsonl"
    names = [{"start": at, "end": at + 5, "lat": 46.48, "lon": 30.73, "geonameid": 698740} for at in (15, 40)]
    path.write_text(json.dumps({"id": "a", "text": TEXT, "toponyms": names}) + "\n", encoding="utf-8")
    return path


def test_people_get_tables_for_each_resolver(corpus: Path) -> None:
    result = CliRunner().invoke(
        app, ["evaluate", str(corpus), "--resolver", "context", "--resolver", "population"], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert "harbour: 1 documents" in result.stdout
    assert "context" in result.stdout
    assert "population" in result.stdout
    assert "1.000 / 1.000 / 1.000" in result.stdout


def test_machines_get_one_object_by_corpus_and_resolver(corpus: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(corpus), "--json", "--errors", "0"], catch_exceptions=False)
    found = json.loads(result.stdout)[str(corpus)]["context"]
    assert found["recognition"]["exact"]["f1"] == 1.0
    assert found["given"]["near"] == {"hits": 2, "of": 2, "share": 1.0}
    assert found["whole"]["same_id"]["share"] == 1.0
    assert found["ceiling"]["share"] == 1.0
    assert len(found["confidence_whole"]["reliability"]) == 10


def test_a_corpus_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(tmp_path / "none.jsonl")])
    assert isinstance(result.exception, ArticleError)
    assert "none.jsonl" in str(result.exception)


def test_an_unknown_resolver_is_a_wrong_call(corpus: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(corpus), "--resolver", "magic"])
    assert result.exit_code == 2
    assert "population" in result.stderr


def test_figures_are_a_task_of_their_own(tmp_path: Path) -> None:
    text = "Some 350 soldiers flew from Berlin to Warsaw on Monday."
    places = [{"start": 28, "end": 34, "role": "origin"}, {"start": 38, "end": 44, "role": "destination"}]
    figure = {"start": 5, "end": 8, "low": 350, "high": 350, "kind": "troops", "places": places}
    path = tmp_path / "sentences.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "figures": [figure]}) + "\n", encoding="utf-8")
    shown = CliRunner().invoke(app, ["evaluate", "--task", "figures", str(path)], catch_exceptions=False)
    assert "link with its role" in shown.stdout
    made = CliRunner().invoke(app, ["evaluate", "--task", "figures", "--json", str(path)], catch_exceptions=False)
    found = json.loads(made.stdout)[str(path)]["context"]["all"]
    assert found["value"]["f1"] == found["links"]["with_role"]["f1"] == 1.0
