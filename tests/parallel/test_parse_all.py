"""Many articles, several processes: in order, one bad article is one error, and so is one dead process."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from functools import partial
from operator import attrgetter
from typing import Any

import pytest

from geonews.errors import ArticleError, ModelError
from geonews.models import Article, ParsedArticle
from geonews.parallel import parse_all
from geonews.pipeline import Geoparser

FAST = partial(Geoparser, fast=True)
ONLY_IDENTIFIERS: Callable[[], Any] = partial(attrgetter, "id")
"""A parser that loads nothing: what is tested is the order of work."""


def written(parser: str) -> Callable[[], Any]:
    """Return what makes the parser of this source: a function of a test file is unknown to other processes."""
    return partial(eval, parser)


OS = "__import__('os')"
DIES = written(f"lambda article: {OS}._exit(3) if article.text == 'dies' else article.id")
KILLED = written(f"lambda article: {OS}.kill({OS}.getpid(), 9) if article.id == 1 else article.id")
INTERRUPTS = written(
    f"lambda article: (article.id == 1 and {OS}.kill({OS}.getppid(), 2), __import__('signal').pause())"
)
HALFWAY = written("lambda article, progress: progress(0.5) or article.id")
TEXTS = ("The ship left Oslo for Bergen.", "Flooding hit Paris, Texas, and Dallas.", "Nothing happened anywhere.")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl-C arrive: what a shell starts in the background ignores it, and would wait for ever."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


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


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_process_that_dies_is_an_error_of_the_article_that_it_read_and_the_others_are_read(jobs: int) -> None:
    articles = [Article(id=at, text="dies" if at in {2, 3, 9} else "", origin=f"news.jsonl:{at}") for at in range(12)]
    found: list[Any] = list(parse_all(articles, DIES, jobs=jobs))
    errors = {at: str(one) for at, one in enumerate(found) if isinstance(one, ArticleError)}
    assert errors == {at: f"news.jsonl:{at}: cannot be parsed (its process died: exit code 3)" for at in (2, 3, 9)}
    assert [one for one in found if not isinstance(one, ArticleError)] == [0, 1, *range(4, 9), 10, 11]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_process_that_is_killed_says_that_memory_may_have_run_out() -> None:
    _, error, *_ = parse_all([Article(id=at, text="") for at in range(3)], KILLED, jobs=2)
    assert str(error) == "1: cannot be parsed (its process died: killed by signal 9, as when memory runs out)"


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_all_processes_at_once() -> None:
    with pytest.raises(KeyboardInterrupt):
        list(parse_all([Article(id=at, text="") for at in range(9)], INTERRUPTS, jobs=2))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_parser_that_cannot_be_made_is_the_caller_s_error(jobs: int) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        list(parse_all([Article(id=1, text="")], partial(Geoparser, model="no_such_model"), jobs=jobs))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_made_where_there_is_nothing_to_parse(jobs: int) -> None:
    assert list(parse_all([], partial(Geoparser, model="no_such_model"), jobs=jobs)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_read_of_an_article_is_told(jobs: int) -> None:
    told = []
    articles = [Article(id=at, text="") for at in range(4)]
    list(parse_all(articles, HALFWAY, jobs=jobs, told=lambda article, share: told.append((article.id, share))))
    assert sorted(told) == [(at, 0.5) for at in range(4)]
