"""The order of the rooms: what a long article tells while it is read."""

from __future__ import annotations

import pytest

from geonews.models import Article
from geonews.pipeline import Geoparser


@pytest.fixture(scope="module")
def fast() -> Geoparser:
    return Geoparser(fast=True)


def test_a_long_article_tells_how_much_of_it_has_been_read(fast: Geoparser) -> None:
    shares: list[float] = []
    fast(Article(id=1, text="The ship left Oslo.\n\n" * 6_000), shares.append)
    assert len(shares) > 100
    assert shares == sorted(shares)
    assert 0.0 < shares[0] < shares[-1] < 1.0


def test_a_short_article_is_read_before_anybody_could_look(fast: Geoparser) -> None:
    shares: list[float] = []
    fast(Article(id=1, text="The ship left Oslo."), shares.append)
    assert shares == []
