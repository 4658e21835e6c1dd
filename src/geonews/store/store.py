"""The corpus store: parsed articles in, parsed articles and tables out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import sqlalchemy as sa

from geonews.models import Article, ParsedArticle
from geonews.store import evidence, queries, reading, writing
from geonews.store.conditions import among
from geonews.store.database import Database
from geonews.store.filters import EVERYTHING, Filter
from geonews.store.keys import article_key, id_to_column
from geonews.store.rows import ArticleRow, Facets, PassageRow, PlaceRow, Summary, Unplaced
from geonews.store.schema import articles, state

Added = Literal["added", "updated", "unchanged"]


class Store:
    """One SQLite file of parsed articles, safe for several threads and processes at once.

    Every method sees or makes one consistent state, and raises ``StoreError`` naming the file and the cause (locked for
    more than 30 seconds, damaged, disk full).
    """

    def __init__(self, database: Database) -> None:
        """Use ``Store.open``."""
        self._database = database

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

    @property
    def path(self) -> Path:
        """Where the store is."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether ``add`` and ``remove`` are refused."""
        return self._database.read_only

    def add(self, parsed: ParsedArticle, *, parser: str = "") -> Added:
        """Keep an article and what was read out of it, in one transaction.

        The same id (``7`` and ``"7"`` differ) with the same text is the same article: what is newly known about it
        (title, source, url, published; never ``None``) and a new parse replace the old. The same id with another text
        is kept beside the first. ``parser`` names what made the parse; see ``holds``.
        """
        key = article_key(parsed.article.id, parsed.article.text)
        with self._database.writing() as connection:
            row = connection.execute(sa.select(articles).where(articles.c.key == key)).mappings().one_or_none()
            if row is None:
                writing.insert_article(connection, parsed, parser)
            elif not writing.update_article(connection, row, parsed, parser):
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
            removed = connection.execute(articles.delete().where(among(articles.c.key, keys))).rowcount
            if removed:
                writing.bump_revision(connection)
            return removed

    def keys(self, article_id: str | int) -> tuple[str, ...]:
        """Return the keys of all texts under this id, in the order they were added; ``7`` and ``"7"`` are two ids."""
        query = sa.select(articles.c.key).where(articles.c.id == id_to_column(article_id)).order_by(articles.c.row)
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def article(self, key: str) -> ParsedArticle | None:
        """Return the article exactly as it was added, or ``None`` if the store does not hold it."""
        with self._database.reading() as connection:
            row = connection.execute(sa.select(articles).where(articles.c.key == key)).mappings().one_or_none()
            return None if row is None else reading.read_article(connection, row)

    def parsed(self, wanted: Filter = EVERYTHING) -> Iterator[ParsedArticle]:
        """Yield the articles under the filter, newest first, one at a time; those removed meanwhile are left out."""
        for row in self.articles(wanted):
            parsed = self.article(row.key)
            if parsed is not None:
                yield parsed

    def articles(self, wanted: Filter = EVERYTHING) -> list[ArticleRow]:
        """Return the articles under the filter with their counts: newest first, undated last."""
        with self._database.reading() as connection:
            return queries.article_rows(connection, wanted)

    def places(self, wanted: Filter = EVERYTHING) -> list[PlaceRow]:
        """Return the places of all pins (literal toponyms with a place) under the filter, most mentioned first."""
        with self._database.reading() as connection:
            return queries.place_rows(connection, wanted)

    def passages(
        self, place_id: str, wanted: Filter = EVERYTHING, limit: int = 20, offset: int = 0
    ) -> list[PassageRow]:
        """Return one page of the passages with a pin at this place: newest first, undated last."""
        with self._database.reading() as connection:
            return evidence.passage_rows(connection, place_id, wanted, limit, offset)

    def passage_count(self, place_id: str, wanted: Filter = EVERYTHING) -> int:
        """Count what ``passages`` has on all its pages."""
        with self._database.reading() as connection:
            return evidence.passage_count(connection, place_id, wanted)

    def unplaced(self, wanted: Filter = EVERYTHING) -> Unplaced:
        """Return what the map cannot show, with the reasons."""
        with self._database.reading() as connection:
            return queries.unplaced(connection, wanted)

    def facets(self, wanted: Filter = EVERYTHING) -> Facets:
        """Return what each filter offers, counted under all the other filters."""
        with self._database.reading() as connection:
            return queries.facets(connection, wanted)

    def summary(self) -> Summary:
        """Count the whole store."""
        with self._database.reading() as connection:
            return queries.summary(connection)

    def revision(self) -> int:
        """Return a number that grows with every committed change, by whichever process."""
        with self._database.reading() as connection:
            number: int = connection.execute(sa.select(state.c.value).where(state.c.name == "revision")).scalar_one()
            return number
