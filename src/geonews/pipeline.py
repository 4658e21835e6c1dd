"""Brings the rooms together, in order: analyse, find, resolve, count, link. Judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geonews.extraction.figures import find_figures, worth_parsing
from geonews.extraction.nlp import Analyser, Progress
from geonews.extraction.toponyms import Recognised, describe, doubtful, given, given_toponyms, recognise
from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import candidates
from geonews.linking.home import home_place
from geonews.linking.links import link_figures
from geonews.linking.movements import movements
from geonews.linking.ownership import attribute
from geonews.linking.resolvers import resolver as find_resolver
from geonews.linking.statements import stated
from geonews.models import Article, Evidence, ParsedArticle, Resolution
from geonews.settings import DEFAULT_MODEL
from geonews.syntax import passage_bounds

_LONG = 100_000
"""Characters from which on an article's progress is told; a shorter one is read before anyone could look."""
_NAMED, _RECOGNISED, _PARSED = 0.45, 0.6, 0.85
"""Share of the time after which the language model's names, the place names, and the syntax are there."""
VERSION = "3"
"""Of what a parse says; rises when the same article would be read differently."""


def parser_name(model: str, resolver: str, gazetteer: Gazetteer, home: str | None = None, *, fast: bool = False) -> str:
    """Name what makes a parse, so that a store can tell which articles another one read."""
    named = f"{VERSION} {'fast' if fast else model} {resolver} {gazetteer.stamp}"
    return f"{named} at {home}" if home else named


class Geoparser:
    """Reads articles. Loads the language model and opens the gazetteer once, at construction."""

    def __init__(  # noqa: PLR0913 - all but self are options
        self,
        *,
        model: str = DEFAULT_MODEL,
        resolver: str = "context",
        gazetteer: Gazetteer | None = None,
        home: str | None = None,
        fast: bool = False,
        figures: bool = True,
    ) -> None:
        """Prepare to parse with an installed spaCy ``model`` and a resolver of ``linking.resolvers.RESOLVERS``.

        ``home`` is the place of the outlet whose articles are read ("Rochester, Minnesota"): its surroundings are meant
        where an article leaves it open.

        ``fast`` uses no language model: names by gazetteer and wording alone, somewhat less surely, and no figures,
        because nothing would tell what they count. Without ``figures`` places alone are read.

        Raises:
            ModelError: the model is not installed.
            UnknownOptionError: there is no such resolver, or no such home.
            GazetteerError: the bundled gazetteer is missing or damaged.

        """
        self._resolve = find_resolver(resolver)
        self._gazetteer = gazetteer or Gazetteer.open()
        self._home = home_place(home, self._gazetteer) if home else None
        self._analyse = Analyser(None if fast else model)
        self._fast = fast
        self._figures = figures and not fast

    def __call__(self, article: Article, progress: Progress | None = None) -> ParsedArticle:
        """Parse one article; all offsets are half-open code points of its text.

        ``progress`` hears now and then which share of a long article has been read, 0 to 1.
        """
        told = progress if progress and len(article.text) >= _LONG else _nobody
        passages, evidence = self._analyse.names(article.text, lambda share: told(_NAMED * share))
        names = recognise(evidence, self._gazetteer, fast=self._fast)
        told(_RECOGNISED)
        evidence = self._parsed(evidence, names, lambda share: told(_RECOGNISED + (_PARSED - _RECOGNISED) * share))
        toponyms = describe(article.text, evidence, self._gazetteer, names)
        resolutions = self._resolve(article.text, toponyms, candidates(toponyms, self._gazetteer), self._home)
        parsed = ParsedArticle(article, passages, toponyms, resolutions, (), ())
        return self._counted(parsed, evidence) if self._figures else parsed

    def place(self, article: Article, spans: Sequence[tuple[int, int]]) -> ParsedArticle:
        """Resolve the given ``spans`` (half-open code points, in order) as place names; find none, count nothing.

        What recognition gets wrong stays out of what is measured of resolution.
        """
        passages, evidence = self._analyse.names(article.text)
        evidence = self._parsed(evidence, given(evidence, spans))
        toponyms = given_toponyms(article.text, evidence, self._gazetteer, spans)
        resolutions = self._resolve(article.text, toponyms, candidates(toponyms, self._gazetteer), self._home)
        return ParsedArticle(article, passages, toponyms, resolutions, (), ())

    def _parsed(self, evidence: Evidence, names: Sequence[Recognised], progress: Progress | None = None) -> Evidence:
        """Add syntax where something hangs on it: in passages that may state a figure, or a name in doubt."""
        if self._fast:
            return evidence
        wanted = set(doubtful(evidence, self._gazetteer, names))
        if self._figures:
            words = (
                (token.text for token in evidence.tokens[first:last]) for first, last in passage_bounds(evidence.tokens)
            )
            wanted.update(number for number, said in enumerate(words) if worth_parsing(said))
        return self._analyse.syntax(evidence, wanted, progress)

    def _counted(self, parsed: ParsedArticle, evidence: Evidence) -> ParsedArticle:
        """Add the figures, and what ties them to the places."""
        article, toponyms, resolutions = parsed.article, parsed.toponyms, parsed.resolutions
        counted = find_figures(article.text, parsed.passages, evidence)
        countries = self._country_names(resolutions)
        figures = attribute(counted, evidence, toponyms, resolutions, countries=countries)
        figures = stated(figures, article, evidence)
        links = link_figures(figures, evidence, toponyms, resolutions)
        moves = movements(links, parsed.passages, toponyms, resolutions)
        return replace(parsed, figures=figures, links=links, movements=moves)

    def _country_names(self, resolutions: Sequence[Resolution]) -> dict[str, str]:
        """Return the English name of every country that a chosen place lies in, by ISO 3166-1 alpha-2."""
        above = (parent for each in resolutions if each.place for parent in self._gazetteer.parents(each.place))
        return {parent.country: parent.name for parent in above if parent.kind == "country" and parent.country}

    def pipe(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """Parse many, lazily and in order."""
        return map(self, articles)


def _nobody(share: float) -> None:
    """Hear nothing."""
