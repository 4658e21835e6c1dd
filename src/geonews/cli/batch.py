"""Runs a batch of inputs: progress on stderr, a message for each input that fails, an exit code at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from geonews.cli.messages import printable, say
from geonews.errors import ArticleError
from geonews.models import Article, ParsedArticle

if TYPE_CHECKING:
    from geonews.parallel import Told

FAILED = 1
NO_PLACE = 3
Parse = TypeVar("Parse")
"""Whatever is made of an article."""


@dataclass(slots=True)
class Batch:
    """Counts what happened; the only mutable thing a command needs."""

    failed: int = 0
    without_place: int = 0

    def readable(self, items: Iterable[Parse | ArticleError]) -> Iterator[Parse]:
        """Yield the articles, or their parses; say what is wrong with the rest and go on."""
        for item in items:
            if isinstance(item, ArticleError):
                self.failed += 1
                say(str(item))
            else:
                yield item

    def remarked(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Pass articles on; say what could not be taken over of each as it was found."""
        for article in articles:
            if article.remark:
                say(article.remark)
            yield article

    def watched(self, parses: Iterable[ParsedArticle]) -> Iterator[ParsedArticle]:
        """Pass parses on; note those that name no place."""
        for parsed in parses:
            if not any(resolution.place for resolution in parsed.resolutions):
                say(f"{parsed.article.origin}: the article names no place that was recognised")
                self.without_place += 1
            yield parsed

    @property
    def exit_code(self) -> int:
        """0, or what went wrong first in importance."""
        if self.failed:
            return FAILED
        return NO_PLACE if self.without_place else 0


class Display:
    """A running count on stderr, and how far an article is that takes long; silent where stderr is no terminal."""

    def __init__(self, what: str, total: int | None = None) -> None:
        """Count ``what``, of ``total`` if that is known."""
        from rich.console import Console  # noqa: PLC0415 - not needed by --help
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        console = Console(stderr=True)
        count = "{task.description} {task.completed}" + ("/{task.total}" if total else "") + "{task.fields[now]}"
        columns = (SpinnerColumn(), TextColumn(count, markup=False), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task(what, total=total, now="")
        self.told: Told | None = self._show if console.is_terminal else None
        """To hear of articles that take long; ``None`` where nobody would see it."""

    def counted(self, parses: Iterable[Parse]) -> Iterator[Parse]:
        """Pass parses on and count them."""
        with self._bar:
            for parsed in parses:
                self._bar.update(self._task, advance=1, now="")
                yield parsed

    def _show(self, article: Article, share: float) -> None:
        self._bar.update(self._task, now=f", {printable(article.origin or str(article.id))}: {share:.0%}")


def counted(parses: Iterable[Parse], what: str, total: int | None = None) -> Iterator[Parse]:
    """Pass parses on with a running count (of ``total``) on stderr; silent where stderr is no terminal."""
    return Display(what, total).counted(parses)
