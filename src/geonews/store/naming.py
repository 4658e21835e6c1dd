"""Which mentions bear a name, in whatever spelling: what a correction of the name everywhere speaks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from threading import Lock
from typing import Any

import numpy as np
import sqlalchemy as sa

from geonews.corrections import GAVE_WAY
from geonews.gazetteer import fold
from geonews.store import digests
from geonews.store import labels as numbering
from geonews.store.rows import Reached
from geonews.store.schema import corrections, labels, toponyms
from geonews.store.schema import digests as digest_table
from geonews.store.snapshot import Ints, Snapshot


class Spellings:
    """The labels of a store by the hash of their folded text, read once: the store only ever gets more.

    For connections that read: what a transaction has written and not yet kept may come to nothing. Safe for several
    threads.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._lock = Lock()
        self._rows = np.empty(0, dtype=np.int64)
        self._hashes = np.empty(0, dtype=np.int64)

    def of(self, connection: sa.Connection, names: Collection[str]) -> list[int]:
        """Return the labels whose text folds to one of these (folded) names."""
        with self._lock:
            last = int(self._rows.max(initial=0))
            new = _fetched(connection, sa.select(labels.c.row, labels.c.text).where(labels.c.row > last))
            if new:
                self._rows = np.append(self._rows, np.array([row for row, _ in new], dtype=np.int64))
                hashes = np.array([hash(fold(text)) for _, text in new], dtype=np.int64)
                self._hashes = np.append(self._hashes, hashes)
            alike = self._rows[np.isin(self._hashes, [hash(name) for name in names])]
        return [row for row, text in numbering.words(connection, alike.tolist()).items() if fold(text) in names]


def naming(connection: sa.Connection, names: Collection[str]) -> set[int]:
    """Return the rows of the articles that hold a mention of these (folded) names."""
    rows, bearing = _bearing(_digested(connection), Spellings().of(connection, names))
    return set(rows[bearing > 0].tolist())


def reached(connection: sa.Connection, data: Snapshot | None, spellings: Spellings, name: str) -> Reached:
    """Return how far a correction of this (folded) name everywhere reaches: nearer ones go before it.

    Without a snapshot the digests are read, which of a million mentions takes a fifth of a second.
    """
    known = (data.articles.rows, data.mentions.article, data.mentions.text) if data else _digested(connection)
    rows, bearing = _bearing(known, spellings.of(connection, [name]))
    mine = sa.select(toponyms.c.article, toponyms.c.text).join(corrections, corrections.c.row == toponyms.c.correction)
    nearer = mine.where(corrections.c.article.is_not(None), toponyms.c.reason != GAVE_WAY)
    ruled = [row for row, text in connection.execute(nearer).all() if fold(text) == name]
    np.subtract.at(bearing, np.searchsorted(rows, ruled), 1)
    return Reached(int(bearing.sum()), int((bearing > 0).sum()))


def _bearing(known: tuple[Ints, Ints, Ints], spelt: Collection[int]) -> tuple[Ints, Ints]:
    """Return the rows of all articles, in order, and how many mentions in each have these labels."""
    rows, owners, texts = known
    return rows, np.bincount(owners[np.isin(texts, list(spelt))], minlength=len(rows))


def _digested(connection: sa.Connection) -> tuple[Ints, Ints, Ints]:
    """Return the rows of all articles, and of each mention the index of its article and the label of its text."""
    query = sa.select(digest_table.c.article, digest_table.c.mentions).order_by(digest_table.c.article)
    found = _fetched(connection, query)
    packed = [mentions for _, mentions in found]
    rows = np.array([row for row, _ in found], dtype=np.int64)
    owners = np.repeat(np.arange(len(rows)), digests.counts(digests.MENTION, packed))
    return rows, owners, digests.unpacked(digests.MENTION, packed)["text"]


def _fetched(connection: sa.Connection, query: sa.Select[Any]) -> Sequence[Any]:
    """Return the rows as the driver has them: of hundreds of thousands the making of better ones takes most."""
    cursor = connection.execute(query).cursor
    return [] if cursor is None else cursor.fetchall()
