"""Floors for figures on the hand-labelled texts beside the project: the three articles and the development sentences.

The development sentences were used to write the rules: their floors guard against loss and prove nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geonews.extraction.figures import find_figures
from geonews.extraction.nlp import Analyser
from geonews.linking.links import link_figures
from geonews.linking.ownership import attribute
from geonews.models import Figure, Link, Place, Resolution, Toponym, ToponymKind

KINDS: dict[str, ToponymKind] = {
    "literal": "literal",
    "mixed": "literal",
    "metonymic": "metonymic",
    "demonym": "demonym",
    "associative_modifier": "associative",
    "embedded_in_name": "associative",
    "literal_modifier": "associative",
}
VALUES = ("start", "end", "low", "high", "approximate", "kind", "noun")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Read:
    """An article read with the toponyms of the gold, so that only figures are under test."""

    def __init__(self, analyser: Analyser, text: str, marked: list[dict[str, Any]]) -> None:
        passages, evidence = analyser(text)
        marked = sorted((row for row in marked if row["class"] in KINDS), key=lambda row: row["start"])
        self.toponyms = tuple(Toponym(r["start"], r["end"], r["text"], KINDS[r["class"]]) for r in marked)
        resolutions = tuple(Resolution(place(row["place"]), 1.0, "gold") for row in marked)
        counted = find_figures(text, passages, evidence)
        self.figures: tuple[Figure, ...] = attribute(counted, evidence, self.toponyms, resolutions)
        self.links: tuple[Link, ...] = link_figures(self.figures, evidence, self.toponyms, resolutions)


def place(row: dict[str, Any] | None) -> Place | None:
    return row and Place(f"g:{row['name']}", row["name"], row["type"], row["country"], row["lat"], row["lon"])


@pytest.fixture(scope="module")
def articles(shared: Path, analyser: Analyser) -> dict[str, Read]:
    marked = rows(shared / "gold" / "toponyms_articles.jsonl")
    return {
        path.name: Read(analyser, path.read_text(encoding="utf-8"), [r for r in marked if r["file"] == path.name])
        for path in sorted((shared / "articles").glob("*.txt"))
    }


def test_the_articles_hold_the_gold_figures_and_no_others(shared: Path, articles: dict[str, Read]) -> None:
    wanted = {(row["file"], *(row[key] for key in VALUES)) for row in rows(shared / "gold" / "figures_articles.jsonl")}
    found = {(name, *(getattr(f, key) for key in VALUES)) for name, read in articles.items() for f in read.figures}
    assert found == wanted


def test_owner_and_status_in_the_articles(shared: Path, articles: dict[str, Read]) -> None:
    gold = rows(shared / "gold" / "figures_articles.jsonl")
    said = {(name, f.start): (f.owner, f.status) for name, read in articles.items() for f in read.figures}
    assert [said[row["file"], row["start"]] for row in gold] == [(row["owner"], row["status"]) for row in gold]


def test_links_in_the_articles(shared: Path, articles: dict[str, Read]) -> None:
    wanted = {
        (row["file"], row["start"], spot["start"], spot["role"])
        for row in rows(shared / "gold" / "figures_articles.jsonl")
        for spot in row["places"]
        if not spot.get("optional")
    }
    found = {
        (name, read.figures[link.figure].start, read.toponyms[link.toponym].start, link.role)
        for name, read in articles.items()
        for link in read.links
    }
    assert found == wanted


def pairs(shared: Path, analyser: Analyser) -> Iterator[tuple[list[dict[str, Any]], tuple[Figure, ...]]]:
    for row in rows(shared / "gold" / "figures_dev.jsonl"):
        yield row["figures"], find_figures(row["text"], *analyser(row["text"]))


def test_value_bound_and_kind_in_the_development_sentences(shared: Path, analyser: Analyser) -> None:
    right = kinds = wanted = made = 0
    for gold, figures in pairs(shared, analyser):
        known = {row["start"]: row for row in gold}
        required = [row for row in gold if not row.get("optional")]
        wanted += len(required)
        made += sum(not known.get(figure.start, {}).get("optional") for figure in figures)
        for figure in figures:
            row = known.get(figure.start)
            if row and not row.get("optional") and (figure.low, figure.high) == (row["low"], row["high"]):
                right += 1
                kinds += figure.kind == row["kind"]
    assert right / wanted >= 0.95
    assert right / made >= 0.95
    assert kinds / right >= 0.97
