"""One row a mention, with what its figures say, and how surely they say it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace

from geonews.export.tables import csv_lines, features
from geonews.models import ParsedArticle

DENIED = "700 troops [700..700] location, denied, of Ruthia, says Oslo, denied by Lima"


def denied(tell: Callable[..., ParsedArticle]) -> ParsedArticle:
    told = tell("told", "Some 700 troops are in Karvel.", "Karvel", 700)
    (figure,) = told.figures
    said = replace(figure, owner="Ruthia", status="denied", attribution="Oslo", denier="Lima")
    return replace(told, figures=(said,))


def test_a_denied_figure_is_denied_in_a_table_and_on_a_map(tell: Callable[..., ParsedArticle]) -> None:
    parsed = denied(tell)
    (row,) = csv.DictReader(csv_lines([parsed]))
    (point,) = features(parsed)
    assert row["figures"] == point["properties"]["figures"] == DENIED


def test_what_nobody_says_or_denies_names_nobody(tell: Callable[..., ParsedArticle]) -> None:
    (row,) = csv.DictReader(csv_lines([tell("told", "Some 700 troops are in Karvel.", "Karvel", 700)]))
    assert "says" not in row["figures"]
    assert "denied" not in row["figures"]
