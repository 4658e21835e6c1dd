"""The page while its store changes, goes or breaks, run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from driving import ShownPage

from geonews.dashboard import cache
from geonews.models import Article
from geonews.settings import Settings


def test_what_another_process_adds_is_there_on_the_next_run(
    page: ShownPage, add_article: Callable[[Article], None]
) -> None:
    page.at.run()
    assert "<b>5 articles</b>" in page.heading()
    add_article(Article("six", "Snow fell on Berlin.", "Snow", published="2022-04-01"))
    page.at.run()
    assert "<b>6 articles</b>" in page.heading()


def test_counts_never_contradict_each_other_while_another_process_adds(
    page: ShownPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache.Corpus, "total", lambda _self: 4)  # asked before the fifth was there
    page.at.run()
    assert "<b>5 articles</b>" in page.heading()


def test_a_store_that_is_gone_or_damaged_is_no_longer_the_one_that_is_shown(store_path: Path) -> None:
    corpus = cache.open_corpus(lambda _done, _all: None)
    assert not cache.is_stale(corpus)
    store_path.rename(store_path.with_name("elsewhere.sqlite"))
    assert cache.is_stale(corpus)
    store_path.write_text("this is no database, although it is where one should be " * 20)
    assert cache.is_stale(corpus)
    assert cache.is_stale(replace(corpus, is_sample=True))


def test_a_store_that_cannot_be_read_is_named_with_the_cause(page: ShownPage) -> None:
    Settings().store.write_text("this is no database, although it is where one should be " * 20)
    page.at.run()
    assert not page.at.exception
    assert "corpus.sqlite: is not a database" in page.html()
