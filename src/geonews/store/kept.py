"""Corrections as rows of their table, there and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from geonews.gazetteer import fold
from geonews.models import Correction, Place
from geonews.store.keys import id_from_column, id_to_column
from geonews.store.labels import among
from geonews.store.schema import corrections

_PLAIN = ("what", "text", "start", "end", "made", "note")


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction with its number in the store."""

    number: int
    correction: Correction


def insert(connection: sa.Connection, correction: Correction) -> int:
    """Keep a correction and return its number."""
    values: dict[str, Any] = {
        **{name: getattr(correction, name) for name in _PLAIN},
        "article": None if correction.article is None else id_to_column(correction.article),
        "name": fold(correction.text),
        "place": None if correction.place is None else asdict(correction.place),
    }
    number: int = connection.execute(corrections.insert().values(values).returning(corrections.c.row)).scalar_one()
    return number


def everything(connection: sa.Connection) -> list[Kept]:
    """Return all corrections in the order they came."""
    return _kept(connection, sa.true())


def numbered(connection: sa.Connection, numbers: Iterable[int]) -> dict[int, Correction]:
    """Return the corrections of these numbers."""
    return {each.number: each.correction for each in _kept(connection, among(corrections.c.row, numbers))}


def made_at(connection: sa.Connection, moment: str) -> dict[int, Correction]:
    """Return the corrections that were made at this very moment."""
    return {each.number: each.correction for each in _kept(connection, corrections.c.made == moment)}


def by_article(
    connection: sa.Connection, ids: Collection[str], names: Collection[str]
) -> Mapping[str | None, list[Kept]]:
    """Return the corrections of articles by id (as in its column); under ``None`` those of these names everywhere."""
    everywhere = sa.and_(corrections.c.article.is_(None), among(corrections.c.name, names))
    found: dict[str | None, list[Kept]] = defaultdict(list)
    for each in _kept(connection, sa.or_(among(corrections.c.article, ids), everywhere)):
        article = each.correction.article
        found[None if article is None else id_to_column(article)].append(each)
    return found


def _kept(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> list[Kept]:
    query = sa.select(corrections).where(wanted).order_by(corrections.c.row)
    return [Kept(row["row"], _correction(row)) for row in connection.execute(query).mappings()]


def _correction(row: sa.RowMapping) -> Correction:
    return Correction(
        **{name: row[name] for name in _PLAIN},
        article=None if row["article"] is None else id_from_column(row["article"]),
        place=None if row["place"] is None else _place(row["place"]),
    )


def _place(stored: Mapping[str, Any]) -> Place:
    extent = stored["extent"]
    return Place(**{**stored, "extent": None if extent is None else tuple(extent)})
