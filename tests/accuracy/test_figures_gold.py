"""Floors for figures on the hand-labelled texts beside the project: the three articles and the development sentences.

The development sentences were used to write the rules: their floors guard against loss and prove nothing else.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from geonews.evaluation.figures import FigureReport, counted, figure_report, matched
from geonews.pipeline import Geoparser


def read(path: Path, geoparser: Geoparser) -> FigureReport:
    return figure_report([matched(one, geoparser(one.article)) for one in counted(path)])


@pytest.fixture(scope="module")
def articles(shared: Path, geoparser: Geoparser) -> FigureReport:
    return read(shared / "gold" / "figures_articles.jsonl", geoparser)


@pytest.fixture(scope="module")
def sentences(shared: Path, geoparser: Geoparser) -> FigureReport:
    return read(shared / "gold" / "figures_dev.jsonl", geoparser)


def test_the_articles_hold_the_gold_figures_and_no_others(articles: FigureReport) -> None:
    assert articles.span.precision == articles.span.recall == 1.0
    assert articles.value.precision == articles.value.recall == 1.0


def test_what_is_counted_in_the_articles_and_whose_it_is(articles: FigureReport) -> None:
    for share in (articles.kind, articles.noun, articles.approximate, articles.owner, articles.status):
        assert share.hits == share.of > 0


def test_links_in_the_articles(articles: FigureReport) -> None:
    assert articles.links.with_role.precision == articles.links.with_role.recall == 1.0


def test_value_bound_and_kind_in_the_development_sentences(sentences: FigureReport) -> None:
    assert sentences.value.precision >= 0.95
    assert sentences.value.recall >= 0.95
    assert sentences.kind.share >= 0.97
    assert sentences.approximate.share >= 0.95


def test_owner_and_status_in_the_development_sentences(sentences: FigureReport) -> None:
    assert sentences.owner.share >= 0.9
    assert sentences.status.share >= 0.93
    assert sentences.statuses.macro_f1 >= 0.7


def test_links_in_the_development_sentences(sentences: FigureReport) -> None:
    assert sentences.links.with_role.precision >= 0.85
    assert sentences.links.with_role.recall >= 0.6
