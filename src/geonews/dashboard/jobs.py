"""Adding articles while the page stays in use: a thread reads, parses and stores; the page looks how far it is."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import IO, Literal, Protocol

from geonews.claims import Copyist
from geonews.corpus import read_address, read_stream
from geonews.errors import ArticleError, GeonewsError
from geonews.export.words import headline
from geonews.models import Article, ParsedArticle
from geonews.store import Store, article_key

Foresee = Callable[[int], None]
"""Told how many articles are to come, as soon as that is known."""
Source = Callable[[Foresee], Iterator[Article | ArticleError]]
"""Yields the articles to add, one at a time, and what is wrong with the rest."""
What = Literal["added", "updated", "unchanged", "failed"]


class Parser(Protocol):
    """What parses articles; its name tells the store which articles it has read already."""

    def name(self) -> str:
        """Return what a store knows it by."""

    def __call__(self, article: Article) -> ParsedArticle:
        """Parse one article."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    what: What
    says: str
    """Its title, or its id; of one that failed what is wrong with it."""
    key: str = ""
    places: int = 0
    """Different places that it names."""
    figures: int = 0
    remark: str = ""
    """What could not be taken over of it as it was found."""


class Job:
    """One addition: started once, watched from any thread, stopped between two articles."""

    def __init__(
        self, source: Source, parser: Parser, store: Path, typed: str = "", *, puts_back: bool = False
    ) -> None:
        """Prepare; ``start`` begins. ``typed`` are the addresses that a reader typed, to be offered again.

        ``puts_back`` says that the articles were there and removed before.
        """
        self.typed = typed
        self.puts_back = puts_back
        self._source = source
        self._parser = parser
        self._store = store
        self._stop = Event()
        self._end = Event()
        self._outcomes: list[Outcome] = []
        self.expected: int | None = None
        """How many articles there are, if known."""
        self.now = ""
        """The title of the article that is being read."""
        self.failure = ""
        """Why nothing more could be added at all."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of the articles so far, in order."""
        return tuple(self._outcomes)

    @property
    def is_stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    @property
    def is_done(self) -> bool:
        """Whether it has come to its end, for better or worse."""
        return self._end.is_set()

    def start(self) -> None:
        """Begin, in a thread of its own."""
        Thread(target=self.run, daemon=True).start()

    def stop(self) -> None:
        """Add nothing after the article that is being read."""
        self._stop.set()

    def run(self) -> None:
        """Read, parse and store until nothing is left; what is stored at any moment stays so."""
        try:
            with Store.open(self._store) as store:
                for item in self._source(self._foresee):
                    if self._stop.is_set():
                        break
                    self._outcomes.append(self._one(item, store))
        except (GeonewsError, OSError) as error:
            self.failure = str(error)
        except Exception as error:  # noqa: BLE001 - a thread that dies silently would leave its watcher waiting
            self.failure = f"{type(error).__name__}: {error}"
        finally:
            self._end.set()

    def _foresee(self, expected: int) -> None:
        self.expected = expected

    def _one(self, item: Article | ArticleError, store: Store) -> Outcome:
        if isinstance(item, ArticleError):
            return Outcome("failed", str(item))
        self.now = headline(item.title, item.id)
        key = article_key(item.id, item.text)
        parser = self._parser.name()
        if store.holds(item, parser=parser):
            return Outcome("unchanged", self.now, key, remark=item.remark)
        try:
            parsed = self._parser(item)
        except Exception as error:  # noqa: BLE001 - whatever one text breaks, the others are read
            return Outcome("failed", f"{item.origin or item.id}: cannot be parsed ({type(error).__name__}: {error})")
        what = store.add(parsed, parser=parser, copyist=Copyist())
        return Outcome(what, self.now, key, _places(parsed), len(parsed.figures), item.remark)


def files(dropped: Sequence[tuple[str, IO[bytes]]], limit: int) -> Source:
    """Return what reads files by their names and bytes; ``limit`` is in bytes of one article."""

    def source(foresee: Foresee) -> Iterator[Article | ArticleError]:
        if not any(name.lower().endswith(".jsonl") for name, _ in dropped):
            foresee(len(dropped))
        for name, stream in dropped:
            yield from read_stream(io.BytesIO(stream.read()), name, limit)

    return source


def addresses(typed: Sequence[str], limit: int, *, allow_private: bool) -> Source:
    """Return what reads pages and feeds by their addresses; ``limit`` is in bytes of one page."""

    def source(foresee: Foresee) -> Iterator[Article | ArticleError]:
        tell = foresee if len(typed) == 1 else lambda _: None
        for address in typed:
            yield from read_address(address, limit=limit, allow_private=allow_private, foresee=tell)

    return source


def articles(known: Sequence[Article]) -> Source:
    """Return what adds articles that are there already."""

    def source(foresee: Foresee) -> Iterator[Article | ArticleError]:
        foresee(len(known))
        yield from known

    return source


def _places(parsed: ParsedArticle) -> int:
    named = zip(parsed.toponyms, parsed.resolutions, strict=True)
    return len({found.place.id for name, found in named if name.kind == "literal" and found.place})
