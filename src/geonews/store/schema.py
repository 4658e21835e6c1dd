"""The tables. Articles are rows; what was read out of them is normalised; places are kept once."""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x67656F6E
"""SQLite's ``application_id`` ("geon"): tells our file from other programs' databases."""
VERSION = 4
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
    sa.Column("source", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.Text),  # as given
    sa.Column("day", sa.Text),  # YYYY-MM-DD of the publisher's own zone
    sa.Column("instant", sa.Text),  # UTC, sortable as text
    sa.Column("parser", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("family", sa.Integer),  # articles that mostly copy each other share it; NULL: nobody has looked
)
places = sa.Table(
    "places",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
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


def _probability(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Float, nullable=False, server_default="1")


passages = _part(
    "passages",
    *_span(),
    sa.Column("copy", sa.Integer),  # row of ``copies``: passages that are copies of each other share it
)
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
    _probability("name_score"),
    _probability("literal_score"),
    sa.Column("correction", sa.Integer),  # row of ``corrections``: place, score, reason, name_score obey it
    sa.Column("was", sa.JSON(none_as_null=True)),  # what the parser said of these four, where there is a correction
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
    sa.Column("currency", sa.Text),
    sa.Column("same_as", sa.Integer),
    sa.Column("attribution", sa.Text),
    sa.Column("denier", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("claim", sa.Integer),  # equal where copies of a sentence state the same value
    sa.Column("subject", sa.Integer),  # equal where independent sentences would say the same
    sa.Column("correction", sa.Integer),  # row of ``corrections``: the figure is wrong, and counts nowhere
)
links = _part(
    "links",
    sa.Column("figure", sa.Integer, nullable=False),
    sa.Column("toponym", sa.Integer, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("place", sa.ForeignKey(places.c.row)),  # the toponym's, if it is a pin: a copy, so that maps need no join
    _probability("score"),
)
movements = _part(
    "movements",
    sa.Column("figure", sa.Integer, nullable=False),
    sa.Column("origin", sa.Integer, nullable=False),
    sa.Column("destination", sa.Integer, nullable=False),
)
PARTS = (movements, links, figures, toponyms, passages)
"""All that is read out of an article."""

corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("article", sa.Text, index=True),  # id as in ``articles``; NULL: all articles
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),  # the text, folded
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("place", sa.JSON(none_as_null=True)),  # the whole place, as the gazetteer had it
    sa.Column("made", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sqlite_autoincrement=True,  # the number of one that was undone is never given again
)
"""What people put right. No article owns them: they outlive it, and wait for it to come back."""
for _table in (toponyms, figures):
    sa.Index(f"{_table.name}_by_correction", _table.c.correction, sqlite_where=_table.c.correction.is_not(None))

sa.Index("passages_by_copy", passages.c.copy, passages.c.article, sqlite_where=passages.c.copy.is_not(None))
copies = sa.Table(
    "copies",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("wording", sa.Text, nullable=False),  # normalised, of the first passage
    sa.Column("bands", sa.JSON, nullable=False),  # its rows in ``bands``
)
bands = sa.Table(
    "bands",
    metadata,
    sa.Column("band", sa.Integer, primary_key=True),
    sa.Column("copy", sa.Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Locality-sensitive hashing: wordings that share a band may be copies."""

labels = sa.Table(
    "labels",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("text", sa.Text, nullable=False, unique=True),
)
"""Words that digests hold by number: names as written, reasons, publishers, owners, kinds."""
digests = sa.Table(
    "digests",
    metadata,
    sa.Column("article", sa.ForeignKey(articles.c.row, ondelete="CASCADE"), primary_key=True),
    sa.Column("day", sa.Integer, nullable=False),  # proleptic Gregorian ordinal; 0 is undated
    sa.Column("instant", sa.Text),
    sa.Column("source", sa.Integer),
    sa.Column("family", sa.Integer),
    sa.Column("passages", sa.Integer, nullable=False),
    sa.Column("mentions", sa.LargeBinary, nullable=False),
    sa.Column("figures", sa.LargeBinary, nullable=False),
    sa.Column("links", sa.LargeBinary, nullable=False),
    sa.Column("movements", sa.LargeBinary, nullable=False),
)
"""What maps, facets and timelines count, a packed row an article: a million mentions are read in a moment."""

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
