"""The corpus store: the only room that knows SQL. Models in, models and frozen rows out."""

from geonews.store.filters import EVERYTHING, Filter
from geonews.store.keys import article_key
from geonews.store.rows import (
    ArticleRow,
    Facets,
    KindCount,
    Mark,
    MarkKind,
    PassageFigure,
    PassageRow,
    PlaceRow,
    SourceCount,
    Summary,
    Unplaced,
    UnplacedName,
)
from geonews.store.store import Added, Store

__all__ = [
    "EVERYTHING",
    "Added",
    "ArticleRow",
    "Facets",
    "Filter",
    "KindCount",
    "Mark",
    "MarkKind",
    "PassageFigure",
    "PassageRow",
    "PlaceRow",
    "SourceCount",
    "Store",
    "Summary",
    "Unplaced",
    "UnplacedName",
    "article_key",
]
