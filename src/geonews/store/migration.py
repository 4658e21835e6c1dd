"""From an older version of the file to this one: nothing that is stored is lost, nothing is read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from geonews.store import digests, schema

_COLUMNS: Mapping[int, Mapping[sa.Table, Sequence[str]]] = {
    2: {
        schema.articles: ("family",),
        schema.passages: ("copy",),
        schema.toponyms: ("name_score", "literal_score"),
        schema.figures: ("currency", "same_as", "attribution", "date", "claim", "subject"),
        schema.links: ("score",),
    },
    3: {
        schema.toponyms: ("correction", "was"),
        schema.figures: ("correction",),
    },
    4: {schema.figures: ("denier",)},
}
"""What each version adds to the tables of the one before; parses of that time hold the defaults."""
_TABLES: Mapping[int, Sequence[sa.Table]] = {
    2: (schema.movements, schema.copies, schema.bands, schema.labels, schema.digests),
    3: (schema.corrections,),
}
_INDEXED = (schema.passages, schema.toponyms, schema.figures)
"""Tables that had no index, or another one, in an older version."""
_DROPPED = (
    "pins_by_place",
    "pins_by_article",
    "links_by_place",
    "unplaced",
    "ix_articles_source",
    "ix_articles_instant",
    "articles_day",
    "ix_places_kind",
)
"""Indexes of version 1 whose questions the digests answer."""


def migrate(connection: sa.Connection, version: int) -> None:
    """Bring a store of an older ``version`` up to date, inside the caller's transaction.

    Which sentences of its articles are copies stays unknown until the articles are added again.
    """
    for later in range(version + 1, schema.VERSION + 1):
        _add_columns(connection, later)
        schema.metadata.create_all(connection, tables=_TABLES.get(later, ()))
    for name in _DROPPED:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
    for index in (index for table in _INDEXED for index in table.indexes):
        index.create(connection, checkfirst=True)
    if version == 1:
        connection.execute(schema.state.insert().values(name="family", value=0))
        for row in connection.execute(sa.select(schema.articles.c.row)).scalars().all():
            digests.write_stored(connection, row)
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _add_columns(connection: sa.Connection, version: int) -> None:
    known = sa.inspect(connection)
    for table, names in _COLUMNS[version].items():
        there = {column["name"] for column in known.get_columns(table.name)}
        for name in (name for name in names if name not in there):  # a table made a moment ago has all
            column = sa.schema.CreateColumn(table.c[name]).compile(dialect=connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {column}")
