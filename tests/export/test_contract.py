"""The JSON of ``geonews geoparse`` is a contract: schema 1. Fields may be added, never changed or removed."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from geonews.export import FORMATS, record
from geonews.models import (
    Article,
    Candidate,
    Figure,
    Link,
    Movement,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
)

TEXT = "Troops\nSome 350 soldiers flew from Ulm to Oz."
ULM = Place(
    "gn:2820256", "Ulm", "city", "DE", 48.4, 9.99, admin1="Baden-Wurttemberg", population=120_000, geonameid=2820256
)
PARSED = ParsedArticle(
    article=Article(id=7, text=TEXT, title="Troops", source="geonews Sample Wire", published="2024-05-01"),
    passages=(Passage(0, 6), Passage(7, 45)),
    toponyms=(Toponym(35, 38, "Ulm", "literal"), Toponym(42, 44, "Oz", "literal")),
    resolutions=(
        Resolution(ULM, 0.98, "only candidate", (Candidate(ULM, "name", 0.98),)),
        Resolution(None, 0.0, "no place of this name in the gazetteer"),
    ),
    figures=(
        Figure(12, 15, "350", "Some 350 soldiers", 350.0, 350.0, True, "troops", "soldiers", None, "done"),  # noqa: FBT003
    ),
    links=(Link(0, 0, "origin", "syntax", 0.9),),
    movements=(Movement(0, 0, 1),),
)


def test_the_record_holds_exactly_the_fields_of_schema_1() -> None:
    row = record(PARSED)
    assert list(row) == "schema id title source url published text passages toponyms figures movements".split()
    assert row["schema"] == 1
    assert list(row["passages"][0]) == ["start", "end"]
    assert list(row["toponyms"][0]) == [
        *"start end text kind score reason place candidates name_score literal_score".split()
    ]
    assert list(row["toponyms"][0]["place"]) == ("id name kind country admin1 lat lon population geonameid".split())
    assert list(row["toponyms"][0]["candidates"][0]) == "id name kind country lat lon score".split()
    assert list(row["figures"][0]) == [
        *"start end text quote low high approximate kind noun owner status links".split(),
        *"currency same_as attribution date denier".split(),
    ]
    assert row["figures"][0]["links"] == [{"toponym": 0, "role": "origin", "method": "syntax", "score": 0.9}]
    assert row["movements"] == [{"figure": 0, "origin": 0, "destination": 1}]


def test_offsets_index_the_text_as_it_was_given() -> None:
    row = record(PARSED)
    assert row["text"] == TEXT
    for mention in row["toponyms"] + row["figures"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]


def test_an_id_keeps_its_type() -> None:
    assert record(PARSED)["id"] == 7


def test_a_toponym_without_a_place_has_null_and_a_reason() -> None:
    nowhere = record(PARSED)["toponyms"][1]
    assert nowhere["place"] is None
    assert nowhere["reason"]


def test_counts_are_written_as_integers_and_open_bounds_as_null() -> None:
    over = replace(PARSED, figures=(replace(PARSED.figures[0], high=None),))
    text = "".join(FORMATS["jsonl"]([over]))
    assert '"low": 350, "high": null' in text


def test_jsonl_is_one_line_an_article_even_when_the_text_holds_odd_line_breaks() -> None:
    odd = replace(PARSED, article=replace(PARSED.article, text=TEXT.replace("\n", "\x85")))
    text = "".join(FORMATS["jsonl"]([odd, PARSED]))
    assert [json.loads(line)["id"] for line in text.rstrip("\n").split("\n")] == [7, 7]


def test_geojson_has_a_point_for_each_place_longitude_first() -> None:
    collection = json.loads("".join(FORMATS["geojson"]([PARSED, PARSED])))
    assert [feature["geometry"]["coordinates"] for feature in collection["features"]] == [[9.99, 48.4]] * 2
    assert collection["features"][0]["properties"]["passage"] == "Some 350 soldiers flew from Ulm to Oz."


def test_csv_lists_unplaced_toponyms_too_and_makes_formulas_inert() -> None:
    hostile = replace(PARSED, article=replace(PARSED.article, title="=HYPERLINK(1)"))
    rows = list(csv.DictReader(io.StringIO("".join(FORMATS["csv"]([hostile])), newline="")))
    assert [row["place"] for row in rows] == ["Ulm", ""]
    assert rows[0]["title"] == "'=HYPERLINK(1)"


def test_a_nul_does_not_end_a_table_early() -> None:
    hostile = replace(PARSED, article=replace(PARSED.article, title="before\0after"))
    (cell, *_) = csv.DictReader(io.StringIO("".join(FORMATS["csv"]([hostile])), newline=""))
    assert cell["title"] == "before\ufffdafter"
