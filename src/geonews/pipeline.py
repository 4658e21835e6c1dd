"""Brings the rooms together, in order: analyse, find, resolve, count, link. Judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from geonews.extraction.figures import find_figures
from geonews.extraction.nlp import Analyser
from geonews.extraction.toponyms import find_toponyms, given_toponyms
from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import candidates
from geonews.linking.home import home_place
from geonews.linking.links import link_figures
from geonews.linking.movements import movements
from geonews.linking.ownership import attribute
from geonews.linking.resolvers import resolver as find_resolver
from geonews.linking.statements import stated
from geonews.models import Article, ParsedArticle, Resolution
from geonews.settings import DEFAULT_MODEL

VERSION = "2"
"""Of what a parse says; rises when the same article would be read differently."""


def parser_name(model: str, resolver: str, gazetteer: Gazetteer, home: str | None = None) -> str:
    """Name what makes a parse, so that a store can tell which articles another one read."""
    named = f"{VERSION} {model} {resolver} {gazetteer.stamp}"
    return f"{named} at {home}" if home else named


class Geoparser:
    """Reads articles. Loads the language model and opens the gazetteer once, at construction."""

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        resolver: str = "context",
        gazetteer: Gazetteer | None = None,
        home: str | None = None,
    ) -> None:
        """Prepare to parse with an installed spaCy ``model`` and a resolver of ``linking.resolvers.RESOLVERS``.

        ``home`` is the place of the outlet whose articles are read ("Rochester, Minnesota"): its surroundings are meant
        where an article leaves it open.

        Raises:
            ModelError: the model is not installed.
            UnknownOptionError: there is no such resolver, or no such home.
            GazetteerError: the bundled gazetteer is missing or damaged.

        """
        self._resolve = find_resolver(resolver)
        self._gazetteer = gazetteer or Gazetteer.open()
        self._home = home_place(home, self._gazetteer) if home else None
        self._analyse = Analyser(model)

    def __call__(self, article: Article) -> ParsedArticle:
        """Parse one article; all offsets are half-open code points of its text."""
        text = article.text
        passages, evidence = self._analyse(text)
        toponyms = find_toponyms(text, evidence, self._gazetteer)
        resolutions = self._resolve(text, toponyms, candidates(toponyms, self._gazetteer), self._home)
        counted = find_figures(text, passages, evidence)
        countries = self._country_names(resolutions)
        figures = attribute(counted, evidence, toponyms, resolutions, countries=countries)
        figures = stated(figures, article, evidence)
        links = link_figures(figures, evidence, toponyms, resolutions)
        moves = movements(links, passages, toponyms, resolutions)
        return ParsedArticle(article, passages, toponyms, resolutions, figures, links, moves)

    def place(self, article: Article, spans: Sequence[tuple[int, int]]) -> ParsedArticle:
        """Resolve the given ``spans`` (half-open code points, in order) as place names; find none, count nothing.

        What recognition gets wrong stays out of what is measured of resolution.
        """
        passages, evidence = self._analyse(article.text)
        toponyms = given_toponyms(article.text, evidence, self._gazetteer, spans)
        resolutions = self._resolve(article.text, toponyms, candidates(toponyms, self._gazetteer), self._home)
        return ParsedArticle(article, passages, toponyms, resolutions, (), ())

    def _country_names(self, resolutions: Sequence[Resolution]) -> dict[str, str]:
        """Return the English name of every country that a chosen place lies in, by ISO 3166-1 alpha-2."""
        above = (parent for each in resolutions if each.place for parent in self._gazetteer.parents(each.place))
        return {parent.country: parent.name for parent in above if parent.kind == "country" and parent.country}

    def pipe(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """Parse many, lazily and in order."""
        return map(self, articles)
