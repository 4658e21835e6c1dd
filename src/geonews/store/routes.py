"""Routes: all that moves from one place to another, whatever article says so."""

from __future__ import annotations

import numpy as np
import sqlalchemy as sa

from geonews.store.rows import Route
from geonews.store.selection import Selection
from geonews.store.snapshot import Snapshot
from geonews.store.statements import by_handle, handles_of, once


def routes(
    connection: sa.Connection, data: Snapshot, chosen: Selection, limit: int, each: int
) -> tuple[list[Route], int]:
    """Return the routes of most movements, then the newest, and how many there are; copies of a sentence count once.

    Each comes with its ``each`` newest statements: thousands of others need not be read. What moves within one place,
    or from or to no known place, has no route.
    """
    moved = data.movements
    there = data.ways[chosen.figures[moved.figure[data.ways]]]
    pair = moved.origin[there] * len(data.places) + moved.destination[there]
    first = once(pair, data.figures.claim[moved.figure[there]])
    there, pair = there[first], pair[first]
    rank = data.articles.rank[data.figures.article[moved.figure[there]]]
    starts = np.flatnonzero(np.diff(pair, prepend=-1))
    counts = np.diff(starts, append=len(pair))
    best = np.lexsort((rank[starts], -counts))[:limit]
    parts = [there[start : start + min(count, each)] for start, count in zip(starts[best], counts[best], strict=True)]
    stated = by_handle(connection, handles_of(data, moved.figure[np.concatenate(parts)])) if parts else {}
    found = [
        Route(
            data.places[moved.origin[part[0]]],
            data.places[moved.destination[part[0]]],
            count,
            tuple(stated[handle] for handle in handles_of(data, moved.figure[part])),
        )
        for part, count in zip(parts, counts[best].tolist(), strict=True)
    ]
    return found, len(starts)
