"""The places on the map, with their counts under a filter."""

from __future__ import annotations

from datetime import date

import numpy as np

from geonews.gazetteer.names import fold
from geonews.store.rows import PlaceRow
from geonews.store.selection import Selection
from geonews.store.snapshot import NEVER, Flags, Ints, Placed, Snapshot


def place_rows(data: Snapshot, chosen: Selection) -> list[PlaceRow]:
    """Return the places of all mentions that count, most mentioned first, copies of a sentence counted once."""
    placed, flags = data.placed, chosen.mentions[data.by_place]
    mentions = np.add.reduceat(flags, placed.starts, dtype=np.int64)
    here = np.flatnonzero(mentions)
    copied, retold = data.copied.beyond(flags, len(mentions))[0], data.retold.beyond(flags, len(mentions))[1]
    here = here[np.lexsort((data.names_rank[here], (copied - mentions)[here]))]
    columns = (
        mentions,
        _articles(placed, flags, mentions),
        _figures(data, chosen.figures),
        np.maximum.reduceat(placed.days * flags, placed.starts),
        NEVER - np.maximum.reduceat(placed.ages * flags, placed.starts),
        np.add.reduceat(flags & placed.literal, placed.starts, dtype=np.int64),
        np.add.reduceat(flags & placed.corrected, placed.starts, dtype=np.int64),
        copied,
        retold,
    )
    confidence = np.maximum.reduceat(placed.confidence * flags, placed.starts)[here].astype(float)
    day = _days(np.concatenate(columns[3:5]))  # each day once: there are fewer than places
    return [
        PlaceRow(
            data.places[at], named, articles, figures, day[newest], sure, literal, hand, day[oldest], again, retold
        )
        for at, sure, named, articles, figures, newest, oldest, literal, hand, again, retold in zip(
            here.tolist(),
            np.round(confidence, 4).tolist(),
            *(column[here].tolist() for column in columns),
            strict=True,
        )
    ]


def _articles(placed: Placed, flags: Flags, mentions: Ints) -> Ints:
    """Count the articles of each place that hold one of its flagged mentions."""
    article = placed.articles[flags]
    ends = np.cumsum(mentions)
    new = np.diff(article, prepend=-1) != 0
    new[(ends - mentions)[mentions > 0]] = True
    return np.diff(np.append(0, np.cumsum(new))[ends], prepend=0)


def _figures(data: Snapshot, flags: Flags) -> Ints:
    """Count the flagged figures that are linked to each place, those of copies of a sentence once."""
    order, starts = data.linked_once
    if not len(starts):
        return np.zeros(len(data.places), dtype=np.int64)
    found = np.logical_or.reduceat(flags[data.links.figure[order]], starts)
    return np.bincount(data.links.place[order[starts[found]]], minlength=len(data.places))


def search(rows: list[PlaceRow], typed: str, limit: int) -> list[PlaceRow]:
    """Return the places whose name, or a later word of it, begins with what was typed; whole beginnings first."""
    wanted = fold(typed)
    if not wanted:
        return rows[:limit]
    names = ((fold(row.place.name), row) for row in rows)
    found = [(not name.startswith(wanted), row) for name, row in names if f" {wanted}" in f" {name}"]
    return [row for _, row in sorted(found, key=lambda item: item[0])[:limit]]


def _days(ordinals: Ints) -> dict[int, date | None]:
    known = set(ordinals.tolist())
    return {each: date.fromordinal(each) if 0 < each < NEVER else None for each in known}
