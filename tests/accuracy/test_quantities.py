"""Values and bounds in sentences of our own, through the very form that `geonews evaluate --task figures` reads."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from geonews.evaluation.figures import FigureReport, counted, figure_report, matched
from geonews.extraction.figures import find_figures
from geonews.extraction.nlp import Analyser
from geonews.models import ParsedArticle

SENTENCES = Path(__file__).with_name("quantities.csv")
_MARK = re.compile(r"\[([^\]]+)\]")


def annotated(row: dict[str, str], number: int) -> dict[str, object]:
    """Return a line of a corpus that has nothing but spans and bounds."""
    text, figures = "", []
    values = [] if row["values"] == "-" else row["values"].split()
    at = 0
    for match, value in zip(_MARK.finditer(row["text"]), values, strict=True):
        text += row["text"][at : match.start()]
        low, _, high = value.partition("..") if ".." in value else (value, "", value)
        bounds = {"low": float(low) if low else None, "high": float(high) if high else None}
        figures.append({"start": len(text), "end": len(text) + len(match.group(1)), **bounds})
        text, at = text + match.group(1), match.end()
    return {"id": number, "text": text + row["text"][at:], "figures": figures}


@pytest.fixture(scope="module")
def report(analyser: Analyser, tmp_path_factory: pytest.TempPathFactory) -> FigureReport:
    corpus = tmp_path_factory.mktemp("quantities") / "quantities.jsonl"
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [json.dumps(annotated(row, number)) for number, row in enumerate(csv.DictReader(lines), 1)]
    corpus.write_text("\n".join(rows), encoding="utf-8")
    read = []
    for one in counted(corpus):
        passages, evidence = analyser(one.article.text)
        figures = find_figures(one.article.text, passages, evidence)
        read.append(matched(one, ParsedArticle(one.article, passages, (), (), figures, ())))
    return figure_report(read)


def test_values_with_their_bounds_are_read(report: FigureReport) -> None:
    wrong = [error for error in report.errors if error.what in {"missed", "false", "value"}]
    assert min(report.value.precision, report.value.recall) >= 0.95, wrong


def test_what_is_not_annotated_is_not_scored(report: FigureReport) -> None:
    assert report.kind.of == report.owner.of == report.status.of == report.links.link.gold == 0
