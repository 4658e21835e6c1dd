"""The store behind Streamlit's caches: the open file as a resource, answers keyed by the store's revision."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from geonews import claims
from geonews.claims import Claim
from geonews.dashboard import finding, sample
from geonews.dashboard.pieces.parts import claim_id, read_stated_at
from geonews.errors import GeonewsError
from geonews.export import takeaway
from geonews.gazetteer import Gazetteer
from geonews.models import ParsedArticle, Place
from geonews.settings import Settings
from geonews.store import (
    ArticleRow,
    BesideRow,
    ByHand,
    CopyRow,
    DayCount,
    Facets,
    Filter,
    KeptCorrection,
    Order,
    PassageRow,
    PlaceRow,
    Reached,
    Route,
    Store,
    Unplaced,
)

MOST_ARTICLES = 1000
"""Articles that are listed; the facets count them all."""
MOST_UNPLACED = 1000
"""Names and articles that the map cannot show and that are listed; all are counted."""
MOST_CLAIMS = 500
"""Claims that are listed, those of most sources first."""
MOST_ROUTES = 150
"""Arcs that are drawn at most: more of them hide the map."""
ROUTE_FIGURES = 4
"""Figures that an arc's tooltip lists."""
_ANSWERS = 256
"""Answers that are kept; filters come and go."""
_HASHED: dict[str | type[Any], Callable[[Any], Any]] = dict.fromkeys(
    (Filter, "geonews.dashboard.cache.Corpus", "geonews.dashboard.drawing.Manner"), repr
)
"""What tells these from others of their kind; looking into them takes Streamlit four times as long."""
_COLLECTED = (50_000, 10, 10)
"""How seldom Python looks for garbage. Each look goes through the answers that are kept: a third of a filter's time."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def kept(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep that many answers of a function, worked out once for all visitors; they are frozen, and not copied."""
    return st.cache_resource(max_entries=most, show_spinner=False, hash_funcs=_HASHED)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles that the page shows, as of one revision; equal to another if nothing has changed."""

    path: str
    inode: int
    """Tells a store from another that has taken its place."""
    revision: int
    is_sample: bool

    def total(self) -> int:
        """Return how many articles there are, whatever the filter."""
        number: int = _ask(self, "summary").articles
        return number

    def places(self, wanted: Filter) -> list[PlaceRow]:
        """Return the places under the filter, most mentioned first."""
        rows: list[PlaceRow] = _ask(self, "places", wanted)
        return rows

    def place(self, wanted: Filter, known_as: str) -> PlaceRow | None:
        """Return the place of this id if an article under the filter names it."""
        return next(iter(self.places_of(wanted, (known_as,))), None)

    def places_of(self, wanted: Filter, known_as: Iterable[str]) -> list[PlaceRow]:
        """Return those of these ids, in their order, that an article under the filter names."""
        asked = list(known_as)
        rows = _rows(self, wanted) if asked else {}
        return [rows[each] for each in asked if each in rows]

    def known(self, wanted: Filter) -> finding.Known:
        """Return the places with their folded names."""
        return _known(self, wanted)

    def articles(self, wanted: Filter) -> list[ArticleRow]:
        """Return the newest articles under the filter, ``MOST_ARTICLES`` at most."""
        rows: list[ArticleRow] = _ask(self, "articles", wanted, MOST_ARTICLES)
        return rows

    def facets(self, wanted: Filter) -> Facets:
        """Return what each filter offers."""
        found: Facets = _ask(self, "facets", wanted)
        return found

    def unplaced(self, wanted: Filter) -> Unplaced:
        """Return what the map cannot show."""
        found: Unplaced = _ask(self, "unplaced", wanted.anywhere, MOST_UNPLACED)
        return found

    def passages(  # noqa: PLR0913, PLR0917 - which, in which order, how many
        self, place: str, wanted: Filter, limit: int, offset: int, order: Order, beside: str | None
    ) -> list[PassageRow]:
        """Return one page of the passages that name a place, and another beside it if asked for."""
        rows: list[PassageRow] = _ask(self, "passages", place, wanted, limit, offset, order, beside)
        return rows

    def passages_at(self, named: tuple[tuple[str, int], ...]) -> list[PassageRow]:
        """Return passages by their article's key and their offset; those that are gone are left out."""
        rows: list[PassageRow] = _ask(self, "passages_at", named)
        return rows

    def named_beside(self, place: str, wanted: Filter) -> list[BesideRow]:
        """Return the places that the passages of a place name most often beside it."""
        rows: list[BesideRow] = _ask(self, "named_beside", place, wanted)
        return rows

    def copies(self, passage: str) -> list[CopyRow]:
        """Return the copies in other articles of a passage, ``KEY@OFFSET``; none where there is no such passage."""
        key, _, offset = passage.rpartition("@")
        known = offset.isascii() and offset.isdigit() and len(offset) < 10  # noqa: PLR2004 - no text is that long
        rows: list[CopyRow] = _ask(self, "copies", key, int(offset)) if known else []
        return rows

    def article(self, key: str) -> ParsedArticle | None:
        """Return an article with all that was read out of it."""
        found: ParsedArticle | None = _ask(self, "article", key)
        return found

    def passage_count(self, place: str, wanted: Filter, beside: str | None) -> int:
        """Return how many passages name a place, and another beside it if asked for."""
        number: int = _ask(self, "passage_count", place, wanted, beside)
        return number

    def timeline(self, wanted: Filter) -> tuple[DayCount, ...]:
        """Return what each day holds, the undated last."""
        days: tuple[DayCount, ...] = _ask(self, "timeline", wanted)
        return days

    def claims(self, wanted: Filter, place: str | None = None, most: int = MOST_CLAIMS) -> tuple[Claim, ...]:
        """Return the claims of most sources (or of those about a place), ``most`` at most."""
        listed: tuple[Claim, ...] = _claims(self, wanted.of_figures, place, most)
        return listed

    def claim_count(self, wanted: Filter) -> int:
        """Return how many claims there are."""
        total = len(_listing(self, wanted.of_figures, None))
        return total if total > MOST_CLAIMS else len(self.claims(wanted))  # a few are seen to be one only when read

    def claim(self, wanted: Filter, known_as: str) -> Claim | None:
        """Return the claim of a link, ``KEY@OFFSET@QUOTE``, whether it is among those that are listed or not."""
        listed = (each for each in self.claims(wanted) if claim_id(each) == known_as)
        return next(listed, None) or _claim(self, wanted, known_as)

    def by_hand(self, key: str) -> tuple[ByHand, ...]:
        """Return what was put right by hand in an article."""
        changes: tuple[ByHand, ...] = _ask_ledger(self, "of_article", key)
        return changes

    def history(self) -> list[KeptCorrection]:
        """Return all corrections, the latest first."""
        kept: list[KeptCorrection] = _ask_ledger(self, "history")
        return kept

    def routes(self, wanted: Filter) -> tuple[list[Route], int]:
        """Return the routes of most movements, and how many there are."""
        ways: tuple[list[Route], int] = _ask(self, "routes", wanted.of_figures, MOST_ROUTES, ROUTE_FIGURES)
        return ways

    def reach(self, name: str) -> Reached:
        """Return how far a correction of this name in all articles would reach."""
        found: Reached = _ask_ledger(self, "reach", name)
        return found

    def export(self, form: str, wanted: Filter, page: str) -> bytes:
        """Return a file of what passes the filter, in a format of ``geonews.export.takeaway.EXPORTS``; not kept.

        A table comes as a ZIP file, with its statement. ``page`` is the page's own address: passages lead there.
        """
        if form in takeaway.TABLES:
            name = "geonews.csv" if form == "csv" else f"geonews.{form}.csv"
            return takeaway.table_archive(form, _store(self.path, self.inode), wanted, name, page)
        return b"".join(map(str.encode, takeaway.pieces(form, _store(self.path, self.inode), wanted, page=page)))


def outline(place: Place) -> list[list[tuple[float, float]]]:
    """Return the rings of a place's outline, as far as the gazetteer has one."""
    return gazetteer().outline(place)


def country(place: Place) -> Place | None:
    """Return the country that a place is in, or is."""
    whole = (place, *gazetteer().parents(place))
    return next((each for each in whole if each.kind in {"country", "territory"}), None)


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """Return the bundled gazetteer, opened once for all visitors."""
    return Gazetteer.open()


def open_corpus(progress: Callable[[int, int], None]) -> Corpus:
    """Return the user's corpus if it holds an article, else the bundled sample, where that may stand in for it.

    The sample is parsed on its first opening, with ``progress(done, all)``. Raises ``GeonewsError`` if the user's store
    cannot be read, or is not there and must be, or the sample cannot be parsed.
    """
    settings = Settings()
    if settings.store.exists():
        corpus = _corpus(settings.store, is_sample=False)
        if corpus.total() or not settings.may_show_sample:
            return corpus
    elif not settings.may_show_sample:
        message = f"{settings.store}: the corpus that this page is to show is not there"
        raise GeonewsError(message)
    return _corpus(sample.ready(settings.cache, progress), is_sample=True)


def is_stale(corpus: Corpus) -> bool:
    """Tell, cheaply, whether the page would now open something else or another revision of it; raises nothing.

    A store that can no longer be read is another one than was opened.
    """
    store = Settings().store
    try:
        if not corpus.is_sample:
            return not store.exists() or _corpus(store, is_sample=False) != corpus
        return store.exists() and bool(_corpus(store, is_sample=False).total())
    except (GeonewsError, OSError):
        return True


def _corpus(path: Path, *, is_sample: bool) -> Corpus:
    found = path.stat()
    # In a folder that the server may not write to, an open store does not learn of changes: it is opened anew.
    inode = found.st_ino if os.access(path.parent, os.W_OK) else hash((found.st_ino, found.st_mtime_ns))
    return Corpus(str(path), inode, _store(str(path), inode).revision(), is_sample)


@st.cache_resource(max_entries=4, show_spinner=False)
def _store(path: str, inode: int) -> Store:  # noqa: ARG001 - a part of the key
    gc.set_threshold(*_COLLECTED)
    return Store.open(Path(path), read_only=True)


@kept(16)
def _rows(corpus: Corpus, wanted: Filter) -> dict[str, PlaceRow]:
    return {row.place.id: row for row in corpus.places(wanted)}


@kept(16)
def _known(corpus: Corpus, wanted: Filter) -> finding.Known:
    return finding.known(corpus.places(wanted))


@kept(_ANSWERS)
def _claims(corpus: Corpus, wanted: Filter, place: str | None, most: int) -> tuple[Claim, ...]:
    handles = _listing(corpus, wanted, place).page(most)
    return claims.group(_store(corpus.path, corpus.inode).statements(handles))


@kept(16)  # large
def _listing(corpus: Corpus, wanted: Filter, place: str | None) -> claims.Listing:
    return claims.listing(_store(corpus.path, corpus.inode).statement_keys(wanted, place))


@kept(_ANSWERS)
def _claim(corpus: Corpus, wanted: Filter, known_as: str) -> Claim | None:
    named = read_stated_at(known_as)
    if named is None or (wanted.articles and named[0] not in wanted.articles):
        return None
    store = _store(corpus.path, corpus.inode)
    stated_there = store.statement_keys(replace(wanted, articles=named[:1])).handles
    # A sentence that says so later than the first, or a copy of it, names the claim as well.
    return claims.claim_of(store.statements(claims.beside(store.statement_keys(wanted), stated_there)), *named)


@kept(_ANSWERS)
def _ask(corpus: Corpus, question: str, *about: object) -> Any:  # noqa: ANN401 - the store's answers, typed above
    return getattr(_store(corpus.path, corpus.inode), question)(*about)


@kept(_ANSWERS)
def _ask_ledger(corpus: Corpus, question: str, *about: object) -> Any:  # noqa: ANN401 - as above
    return getattr(_store(corpus.path, corpus.inode).ledger, question)(*about)
