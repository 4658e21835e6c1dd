"""Rows to models: the way back, so that what comes out equals what went in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from geonews.corrections import ADDED
from geonews.models import (
    Article,
    Candidate,
    Figure,
    Link,
    Movement,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
)
from geonews.store import schema
from geonews.store.keys import id_from_column
from geonews.store.labels import among

Row = Mapping[str, Any] | sa.RowMapping


def _fields(model: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(model))


_TOPONYM, _LINK, _MOVEMENT, _FIGURE = map(_fields, (Toponym, Link, Movement, Figure))
_PLACE = tuple(name for name in _fields(Place) if name != "extent")


NOTHING = [None, 0.0, ADDED, 0.0]
"""What the parser said of a toponym (its column ``was``) that was added by hand."""
Parts = Mapping[sa.Table, Sequence[Row]]
"""What was read out of an article: its rows in each of the tables of parts, in order."""


def read_article(connection: sa.Connection, row: Row) -> ParsedArticle:
    """Build the article of this row of ``articles`` with all its parts, as the parser had them."""
    parts = parts_of(connection, [row["row"]])[row["row"]]
    return built(row, parts, places_of(connection, parts[schema.toponyms]))


def parts_of(connection: sa.Connection, rows: Collection[int]) -> Mapping[int, Parts]:
    """Return the parts of these articles, by row of the article."""
    found: dict[int, dict[sa.Table, list[Row]]] = {row: {table: [] for table in schema.PARTS} for row in rows}
    for table in schema.PARTS:
        query = sa.select(table).where(among(table.c.article, rows)).order_by(table.c.article, table.c.position)
        for each in connection.execute(query).mappings():
            found[each["article"]][table].append(each)
    return found


def built(row: Row, parts: Parts, known: Mapping[Any, Place], *, weighed: bool = True) -> ParsedArticle:
    """Build an article of its rows, as the parser had it: what corrections have changed is as it was.

    ``known`` are its places by row, and by id those that were ``weighed``, unless they are to be left out.
    """
    names = [each for each in parts[schema.toponyms] if not is_added(each)]
    return ParsedArticle(
        article=Article(
            id=id_from_column(row["id"]),
            **{name: row[name] for name in ("text", "title", "source", "url", "published")},
        ),
        passages=tuple(Passage(each["start"], each["end"]) for each in parts[schema.passages]),
        toponyms=tuple(map(_toponym, names)),
        resolutions=tuple(_resolution(each, known, weighed=weighed) for each in names),
        figures=tuple(map(figure, parts[schema.figures])),
        links=tuple(Link(**_named(each, _LINK)) for each in parts[schema.links]),
        movements=tuple(Movement(**_named(each, _MOVEMENT)) for each in parts[schema.movements]),
    )


def figure(row: Row) -> Figure:
    """Build a figure from a row that holds the columns of ``figures``."""
    return Figure(**_named(row, _FIGURE))


def place(row: Row) -> Place:
    """Build a place from a row that holds the columns of ``places``."""
    return Place(**_named(row, _PLACE), extent=None if row["extent"] is None else tuple(row["extent"]))


def _named(row: Row, names: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def places_by_id(connection: sa.Connection, ids: Iterable[str]) -> Iterator[tuple[int, Place]]:
    """Yield row number and place for each of these gazetteer ids that the store knows."""
    query = sa.select(schema.places).where(among(schema.places.c.id, ids))
    for row in connection.execute(query).mappings():
        yield row["row"], place(row)


def places_of(connection: sa.Connection, toponym_rows: Sequence[Row]) -> dict[str | int, Place]:
    """Return the places that the toponyms mention, by id and by row."""
    ids = {candidate[0] for row in toponym_rows for candidate in row["candidates"]}
    return {each.id: each for _, each in places_by_id(connection, ids)} | chosen_places(connection, toponym_rows)


def chosen_places(connection: sa.Connection, toponym_rows: Iterable[Row]) -> dict[int, Place]:
    """Return the places that the toponyms have or had, by row."""
    rows = {each for row in toponym_rows for each in (row["place"], as_parsed(row)[0]) if each is not None}
    query = sa.select(schema.places).where(among(schema.places.c.row, rows))
    return {row["row"]: place(row) for row in connection.execute(query).mappings()}


def is_added(row: Row) -> bool:
    """Tell whether a toponym was added by hand: the parser said nothing of it."""
    said: object = row["was"]
    return said == NOTHING


def passage_at(spans: Sequence[Passage], offset: int) -> int | None:
    """Return the index of the passage that holds ``offset``."""
    index = bisect_right(spans, offset, key=lambda passage: passage.start) - 1
    return index if index >= 0 and offset < spans[index].end else None


def as_parsed(row: Row) -> tuple[int | None, float, str, float]:
    """Return row of the place, score, reason and name score of a toponym as the parser had them."""
    if row["was"] is not None:
        return tuple(row["was"])
    return row["place"], row["score"], row["reason"], row["name_score"]


def _toponym(row: Row) -> Toponym:
    return Toponym(**{**_named(row, _TOPONYM), "name_score": as_parsed(row)[3]})


def _resolution(row: Row, known: Mapping[Any, Place], *, weighed: bool) -> Resolution:
    chosen, score, reason, _ = as_parsed(row)
    return Resolution(
        place=None if chosen is None else known[chosen],
        score=score,
        reason=reason,
        candidates=tuple(
            Candidate(known[place_id], form, score) for place_id, form, score in (row["candidates"] if weighed else ())
        ),
    )
