"""Figures with the sentence that states them, where it stands and the places it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import numpy as np
import sqlalchemy as sa

from geonews.store import reading
from geonews.store.labels import among
from geonews.store.rows import Integers, MovementRow, StatedPlace, Statement, StatementKeys
from geonews.store.schema import articles, figures, links, passages, places, toponyms
from geonews.store.selection import Selection
from geonews.store.snapshot import Flags, Ints, Snapshot

_SHIFT = 20
"""Bits of a handle that hold the figure's position in its article."""
_AT_ONCE = 500
"""Articles that are asked of in one query."""


def keys(data: Snapshot, flags: Flags) -> StatementKeys:
    """Return the keys of the flagged figures."""
    article = data.figures.article[flags]
    return StatementKeys(
        handles=(data.articles.rows[article] << _SHIFT) + data.figures.position[flags],
        claims=data.figures.claim[flags],
        subjects=data.figures.subject[flags],
        days=data.articles.days[article],
        articles=article,
    )


def at_place(data: Snapshot, place_id: str) -> Flags:
    """Flag the figures that are linked to a place."""
    flags = np.zeros(len(data.figures.article), dtype=bool)
    at = data.place_index.get(place_id, -2)
    flags[data.links.figure[data.links.place == at]] = True
    return flags


def statements(connection: sa.Connection, handles: Sequence[int]) -> list[Statement]:
    """Return the statements in the order of articles; those that are gone are left out."""
    found: list[Statement] = []
    by_article = [(row, list(each)) for row, each in groupby(sorted(handles), key=lambda handle: handle >> _SHIFT)]
    for first in range(0, len(by_article), _AT_ONCE):
        part = by_article[first : first + _AT_ONCE]
        wanted = {handle for _, each in part for handle in each}
        found.extend(_of_articles(connection, [row for row, _ in part], wanted))
    return found


def movements(connection: sa.Connection, data: Snapshot, chosen: Selection, limit: int) -> list[MovementRow]:
    """Return the movements of figures that count, newest first, copies of a sentence once.

    Those with an end that has no place are left out.
    """
    moved = data.movements
    there = np.flatnonzero(chosen.figures[moved.figure] & (moved.origin >= 0) & (moved.destination >= 0))
    ranks = data.articles.rank[data.figures.article[moved.figure[there]]]
    there = there[np.argsort(ranks, kind="stable")]
    pair = moved.origin[there] * len(data.places) + moved.destination[there]
    there = there[once(pair, data.figures.claim[moved.figure[there]])][:limit]
    handles = handles_of(data, moved.figure[there])
    stated = by_handle(connection, handles)
    ends = zip(moved.origin[there].tolist(), moved.destination[there].tolist(), handles, strict=True)
    return [MovementRow(data.places[origin], data.places[end], stated[handle]) for origin, end, handle in ends]


def once(pair: Ints, claim: Ints) -> Flags:
    """Flag the first of those that copies of a sentence state of one pair of places; claim 0 is nobody's copy."""
    own = np.where(claim == 0, -1 - np.arange(len(claim)), claim)
    order = np.lexsort((own, pair))
    first = (np.diff(pair[order], prepend=-1) != 0) | (np.diff(own[order], prepend=0) != 0)
    flags = np.zeros(len(pair), dtype=bool)
    flags[order[first]] = True
    return flags


def by_handle(connection: sa.Connection, handles: Sequence[int]) -> dict[int, Statement]:
    """Return the statements by their handles, as of the snapshot that these are from."""
    known = sorted(set(handles))
    return dict(zip(known, statements(connection, known), strict=True))


def handles_of(data: Snapshot, figure: Integers) -> list[int]:
    """Return what names the statements of these figures."""
    rows = data.articles.rows[data.figures.article[figure]]
    handles: list[int] = ((rows << _SHIFT) + data.figures.position[figure]).tolist()
    return handles


def _of_articles(connection: sa.Connection, rows: list[int], handles: set[int]) -> Iterator[Statement]:
    about = _linked(connection, rows)
    known = {
        row["row"]: row for row in connection.execute(sa.select(articles).where(among(articles.c.row, rows))).mappings()
    }
    stands_in = sa.and_(passages.c.article == figures.c.article, passages.c.position == figures.c.passage)
    query = (
        sa.select(figures, passages.c.start.label("from"), passages.c.end.label("to"), passages.c.copy)
        .outerjoin(passages, stands_in)
        .where(among(figures.c.article, rows))
        .order_by(figures.c.article, figures.c.position)
    )
    for row in connection.execute(query).mappings():
        handle = (row["article"] << _SHIFT) + row["position"]
        if handle in handles:
            yield _statement(known[row["article"]], row, about[handle])


def _statement(article: sa.RowMapping, row: sa.RowMapping, about: list[StatedPlace]) -> Statement:
    inside = row["from"] is not None
    return Statement(
        key=article["key"],
        title=article["title"],
        source=article["source"],
        url=article["url"],
        day=None if article["day"] is None else date.fromisoformat(article["day"]),
        family=article["family"],
        figure=reading.figure(row),
        start=row["from"] if inside else row["start"],
        text=article["text"][row["from"] : row["to"]] if inside else "",
        copy=row["copy"],
        claim=row["claim"],
        subject=row["subject"],
        places=tuple(about),
        instant=article["instant"],
        added=article["row"],
    )


def _linked(connection: sa.Connection, rows: list[int]) -> dict[int, list[StatedPlace]]:
    """Return the places of each figure, by handle, each role of a place once."""
    corrected = _corrected(connection)
    query = (
        sa.select(
            places,
            *(links.c[name] for name in ("article", "figure", "role", "score", "toponym")),
            (toponyms.c.score * toponyms.c.name_score).label("confidence"),
        )
        .join(places, links.c.place == places.c.row)
        .join(toponyms, sa.and_(toponyms.c.article == links.c.article, toponyms.c.position == links.c.toponym))
        .where(among(links.c.article, rows))
        .order_by(links.c.article, links.c.position)
    )
    found: dict[int, list[StatedPlace]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        by_hand = (row["article"], row["toponym"]) in corrected
        stated = StatedPlace(reading.place(row), row["role"], row["score"], by_hand, row["confidence"])
        known = found[(row["article"] << _SHIFT) + row["figure"]]
        if not any((each.place.id, each.role) == (stated.place.id, stated.role) for each in known):
            known.append(stated)
    return found


def _corrected(connection: sa.Connection) -> set[tuple[int, int]]:
    """Return article and position of all toponyms that corrections speak for: few, and read from their own index."""
    query = sa.select(toponyms.c.article, toponyms.c.position).where(toponyms.c.correction.is_not(None))
    return {(article, position) for article, position in connection.execute(query)}
