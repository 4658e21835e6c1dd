"""Rows to models: the way back, so that what comes out equals what went in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

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

Row = sa.RowMapping


def _fields(model: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(model))


_TOPONYM, _LINK, _MOVEMENT, _FIGURE = map(_fields, (Toponym, Link, Movement, Figure))
_PLACE = tuple(name for name in _fields(Place) if name != "extent")


def read_article(connection: sa.Connection, row: Row) -> ParsedArticle:
    """Build the article of this row of ``articles`` with all its parts."""
    toponym_rows = parts(connection, schema.toponyms, row["row"])
    known = _places_of(connection, toponym_rows)
    return ParsedArticle(
        article=Article(
            id=id_from_column(row["id"]),
            **{name: row[name] for name in ("text", "title", "source", "url", "published")},
        ),
        passages=tuple(Passage(each["start"], each["end"]) for each in parts(connection, schema.passages, row["row"])),
        toponyms=tuple(Toponym(**_named(each, _TOPONYM)) for each in toponym_rows),
        resolutions=tuple(_resolution(each, known) for each in toponym_rows),
        figures=tuple(map(figure, parts(connection, schema.figures, row["row"]))),
        links=tuple(Link(**_named(each, _LINK)) for each in parts(connection, schema.links, row["row"])),
        movements=tuple(
            Movement(**_named(each, _MOVEMENT)) for each in parts(connection, schema.movements, row["row"])
        ),
    )


def parts(connection: sa.Connection, table: sa.Table, article: int) -> list[Row]:
    """Return the rows of one kind of part of one article, in order."""
    query = sa.select(table).where(table.c.article == article).order_by(table.c.position)
    return list(connection.execute(query).mappings())


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


def _places_of(connection: sa.Connection, toponym_rows: list[Row]) -> dict[str | int, Place]:
    """Return the places that the toponyms mention, by id and by row."""
    ids = {candidate[0] for row in toponym_rows for candidate in row["candidates"]}
    rows = {row["place"] for row in toponym_rows if row["place"] is not None}
    chosen = sa.select(schema.places).where(schema.places.c.row.in_(rows))
    found: dict[str | int, Place] = {each.id: each for _, each in places_by_id(connection, ids)}
    found.update({row["row"]: place(row) for row in connection.execute(chosen).mappings()})
    return found


def _resolution(row: Row, known: dict[str | int, Place]) -> Resolution:
    return Resolution(
        place=None if row["place"] is None else known[row["place"]],
        score=row["score"],
        reason=row["reason"],
        candidates=tuple(Candidate(known[place_id], form, score) for place_id, form, score in row["candidates"]),
    )
