"""The sentences behind a point on the map: which they are, in which order, and their copies elsewhere."""

from __future__ import annotations

from datetime import date

import numpy as np
import sqlalchemy as sa

from geonews.store.rows import CopyRow, Order
from geonews.store.schema import articles, passages
from geonews.store.selection import Selection
from geonews.store.snapshot import Ints, Snapshot


def passage_count(data: Snapshot, chosen: Selection, place_id: str) -> int:
    """Count the passages that hold a mention of this place under the filter."""
    return len(_passages_with(data, chosen, place_id)[0])


def passage_page(data: Snapshot, chosen: Selection, place_id: str, order: Order, page: slice) -> list[tuple[int, int]]:
    """Return one page of the passages that mention this place, each as row of its article and position.

    In both orders newest first, undated last.
    """
    slots, of_articles = _passages_with(data, chosen, place_id)
    ranks = [slots, data.articles.rank[of_articles]]
    if order == "figures":
        ranks.append(-_linked_figures(data, chosen, place_id, slots))
    at = np.lexsort(ranks)[page]
    positions = slots[at] - data.bases[of_articles[at]]
    return list(zip(data.articles.rows[of_articles[at]].tolist(), positions.tolist(), strict=True))


def copies(connection: sa.Connection, key: str, start: int) -> list[CopyRow]:
    """Return the copies of a passage in other articles, oldest first, undated last."""
    here = (
        sa.select(passages.c.copy)
        .join(articles, articles.c.row == passages.c.article)
        .where(articles.c.key == key, passages.c.start == start)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        sa.select(articles, passages.c.start, passages.c.end)
        .join(passages, passages.c.article == articles.c.row)
        .where(passages.c.copy == here, articles.c.key != key)
        .order_by(articles.c.instant.nulls_last(), articles.c.row, passages.c.position)
    )
    first = {row["row"]: row for row in reversed(connection.execute(query).mappings().all())}
    return [
        CopyRow(
            **{name: row[name] for name in ("key", "title", "source", "url", "start")},
            day=None if row["day"] is None else date.fromisoformat(row["day"]),
            text=row["text"][row["start"] : row["end"]],
        )
        for row in reversed(first.values())
    ]


def _passages_with(data: Snapshot, chosen: Selection, place_id: str) -> tuple[Ints, Ints]:
    """Return the slots of the passages that mention a place, and the indexes of their articles."""
    at = data.place_index.get(place_id)
    here = data.by_place[slice(0, 0) if at is None else slice(*data.place_bounds[at : at + 2].tolist())]
    here = here[chosen.mentions[here]]
    in_passage = data.mentions.slot[here] < data.bases[data.mentions.article[here] + 1] - 1
    slots, first = np.unique(data.mentions.slot[here][in_passage], return_index=True)
    return slots, data.mentions.article[here][in_passage][first]


def _linked_figures(data: Snapshot, chosen: Selection, place_id: str, slots: Ints) -> Ints:
    """Count the figures in each of the passages that are linked to a place and count under the filter."""
    linked = data.links.figure[data.links.place == data.place_index.get(place_id, -2)]
    found = data.figures.slot[linked[chosen.figures[linked]]]
    found = found[np.isin(found, slots)]
    return np.bincount(np.searchsorted(slots, found), minlength=len(slots))
