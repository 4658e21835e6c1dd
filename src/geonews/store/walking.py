"""The way through the passages of very many places that opens each article once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geonews.store.retold import oldest
from geonews.store.selection import Selection
from geonews.store.snapshot import Ints, Snapshot

_AT_ONCE = 2000
"""Passages that are asked for at once."""
Part = tuple[list[int], list[tuple[int, int]], list[int]]
"""Of some passages: numbers in the order by places; rows of articles with positions in them; which places they are of.
"""


@dataclass(frozen=True)
class Walk:
    """Passages in the order in which articles are stored. Arrays have an entry a passage, but for ``sizes``."""

    sizes: Ints
    """How many passages each place has."""
    numbers: Ints
    """Place in the order by places, each place's newest first."""
    rows: Ints
    """Of the article."""
    positions: Ints
    """In the article."""
    places: Ints
    """Which of the asked places it is."""

    def parts(self) -> Iterator[Part]:
        """Yield the passages in order, some at once."""
        for first in range(0, len(self.numbers), _AT_ONCE):
            columns = (self.numbers, self.rows, self.positions, self.places)
            numbers, rows, positions, places = (column[first : first + _AT_ONCE].tolist() for column in columns)
            yield numbers, list(zip(rows, positions, strict=True)), places


def walk(data: Snapshot, chosen: Selection, place_ids: Sequence[str], limit: int | None) -> Walk:
    """Return the way through the passages that mention these places; with a ``limit``, so many of each, copies once."""
    places, slots, articles = _passages(data, chosen, place_ids)
    if limit is not None:
        told = oldest(data.articles.age[articles], data.sentences[slots], places)
        places, slots, articles = places[told], slots[told], articles[told]
    order = np.lexsort((slots, data.articles.rank[articles], places))
    places, slots, articles = places[order], slots[order], articles[order]
    sizes = np.bincount(places, minlength=len(place_ids))
    if limit is not None:
        kept = np.arange(len(places)) - (np.cumsum(sizes) - sizes)[places] < limit
        places, slots, articles = places[kept], slots[kept], articles[kept]
        sizes = np.minimum(sizes, limit)
    numbers = np.argsort(slots, kind="stable")
    articles = articles[numbers]
    return Walk(sizes, numbers, data.articles.rows[articles], slots[numbers] - data.bases[articles], places[numbers])


def _passages(data: Snapshot, chosen: Selection, place_ids: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Return each pair of an asked place and a passage that mentions it once: place, slot, article."""
    asked = np.full(len(data.places) + 1, -1, dtype=np.int64)
    for at, place_id in enumerate(place_ids):
        asked[data.place_index.get(place_id, -1)] = at
    asked[-1] = -1
    mentions = data.mentions
    found = np.flatnonzero(chosen.mentions & (asked[mentions.place] >= 0))
    found = found[mentions.slot[found] < data.bases[mentions.article[found] + 1] - 1]  # the last slot is no passage
    pairs = np.sort(asked[mentions.place[found]] * int(data.bases[-1]) + mentions.slot[found])
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    slots: Ints = pairs % int(data.bases[-1])
    return pairs // int(data.bases[-1]), slots, np.searchsorted(data.bases, slots, side="right") - 1
