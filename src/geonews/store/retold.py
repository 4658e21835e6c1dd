"""What several articles tell in the same words, so that it can be counted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Retold:
    """Mentions that may be told several times, ordered by place, by what is told and by telling."""

    at: Ints
    """Which of the mentions that have a place."""
    tellings: Ints
    """Where each telling of something about a place begins."""
    firsts: Ints
    """Which of ``tellings`` is the first of what it tells."""
    places: Ints
    """The place of each of ``firsts``."""

    def beyond(self, flags: npt.NDArray[np.bool_], places: int) -> tuple[Ints, Ints]:
        """Count, for each of so many places, flagged mentions and their tellings beyond one telling of each thing.

        That is the telling with most of them.
        """
        if not len(self.at):
            return np.zeros(places, dtype=np.int64), np.zeros(places, dtype=np.int64)
        mentions = np.add.reduceat(flags[self.at], self.tellings, dtype=np.int64)
        tellings = (mentions > 0).astype(np.int64)
        more, others = (
            np.add.reduceat(each, self.firsts) - np.maximum.reduceat(each, self.firsts) for each in (mentions, tellings)
        )
        return self._by_place(more, places), self._by_place(others, places)

    def _by_place(self, counts: Ints, places: int) -> Ints:
        return np.bincount(self.places, counts, minlength=places).astype(np.int64)


def retold(at: Ints, places: Ints, told: Ints, by: npt.NDArray[np.integer[Any]]) -> Retold:
    """Return the mentions ``at``, of these places, with what they tell and which telling of it each belongs to."""
    order = np.lexsort((by, told, places))
    at, places, told, by = at[order], places[order], told[order], by[order]
    tellings = changes(places, told, by)
    firsts = changes(places[tellings], told[tellings])
    return Retold(at, tellings, firsts, places[tellings[firsts]])


def oldest(ages: Ints, *told: Ints) -> Ints:
    """Return which tellings to take, in their order, so that each thing is told once: by the first of least age."""
    order = np.lexsort((ages, *told))
    return np.sort(order[changes(*(column[order] for column in told))])


def changes(*columns: npt.NDArray[np.integer[Any]]) -> Ints:
    """Return the indexes at which any of the columns is another than before, the first among them."""
    new = np.ones(len(columns[0]), dtype=bool)
    new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return np.flatnonzero(new)
