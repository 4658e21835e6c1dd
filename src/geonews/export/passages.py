"""The newest passages of places, where the copies of one sentence count once: with where else they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby

from geonews.store import EVERYTHING, CopyRow, Filter, PassageRow, PlaceRow, Store

_AT_ONCE = 1000
"""Passages that are asked for at once."""
_WIDER = 4
"""How much larger each further page of one place is, so that a sentence with thousands of copies takes few of them."""
_Found = tuple[PassageRow, Sequence[CopyRow]]


@dataclass(frozen=True, slots=True)
class Told:
    """A passage, whichever of its copies is the newest."""

    row: PassageRow
    also: tuple[CopyRow, ...]
    """Its copies in other articles that pass the filter, oldest first."""


def told(
    store: Store, wanted: Filter, rows: Sequence[PlaceRow], each: int
) -> Iterator[tuple[PlaceRow, tuple[Told, ...]]]:
    """Yield the places with their newest passages, ``each`` at most."""
    for block in _blocks(rows, each):
        pages = store.passages_of([row.place.id for row in block], wanted, each)
        found = [_apart(store, wanted, row, page, each) for row, page in zip(block, pages, strict=True)]
        passing = _passing(store, wanted, {copy.key for _, copies in chain(*found) for copy in copies})
        for row, passages in zip(block, found, strict=True):
            yield row, tuple(Told(one, tuple(copy for copy in also if copy.key in passing)) for one, also in passages)


def _apart(store: Store, wanted: Filter, row: PlaceRow, page: Sequence[PassageRow], each: int) -> list[_Found]:
    """Return passages of which none is a copy of another, with their copies; ``page`` is the first that was asked."""
    found: list[_Found] = []
    known: set[tuple[str, int]] = set()
    offset, size = 0, each
    while True:
        for passage in page:
            if len(found) < each and (passage.key, passage.start) not in known:
                copies = store.copies(passage.key, passage.start) if passage.copies else []
                known.update((copy.key, copy.start) for copy in copies)
                found.append((passage, copies))
        if len(found) == each or len(page) < size:
            return found
        offset, size = offset + size, size * _WIDER
        page = store.passages(row.place.id, wanted, size, offset)


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
