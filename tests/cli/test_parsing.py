"""Parsing by command: fast or full, one process or several, and what a store makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from geonews.cli import app
from geonews.cli.batch import Batch
from geonews.errors import ArticleError

TEXT = "Some 350 soldiers flew from Berlin to Warsaw on Monday."


def geonews(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": at, "text": f"{TEXT} {at}"}) + "\n" for at in range(3)), "utf-8")
    return path


def figures(store: Path) -> list[str]:
    return [line.split("\t")[-1] for line in geonews("list", "--store", store).stdout.splitlines()]


def test_what_was_read_fast_is_read_anew_with_the_language_model_but_not_the_reverse(
    articles: Path, tmp_path: Path
) -> None:
    store = tmp_path / "corpus.sqlite"
    assert geonews("add", articles, "--store", store, "--fast").stderr.startswith("geonews: 3 added, 0 updated")
    assert figures(store) == ["0", "0", "0"]
    assert geonews("add", articles, "--store", store, "--fast").stderr.startswith("geonews: 0 added, 0 updated, 3 unch")
    assert geonews("add", articles, "--store", store).stderr.startswith("geonews: 0 added, 3 updated")
    assert geonews("add", articles, "--store", store, "--fast").stderr.startswith("geonews: 0 added, 0 updated, 3 unch")
    assert figures(store) == ["1", "1", "1"]


def test_adding_with_several_processes_adds_the_same(articles: Path, tmp_path: Path) -> None:
    alone, together = tmp_path / "alone.sqlite", tmp_path / "together.sqlite"
    geonews("add", articles, "--store", alone, "--fast")
    result = geonews("add", articles, "--store", together, "--fast", "--jobs", "2")
    assert (result.exit_code, result.stderr.startswith("geonews: 3 added")) == (0, True)
    assert geonews("list", "--store", alone).stdout == geonews("list", "--store", together).stdout


def test_a_model_that_is_not_there_is_one_error_however_many_processes(articles: Path) -> None:
    for jobs in ("1", "2"):
        result = geonews("geoparse", articles, "--model", "no_such_model", "--jobs", jobs)
        assert "language model 'no_such_model' cannot be loaded" in str(result.exception)


def test_an_article_that_failed_is_one_line_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    batch = Batch()
    dead = ArticleError("news.jsonl:2: cannot be parsed (its process died: exit code 3)")
    assert list(batch.readable(["first", dead, "third"])) == ["first", "third"]
    assert capsys.readouterr().err == f"geonews: {dead}\n"
    assert batch.exit_code == 1
