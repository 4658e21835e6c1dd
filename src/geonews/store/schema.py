"""The tables. Articles are rows; what was read out of them is normalised; places are kept once."""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x67656F6E
"""SQLite's ``application_id`` ("geon"): tells our file from other programs' databases."""
VERSION = 1
"""SQLite's ``user_version``; a file with a higher one was written by a newer geonews."""

metadata = sa.MetaData()

state = sa.Table(
    "state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Integer, nullable=False),
)
articles = sa.Table(
    "articles",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("id", sa.Text, nullable=False, index=True),  # JSON: 7 and "7" are two ids
    sa.Column("title", sa.Text),
    sa.Column("source", sa.Text, index=True),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.Text),  # as given
    sa.Column("day", sa.Text),  # YYYY-MM-DD of the publisher's own zone
    sa.Column("instant", sa.Text, index=True),  # UTC, sortable as text
    sa.Column("parser", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Index("articles_day", "day"),
)
places = sa.Table(
    "places",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("country", sa.Text),
    sa.Column("lat", sa.Float, nullable=False),
    sa.Column("lon", sa.Float, nullable=False),
    sa.Column("admin1", sa.Text),
    sa.Column("admin2", sa.Text),
    sa.Column("population", sa.Integer),
    sa.Column("geonameid", sa.Integer),
    sa.Column("extent", sa.JSON(none_as_null=True)),  # [west, south, east, north]
)


def _part(name: str, *columns: sa.Column[object] | sa.Index) -> sa.Table:
    """Make a table of an article's parts: clustered by article and position, gone when the article goes."""
    return sa.Table(
        name,
        metadata,
        sa.Column("article", sa.ForeignKey(articles.c.row, ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


def _span() -> tuple[sa.Column[object], ...]:
    return (sa.Column("start", sa.Integer, nullable=False), sa.Column("end", sa.Integer, nullable=False))


passages = _part("passages", *_span())
toponyms = _part(
    "toponyms",
    *_span(),
    sa.Column("passage", sa.Integer),  # position of the passage that holds its start
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("place", sa.ForeignKey(places.c.row)),
    sa.Column("candidates", sa.JSON, nullable=False),  # [[place id, form, score], ...], best first
)
figures = _part(
    "figures",
    *_span(),
    sa.Column("passage", sa.Integer),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("low", sa.Float),
    sa.Column("high", sa.Float),
    sa.Column("approximate", sa.Boolean, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("noun", sa.Text, nullable=False),
    sa.Column("owner", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
)
links = _part(
    "links",
    sa.Column("figure", sa.Integer, nullable=False),
    sa.Column("toponym", sa.Integer, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("place", sa.ForeignKey(places.c.row)),  # the toponym's, if it is a pin: a copy, so that maps need no join
)
_IS_LITERAL = toponyms.c.kind == sa.literal_column("'literal'")  # no parameter: SQLite then trusts the index alone
IS_PIN = sa.and_(_IS_LITERAL, toponyms.c.place.is_not(None))
"""A pin is a literal toponym with a place. The partial indexes below hold pins alone."""
IS_UNPLACED = sa.and_(_IS_LITERAL, toponyms.c.place.is_(None))
"""A literal toponym without a place."""

_PIN = toponyms.c  # the kind is in the indexes because SQLite checks it again, and would read the table for it
sa.Index("pins_by_place", _PIN.place, _PIN.article, _PIN.passage, _PIN.kind, sqlite_where=IS_PIN)
sa.Index("pins_by_article", _PIN.article, _PIN.place, _PIN.kind, sqlite_where=IS_PIN)
sa.Index("links_by_place", links.c.place, links.c.article, links.c.figure, sqlite_where=links.c.place.is_not(None))
sa.Index(
    "unplaced",
    toponyms.c.text,
    toponyms.c.reason,
    toponyms.c.article,
    sqlite_where=IS_UNPLACED,
)

FULL_TEXT = (
    (
        "CREATE VIRTUAL TABLE search USING fts5(title, text, content='articles', content_rowid='row',"
        ' tokenize="unicode61 remove_diacritics 2")'
    ),
    (
        "CREATE TRIGGER search_insert AFTER INSERT ON articles BEGIN"
        " INSERT INTO search(rowid, title, text) VALUES (new.row, new.title, new.text); END"
    ),
    (
        "CREATE TRIGGER search_delete AFTER DELETE ON articles BEGIN"
        " INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text); END"
    ),
    (
        "CREATE TRIGGER search_update AFTER UPDATE OF title ON articles BEGIN"
        " INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);"
        " INSERT INTO search(rowid, title, text) VALUES (new.row, new.title, new.text); END"
    ),
)
"""The full-text index reads its words from ``articles``; triggers keep it in step. A key's text never changes."""
