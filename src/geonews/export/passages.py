"""The newest passages of places, where the copies of one sentence count once: with where else they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby

from geonews.store import EVERYTHING, CopyRow, Filter, PassageRow, PlaceRow, Store

_AT_ONCE = 1000
"""Passages that are asked for at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """A passage, the oldest of its copies that pass the filter."""

    row: PassageRow
    also: tuple[CopyRow, ...]
    """Its copies in other articles that pass the filter, oldest first."""


def told(
    store: Store, wanted: Filter, rows: Sequence[PlaceRow], each: int
) -> Iterator[tuple[PlaceRow, tuple[Told, ...]]]:
    """Yield the places with their newest passages, ``each`` at most."""
    for block in _blocks(rows, each):
        pages = store.passages_of([row.place.id for row in block], wanted, each)
        found = [[(one, store.copies(one.key, one.start) if one.copies else []) for one in page] for page in pages]
        passing = _passing(store, wanted, {copy.key for _, copies in chain(*found) for copy in copies})
        for row, passages in zip(block, found, strict=True):
            yield row, tuple(Told(one, tuple(copy for copy in also if copy.key in passing)) for one, also in passages)


def _passing(store: Store, wanted: Filter, keys: Iterable[str]) -> set[str]:
    """Return those of the articles that the filter lets through."""
    asked = set(keys).intersection(wanted.articles) if wanted.articles else set(keys)
    if wanted == EVERYTHING or not asked:
        return asked
    return {row.key for row in store.articles(replace(wanted, articles=tuple(sorted(asked))))}


def _blocks(rows: Sequence[PlaceRow], each: int) -> Iterator[Sequence[PlaceRow]]:
    """Part the places so that all passages of a part can be asked for at once; no question waits for a single one."""
    sizes = accumulate(min(row.mentions, each) for row in rows)
    for _, block in groupby(zip(rows, sizes, strict=True), key=lambda pair: pair[1] // _AT_ONCE):
        yield [row for row, _ in block]
