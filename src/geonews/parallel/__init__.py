"""Parses many articles in several processes: in order, a few ahead of the reader, one bad article at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial

from geonews.errors import ArticleError
from geonews.models import Article, ParsedArticle
from geonews.parallel.team import Task, Team, Told
from geonews.parallel.worker import Parser, parsed

__all__ = ["Parser", "Told", "parse_all"]

_AHEAD = 4
"""Articles a process that are read before the first is done; more would only fill the memory."""


def parse_all(
    articles: Iterable[Article], make: Callable[[], Parser], *, jobs: int = 1, told: Told | None = None
) -> Iterator[ParsedArticle | ArticleError]:
    """Yield the parse of each article in order, or an ``ArticleError`` in the place of one that cannot be parsed.

    ``make`` builds the parser, once a process, when there is something to parse; with more than one of ``jobs`` it must
    be picklable. What it raises is raised here. A process that dies is an error of the article that it was reading;
    another takes its place. ``told`` hears what share of an article has been read, now and then, if that takes long.
    """
    if jobs == 1:
        return _alone(articles, make, told)
    return _together(articles, Team(make, jobs, told), jobs * _AHEAD)


def _alone(
    articles: Iterable[Article], make: Callable[[], Parser], told: Told | None
) -> Iterator[ParsedArticle | ArticleError]:
    parser: Parser | None = None
    for article in articles:
        parser = parser or make()
        yield parsed(parser, article, partial(told, article) if told else None)


def _together(articles: Iterable[Article], team: Team, ahead: int) -> Iterator[ParsedArticle | ArticleError]:
    waiting: deque[Task] = deque()
    with closing(team):
        for article in articles:
            waiting.append(team.take_on(article))
            if len(waiting) >= ahead:
                yield team.answer(waiting.popleft())
        while waiting:
            yield team.answer(waiting.popleft())
