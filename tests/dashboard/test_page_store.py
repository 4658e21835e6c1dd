"""The page while its store changes, goes or breaks, run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import PLACES, read
from driving import ShownPage

from geonews.dashboard import cache, sample
from geonews.models import Article
from geonews.settings import Settings
from geonews.store import Store


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")


@pytest.fixture
def small_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a sample that need not be parsed."""
    made = tmp_path / "sample.sqlite"
    with Store.open(made) as store:
        store.add(read(Article("sample", "Snow fell on Berlin.", "A sample"), places=PLACES))
    monkeypatch.setattr(sample, "ready", lambda _cache, _progress: made)


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


@pytest.mark.usefixtures("read_only", "small_sample")
def test_strangers_are_never_shown_the_sample_for_a_corpus_that_was_named() -> None:
    page = ShownPage.opened()
    page.at.query_params["place"] = "gn:2950159"
    page.at.run()
    assert "corpus.sqlite: the corpus that this page is to show is not there" in page.html()
    assert "Snow" not in page.html()
    assert not page.at.exception


@pytest.mark.usefixtures("read_only", "small_sample")
def test_a_named_corpus_that_is_empty_is_said_to_be_so() -> None:
    Store.open(Settings().store).close()
    page = ShownPage.opened()
    page.at.run()
    assert "Nobody has added any to corpus.sqlite yet" in page.html()
    assert "sample" not in page.html()


@pytest.mark.usefixtures("read_only", "small_sample")
def test_where_no_corpus_was_named_strangers_see_the_sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GEONEWS_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    page = ShownPage.opened()
    page.at.run()
    assert "sample articles" in page.html()
    assert "<b>1 article</b>" in page.heading()


@pytest.mark.usefixtures("small_sample")
def test_who_may_add_to_a_named_corpus_sees_the_sample_until_then() -> None:
    page = ShownPage.opened()
    page.at.run()
    assert "sample articles" in page.html()


@pytest.mark.usefixtures("read_only")
def test_strangers_are_not_told_the_folders_of_this_machine(page: ShownPage, tmp_path: Path) -> None:
    Settings().store.write_text("this is no database, although it is where one should be " * 20)
    page.at.run()
    assert "corpus.sqlite: is not a database" in page.html()
    assert str(tmp_path) not in page.html()


def test_what_is_added_where_the_server_may_not_write_is_shown_as_well(
    store_path: Path, add_article: Callable[[Article], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    before = cache.open_corpus(lambda _done, _all: None)
    assert before.total() == 5
    add_article(Article("six", "Snow fell on Berlin.", "Snow"))
    assert store_path.exists()
    assert cache.is_stale(before)
    assert cache.open_corpus(lambda _done, _all: None).total() == 6
