"""The sentences behind a point on the map: which they are, in which order, and their copies elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import sqlalchemy as sa

from geonews.store.labels import among
from geonews.store.retold import oldest
from geonews.store.rows import BesideRow, CopyRow, Order
from geonews.store.schema import articles, passages
from geonews.store.selection import Selection
from geonews.store.snapshot import Ints, Snapshot


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which passages are asked for."""

    place: str
    """Id of the place that they mention under the filter."""
    beside: str | None = None
    """Id of another place that they name as well, whatever the filter says of it."""


def passage_count(data: Snapshot, chosen: Selection, wanted: Wanted) -> int:
    """Count the passages that are asked for."""
    return len(_passages_with(data, chosen, wanted)[0])


def named_beside(data: Snapshot, chosen: Selection, place_id: str, limit: int) -> list[BesideRow]:
    """Return the places that the passages of a place name most often beside it, with how many of them do."""
    slots, _ = _passages_with(data, chosen, Wanted(place_id))
    at = data.place_index.get(place_id, -2)
    inside = np.zeros(int(data.bases[-1]), dtype=bool)
    inside[slots] = True
    there = np.flatnonzero(inside[data.mentions.slot])
    there = there[data.literal[there] & (data.mentions.place[there] >= 0) & (data.mentions.place[there] != at)]
    pairs = np.unique(data.mentions.slot[there] * len(data.places) + data.mentions.place[there])
    counts = np.bincount(pairs % max(len(data.places), 1))
    most = np.argsort(-counts, kind="stable")[:limit]
    return [BesideRow(data.places[place], int(counts[place])) for place in most.tolist() if counts[place]]


def passage_page(data: Snapshot, chosen: Selection, wanted: Wanted, order: Order, page: slice) -> list[tuple[int, int]]:
    """Return one page of the passages that are asked for, each as row of its article and position.

    In both orders newest first, undated last.
    """
    slots, of_articles = _passages_with(data, chosen, wanted)
    ranks = [slots, data.articles.rank[of_articles]]
    if order == "figures":
        ranks.append(-_linked_figures(data, chosen, wanted.place, slots))
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


def spots(connection: sa.Connection, named: Sequence[tuple[str, int]]) -> list[tuple[int, int]]:
    """Return the row of the article and the position of each passage, by its article's key and its offset.

    In the order asked; those that are not there are left out.
    """
    query = (
        sa.select(articles.c.key, passages.c.start, passages.c.article, passages.c.position)
        .join(passages, passages.c.article == articles.c.row)
        .where(among(articles.c.key, {key for key, _ in named}), among(passages.c.start, {start for _, start in named}))
    )
    found = {(key, start): (row, position) for key, start, row, position in connection.execute(query).all()}
    return [found[each] for each in named if each in found]


def _passages_with(data: Snapshot, chosen: Selection, wanted: Wanted) -> tuple[Ints, Ints]:
    """Return the slots of the passages that are asked for, copies of a sentence once, with their articles' indexes."""
    here = _mentions_of(data, wanted.place)
    here = here[chosen.mentions[here]]
    in_passage = data.mentions.slot[here] < data.bases[data.mentions.article[here] + 1] - 1
    slots, first = np.unique(data.mentions.slot[here][in_passage], return_index=True)
    of_articles = data.mentions.article[here][in_passage][first]
    if wanted.beside is not None:
        others = _mentions_of(data, wanted.beside)
        both = np.isin(slots, data.mentions.slot[others[data.literal[others]]])
        slots, of_articles = slots[both], of_articles[both]
    kept = oldest(data.articles.age[of_articles], data.sentences[slots])
    return slots[kept], of_articles[kept]


def _mentions_of(data: Snapshot, place_id: str) -> Ints:
    at = data.place_index.get(place_id)
    return data.by_place[slice(0, 0) if at is None else slice(*data.place_bounds[at : at + 2].tolist())]


def _linked_figures(data: Snapshot, chosen: Selection, place_id: str, slots: Ints) -> Ints:
    """Count the figures in each of the passages that are linked to a place and count under the filter."""
    linked = data.links.figure[data.links.place == data.place_index.get(place_id, -2)]
    found = data.figures.slot[linked[chosen.figures[linked]]]
    found = found[np.isin(found, slots)]
    return np.bincount(np.searchsorted(slots, found), minlength=len(slots))
