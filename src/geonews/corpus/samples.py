"""The bundled sample corpus: what the dashboard shows to those who have added nothing yet."""

from __future__ import annotations

from importlib.resources import files

from geonews.corpus.jsonlines import bounded_lines, read_jsonl
from geonews.errors import ArticleError
from geonews.models import Article

_LIMIT = 1_000_000


def sample() -> tuple[Article, ...]:
    """Return the sample articles: texts written for geonews that report publicly known facts, newest last.

    Raises ``ArticleError`` if the file is damaged.
    """
    path = files("geonews.corpus") / "sample" / "articles.jsonl"
    with path.open("rb") as file:
        read = list(read_jsonl(bounded_lines(file, _LIMIT), path.name, _LIMIT))
    for item in read:
        if isinstance(item, ArticleError):
            raise item
    return tuple(item for item in read if isinstance(item, Article))
