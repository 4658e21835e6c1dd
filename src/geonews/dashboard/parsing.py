"""The page's own parser: loaded when the first article is added, then kept; it reads one article at a time."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from geonews.models import Article, ParsedArticle
from geonews.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from geonews.pipeline import Geoparser

_RESOLVER = "context"


class SharedParser:
    """Reads articles for all who add some, in turn. Whoever only looks never loads the language model."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._lock = Lock()
        self._loaded: tuple[Geoparser, str] | None = None

    def name(self) -> str:
        """Load the parser and return what a store knows it by, the same as for `geonews add`.

        Raises ``ModelError`` or ``GazetteerError`` if it cannot be loaded.
        """
        return self._ready()[1]

    def __call__(self, article: Article) -> ParsedArticle:
        """Parse one article, when those before it are done."""
        parser, _ = self._ready()
        with self._lock:
            return parser(article)

    def _ready(self) -> tuple[Geoparser, str]:
        from geonews.gazetteer import Gazetteer  # noqa: PLC0415
        from geonews.pipeline import Geoparser, parser_name  # noqa: PLC0415 - spaCy comes with it

        with self._lock:
            if self._loaded is None:
                gazetteer = Gazetteer.open()
                parser = Geoparser(model=DEFAULT_MODEL, resolver=_RESOLVER, gazetteer=gazetteer)
                self._loaded = parser, parser_name(DEFAULT_MODEL, _RESOLVER, gazetteer)
            return self._loaded
