"""Names that mislead: sentences of our own, read by the shipped parser with its real model and gazetteer.

``hard_cases.csv`` holds the sentences; a row whose ``fails`` column is filled is known to be read wrongly, and why.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from geonews.models import Article, ParsedArticle, Place, Resolution, Toponym
from geonews.pipeline import Geoparser

Row = dict[str, str]


def rows() -> list[Row]:
    lines = (Path(__file__).parent / "hard_cases.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def case(row: Row) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if row["fails"] else []
    return pytest.param(row, id=f"{row['case']}: {row['name']}: {row['text'][:20]}", marks=marks)


@pytest.fixture(scope="module")
def read(geoparser: Geoparser) -> object:
    return cache(lambda text: geoparser(Article("1", text)))


@pytest.mark.parametrize("row", [case(row) for row in rows()])
def test_hard_case(row: Row, read: object) -> None:
    assert callable(read)
    parsed: ParsedArticle = read(row["text"])
    start, end = span(row["text"], row["name"])
    if row["reading"] == "none":
        assert not [t.text for t in parsed.toponyms if t.start < end and start < t.end]
        return
    found = [
        (t, r) for t, r in zip(parsed.toponyms, parsed.resolutions, strict=True) if (t.start, t.end) == (start, end)
    ]
    if row["reading"] == "unnamed":
        assert not found
        return
    assert found, f"not found; found: {[t.text for t in parsed.toponyms]}"
    assert_reads(row, *found[0])


def assert_reads(row: Row, toponym: Toponym, resolution: Resolution) -> None:
    if row["reading"] != "place":
        assert toponym.kind == row["reading"]
    if row["country"]:
        assert resolution.place is not None
        assert_fits(row, resolution.place)


def assert_fits(row: Row, place: Place) -> None:
    assert (place.country or "-") in row["country"].split("|"), place
    assert not row["kinds"] or place.kind in row["kinds"].split("|"), place
    assert not row["admin1"] or place.admin1 == row["admin1"], place


def span(text: str, name: str) -> tuple[int, int]:
    words, _, occurrence = name.partition("#")
    start = -1
    for _ in range(int(occurrence or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)
