"""The places on the map, with their counts under a filter."""

from __future__ import annotations

from datetime import date

import numpy as np

from geonews.gazetteer.names import fold
from geonews.store.rows import PlaceRow
from geonews.store.selection import Selection
from geonews.store.snapshot import Ints, Snapshot

_NEVER = date.max.toordinal() + 1


def place_rows(data: Snapshot, chosen: Selection) -> list[PlaceRow]:
    """Return the places of all mentions that count, most mentioned first."""
    found = data.by_place[chosen.mentions[data.by_place]]
    place, article = data.mentions.place[found], data.mentions.article[found]
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    if not len(starts):
        return []
    size = len(data.places)
    days = data.articles.days[article]
    pair = (np.diff(place, prepend=-1) != 0) | (np.diff(article, prepend=-1) != 0)
    linked = np.bincount(data.links.place[chosen.figures[data.links.figure]], minlength=size)
    columns = (
        np.bincount(place, minlength=size),
        np.bincount(place[pair], minlength=size),
        linked,
        _reduced(np.maximum.reduceat(days, starts), place[starts], size),
        _reduced(np.minimum.reduceat(np.where(days > 0, days, _NEVER), starts), place[starts], size),
        np.bincount(place[data.literal[found]], minlength=size),
        np.bincount(place[data.corrected[found]], minlength=size),
    )
    confidence = np.maximum.reduceat(data.mentions.confidence[found], starts)
    day = _days(np.concatenate(columns[3:5]))  # each day once: there are fewer than places
    named = place[starts]
    order = np.lexsort((data.names_rank[named], -columns[0][named]))
    named, confidence = named[order], confidence[order]
    return [
        PlaceRow(data.places[at], mentions, articles, figures, day[newest], sure, literal, corrected, day[oldest])
        for at, sure, mentions, articles, figures, newest, oldest, literal, corrected in zip(
            named.tolist(),
            np.round(confidence.astype(float), 4).tolist(),
            *(column[named].tolist() for column in columns),
            strict=True,
        )
    ]


def search(rows: list[PlaceRow], typed: str, limit: int) -> list[PlaceRow]:
    """Return the places whose name, or a later word of it, begins with what was typed; whole beginnings first."""
    wanted = fold(typed)
    if not wanted:
        return rows[:limit]
    names = ((fold(row.place.name), row) for row in rows)
    found = [(not name.startswith(wanted), row) for name, row in names if f" {wanted}" in f" {name}"]
    return [row for _, row in sorted(found, key=lambda item: item[0])[:limit]]


def _reduced(values: Ints, places: Ints, size: int) -> Ints:
    spread = np.zeros(size, dtype=np.int64)
    spread[places] = values
    return spread


def _days(ordinals: Ints) -> dict[int, date | None]:
    known = set(ordinals.tolist())
    return {each: date.fromordinal(each) if 0 < each < _NEVER else None for each in known}
