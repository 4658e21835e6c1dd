"""geonews: news articles in, a map of sentences out.

``Geoparser()(Article(id="1", text="..."))`` parses one article, ``Geoparser().pipe(articles)`` many, lazily.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geonews.errors import GeonewsError
from geonews.models import (
    Article,
    Candidate,
    Evidence,
    Figure,
    Link,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
)

if TYPE_CHECKING:
    from geonews.pipeline import Geoparser

__all__ = [
    "Article",
    "Candidate",
    "Evidence",
    "Figure",
    "GeonewsError",
    "Geoparser",
    "Link",
    "ParsedArticle",
    "Passage",
    "Place",
    "Resolution",
    "Toponym",
]


def __getattr__(name: str) -> object:
    """Import the pipeline when it is first asked for: it loads spaCy, which a stored corpus never needs."""
    if name == "Geoparser":
        from geonews.pipeline import Geoparser  # noqa: PLC0415

        return Geoparser
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
