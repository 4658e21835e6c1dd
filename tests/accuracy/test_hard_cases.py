"""Names that mislead: sentences of our own, read by the shipped parser with its real model and gazetteer.

``hard_cases.csv`` is what was worked on: a row whose ``fails`` column is filled is known to be read wrongly, and why.
Sentences much like those are among the paragraphs that training learns from, so they prove that nothing was lost and
no more. ``fresh_cases.csv`` was written afterwards; since then some of its failures have been read and worked on too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from geonews.models import Article, ParsedArticle, Place, Resolution, Toponym
from geonews.pipeline import Geoparser

Row = dict[str, str]
Reader = Callable[[str], ParsedArticle]
FRESH_FLOOR = 0.85


def rows(name: str) -> list[Row]:
    lines = (Path(__file__).parent / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def case(row: Row) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if row["fails"] else []
    return pytest.param(row, id=f"{row['case']}: {row['name']}: {row['text'][:20]}", marks=marks)


@pytest.fixture(scope="module")
def read(geoparser: Geoparser) -> Reader:
    return cache(lambda text: geoparser(Article("1", text)))


@pytest.mark.parametrize("row", [case(row) for row in rows("hard_cases")])
def test_hard_case(row: Row, read: Reader) -> None:
    assert complaint(row, read(row["text"])) == ""


def test_most_of_the_later_cases_hold(read: Reader) -> None:
    fresh = rows("fresh_cases")
    said = [(row["name"], row["text"], complaint(row, read(row["text"]))) for row in fresh]
    wrong = [one for one in said if one[-1]]
    assert 1 - len(wrong) / len(fresh) >= FRESH_FLOOR, wrong


def complaint(row: Row, parsed: ParsedArticle) -> str:
    start, end = span(row["text"], row["name"])
    found = list(zip(parsed.toponyms, parsed.resolutions, strict=True))
    if row["reading"] == "none":
        return "; ".join(f"found {t.text}" for t, _ in found if t.start < end and start < t.end)
    exact = [(t, r) for t, r in found if (t.start, t.end) == (start, end)]
    if row["reading"] == "unnamed":
        return "found as a whole" if exact else ""
    return misread(row, *exact[0]) if exact else f"not found, but {[t.text for t, _ in found]}"


def misread(row: Row, toponym: Toponym, resolution: Resolution) -> str:
    if row["reading"] not in {"place", toponym.kind}:
        return f"read as {toponym.kind}"
    if any(row[column] for column in ("country", "kinds", "admin1")) and not fits(row, resolution.place):
        return f"placed at {resolution.place}"
    return ""


def fits(row: Row, place: Place | None) -> bool:
    if place is None:
        return False
    said = {"country": place.country or "-", "kinds": place.kind, "admin1": place.admin1}
    return all(not row[column] or value in row[column].split("|") for column, value in said.items())


def span(text: str, name: str) -> tuple[int, int]:
    words, _, occurrence = name.partition("#")
    start = -1
    for _ in range(int(occurrence or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)
