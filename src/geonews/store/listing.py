"""Lists of articles under a filter, and of what the map cannot show."""

from __future__ import annotations

from datetime import date

import numpy as np
import sqlalchemy as sa

from geonews.store import labels
from geonews.store.keys import id_from_column
from geonews.store.rows import ArticleRow, Unplaced, UnplacedName
from geonews.store.schema import articles
from geonews.store.selection import Selection
from geonews.store.snapshot import Flags, Ints, Snapshot, flagged

_WIDTH = 1 << 31
"""More than there are labels or articles: two of them make one number."""
_SHOWN = tuple(
    articles.c[name] for name in ("row", "key", "id", "title", "source", "url", "published", "day", "family")
)


def article_rows(
    connection: sa.Connection, data: Snapshot, chosen: Selection, limit: int | None, offset: int
) -> list[ArticleRow]:
    """Return one page of the articles under the filter, newest first, undated last."""
    return _rows(connection, data, chosen, _newest_first(data, chosen.articles)[offset:][:limit])


def unplaced(connection: sa.Connection, data: Snapshot, chosen: Selection, limit: int | None) -> Unplaced:
    """Return the literal mentions without a place, by name and reason, and the articles without any pin.

    ``chosen`` is of a filter without conditions on places; of each list, the first ``limit``.
    """
    names, all_names = _names(connection, data, chosen, limit)
    bare = _newest_first(data, chosen.articles & ~data.pinned)
    return Unplaced(
        names=names,
        articles=tuple(_rows(connection, data, chosen, bare[:limit])),
        figures=int((chosen.figures & ~data.linked).sum()),
        all_names=all_names,
        all_articles=len(bare),
    )


def _newest_first(data: Snapshot, flags: Flags) -> Ints:
    found = np.flatnonzero(flags)
    return found[np.argsort(data.articles.rank[found])]


def _rows(connection: sa.Connection, data: Snapshot, chosen: Selection, indexes: Ints) -> list[ArticleRow]:
    rows = data.articles.rows[indexes].tolist()
    query = sa.select(*_SHOWN).where(labels.among(articles.c.row, rows))
    found = {row["row"]: row for row in connection.execute(query).mappings()}
    return [
        _article_row(found[row], *counts) for row, *counts in zip(rows, *_counts(data, chosen, indexes), strict=True)
    ]


def _counts(data: Snapshot, chosen: Selection, indexes: Ints) -> list[list[int]]:
    """Return the mentions, the distinct places and the figures of these articles."""
    size = len(data.articles.rows)
    mentions = np.flatnonzero(chosen.mentions & flagged(indexes, size)[data.mentions.article])
    article = data.mentions.article[mentions]
    pairs = np.sort(article * (len(data.places) + 1) + data.mentions.place[mentions])
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]  # np.unique hashes, which takes several times as long
    counted = (article, pairs // (len(data.places) + 1), data.figures.article[chosen.figures])
    return [np.bincount(column, minlength=size)[indexes].tolist() for column in counted]


def _article_row(row: sa.RowMapping, mentions: int, places: int, figures: int) -> ArticleRow:
    return ArticleRow(
        key=row["key"],
        id=id_from_column(row["id"]),
        title=row["title"],
        source=row["source"],
        url=row["url"],
        published=row["published"],
        day=None if row["day"] is None else date.fromisoformat(row["day"]),
        mentions=mentions,
        figures=figures,
        places=places,
        family=row["family"],
    )


def _names(
    connection: sa.Connection, data: Snapshot, chosen: Selection, limit: int | None
) -> tuple[tuple[UnplacedName, ...], int]:
    """Return the names most mentioned, and how many there are; which of equally often ones are left out is open."""
    flags = data.unplaced & chosen.articles[data.mentions.article]
    if chosen.slots is not None:
        flags &= chosen.slots[data.mentions.slot]
    found = np.flatnonzero(flags)
    found = found[np.argsort(data.articles.rank[data.mentions.article[found]], kind="stable")]  # the newest comes first
    article = data.mentions.article[found]
    named = data.mentions.text[found] * _WIDTH + data.mentions.reason[found]
    groups, first, at, mentions = np.unique(named, return_index=True, return_inverse=True, return_counts=True)
    pairs = np.sort(at * _WIDTH + article)
    holding = np.bincount(pairs[np.diff(pairs, prepend=-1) != 0] // _WIDTH)  # np.unique hashes, which takes longer
    most = np.argsort(-mentions, kind="stable")[:limit]
    words = labels.words(connection, np.unique([groups[most] // _WIDTH, groups[most] % _WIDTH]).tolist())
    newest = data.articles.rows[article[first[most]]].tolist()
    query = sa.select(articles.c.row, articles.c.key).where(labels.among(articles.c.row, sorted(set(newest))))
    keys = dict(connection.execute(query).all())
    columns = (groups[most].tolist(), mentions[most].tolist(), holding[most].tolist(), newest)
    rows = [
        UnplacedName(words[group // _WIDTH], words[group % _WIDTH], count, held, keys[row])
        for group, count, held, row in zip(*columns, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.mentions, row.text, row.reason))), len(groups)
