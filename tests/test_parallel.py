"""Many articles, several processes: in order, and one bad article is one error."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import partial
from operator import attrgetter
from typing import Any

import pytest

from geonews.models import Article, ParsedArticle
from geonews.parallel import parse_all
from geonews.pipeline import Geoparser

FAST = partial(Geoparser, fast=True)
ONLY_IDENTIFIERS: Callable[[], Any] = partial(attrgetter, "id")
"""A parser that loads nothing: what is tested is the order of work."""
TEXTS = ("The ship left Oslo for Bergen.", "Flooding hit Paris, Texas, and Dallas.", "Nothing happened anywhere.")


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

    read = parse_all(articles(), ONLY_IDENTIFIERS, jobs=jobs)
    assert next(read) == 0
    assert len(taken) <= 20
    assert isinstance(read, Generator)
    read.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_process_or_several_read_the_same(jobs: int) -> None:
    articles = [Article(id=number, text=text) for number, text in enumerate(TEXTS * 3)]
    parser = FAST()
    assert list(parse_all(articles, FAST, jobs=jobs)) == [parser(article) for article in articles]
