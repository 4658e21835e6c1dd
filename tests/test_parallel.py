"""Many articles, several processes: in order, and one bad article is one error."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from geonews.models import Article, ParsedArticle
from geonews.parallel import parse_all
from geonews.pipeline import Geoparser

FAST = partial(Geoparser, fast=True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_parses_come_in_order_and_a_bad_article_is_an_error_in_its_place(jobs: int) -> None:
    articles = [Article(id=number, text=f"The ship left Oslo on day {number}.") for number in range(12)]
    articles[7] = Article(id=7, text=None, origin="news.jsonl:8")  # type: ignore[arg-type]
    found = list(parse_all(articles, FAST, jobs=jobs))
    assert [one.article.id for one in found if isinstance(one, ParsedArticle)] == [*range(7), *range(8, 12)]
    assert str(found[7]).startswith("news.jsonl:8: cannot be parsed (")


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_are_read_only_a_little_ahead(jobs: int) -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for number in range(1000):
            taken.append(number)
            yield Article(id=number, text="The ship left Oslo.")

    parses = parse_all(articles(), FAST, jobs=jobs)
    assert isinstance(next(parses), ParsedArticle)
    del parses
    assert len(taken) <= 20
