"""``geonews export``: filters from the command line, messages and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from geonews.cli import app, main
from geonews.models import Article, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

PLACES = {
    "Karvel": Place("x:1", "Karvel", "city", "UA", 50.0, 30.0),
    "Veldia": Place("x:2", "Veldia", "country", "PL", 51.0, 20.0),
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as corpus:
        for key, name, source, day in (
            ("a", "Karvel", "Wire", "2022-02-07"),
            ("b", "Veldia", "Herald", "2022-03-01"),
            ("c", "Karvel", None, None),
        ):
            text = f"It rained on {name} in {key}."
            at = text.index(name)
            corpus.add(
                ParsedArticle(
                    Article(key, text, source=source, published=day),
                    (Passage(0, len(text)),),
                    (Toponym(at, at + len(name), name, "literal"),),
                    (Resolution(PLACES[name], 0.9, "by hand"),),
                    (),
                    (),
                )
            )
    return path


def export(store: Path, out: Path, *arguments: str, form: str = "geojson") -> Result:
    return CliRunner().invoke(app, ["export", "--format", form, "--out", str(out), "--store", str(store), *arguments])


@pytest.mark.parametrize(
    ("arguments", "articles"),
    [
        ((), {"a", "b", "c"}),
        (("--publisher", "wire"), {"a"}),
        (("--publisher", "none"), {"c"}),
        (("--publisher", "Wire", "--publisher", "Herald"), {"a", "b"}),
        (("--article", "b"), {"b"}),
        (("--country", "ua"), {"a", "c"}),
        (("--country", "Ukraine"), {"a", "c"}),
        (("--kind", "country"), {"b"}),
        (("--place", "karvel"), {"a", "c"}),
        (("--place", "x:2"), {"b"}),
        (("--place", "x:2", "--place", "Karvel"), {"a", "b", "c"}),
        (("--from", "2022-02-08"), {"b"}),
        (("--to", "2022-02-08"), {"a"}),
        (("--to", "2022-02-08", "--undated"), {"a", "c"}),
        (("--no-undated",), {"a", "b"}),
        (("--text", '"on Veldia"'), {"b"}),
    ],
)
def test_what_passes_the_filters_is_written(
    store: Path, tmp_path: Path, arguments: tuple[str, ...], articles: set[str]
) -> None:
    out = tmp_path / "places.geojson"
    result = export(store, out, *arguments)
    assert result.exit_code == 0, result.output
    features = json.loads(out.read_text(encoding="utf-8"))["features"]
    texts = [passage["text"] for feature in features for passage in feature["properties"]["passages"]]
    assert {text[-2] for text in texts} == articles
    assert f"{len(articles)}" in result.stderr


@pytest.mark.parametrize("form", ["csv", "geojson", "kml", "brief", "html"])
def test_every_format_can_be_asked_for(store: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    assert export(store, out, form=form).exit_code == 0
    assert "Karvel" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("--status", "denied"), ("--owner", "Ruthia"), ("--confidence", "0.99")])
def test_nothing_that_passes_is_said_and_is_exit_code_three(
    store: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    out = tmp_path / "places.geojson"
    result = export(store, out, *arguments)
    assert result.exit_code == 3
    assert "nothing passes these filters" in result.stderr
    assert json.loads(out.read_text(encoding="utf-8"))["features"] == []


def test_a_table_of_no_claims_says_so_and_is_exit_code_three(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    result = export(store, out, form="claims")
    assert result.exit_code == 3
    assert "nothing passes these filters" in result.stderr
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1
    assert (tmp_path / "claims.csv-metadata.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kind", "planet"),
        ("--country", "XX"),
        ("--from", "tomorrow"),
        ("--from", "2022-02-09", "--to", "2022-02-08"),
        ("--confidence", "2"),
        ("--article", "zzz"),
    ],
)
def test_a_filter_that_cannot_be_is_a_wrong_call(store: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    out = tmp_path / "places.geojson"
    assert export(store, out, *arguments).exit_code == 2
    assert not out.exists()


@pytest.mark.parametrize(
    ("out", "cause"),
    [("missing/out.csv", "No such file"), ("", "that is a folder"), ("corpus.sqlite", "the corpus store itself")],
)
def test_a_file_that_cannot_be_written_is_one_line_and_exit_code_one(
    store: Path,
    out: str,
    cause: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = str(store.parent / out)
    monkeypatch.setattr("sys.argv", ["geonews", "export", "--format", "csv", "--out", target, "--store", str(store)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    [line] = capsys.readouterr().err.splitlines()
    assert target in line
    assert cause in line
