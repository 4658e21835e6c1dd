"""From an older version of the file to this one: nothing that is stored is lost, nothing is read again."""

from __future__ import annotations

import sqlalchemy as sa

from geonews.store import digests, schema

_COLUMNS = {
    schema.articles: ("family",),
    schema.passages: ("copy",),
    schema.toponyms: ("name_score", "literal_score"),
    schema.figures: ("currency", "same_as", "attribution", "date", "claim", "subject"),
    schema.links: ("score",),
}
"""What version 2 adds to the tables of version 1; parses of that time hold the defaults."""
_TABLES = (schema.movements, schema.copies, schema.bands, schema.labels, schema.digests)
_INDEXES = (
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
    if version == 1:
        _from_1(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _from_1(connection: sa.Connection) -> None:
    for name in _INDEXES:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
    for table, names in _COLUMNS.items():
        for name in names:
            column = sa.schema.CreateColumn(table.c[name]).compile(dialect=connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {column}")
    schema.metadata.create_all(connection, tables=_TABLES)
    for index in schema.passages.indexes:
        index.create(connection)
    connection.execute(schema.state.insert().values(name="family", value=0))
    for row in connection.execute(sa.select(schema.articles.c.row)).scalars().all():
        digests.write_stored(connection, row)
