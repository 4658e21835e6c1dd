"""The corpus store: parsed articles in, parsed articles and tables out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import sqlalchemy as sa

from geonews.models import Article, ParsedArticle
from geonews.store import correcting, evidence, facets, listing, places, routes, sentences, statements, walking, writing
from geonews.store.copying import Copyist
from geonews.store.database import Database
from geonews.store.digests import current_revision
from geonews.store.filters import EVERYTHING, Filter
from geonews.store.held import Held
from geonews.store.keys import article_key, id_to_column
from geonews.store.ledger import Ledger
from geonews.store.memory import Memory
from geonews.store.naming import Spellings
from geonews.store.rows import (
    ArticleRow,
    BesideRow,
    CopyRow,
    DayCount,
    Facets,
    Integers,
    MovementRow,
    Order,
    PassageRow,
    PlaceRow,
    Route,
    Statement,
    StatementKeys,
    Summary,
    Unplaced,
)
from geonews.store.schema import articles

Added = Literal["added", "updated", "unchanged"]


class Store:
    """One SQLite file of parsed articles, safe for several threads and processes at once.

    Every method sees or makes one consistent state, and raises ``StoreError`` naming the file and the cause (locked for
    more than 30 seconds, damaged, disk full).
    """

    def __init__(self, database: Database) -> None:
        """Use ``Store.open``."""
        self._database = database
        self._memory = Memory()
        self._spellings = Spellings()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the store at ``path``; unless ``read_only`` a missing file and its folders are made.

        Raises ``StoreError`` for a folder, a file that is no database or another program's, a newer store version,
        missing permission, and a missing file that is to be read only.
        """
        return cls(Database(path, read_only=read_only))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        """Return the store; the end of the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    @contextmanager
    def as_of_now(self) -> Iterator[Store]:
        """Give the store as it is: within the block all answers are of one state, whoever writes meanwhile.

        For reading only, and by one thread. Nobody who writes has to wait for the block's end.
        """
        with self._database.reading() as connection:
            current_revision(connection)  # SQLite begins to hold a state with the first question
            still = Store(Held(self.path, connection))
            still._memory = self._memory.copy()
            yield still

    @property
    def path(self) -> Path:
        """Where the store is."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether whatever changes the store is refused."""
        return self._database.read_only

    @property
    def ledger(self) -> Ledger:
        """What people put right."""
        return Ledger(self._database, self._memory, self._spellings)

    def add(self, parsed: ParsedArticle, *, parser: str = "", copyist: Copyist | None = None) -> Added:
        """Keep an article and what was read out of it, in one transaction.

        The same id (``7`` and ``"7"`` differ) with the same text is the same article: what is newly known about it
        (title, source, url, published; never ``None``) and a new parse replace the old. The same id with another text
        is kept beside the first. ``parser`` names what made the parse; see ``holds``. A ``copyist``
        (``geonews.claims.Copyist``) finds out which of its sentences copy those of other articles; without one each
        sentence and each figure stands alone.
        """
        key = article_key(parsed.article.id, parsed.article.text)
        with self._database.writing() as connection:
            row = connection.execute(sa.select(articles).where(articles.c.key == key)).mappings().one_or_none()
            if row is None:
                writing.insert_article(connection, parsed, parser, copyist)
            elif not writing.update_article(connection, row, parsed, parser, copyist):
                return "unchanged"
            writing.bump_revision(connection)
            return "added" if row is None else "updated"

    def holds(self, article: Article, *, parser: str = "") -> bool:
        """Tell whether adding this article would change nothing, so that it need not be parsed.

        That is: id and text are stored, as parsed by the same ``parser``, and nothing new is known about it.
        """
        key = article_key(article.id, article.text)
        with self._database.reading() as connection:
            row = connection.execute(sa.select(articles).where(articles.c.key == key)).mappings().one_or_none()
        return row is not None and row["parser"] == parser and not writing.news(row, article)

    def remove(self, keys: Iterable[str]) -> int:
        """Remove these articles and all that was read out of them; return how many there were."""
        with self._database.writing() as connection:
            removed = writing.delete_articles(connection, keys)
            if removed:
                writing.bump_revision(connection)
            return removed

    def keys(self, article_id: str | int) -> tuple[str, ...]:
        """Return the keys of all texts under this id, in the order they were added; ``7`` and ``"7"`` are two ids."""
        query = sa.select(articles.c.key).where(articles.c.id == id_to_column(article_id)).order_by(articles.c.row)
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def article(self, key: str) -> ParsedArticle | None:
        """Return the article as it was added and then put right by hand; ``None`` if the store does not hold it."""
        with self._database.reading() as connection:
            row = connection.execute(sa.select(articles).where(articles.c.key == key)).mappings().one_or_none()
            return None if row is None else correcting.effective(connection, row)

    def parsed(self, wanted: Filter = EVERYTHING) -> Iterator[ParsedArticle]:
        """Yield the articles under the filter, newest first, one at a time; those removed meanwhile are left out."""
        for row in self.articles(wanted):
            parsed = self.article(row.key)
            if parsed is not None:
                yield parsed

    def articles(self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0) -> list[ArticleRow]:
        """Return a page of the articles under the filter with their counts: newest first, undated last."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return listing.article_rows(connection, data, select(wanted), limit, offset)

    def places(self, wanted: Filter = EVERYTHING) -> list[PlaceRow]:
        """Return the places of all mentions that count under the filter, most mentioned first."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return places.place_rows(data, select(wanted))

    def search_places(self, typed: str, wanted: Filter = EVERYTHING, limit: int = 20) -> list[PlaceRow]:
        """Return those of ``places`` whose name, or a later word of it, begins with what was typed."""
        return places.search(self.places(wanted), typed, limit)

    def passages(  # noqa: PLR0913, PLR0917 - which, in which order, how many
        self,
        place_id: str,
        wanted: Filter = EVERYTHING,
        limit: int = 20,
        offset: int = 0,
        order: Order = "newest",
        beside: str | None = None,
    ) -> list[PassageRow]:
        """Return one page of the passages that mention this place: newest first, or those with figures for it first.

        Where several articles copy a sentence, that of the oldest of them stands for all.
        With ``beside``, the id of another place, only those that name that one too, whatever the filter says of places.
        What else they hold is for the filter to ask: ``figure_kinds`` keeps the passages with such a figure.
        """
        asked = evidence.Wanted(place_id, beside)
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            page = evidence.passage_page(data, select(wanted), asked, order, slice(offset, offset + limit))
            return sentences.passage_rows(connection, [(spot, place_id) for spot in page])

    def passages_of(
        self, place_ids: Sequence[str], wanted: Filter = EVERYTHING, limit: int = 20
    ) -> list[list[PassageRow]]:
        """Return the first page of ``passages`` of each of several places, newest first, for the price of one."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            chosen = select(wanted)
            asked = [evidence.Wanted(each) for each in place_ids]
            pages = [evidence.passage_page(data, chosen, each, "newest", slice(limit)) for each in asked]
            spots = [(spot, each) for page, each in zip(pages, place_ids, strict=True) for spot in page]
            rows = iter(sentences.passage_rows(connection, spots))
            return [list(islice(rows, len(page))) for page in pages]

    def passages_at(self, named: Sequence[tuple[str, int]]) -> list[PassageRow]:
        """Return passages by their article's key and their offset, in this order; those that are gone are left out.

        They are seen from no place: each of their places is another one.
        """
        with self._database.reading() as connection:
            return sentences.passage_rows(connection, [(spot, "") for spot in evidence.spots(connection, named)])

    def walk(
        self, place_ids: Sequence[str], wanted: Filter = EVERYTHING, limit: int | None = None
    ) -> tuple[Integers, Iterator[tuple[int, int, PassageRow]]]:
        """Return what ``passages_of`` has of very many places, in the order in which the articles are stored.

        First how many passages each place has (at most ``limit``, and then copies of a sentence once); then each
        passage, behind its number in the order of ``passages_of`` and the index of its place. Only the place itself is
        marked in them, and the sentences beside are left out. To be asked of ``as_of_now``: what others change
        meanwhile would lead astray.
        """
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            way = walking.walk(data, select(wanted), place_ids, limit)
        return way.sizes, self._walked(way, place_ids)

    def _walked(self, way: walking.Walk, place_ids: Sequence[str]) -> Iterator[tuple[int, int, PassageRow]]:
        for numbers, spots, places_at in way.parts():
            asked = [(spot, place_ids[at]) for spot, at in zip(spots, places_at, strict=True)]
            with self._database.reading() as connection:
                rows = sentences.passage_rows(connection, asked, bare=True)
            yield from zip(numbers, places_at, rows, strict=True)

    def passage_count(self, place_id: str, wanted: Filter = EVERYTHING, beside: str | None = None) -> int:
        """Count what ``passages`` has on all its pages."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return evidence.passage_count(data, select(wanted), evidence.Wanted(place_id, beside))

    def named_beside(self, place_id: str, wanted: Filter = EVERYTHING, limit: int = 12) -> list[BesideRow]:
        """Return the places that the ``passages`` of this place name most often beside it."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return evidence.named_beside(data, select(wanted), place_id, limit)

    def copies(self, key: str, start: int) -> list[CopyRow]:
        """Return the copies, in other articles, of the passage at this offset of an article; oldest first."""
        with self._database.reading() as connection:
            return evidence.copies(connection, key, start)

    def statement_keys(self, wanted: Filter = EVERYTHING, place_id: str | None = None) -> StatementKeys:
        """Return what tells which figures make one claim: those under the filter, linked to ``place_id`` if given."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            flags = select(wanted).figures
            return statements.keys(data, flags if place_id is None else flags & statements.at_place(data, place_id))

    def statements(self, handles: Iterable[int]) -> list[Statement]:
        """Return the figures of these handles with their sentences and places; those that are gone are left out."""
        with self._database.reading() as connection:
            return statements.statements(connection, list(map(int, handles)))

    def movements(self, wanted: Filter = EVERYTHING, limit: int = 1000) -> list[MovementRow]:
        """Return the movements of the figures under the filter, newest first."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return statements.movements(connection, data, select(wanted), limit)

    def routes(self, wanted: Filter = EVERYTHING, limit: int = 150, each: int = 4) -> tuple[list[Route], int]:
        """Return the routes of most movements under the filter, and how many there are.

        Each comes with its ``each`` newest statements.
        """
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return routes.routes(connection, data, select(wanted), limit, each)

    def timeline(self, wanted: Filter = EVERYTHING) -> tuple[DayCount, ...]:
        """Count articles, mentions and figures under the filter by day, the undated last."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return facets.timeline(data, select(wanted))

    def unplaced(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Unplaced:
        """Return what the map cannot show, with the reasons; the filter's conditions on places are left out.

        ``limit`` is how many names and how many articles to list; all are counted.
        """
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return listing.unplaced(connection, data, select(wanted.anywhere), limit)

    def facets(self, wanted: Filter = EVERYTHING) -> Facets:
        """Return what each filter offers, counted under all the other filters."""
        with self._database.reading() as connection:
            data, select = self._memory.at(connection)
            return facets.facets(connection, data, select, wanted)

    def summary(self) -> Summary:
        """Count the whole store."""
        with self._database.reading() as connection:
            data, _ = self._memory.at(connection)
            return facets.summary(data)

    def revision(self) -> int:
        """Return a number that grows with every committed change, by whichever process."""
        with self._database.reading() as connection:
            return current_revision(connection)
