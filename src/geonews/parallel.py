"""Parses many articles in several processes: in order, a few ahead of the reader, one bad article at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from geonews.errors import ArticleError
from geonews.models import Article, ParsedArticle

Parser = Callable[[Article], ParsedArticle]
_AHEAD = 4
"""Articles a process that are read before the first is done; more would only fill the memory."""
_parser: Parser | None = None
"""The process's own; set once, when it starts."""


def parse_all(
    articles: Iterable[Article], make: Callable[[], Parser], *, jobs: int = 1
) -> Iterator[ParsedArticle | ArticleError]:
    """Yield the parse of each article in order, or an ``ArticleError`` in the place of one that cannot be parsed.

    ``make`` builds the parser, once a process; with more than one of ``jobs`` it must be picklable.
    """
    if jobs == 1:
        parser = make()
        for article in articles:
            yield _parsed(parser, article)
        return
    # "spawn": threads of numeric libraries do not survive a fork
    workers = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, workers, initializer=_start, initargs=(make,))
    try:
        yield from _in_order(pool, articles, jobs * _AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, articles: Iterable[Article], ahead: int
) -> Iterator[ParsedArticle | ArticleError]:
    waiting: deque[Future[ParsedArticle | ArticleError]] = deque()
    for article in articles:
        waiting.append(pool.submit(_work, article))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start(make: Callable[[], Parser]) -> None:
    """Prepare a process; Ctrl-C is the parent's to handle."""
    global _parser  # noqa: PLW0603 - a process has one parser, and no other place to keep it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _parser = make()


def _end_with_parent() -> None:
    """Leave no orphan behind where the parent was killed, or its reader went away."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _work(article: Article) -> ParsedArticle | ArticleError:
    if _parser is None:
        message = "a process was asked to parse before it was prepared"
        raise RuntimeError(message)
    return _parsed(_parser, article)


def _parsed(parser: Parser, article: Article) -> ParsedArticle | ArticleError:
    try:
        return parser(article)
    except Exception as error:  # noqa: BLE001 - whatever one text breaks, the others are read
        return ArticleError(f"{article.origin or article.id}: cannot be parsed ({type(error).__name__}: {error})")
